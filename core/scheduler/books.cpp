// SPDX-License-Identifier: MIT
#include "core/scheduler/books.h"

#include "core/base/guarded.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds TimeToClaim = 5s; // for another machine, before it is worth looking
constexpr milliseconds FurthestAsked = 1s; // from now
constexpr milliseconds WrongClock = 3h; // a fire time in the ledger that lies further ahead came from a wrong clock

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

Error noSuchJob(const JobId &id)
{
    return {ErrorCode::NotFound, Messages::tr("There is no job “%1”").arg(id.value), {}};
}

Error needsTrigger()
{
    return {ErrorCode::Invalid, Messages::tr("a job that runs at a given time needs a trigger"), QStringLiteral("trigger")};
}

Error neverFires()
{
    return {ErrorCode::Invalid, Messages::tr("this trigger never fires: all its times lie in the past or do not exist"), QStringLiteral("trigger")};
}

Error isBroken(const JobEntry &entry)
{
    return {ErrorCode::Refused, Messages::tr("The job “%1” is broken: %2").arg(entry.job->name, entry.brokenReason), {}};
}

Books::Books(const QString &name, std::unique_ptr<JobStore> jobStore, const Surroundings &surroundings)
    : alias(name)
    , around(surroundings)
    , store(std::make_unique<GuardedStore>(std::move(jobStore)))
    , outbox(*store)
    , desk(around.clock, jobs, dueQueue, outbox, around.executors)
{
}

JobEntry &Books::put(const JobRecord &record, const ReadJob &read)
{
    JobEntry &entry = jobs.insert(record, read);
    const bool isElsewhere = !entry.job->runsOn(around.host);
    if (entry.isElsewhere != isElsewhere) {
        queueOf(entry).remove(entry);
        entry.isElsewhere = isElsewhere;
        if (isElsewhere)
            desk.leaveWaiting(entry);
    }
    return entry;
}

void Books::queue(JobEntry &entry)
{
    if (!entry.isScheduled()) {
        queueOf(entry).remove(entry);
        return;
    }
    if (entry.isElsewhere) {
        if (store->isShared())
            elsewhere.schedule(entry, *entry.record.nextFireTime + entry.job->jitter + TimeToClaim, entry.record.sequence);
        return;
    }
    // With jitter its trigger is asked.
    const Result<TimePoint> due = guarded([&] { return dueTime(*entry.job, *entry.record.nextFireTime); });
    if (due)
        dueQueue.schedule(entry, *due, entry.record.sequence);
    else
        breakJob(entry, due.error().message);
}

Result<OptionalTime> Books::nextFireTime(const Job &job, OptionalTime newest) const
{
    if (!job.trigger)
        return OptionalTime();
    TimePoint after = around.clock.now();
    if (newest && *newest <= after + WrongClock)
        after = std::max(after, *newest);
    return guarded([&] { return job.trigger->next(after); }).map_error([](const Error &error) {
        return Error{ErrorCode::Refused, Messages::tr("the trigger failed: %1").arg(error.message), QStringLiteral("trigger")};
    });
}

JobEntry &Books::install(const JobRecord &record, const ReadJob &read)
{
    JobEntry &entry = put(record, read);
    outbox.changed(entry);
    if (entry.isBroken()) {
        breakJob(entry, read.brokenReason);
        return entry;
    }
    entry.lacksExecutor = !entry.isElsewhere && !around.executors.find(entry.job->executor);
    if (entry.lacksExecutor)
        breakJob(entry, Messages::tr("There is no executor “%1”").arg(entry.job->executor));
    else
        queue(entry);
    takeUpLeft(entry);
    return entry;
}

TimePoint Books::askAt(const JobId &id)
{
    const TimePoint now = around.clock.now();
    if (m_lastAsked < now || m_lastAsked > now + FurthestAsked) { // they are over, or the clock was set back
        m_asked.clear();
        m_lastAsked = now;
    }
    TimePoint at = std::max(now, m_asked.contains(id) ? m_asked.value(id) + 1ms : now);
    const JobEntry *entry = jobs.find(id);
    while (entry && (entry->record.nextFireTime == at || entry->record.newestFireTime == at))
        at += 1ms;
    m_asked.insert(id, at);
    m_lastAsked = std::max(m_lastAsked, at);
    return at;
}

void Books::onExecutorAdded(const QString &executor)
{
    for (JobEntry *entry : jobs.all()) {
        if (!entry->lacksExecutor || entry->job->executor != executor)
            continue;
        entry->lacksExecutor = false;
        entry->brokenReason.clear();
        queue(*entry);
        outbox.changed(*entry);
        post(EventType::JobModified, entry);
        takeUpLeft(*entry);
    }
}

void Books::takeUpLeft(const JobEntry &entry)
{
    if (!entry.isBroken())
        install(m_left.take(entry.record.id));
}

void Books::install(const QList<Run> &unfinished)
{
    for (const Run &run : unfinished) {
        const JobEntry *entry = jobs.find(run.jobId);
        if (entry && entry->isElsewhere && !store->isShared())
            continue;
        const bool isBroken = entry && entry->isBroken();
        if (isBroken && !(run.isActive() && store->isShared())) { // others would wait for its end
            m_left[run.jobId].append(run);
            continue;
        }
        const std::shared_ptr<const Job> job = entry && !isBroken ? entry->job : nullptr;
        if (run.isActive() || !job)
            desk.recover(run, job);
        else if (run.cancelRequested)
            desk.takeBack(run, job, QStringLiteral("cancelled"));
        else if (entry->isElsewhere) // since the store gave it here
            outbox.record(makeRun(run));
        else
            desk.wait(makeRun(run), job);
    }
}

void Books::breakJob(JobEntry &entry, const QString &reason)
{
    entry.brokenReason = reason;
    queueOf(entry).remove(entry);
    outbox.changed(entry);
    qCWarning(log).noquote() << "Job" << entry.record.id.value << "is broken:" << reason;
    post(EventType::JobBroken, &entry, reason);
}

void Books::forgetJob(JobEntry &entry)
{
    post(EventType::JobRemoved, &entry);
    for (const Run &run : m_left.take(entry.record.id)) {
        if (run.isActive())
            desk.recover(run, nullptr);
    }
    desk.release(entry);
    queueOf(entry).remove(entry);
    outbox.removed(entry);
    jobs.remove(JobId(entry.record.id));
}

void Books::post(EventType type, const JobEntry *entry, const QString &text)
{
    outbox.post({.type = type, .at = around.clock.now(), .job = entry ? entry->job : nullptr, .run = nullptr, .text = text});
}

} // namespace reveille
