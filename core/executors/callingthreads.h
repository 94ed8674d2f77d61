// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functioncall.h"

#include <QRunnable>

#include <chrono>
#include <deque>
#include <mutex>
#include <vector>

class QThreadPool;

namespace reveille {

/// The threads of a ThreadPoolExecutor. Calls go in and come back in batches: one wake-up for all that returned meanwhile.
class CallingThreads final
{
    Q_DISABLE_COPY_MOVE(CallingThreads)

public:
    /// One call, which only one thread at a time has its hands on.
    struct Call
    {
        std::shared_ptr<const Job> job; ///< keeps its function
        std::shared_ptr<const Function> function;
        FunctionCall call;
        TaskResult result = {};
    };
    using Calls = std::vector<std::unique_ptr<Call>>;

    /// `wake` is called on some thread when returned() has something new.
    CallingThreads(int count, std::function<void()> wake);
    /// Those that still work are left to themselves.
    ~CallingThreads();

    void begin(std::unique_ptr<Call> call);
    /// The calls that returned since it was last asked.
    [[nodiscard]] Calls returned();
    /// Calls nothing any more, nor wakes, and waits for the threads; false: some still work.
    bool end(std::chrono::milliseconds patience);

private:
    /// What the threads do, each until nothing is left to do.
    class Work final : public QRunnable
    {
    public:
        Work(int count, std::function<void()> wake);

        void run() override;

        std::mutex mutex; ///< of everything below
        const int count;
        int busy = 0; ///< threads at work or on their way to it
        std::function<void()> wake;
        std::deque<std::unique_ptr<Call>> waiting;
        Calls returned;
    };

    // Both live longer than this, where a thread does not end.
    std::unique_ptr<Work> m_work;
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace reveille
