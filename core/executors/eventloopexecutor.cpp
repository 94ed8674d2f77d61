// SPDX-License-Identifier: MIT
#include "core/executors/eventloopexecutor.h"

#include "core/tasks/functioncall.h"
#include "core/tasks/taskregistry.h"

#include <limits>

namespace reveille {

EventLoopExecutor::EventLoopExecutor(const TaskRegistry &tasks, const TaskServices &services, const ExecutorOptions &options,
                                     QObject *parent)
    : QueueingExecutor(tasks, services, options.name, options.maxWorkers.value_or(std::numeric_limits<int>::max()), parent)
{
}

// The way of ten thousand small functions that are due together: nothing is allocated here, or shared without need, as the
// job's own function lives as long as the job.
std::optional<TaskResult> EventLoopExecutor::callNow(const Job &job, const Run &run)
{
    const std::shared_ptr<const Function> registered = job.function ? nullptr : tasks().function(job);
    const Function *const function = job.function ? job.function.get() : registered.get();
    if (!function || !takePlace())
        return std::nullopt;
    const TaskResult result = resultOf(callFunction(*function, functionCall(job, run)));
    vacate();
    return result;
}

void EventLoopExecutor::call(const std::shared_ptr<const Job> &job, const TaskContext &context,
                             const std::shared_ptr<const Function> &function)
{
    Q_EMIT started(context.runId);
    finish(context.runId, resultOf(callFunction(*function, functionCall(*job, context))));
}

} // namespace reveille
