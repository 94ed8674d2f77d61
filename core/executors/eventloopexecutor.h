// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/queueingexecutor.h"

namespace reveille {

/// Carries runs out on the event loop of its thread: for tasks that mostly wait for others, and for functions that are
/// quick. A function is called inside submit(), or when a place comes free; so it holds up all else on the thread, and
/// neither cancel() nor its task's timeout can end it.
class EventLoopExecutor final : public QueueingExecutor
{
    Q_OBJECT

public:
    /// Borrows both. `services` must live on this thread. By default it has places without limit.
    EventLoopExecutor(const TaskRegistry &tasks, const TaskServices &services, const ExecutorOptions &options = {},
                      QObject *parent = nullptr);

    [[nodiscard]] std::optional<TaskResult> callNow(const Job &job, const Run &run) override;

protected:
    void call(const std::shared_ptr<const Job> &job, const TaskContext &context,
              const std::shared_ptr<const Function> &function) override;
    void cancelCall(const RunId &) override {}
};

} // namespace reveille
