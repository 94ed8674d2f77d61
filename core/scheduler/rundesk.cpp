// SPDX-License-Identifier: MIT
#include "core/scheduler/rundesk.h"

#include "core/scheduler/jobtable.h"
#include "core/scheduler/outbox.h"
#include "core/time/clock.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace reveille {

namespace {

milliseconds retryDelay(const Retries &retries, int failedAttempt)
{
    constexpr milliseconds Longest = 24h * 366;
    const double delay = double(retries.delay.count()) * std::pow(retries.backoff, failedAttempt - 1);
    return milliseconds(std::llround(std::min(delay, double(Longest.count()))));
}

} // namespace

RunDesk::RunDesk(const Clock &clock, JobTable &jobs, DueQueue &dueQueue, Outbox &outbox, Executor &executor, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_jobs(jobs)
    , m_dueQueue(dueQueue)
    , m_outbox(outbox)
    , m_executor(executor)
{
    connect(&m_executor, &Executor::started, this, &RunDesk::onStarted);
    connect(&m_executor, &Executor::finished, this, &RunDesk::onFinished);
}

void RunDesk::wait(const Run &run, const std::shared_ptr<const Job> &job)
{
    m_runs.insert(run.id, {run, job});
    const JobEntry *entry = m_jobs.find(run.jobId);
    m_dueQueue.schedule(run.id, run.dueAt, entry ? entry->record.sequence : 0);
    Q_EMIT dueChanged();
}

void RunDesk::carryOut(const Decision &decision, const std::shared_ptr<const Job> &job)
{
    const JobEntry *entry = m_jobs.find(job->id);
    const QList<RunId> replaced = decision.replaceActive && entry ? entry->active : QList<RunId>();
    for (const Run &run : decision.rows) {
        switch (run.state) {
        case RunState::Claimed:
            submit(run, job);
            break;
        case RunState::Waiting:
            queueBehind(run, job);
            break;
        case RunState::Running:
        case RunState::Finished:
            settle(run, job);
            break;
        }
    }
    for (const RunId &id : replaced) // once the one that takes its place stands in the queue
        std::ignore = cancel(id, QStringLiteral("replaced"));
}

void RunDesk::submit(const Run &run, const std::shared_ptr<const Job> &job)
{
    m_runs.insert(run.id, {run, job});
    ++m_activeCount;
    if (JobEntry *entry = m_jobs.find(run.jobId))
        entry->active.append(run.id);
    m_outbox.changed(run.jobId);
    postEvent(EventType::JobSubmitted, run, job);
    m_executor.submit(job, {.jobId = run.jobId, .runId = run.id, .jobName = job->name,
                                  .scheduledAt = run.scheduledAt, .attempt = run.attempt});
}

// Waits until one of the job's active runs ends; release() brings it back.
void RunDesk::queueBehind(const Run &run, const std::shared_ptr<const Job> &job)
{
    m_runs.insert(run.id, {run, job});
    if (JobEntry *entry = m_jobs.find(run.jobId); entry && !entry->queued.contains(run.id))
        entry->queued.append(run.id);
}

// A row that ended without running.
void RunDesk::settle(const Run &run, const std::shared_ptr<const Job> &job)
{
    m_runs.remove(run.id);
    noteOutcome(m_jobs.find(run.jobId), run, false);
    m_outbox.changed(run.jobId);
    const EventType type = run.outcome == Outcome::Cancelled ? EventType::JobError
        : run.reason == u"overlap"                           ? EventType::JobMaxInstances
                                                             : EventType::JobMissed;
    postEvent(type, run, job);
    forgetIfExhausted(run.jobId);
}

void RunDesk::recover(const Run &left, const std::shared_ptr<const Job> &job)
{
    Run run = left;
    run.state = RunState::Finished;
    run.outcome = Outcome::Interrupted;
    run.reason = QStringLiteral("interrupted");
    run.finishedAt = m_clock.now();
    m_outbox.record(run);
    const bool again = job && job->delivery == Delivery::AtLeastOnce;
    JobEntry *entry = m_jobs.find(run.jobId);
    noteOutcome(entry, run, again);
    postEvent(EventType::JobError, run, job, again, entry ? entry->failuresInARow : 0);
    if (!again)
        return;
    // Due when the first attempt was, so that the misfire grace time counts from there.
    Run next{.id = RunId::create(), .jobId = run.jobId, .scheduledAt = run.scheduledAt, .dueAt = run.dueAt,
             .cause = Cause::Retry, .attempt = run.attempt + 1, .state = RunState::Waiting};
    m_outbox.record(next);
    wait(next, job);
}

Result<void> RunDesk::cancel(const RunId &id, const QString &reason)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return failure(ErrorCode::NotFound, QCoreApplication::translate("RunDesk", "The run has ended"));
    Tracked &tracked = *found;
    if (tracked.run.isActive()) {
        tracked.run.cancelRequested = true;
        m_outbox.record(tracked.run);
        m_cancelReasons.insert(id, reason);
        m_executor.cancel(id);
        return {};
    }
    const Tracked waiting = tracked;
    Run run = waiting.run;
    run.state = RunState::Finished;
    run.outcome = Outcome::Cancelled;
    run.reason = reason;
    run.finishedAt = m_clock.now();
    m_dueQueue.remove(id);
    if (JobEntry *entry = m_jobs.find(run.jobId))
        entry->queued.removeAll(id);
    m_outbox.record(run);
    settle(run, waiting.job);
    return {};
}

