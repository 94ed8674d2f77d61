// SPDX-License-Identifier: MIT
#include "core/scheduler/rundesk.h"

#include "core/scheduler/jobtable.h"
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

void finish(Run &run, Outcome outcome, const QString &reason, TimePoint now)
{
    run.state = RunState::Finished;
    run.outcome = outcome;
    run.reason = reason;
    run.finishedAt = now;
}

} // namespace

RunDesk::RunDesk(const Clock &clock, JobTable &jobs, DueQueue &dueQueue, Outbox &outbox, ExecutorTable &executors, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_jobs(jobs)
    , m_dueQueue(dueQueue)
    , m_outbox(outbox)
    , m_executors(executors)
{
    for (const Executor *executor : executors.all())
        watch(*executor);
}

RunDesk::~RunDesk() = default;

void RunDesk::watch(const Executor &executor)
{
    connect(&executor, &Executor::started, this, &RunDesk::onStarted);
    connect(&executor, &Executor::finished, this, &RunDesk::onFinished);
}

// ---- What is under way

TrackedRun &RunDesk::track(const Run &run, const std::shared_ptr<const Job> &job, JobEntry *entry)
{
    const auto [it, isNew] = m_runs.try_emplace(run.id);
    TrackedRun &tracked = it->second;
    tracked.run = run;
    tracked.job = job;
    if (isNew) {
        tracked.entry = entry;
        if (entry)
            entry->runs.append(&tracked);
    }
    return tracked;
}

void RunDesk::untrack(Runs::iterator run)
{
    TrackedRun &tracked = run->second;
    if (m_submitting == &tracked)
        m_submitting = nullptr;
    m_dueQueue.remove(tracked);
    if (tracked.entry)
        tracked.entry->runs.removeOne(&tracked);
    m_runs.erase(run);
}

TrackedRun *RunDesk::find(const RunId &id)
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

void RunDesk::forget(const RunId &id)
{
    if (const auto found = m_runs.find(id); found != m_runs.end() && !found->second.run.isActive())
        untrack(found);
}

Occupancy RunDesk::occupancy(const JobEntry &entry, const TrackedRun *except)
{
    Occupancy occupancy{.active = entry.active + entry.record.activeElsewhere};
    for (const TrackedRun *tracked : entry.runs)
        occupancy.queued += tracked->isQueued && tracked != except;
    return occupancy;
}

void RunDesk::wait(const Run &run, const std::shared_ptr<const Job> &job)
{
    JobEntry *entry = m_jobs.find(run.jobId);
    m_dueQueue.schedule(track(run, job, entry), run.dueAt, entry ? entry->record.sequence : 0);
    Q_EMIT dueChanged();
}

void RunDesk::release(JobEntry &entry)
{
    const auto runs = entry.runs;
    for (TrackedRun *tracked : runs) {
        if (tracked->run.isActive())
            tracked->entry = nullptr;
        else
            untrack(m_runs.find(tracked->run.id));
    }
}

// ---- From decision to outcome

void RunDesk::carryOut(const Decision &decision, const std::shared_ptr<const Job> &job, JobEntry *entry)
{
    QList<RunId> replaced;
    if (decision.replaceActive && entry) {
        for (const TrackedRun *tracked : entry->runs) {
            if (tracked->run.isActive())
                replaced.append(tracked->run.id);
        }
    }
    for (const Run &run : decision.rows) {
        switch (run.state) {
        case RunState::Claimed:
            submit(run, job, entry);
            break;
        case RunState::Waiting: // callNext() brings it back
            track(run, job, entry).isQueued = true;
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

void RunDesk::submit(const Run &run, const std::shared_ptr<const Job> &job, JobEntry *entry)
{
    TrackedRun &tracked = track(run, job, entry);
    tracked.isQueued = false;
    ++m_activeCount;
    if (entry) {
        ++entry->active;
        m_outbox.changed(*entry);
    }
    postEvent(EventType::JobSubmitted, m_clock.now(), std::make_shared<const Run>(run), job);
    Executor *executor = m_executors.find(job->executor);
    if (!executor) { // it was taken away while the run waited
        onFinished(run.id, {.outcome = Outcome::Error,
                            .reason = QCoreApplication::translate("RunDesk", "There is no executor “%1”").arg(job->executor)});
        return;
    }
    m_submitting = &tracked;
    executor->submit(job, {.jobId = run.jobId, .runId = run.id, .jobName = job->name, .scheduledAt = run.scheduledAt,
                           .attempt = run.attempt});
    const TrackedRun *submitted = std::exchange(m_submitting, nullptr);
    if (submitted && submitted->run.state == RunState::Running) // it has begun and not ended: that is worth a row
        m_outbox.record(tracked.run, tracked.place);
}

// A row that ended without running.
void RunDesk::settle(const Run &run, const std::shared_ptr<const Job> &job)
{
    if (const auto tracked = m_runs.find(run.id); tracked != m_runs.end())
        untrack(tracked);
    JobEntry *entry = m_jobs.find(run.jobId);
    const auto ended = std::make_shared<const Run>(run);
    noteOutcome(entry, ended, false);
    const EventType type = run.outcome == Outcome::Cancelled ? EventType::JobError
        : run.reason == u"overlap"                           ? EventType::JobMaxInstances
                                                             : EventType::JobMissed;
    postEvent(type, m_clock.now(), ended, job);
    if (entry)
        forgetIfExhausted(*entry);
}

void RunDesk::recover(const Run &left, const std::shared_ptr<const Job> &job)
{
    Run run = left;
    finish(run, Outcome::Interrupted, QStringLiteral("interrupted"), m_clock.now());
    m_outbox.record(run);
    const bool again = job && job->delivery == Delivery::AtLeastOnce;
    JobEntry *entry = m_jobs.find(run.jobId);
    const auto ended = std::make_shared<const Run>(run);
    noteOutcome(entry, ended, again);
    postEvent(EventType::JobError, *run.finishedAt, ended, job, again, entry ? entry->failuresInARow : 0);
    if (!again)
        return;
    // Due when the first attempt was, so that the misfire grace time counts from there.
    const Run next{.id = RunId::create(), .jobId = run.jobId, .scheduledAt = run.scheduledAt, .dueAt = run.dueAt,
                   .cause = Cause::Retry, .attempt = run.attempt + 1, .state = RunState::Waiting};
    m_outbox.record(next);
    wait(next, job);
}

Result<void> RunDesk::cancel(const RunId &id, const QString &reason)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return failure(ErrorCode::NotFound, QCoreApplication::translate("RunDesk", "The run has ended"));
    TrackedRun &tracked = found->second;
    if (tracked.run.isActive()) {
        tracked.run.cancelRequested = true;
        tracked.cancelReason = reason;
        m_outbox.record(tracked.run, tracked.place);
        if (Executor *executor = m_executors.find(tracked.job->executor))
            executor->cancel(RunId(id)); // a copy: the run may end at once, and its id with it
        return {};
    }
    Run run = tracked.run;
    const std::shared_ptr<const Job> job = tracked.job;
    finish(run, Outcome::Cancelled, reason, m_clock.now());
    m_outbox.record(run);
    settle(run, job);
    return {};
}

void RunDesk::cancelAll(const QString &reason)
{
    QList<RunId> active;
    for (const auto &[id, tracked] : m_runs) {
        if (tracked.run.isActive())
            active.append(id);
    }
    for (const RunId &id : active)
        std::ignore = cancel(id, reason);
}

void RunDesk::onStarted(const RunId &id)
{
    TrackedRun *tracked = m_submitting && m_submitting->run.id == id ? m_submitting : find(id);
    if (!tracked)
        return; // another store's
    Run &run = tracked->run;
    run.state = RunState::Running;
    run.startedAt = m_clock.now();
    if (tracked != m_submitting)
        m_outbox.record(run, tracked->place);
    if (tracked->entry)
        m_outbox.changed(*tracked->entry);
    postEvent(EventType::JobStarted, *run.startedAt, std::make_shared<const Run>(run), tracked->job);
}

void RunDesk::onFinished(const RunId &id, const TaskResult &result)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    JobEntry *entry = found->second.entry;
    const std::shared_ptr<const Job> job = found->second.job;
    Run run = std::move(found->second.run);
    const QString &cancelReason = found->second.cancelReason;
    finish(run, result.outcome, result.outcome == Outcome::Cancelled && !cancelReason.isEmpty() ? cancelReason : result.reason,
           m_clock.now());
    run.exitCode = result.exitCode;
    run.output = result.output;
    run.outputTruncated = result.outputTruncated;
    m_outbox.record(run, found->second.place);
    untrack(found);
    --m_activeCount;

    const bool willRetry = run.failed() && entry && run.attempt <= job->retries.count;
    const int failuresBefore = entry ? entry->failuresInARow : 0;
    if (entry)
        --entry->active;
    const auto ended = std::make_shared<const Run>(std::move(run));
    noteOutcome(entry, ended, willRetry);
    const int failures = ended->failed() && entry ? entry->failuresInARow : failuresBefore;
    postEvent(ended->outcome == Outcome::Success ? EventType::JobExecuted : EventType::JobError, *ended->finishedAt, ended, job,
              willRetry, failures);
    if (willRetry)
        addRetry(*ended, job);
    if (entry) {
        callNext(*entry);
        forgetIfExhausted(*entry);
    }
    if (m_activeCount == 0)
        Q_EMIT idle();
}

// ---- What follows

void RunDesk::noteOutcome(JobEntry *entry, const std::shared_ptr<const Run> &run, bool willRetry)
{
    if (!entry)
        return;
    m_outbox.changed(*entry);
    entry->setLastRun(run);
    if (run->outcome == Outcome::Success)
        entry->failuresInARow = 0;
    else if (run->failed() && !willRetry)
        ++entry->failuresInARow;
}

void RunDesk::addRetry(const Run &failed, const std::shared_ptr<const Job> &job)
{
    const Run next{.id = RunId::create(), .jobId = failed.jobId, .scheduledAt = failed.scheduledAt,
                   .dueAt = m_clock.now() + retryDelay(job->retries, failed.attempt), .cause = Cause::Retry,
                   .attempt = failed.attempt + 1, .state = RunState::Waiting};
    m_outbox.record(next);
    wait(next, job);
}

// Gives the place of an ended run to the first that waits for one.
void RunDesk::callNext(JobEntry &entry)
{
    if (entry.active >= entry.job->maxInstances)
        return;
    const auto next = std::find_if(entry.runs.cbegin(), entry.runs.cend(), [](const TrackedRun *run) { return run->isQueued; });
    if (next == entry.runs.cend())
        return;
    m_dueQueue.schedule(**next, m_clock.now(), entry.record.sequence);
    Q_EMIT dueChanged();
}

void RunDesk::forgetIfExhausted(const JobEntry &entry)
{
    if (entry.job->whenFinished == WhenFinished::Remove && entry.runs.isEmpty() && entry.status() == JobStatus::Finished)
        Q_EMIT jobExhausted(entry.record.id);
}

void RunDesk::postEvent(EventType type, TimePoint at, const std::shared_ptr<const Run> &run, const std::shared_ptr<const Job> &job,
                        bool willRetry, int failures)
{
    Event &event = m_outbox.post(type, at);
    event.jobId = run->jobId;
    event.job = job;
    event.run = run;
    event.willRetry = willRetry;
    event.failuresInARow = failures;
}

} // namespace reveille
