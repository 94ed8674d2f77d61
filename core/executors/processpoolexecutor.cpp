// SPDX-License-Identifier: MIT
#include "core/executors/processpoolexecutor.h"

#include "core/tasks/taskregistry.h"

#include <algorithm>

namespace reveille {

ProcessPoolExecutor::ProcessPoolExecutor(const TaskRegistry &tasks, const TaskServices &services,
                                         const ExecutorOptions &options, const WorkerProgram &program, QObject *parent)
    : QueueingExecutor(tasks, services, options.name, options.maxWorkers.value_or(DefaultWorkers), parent)
    , m_program(program)
{
}

ProcessPoolExecutor::~ProcessPoolExecutor()
{
    for (const std::unique_ptr<WorkerProcess> &worker : m_workers)
        worker->close(); // all at once, so that they end side by side
}

Result<void> ProcessPoolExecutor::accepts(const Job &job) const
{
    if (!job.function && (job.taskType() == u"function" || !tasks().function(job)))
        return {};
    return invalid(QStringLiteral("executor"),
                   tr("The executor “%1” calls functions in other processes, and can send them only the name of a "
                      "registered one").arg(name()));
}

void ProcessPoolExecutor::call(const std::shared_ptr<const Job> &job, const TaskContext &context,
                               const std::shared_ptr<const Function> &)
{
    if (const Result<void> accepted = accepts(*job); !accepted) {
        finish(context.runId, {.outcome = Outcome::Error, .reason = accepted.error().message});
        return;
    }
    idleWorker().call(*job, context, functionTimeout(job->task));
}

void ProcessPoolExecutor::cancelCall(const RunId &runId)
{
    for (const std::unique_ptr<WorkerProcess> &worker : m_workers) {
        if (worker->runId() == runId) {
            worker->endEarly(cancelledResult());
            return;
        }
    }
}

WorkerProcess &ProcessPoolExecutor::idleWorker()
{
    const auto idle = std::find_if(m_workers.begin(), m_workers.end(), [](const auto &worker) { return worker->isIdle(); });
    if (idle != m_workers.end())
        return **idle;
    WorkerProcess *worker = m_workers.emplace_back(std::make_unique<WorkerProcess>(m_program)).get();
    connect(worker, &WorkerProcess::began, this, &ProcessPoolExecutor::started);
    connect(worker, &WorkerProcess::gone, this, [this, worker] { forget(worker); });
    connect(worker, &WorkerProcess::done, this, &ProcessPoolExecutor::finish);
    return *worker;
}

void ProcessPoolExecutor::forget(const WorkerProcess *worker)
{
    const auto found =
        std::find_if(m_workers.begin(), m_workers.end(), [&](const auto &one) { return one.get() == worker; });
    found->release()->deleteLater(); // it is the one that calls
    m_workers.erase(found);
}

} // namespace reveille