void RunDesk::cancelAll(const QString &reason)
{
    for (const RunId &id : m_runs.keys()) {
        if (m_runs.value(id).run.isActive())
            std::ignore = cancel(id, reason);
    }
}

void RunDesk::forgetWaiting(const JobId &jobId)
{
    m_runs.removeIf([&](const QHash<RunId, Tracked>::iterator it) {
        if (it->run.jobId != jobId || it->run.isActive())
            return false;
        m_dueQueue.remove(it.key());
        return true;
    });
}

const RunDesk::Tracked *RunDesk::find(const RunId &id) const
{
    const auto found = m_runs.constFind(id);
    return found == m_runs.constEnd() ? nullptr : &*found;
}

Occupancy RunDesk::occupancy(const JobId &id, const RunId &except) const
{
    const JobEntry *entry = m_jobs.find(id);
    if (!entry)
        return {};
    return {.active = int(entry->active.size()), .queued = int(entry->queued.size() - entry->queued.count(except))};
}

void RunDesk::onStarted(const RunId &id)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    found->run.state = RunState::Running;
    found->run.startedAt = m_clock.now();
    m_outbox.record(found->run);
    m_outbox.changed(found->run.jobId);
    postEvent(EventType::JobStarted, found->run, found->job);
}

void RunDesk::onFinished(const RunId &id, const TaskResult &result)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    Tracked ended = found.value();
    m_runs.erase(found);
    --m_activeCount;

    Run &run = ended.run;
    run.state = RunState::Finished;
    run.finishedAt = m_clock.now();
    run.outcome = result.outcome;
    run.reason = result.outcome == Outcome::Cancelled && m_cancelReasons.contains(id) ? m_cancelReasons.value(id) : result.reason;
    run.exitCode = result.exitCode;
    run.output = result.output;
    run.outputTruncated = result.outputTruncated;
    m_cancelReasons.remove(id);
    m_outbox.record(run);

    JobEntry *entry = m_jobs.find(run.jobId);
    const bool willRetry = run.failed() && entry && run.attempt <= ended.job->retries.count;
    const int failuresBefore = entry ? entry->failuresInARow : 0;
    noteOutcome(entry, run, willRetry);
    const int failures = run.failed() && entry ? entry->failuresInARow : failuresBefore;
    m_outbox.changed(run.jobId);
    postEvent(run.outcome == Outcome::Success ? EventType::JobExecuted : EventType::JobError, run, ended.job, willRetry, failures);
    if (willRetry)
        addRetry(ended);
    release(run.jobId, id);
    if (m_activeCount == 0)
        Q_EMIT idle();
}

void RunDesk::noteOutcome(JobEntry *entry, const Run &run, bool willRetry)
{
    if (!entry)
        return;
    entry->lastRun = run;
    entry->lastRun->output.clear();
    if (run.outcome == Outcome::Success)
        entry->failuresInARow = 0;
    else if (run.failed() && !willRetry)
        ++entry->failuresInARow;
}

void RunDesk::addRetry(const Tracked &failed)
{
    const Run next{.id = RunId::create(), .jobId = failed.run.jobId, .scheduledAt = failed.run.scheduledAt,
                   .dueAt = m_clock.now() + retryDelay(failed.job->retries, failed.run.attempt), .cause = Cause::Retry,
                   .attempt = failed.run.attempt + 1, .state = RunState::Waiting};
    m_outbox.record(next);
    wait(next, failed.job);
}

// Gives the place of an ended run to the first that waits for one.
void RunDesk::release(const JobId &jobId, const RunId &runId)
{
    JobEntry *entry = m_jobs.find(jobId);
    if (!entry)
        return;
    entry->active.removeAll(runId);
    if (!entry->queued.isEmpty() && int(entry->active.size()) < entry->job->maxInstances) {
        const RunId next = entry->queued.takeFirst();
        m_dueQueue.schedule(next, m_clock.now(), entry->record.sequence);
        Q_EMIT dueChanged();
    }
    forgetIfExhausted(jobId);
}

void RunDesk::forgetIfExhausted(const JobId &jobId)
{
    const JobEntry *entry = m_jobs.find(jobId);
    if (!entry)
        return;
    const auto isOfJob = [&](const Tracked &tracked) { return tracked.run.jobId == jobId; };
    if (entry->job->whenFinished == WhenFinished::Remove && entry->status() == JobStatus::Finished
        && std::none_of(m_runs.cbegin(), m_runs.cend(), isOfJob))
        Q_EMIT jobExhausted(jobId);
}

void RunDesk::postEvent(EventType type, const Run &run, const std::shared_ptr<const Job> &job, bool willRetry, int failures)
{
    m_outbox.post({.type = type, .at = m_clock.now(), .jobId = run.jobId, .job = job, .run = run, .willRetry = willRetry,
                   .failuresInARow = failures});
}

} // namespace reveille
