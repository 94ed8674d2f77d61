// SPDX-License-Identifier: MIT
#include "core/scheduler/rundesk.h"

#include "core/base/guarded.h"
#include "core/scheduler/jobtable.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

milliseconds retryDelay(const Retries &retries, int failedAttempt)
{
    constexpr milliseconds Longest = 24h * 366;
    const double delay = double(retries.delay.count()) * std::pow(retries.backoff, failedAttempt - 1);
    return milliseconds(std::llround(std::min(delay, double(Longest.count()))));
}

/// A run that waits longer than it ever is to was given its time by a wrong clock: it waits from now on.
RunPtr withRightTime(const RunPtr &waiting, const Job &job, TimePoint now)
{
    milliseconds delay(0);
    if (waiting->cause == Cause::Retry)
        delay = retryDelay(job.retries, waiting->attempt - 1);
    else if (waiting->cause == Cause::Snooze)
        delay = waiting->dueAt - waiting->scheduledAt;
    const TimePoint latest = now + delay;
    if (waiting->cause == Cause::Schedule || waiting->dueAt <= latest)
        return waiting;
    const auto right = makeRun(*waiting);
    right->dueAt = latest;
    if (waiting->cause == Cause::Snooze)
        right->scheduledAt = now;
    return right;
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

void RunDesk::watch(const Executor &executor)
{
    connect(&executor, &Executor::started, this, &RunDesk::onStarted);
    connect(&executor, &Executor::finished, this, &RunDesk::onFinished);
}

// ---- What is under way

TrackedRun &RunDesk::track(const RunPtr &run, const std::shared_ptr<const Job> &job, JobEntry *entry)
{
    TrackedRun *tracked = find(run->id);
    if (!tracked) {
        keepNew();
        m_new = m_spare ? std::move(m_spare) : std::make_unique<TrackedRun>();
        tracked = m_new.get();
        tracked->entry = entry;
        if (entry)
            entry->runs.append(tracked);
    }
    tracked->run = run;
    tracked->job = job;
    return *tracked;
}

void RunDesk::keepNew()
{
    if (m_new)
        m_runs.emplace(m_new->run->id, std::move(m_new));
}

RunDesk::Followed RunDesk::untrack(TrackedRun &tracked)
{
    if (m_submitting == &tracked)
        m_submitting = nullptr;
    m_dueQueue.remove(tracked);
    if (tracked.entry)
        tracked.entry->runs.removeOne(&tracked);
    Followed followed{std::move(tracked.run), std::move(tracked.job)};
    if (m_new.get() != &tracked) {
        m_runs.erase(followed.run->id);
        return followed;
    }
    tracked.isQueued = false;
    tracked.place = {};
    tracked.cancelReason.clear();
    m_spare = std::move(m_new);
    return followed;
}

TrackedRun *RunDesk::find(const RunId &id)
{
    if (m_new && m_new->run->id == id)
        return m_new.get();
    if (m_runs.empty()) // and no hash of the id is needed
        return nullptr;
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : found->second.get();
}

void RunDesk::forget(const RunId &id)
{
    if (TrackedRun *tracked = find(id); tracked && !tracked->run->isActive())
        untrack(*tracked);
}

Occupancy RunDesk::occupancy(const JobEntry &entry, const TrackedRun *except)
{
    Occupancy occupancy{.active = entry.active + entry.record.activeElsewhere};
    for (const TrackedRun *tracked : entry.runs)
        occupancy.queued += tracked->isQueued && tracked != except;
    return occupancy;
}

void RunDesk::wait(const RunPtr &run, const std::shared_ptr<const Job> &job)
{
    JobEntry *entry = m_jobs.find(run->jobId);
    if (entry && entry->isElsewhere)
        return;
    const RunPtr waiting = withRightTime(run, *job, m_clock.now());
    if (waiting != run)
        m_outbox.record(waiting);
    m_dueQueue.schedule(track(waiting, job, entry), waiting->dueAt, entry ? entry->record.sequence : 0);
    Q_EMIT dueChanged();
}

void RunDesk::onClockSetBack()
{
    keepNew();
    for (const auto &[id, tracked] : m_runs) {
        if (tracked->isQueued && tracked->entry)
            callNext(*tracked->entry);
        else if (!tracked->run->isActive())
            wait(RunPtr(tracked->run), std::shared_ptr(tracked->job));
    }
}

void RunDesk::release(JobEntry &entry)
{
    const auto runs = entry.runs;
    for (TrackedRun *tracked : runs) {
        if (tracked->run->isActive()) {
            tracked->entry = nullptr;
            continue;
        }
        const RunPtr run = untrack(*tracked).run;
        if (m_outbox.forget(run->id) || !m_outbox.holds(run->id)) // the store has removed it with the job
            continue;
        const auto late = makeRun(*run); // on its way there
        late->end(Outcome::Cancelled, QStringLiteral("cancelled"), m_clock.now());
        m_outbox.record(late);
    }
}

// Once recorded again, they are the other's to take.
void RunDesk::leaveWaiting(JobEntry &entry)
{
    const auto runs = entry.runs;
    for (TrackedRun *tracked : runs) {
        if (tracked->run->isActive())
            continue;
        m_outbox.record(tracked->run);
        untrack(*tracked);
    }
}

// ---- From decision to outcome

TimePoint RunDesk::carryOut(const RunList &rows, bool replaceActive, const std::shared_ptr<const Job> &job, JobEntry *entry,
                            TimePoint now)
{
    QList<RunPtr> replaced;
    if (replaceActive && entry) {
        for (const TrackedRun *tracked : entry->runs) {
            if (tracked->run->isActive())
                replaced.append(tracked->run);
        }
    }
    bool waits = false;
    for (const RunPtr &run : rows.shared()) {
        switch (run->state) {
        case RunState::Claimed:
            now = submit(run, job, entry, now);
            break;
        case RunState::Waiting: // callNext() brings it back
            track(run, job, entry).isQueued = true;
            waits = true;
            break;
        case RunState::Running:
        case RunState::Finished:
            settle(run, job); // with all that was put off before
            now = m_clock.now();
            break;
        }
    }
    if (waits && entry) // what it was to wait for may have ended while it was claimed
        callNext(*entry);
    if (replaced.isEmpty())
        return now;
    // As many as make room, the oldest first, once the one that takes its place stands in the queue.
    std::ranges::stable_sort(replaced, {}, [](const RunPtr &run) { return run->startedAt.value_or(TimePoint::max()); });
    const auto tooMany = std::clamp<qsizetype>(occupancy(*entry).active - job->maxInstances + 1, 0, replaced.size());
    for (const RunPtr &run : replaced.first(tooMany))
        std::ignore = cancel(run->id, QStringLiteral("replaced"));
    return m_clock.now();
}

TimePoint RunDesk::submit(const RunPtr &run, const std::shared_ptr<const Job> &job, JobEntry *entry, TimePoint now)
{
    TrackedRun &tracked = track(run, job, entry);
    tracked.isQueued = false;
    m_dueQueue.remove(tracked); // callNext() may have called it during its claim
    ++m_activeCount;
    if (entry) {
        ++entry->active;
        m_outbox.changed(*entry);
    }
    Q_ASSERT(!m_submitting); // who is called back by one can't begin another: it goes through the queue
    m_submitting = &tracked;
    m_submittedAt = now;
    m_endedAt.reset();
    m_hasStarted = false;
    Executor *executor = m_executors.find(job->executor);
    const Result<void> given = executor ? guarded([&] { give(run, job, *executor); }) // it was taken away while the run waited, else
                                        : failure(ErrorCode::NotFound, QCoreApplication::translate("RunDesk", "There is no executor “%1”").arg(job->executor));
    if (!given)
        onFinished(RunId(run->id), {.outcome = Outcome::Error, .reason = given.error().message});
    if (m_endedAt)
        return *m_endedAt;
    if (m_submitting == &tracked) {
        tellBegun(tracked);
        if (tracked.run->state == RunState::Running) // it has begun and not ended: that is worth a row
            m_outbox.record(tracked.run, tracked.place);
        keepNew();
    }
    return m_clock.now();
}

void RunDesk::give(const RunPtr &run, const std::shared_ptr<const Job> &job, Executor &executor)
{
    if (const std::optional<TaskResult> result = executor.callNow(*job, *run)) {
        m_hasStarted = true;
        onFinished(run->id, *result);
        return;
    }
    executor.submit(job, {.jobId = run->jobId, .runId = run->id, .jobName = job->name, .scheduledAt = run->scheduledAt,
                          .attempt = run->attempt});
    m_endedAt.reset(); // an executor may go on with something else after that
}

// The end of its submission.
void RunDesk::tellBegun(TrackedRun &tracked)
{
    m_submitting = nullptr;
    postEvent(EventType::JobSubmitted, m_submittedAt, tracked.run, tracked.job);
    if (m_hasStarted)
        tellStarted(tracked, m_submittedAt);
}

void RunDesk::tellStarted(TrackedRun &tracked, TimePoint at)
{
    const auto run = makeRun(*tracked.run);
    run->begin(at);
    tracked.run = run;
    if (tracked.entry)
        m_outbox.changed(*tracked.entry);
    postEvent(EventType::JobStarted, at, tracked.run, tracked.job);
}

// A row that ended without running.
void RunDesk::settle(const RunPtr &run, const std::shared_ptr<const Job> &job)
{
    m_outbox.catchUp();
    if (TrackedRun *tracked = find(run->id))
        untrack(*tracked);
    JobEntry *entry = m_jobs.find(run->jobId);
    noteOutcome(entry, run, false);
    const EventType type = run->outcome == Outcome::Cancelled ? EventType::JobError
        : run->reason == u"overlap"                           ? EventType::JobMaxInstances
                                                              : EventType::JobMissed;
    postEvent(type, m_clock.now(), run, job);
    if (entry)
        forgetIfExhausted(*entry);
}

void RunDesk::recover(const Run &left, const std::shared_ptr<const Job> &job)
{
    const auto ended = makeRun(left);
    ended->end(Outcome::Interrupted, QStringLiteral("interrupted"), m_clock.now());
    m_outbox.record(ended);
    const bool again = job && job->delivery == Delivery::AtLeastOnce && !left.cancelRequested;
    JobEntry *entry = m_jobs.find(ended->jobId);
    noteOutcome(entry, ended, again);
    postEvent(EventType::JobError, *ended->finishedAt, ended, job, again, entry ? entry->failuresInARow : 0);
    if (again) // due when the first attempt was, so that the misfire grace time counts from there
        addRetry(*ended, job, ended->dueAt);
    if (entry)
        forgetIfExhausted(*entry);
}

RunList RunDesk::endLate(const RunList &rows, const std::shared_ptr<const Job> &job, TimePoint now)
{
    RunList left = rows;
    for (const RunPtr &run : rows.shared()) {
        if (run->state != RunState::Claimed || !job->misfireGraceTime || now - run->dueAt <= *job->misfireGraceTime)
            continue;
        left.removeIf([&](const Run &each) { return each.id == run->id; });
        const auto late = makeRun(*run);
        late->end(Outcome::Missed, QStringLiteral("late"), now);
        m_outbox.record(late);
        settle(late, job);
    }
    return left;
}

Result<void> RunDesk::cancel(const RunId &id, const QString &reason)
{
    TrackedRun *tracked = find(id);
    if (!tracked)
        return failure(ErrorCode::NotFound, QCoreApplication::translate("RunDesk", "The run has ended"));
    const std::shared_ptr<const Job> job = tracked->job;
    if (!tracked->run->isActive()) {
        takeBack(Run(*tracked->run), job, reason);
        return {};
    }
    const auto run = makeRun(*tracked->run);
    run->cancelRequested = true;
    tracked->run = run;
    tracked->cancelReason = reason;
    m_outbox.record(run, tracked->place);
    if (Executor *executor = m_executors.find(job->executor)) {
        if (const Result<void> asked = guarded([&] { executor->cancel(run->id); }); !asked)
            qCWarning(log).noquote() << "The executor" << job->executor << "could not end a run:" << asked.error().message;
    }
    return {};
}

bool RunDesk::acknowledge(const RunId &id, TimePoint at)
{
    TrackedRun *tracked = find(id);
    if (!tracked)
        return false;
    const auto run = makeRun(*tracked->run);
    run->acknowledgedAt = at;
    tracked->run = run;
    m_outbox.record(run, tracked->place);
    return true;
}

void RunDesk::takeBack(const Run &waiting, const std::shared_ptr<const Job> &job, const QString &reason)
{
    const auto run = makeRun(waiting);
    run->end(Outcome::Cancelled, reason, m_clock.now());
    m_outbox.record(run);
    settle(run, job);
}

void RunDesk::cancelAll(const QString &reason)
{
    QList<RunId> active;
    keepNew();
    for (const auto &[id, tracked] : m_runs) {
        if (tracked->run->isActive())
            active.append(id);
    }
    for (const RunId &id : active)
        std::ignore = cancel(id, reason);
}

void RunDesk::onStarted(const RunId &id)
{
    TrackedRun *tracked = find(id);
    if (!tracked)
        return; // another store's
    if (tracked == m_submitting) {
        m_hasStarted = true;
        return;
    }
    tellStarted(*tracked, m_clock.now());
    m_outbox.record(tracked->run, tracked->place);
}

void RunDesk::onFinished(const RunId &id, const TaskResult &result)
{
    TrackedRun *tracked = find(id);
    if (!tracked)
        return;
    JobEntry *entry = tracked->entry;
    if (endedAtOnce(*tracked, result)) {
        Followed followed = leave(*tracked);
        m_endedAt = m_clock.now();
        m_outbox.putOff({std::move(followed.run), std::move(followed.job), entry, m_submittedAt, *m_endedAt});
    } else {
        end(*tracked, result);
    }
    if (entry) {
        callNext(*entry);
        forgetIfExhausted(*entry);
    }
    if (m_activeCount == 0 && m_onIdle)
        QMetaObject::invokeMethod(this, std::exchange(m_onIdle, {}), Qt::QueuedConnection); // it may be the end of who calls
}

void RunDesk::whenIdle(std::function<void()> callback)
{
    if (m_activeCount > 0)
        m_onIdle = std::move(callback);
    else
        callback();
}

bool RunDesk::endedAtOnce(const TrackedRun &tracked, const TaskResult &result) const
{
    return &tracked == m_submitting && m_hasStarted && tracked.entry && !tracked.run->cancelRequested
        && result.outcome == Outcome::Success && result.reason.isEmpty() && !result.exitCode && result.output.isEmpty();
}

void RunDesk::end(TrackedRun &tracked, const TaskResult &result)
{
    if (&tracked == m_submitting)
        tellBegun(tracked);
    JobEntry *entry = tracked.entry;
    const auto ended = makeRun(*tracked.run);
    const bool hasReason = result.outcome == Outcome::Cancelled && !tracked.cancelReason.isEmpty();
    ended->end(result.outcome, hasReason ? tracked.cancelReason : result.reason, m_clock.now());
    ended->exitCode = result.exitCode;
    ended->output = result.output;
    ended->outputTruncated = result.outputTruncated;
    m_outbox.record(ended, tracked.place);
    const std::shared_ptr<const Job> job = leave(tracked).job;

    const bool willRetry = ended->failed() && entry && ended->attempt <= job->retries.count;
    const int failuresBefore = entry ? entry->failuresInARow : 0;
    noteOutcome(entry, ended, willRetry);
    const int failures = ended->failed() && entry ? entry->failuresInARow : failuresBefore;
    postEvent(ended->outcome == Outcome::Success ? EventType::JobExecuted : EventType::JobError, *ended->finishedAt, ended, job,
              willRetry, failures);
    if (willRetry) // as the job is now
        addRetry(*ended, entry->isBroken() ? job : entry->job, m_clock.now() + retryDelay(job->retries, ended->attempt));
}

RunDesk::Followed RunDesk::leave(TrackedRun &tracked)
{
    if (tracked.entry)
        --tracked.entry->active;
    --m_activeCount;
    return untrack(tracked);
}

// ---- What follows

void RunDesk::noteOutcome(JobEntry *entry, const RunPtr &run, bool willRetry)
{
    if (!entry)
        return;
    m_outbox.changed(*entry);
    entry->noteOutcome(run, willRetry);
}

void RunDesk::addRetry(const Run &failed, const std::shared_ptr<const Job> &job, TimePoint dueAt)
{
    const auto next = makeRun({.id = RunId::create(), .jobId = failed.jobId, .scheduledAt = failed.scheduledAt, .dueAt = dueAt,
                               .cause = Cause::Retry, .state = RunState::Waiting, .attempt = failed.attempt + 1});
    m_outbox.record(next);
    wait(next, job);
}

void RunDesk::onJobChanged(JobEntry &entry)
{
    for (TrackedRun *tracked : entry.runs) {
        if (!tracked->run->isActive())
            tracked->job = entry.job;
    }
    callNext(entry);
}

void RunDesk::callNext(JobEntry &entry)
{
    const auto next = std::find_if(entry.runs.cbegin(), entry.runs.cend(), [](const TrackedRun *run) { return run->isQueued; });
    if (next == entry.runs.cend())
        return;
    const Job &job = *(*next)->job;
    if (job.overlap != Overlap::Allow && occupancy(entry).active >= job.maxInstances)
        return;
    m_dueQueue.schedule(**next, std::min(m_clock.now(), (*next)->run->dueAt), entry.record.sequence); // before what is due since
    Q_EMIT dueChanged();
}

bool RunDesk::isExhausted(const JobEntry &entry)
{
    return entry.job->whenFinished == WhenFinished::Remove && entry.runs.isEmpty() && entry.status() == JobStatus::Finished;
}

void RunDesk::forgetIfExhausted(const JobEntry &entry)
{
    if (isExhausted(entry))
        Q_EMIT jobExhausted(entry.record.id);
}

void RunDesk::postEvent(EventType type, TimePoint at, const RunPtr &run, const std::shared_ptr<const Job> &job,
                        bool willRetry, int failures)
{
    m_outbox.post({.type = type, .at = at, .job = job, .run = run, .willRetry = willRetry, .failuresInARow = failures, .text = {}});
}

} // namespace reveille
