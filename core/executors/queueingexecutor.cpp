// SPDX-License-Identifier: MIT
#include "core/executors/queueingexecutor.h"

#include "core/base/guarded.h"
#include "core/tasks/functioncall.h"
#include "core/tasks/taskregistry.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QueueingExecutor)
};

} // namespace

QueueingExecutor::QueueingExecutor(const TaskRegistry &tasks, const TaskServices &services, const QString &name,
                                   int maxWorkers, QObject *parent)
    : Executor(name, parent)
    , m_tasks(tasks)
    , m_services(services)
    , m_maxWorkers(maxWorkers)
{
    Q_ASSERT(maxWorkers >= 1);
}

QueueingExecutor::~QueueingExecutor() = default;

void QueueingExecutor::submit(const std::shared_ptr<const Job> &job, const TaskContext &context)
{
    if (m_taken >= m_maxWorkers || !m_queue.empty()) {
        m_queueNumbers.emplace(context.runId.value, ++m_lastNumber);
        m_queue.emplace_hint(m_queue.end(), m_lastNumber, Queued{job, context});
        return;
    }
    begin(job, context);
}

void QueueingExecutor::cancel(const RunId &runId)
{
    if (const auto number = m_queueNumbers.find(runId.value); number != m_queueNumbers.end()) {
        m_queue.erase(number->second);
        m_queueNumbers.erase(number);
        report(RunId(runId), cancelledResult());
    } else if (const auto run = m_runs.find(runId.value); run != m_runs.end()) {
        run->second->cancel();
    } else {
        cancelCall(runId);
    }
}

void QueueingExecutor::begin(const std::shared_ptr<const Job> &job, const TaskContext &context)
{
    ++m_taken;
    const Result<std::shared_ptr<const Function>> function = guarded([&] { return m_tasks.function(*job); });
    if (!function)
        finish(context.runId, {.outcome = Outcome::Error, .reason = function.error().message});
    else if (*function)
        call(job, context, *function);
    else
        beginRun(job, context);
}

void QueueingExecutor::beginRun(const std::shared_ptr<const Job> &job, const TaskContext &context)
{
    Q_ASSERT(!m_runs.contains(context.runId.value));
    const RunId id = context.runId;
    const TaskType *type = m_tasks.find(job->taskType());
    const QString unknown = type ? QString() : Messages::tr("The executor “%1” does not know the task “%2”").arg(name(), job->taskType());
    bool isMade = false;
    const Result<void> begun = !type ? failure(ErrorCode::NotFound, unknown) : guarded([&]() -> Result<void> {
        std::unique_ptr<TaskRun> made = type->createRun(job->task, context, m_services);
        if (!made)
            return failure(ErrorCode::Refused, Messages::tr("The task “%1” made no run").arg(job->taskType()));
        TaskRun *run = m_runs.emplace(id.value, std::move(made)).first->second.get();
        isMade = true;
        connect(run, &TaskRun::outputAdded, this, [this, id](const QByteArray &data) { Q_EMIT outputAdded(id, data); });
        connect(run, &TaskRun::finished, this, [this, id](const TaskResult &result) { onRunFinished(id, result); });
        run->start();
        return {};
    }).and_then([](const Result<void> &started) { return started; });
    if (begun) {
        Q_EMIT started(id);
        return;
    }
    if (m_runs.erase(id.value) > 0 || !isMade) // or else it said that it had finished
        finish(id, {.outcome = Outcome::Error, .reason = begun.error().message});
}

void QueueingExecutor::onRunFinished(const RunId &runId, const TaskResult &result)
{
    const auto run = m_runs.find(runId.value);
    if (run == m_runs.end()) // it says so twice
        return;
    run->second.release()->deleteLater(); // it is the one that calls
    m_runs.erase(run);
    finish(runId, result);
}

void QueueingExecutor::finish(const RunId &runId, const TaskResult &result)
{
    --m_taken;
    report(runId, result);
    beginQueued();
}

void QueueingExecutor::report(const RunId &runId, const TaskResult &result)
{
    Q_EMIT finished(runId, result);
}

void QueueingExecutor::vacate()
{
    --m_taken;
    beginQueued();
}

bool QueueingExecutor::takePlace()
{
    if (m_taken >= m_maxWorkers || !m_queue.empty())
        return false;
    ++m_taken;
    return true;
}

// Functions that are called inline end inside begin(): a loop, so that a long queue of them does not go deep.
void QueueingExecutor::beginQueued()
{
    if (m_beginning)
        return;
    const QScopedValueRollback beginning(m_beginning, true);
    while (!m_queue.empty() && m_taken < m_maxWorkers) {
        const Queued next = std::move(m_queue.begin()->second);
        m_queue.erase(m_queue.begin());
        m_queueNumbers.erase(next.context.runId.value);
        begin(next.job, next.context);
    }
}

} // namespace reveille
