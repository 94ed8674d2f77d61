// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/queueingexecutor.h"

#include <chrono>
#include <stop_token>

class QTimer;

namespace reveille {

class CallingThreads;

/// Calls functions on a pool of threads. Other tasks, which only wait, need none and run on the event loop; each has a place, too.
///
/// A thread can't be ended from outside, so cancel() and a task's timeout ask: FunctionCall::stop tells the function.
/// - A cancelled run ends as Cancelled when its function returns, whatever it returns.
/// - A run whose time is up ends as Timeout at once. Its place stays taken until the function returns, which nobody hears.
class ThreadPoolExecutor final : public QueueingExecutor
{
    Q_OBJECT

public:
    static constexpr int DefaultWorkers = 10;
    /// How long the destructor waits for functions to return.
    static constexpr std::chrono::milliseconds DefaultPatience = std::chrono::seconds(5);

    /// Borrows both. `services` must live on this thread. `maxWorkers` is how many run at once, and so the
    /// number of threads, which start on demand.
    ThreadPoolExecutor(const TaskRegistry &tasks, const TaskServices &services, const ExecutorOptions &options = {},
                       std::chrono::milliseconds patience = DefaultPatience, QObject *parent = nullptr);
    /// Asks all functions to stop and waits for them as long as its patience lasts. One that works on after that keeps its
    /// thread until it returns or the program ends; it must then not use what the program has taken down.
    ~ThreadPoolExecutor() override;

protected:
    void call(const std::shared_ptr<const Job> &job, const TaskContext &context,
              const std::shared_ptr<const Function> &function) override;
    void cancelCall(const RunId &runId) override;

private:
    struct Active
    {
        std::stop_source stop;
        std::unique_ptr<QTimer> timeout; ///< none: no limit
        bool cancelled = false;
        bool reported = false;
    };

    void onTimeout(const RunId &runId, std::chrono::milliseconds timeout);
    void takeReturned();

    const std::chrono::milliseconds m_patience;
    std::unordered_map<QString, Active> m_calls; ///< by run id
    std::unique_ptr<CallingThreads> m_threads;
};

} // namespace reveille
