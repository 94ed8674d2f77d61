// SPDX-License-Identifier: MIT
#include "core/executors/threadpoolexecutor.h"

#include "core/executors/callingthreads.h"

#include <QTimer>

#include <algorithm>

namespace reveille {

ThreadPoolExecutor::ThreadPoolExecutor(const TaskRegistry &tasks, const TaskServices &services,
                                       const ExecutorOptions &options, std::chrono::milliseconds patience, QObject *parent)
    : QueueingExecutor(tasks, services, options.name, options.maxWorkers.value_or(DefaultWorkers), parent)
    , m_patience(patience)
    , m_threads(std::make_unique<CallingThreads>(maxWorkers(), [this] {
        QMetaObject::invokeMethod(this, &ThreadPoolExecutor::takeReturned, Qt::QueuedConnection);
    }))
{
}

ThreadPoolExecutor::~ThreadPoolExecutor()
{
    for (auto &[id, active] : m_calls)
        active.stop.request_stop();
    m_threads->end(m_patience);
}

void ThreadPoolExecutor::call(const std::shared_ptr<const Job> &job, const TaskContext &context,
                              const std::shared_ptr<const Function> &function)
{
    const RunId id = context.runId;
    Q_ASSERT(!m_calls.contains(id.value));
    Active &active = m_calls[id.value];
    if (const milliseconds timeout = functionTimeout(job->task); timeout > 0ms) {
        active.timeout = std::make_unique<QTimer>();
        active.timeout->setSingleShot(true);
        active.timeout->setTimerType(Qt::PreciseTimer); // never early
        connect(active.timeout.get(), &QTimer::timeout, this, [this, id, timeout] { onTimeout(id, timeout); });
        active.timeout->start(timeout);
    }
    auto call = std::make_unique<CallingThreads::Call>(
        CallingThreads::Call{job, function, functionCall(*job, context, active.stop.get_token())});
    Q_EMIT started(id);
    m_threads->begin(std::move(call));
}

void ThreadPoolExecutor::cancelCall(const RunId &runId)
{
    const auto found = m_calls.find(runId.value);
    if (found == m_calls.end())
        return;
    found->second.cancelled = true;
    std::stop_source stop = found->second.stop; // what is told to stop may do anything
    stop.request_stop();
}

void ThreadPoolExecutor::onTimeout(const RunId &runId, std::chrono::milliseconds timeout)
{
    const RunId id = runId; // its owner is the timer
    Active &active = m_calls.at(id.value);
    std::stop_source stop = active.stop;
    active.timeout.release()->deleteLater();
    active.reported = true;
    const TaskResult result = active.cancelled ? cancelledResult() : timeoutResult(timeout);
    stop.request_stop();
    report(id, result);
}

void ThreadPoolExecutor::takeReturned()
{
    for (const std::unique_ptr<CallingThreads::Call> &call : m_threads->returned()) {
        const RunId &id = call->call.runId;
        const auto found = m_calls.find(id.value);
        const bool reported = found->second.reported;
        if (found->second.cancelled) {
            call->result.outcome = Outcome::Cancelled;
            call->result.reason = cancelledResult().reason;
        }
        m_calls.erase(found);
        if (reported)
            vacate();
        else
            finish(id, call->result);
    }
}

} // namespace reveille
