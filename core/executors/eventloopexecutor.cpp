// SPDX-License-Identifier: MIT
#include "core/executors/eventloopexecutor.h"

#include "core/tasks/taskregistry.h"

namespace reveille {

using namespace Qt::StringLiterals;

EventLoopExecutor::EventLoopExecutor(const TaskRegistry &tasks, const TaskServices &services, QObject *parent)
    : Executor(parent), m_tasks(tasks), m_services(services)
{
}

EventLoopExecutor::~EventLoopExecutor() = default;

void EventLoopExecutor::submit(const std::shared_ptr<const Job> &job, const TaskContext &context)
{
    const TaskType *type = m_tasks.find(job->taskType());
    Q_ASSERT(type);
    Q_ASSERT(!m_runs.contains(context.runId.value));
    TaskRun *run = m_runs.emplace(context.runId.value, type->createRun(job->task, context, m_services)).first->second.get();
    const RunId id = context.runId;
    connect(run, &TaskRun::outputAdded, this, [this, id](const QByteArray &data) { Q_EMIT outputAdded(id, data); });
    connect(run, &TaskRun::finished, this, [this, id](const TaskResult &result) { onFinished(id, result); });
    run->start();
    Q_EMIT started(id);
}

void EventLoopExecutor::cancel(const RunId &runId)
{
    if (const auto run = m_runs.find(runId.value); run != m_runs.end())
        run->second->cancel();
}

void EventLoopExecutor::onFinished(const RunId &runId, const TaskResult &result)
{
    const auto run = m_runs.find(runId.value);
    run->second.release()->deleteLater(); // it is the one that calls
    m_runs.erase(run);
    Q_EMIT finished(runId, result);
}

} // namespace reveille
