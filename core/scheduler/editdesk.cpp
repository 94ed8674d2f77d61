// SPDX-License-Identifier: MIT
#include "core/scheduler/editdesk.h"

#include "core/base/guarded.h"
#include "core/scheduler/books.h"
#include "core/time/clock.h"

#include <QCoreApplication>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

// An interval without a start begins anew with each program that adds it; one that replaces itself goes on as before.
std::shared_ptr<const Job> NewJob::replacementOf(const Job &known, const TriggerContext &context) const
{
    auto replacement = std::make_shared<Job>(*job);
    replacement->paused = job->paused || known.paused;
    if (!keepsStart || !job->trigger || !known.trigger)
        return replacement;
    const QString key = QStringLiteral("start_date");
    const QJsonObject before = known.trigger->toJson();
    QJsonObject trigger = job->trigger->toJson();
    if (before.value(QStringLiteral("type")) != trigger.value(QStringLiteral("type")) || !before.contains(key))
        return replacement;
    trigger.insert(key, before.value(key));
    if (const Result<Trigger> kept = Trigger::parse(trigger, context))
        replacement->trigger = *kept;
    return replacement;
}

EditDesk::EditDesk(Books &books, ClaimDesk &claims, QObject *parent)
    : QObject(parent)
    , m_books(books)
    , m_claims(claims)
{
}

Result<void> EditDesk::check(const Job &job) const
{
    if (job.function && !m_books.store->keepsFunctions()) {
        return invalid(QStringLiteral("store"), Messages::tr("a function without a name lives in memory only; register it under a name for “%1”")
                                                    .arg(m_books.alias));
    }
    if (!job.runsOn(m_books.around.host)) // it is that machine's executor
        return {};
    const Executor *executor = m_books.around.executors.find(job.executor);
    if (!executor)
        return invalid(QStringLiteral("executor"), Messages::tr("there is no executor “%1”").arg(job.executor));
    return guarded([&] { return executor->accepts(job); }).and_then([](const Result<void> &accepted) { return accepted; });
}

// The store itself knows its own.
Result<void> EditDesk::checkIsFree(const JobId &id) const
{
    if (m_books.jobs.find(id) || !m_books.around.isKnown(id))
        return {};
    return tl::unexpected(Error{ErrorCode::Conflict, Messages::tr("There is already a job “%1” in another job store").arg(id.value), QStringLiteral("id")});
}

// Where several machines share a store, a reminder is to ring where it was made, and not where it is claimed first.
std::shared_ptr<const Job> EditDesk::withHost(const std::shared_ptr<const Job> &job, const QString &host) const
{
    if (!job->host.isEmpty() || !m_books.store->isShared() || job->taskType() != u"reminder")
        return job;
    const auto own = std::make_shared<Job>(*job);
    own->host = host;
    return own;
}

EditDesk::Snapshots EditDesk::add(const QList<NewJob> &jobs)
{
    QList<JobRecord> records;
    RunList asked; // of jobs without a trigger, which run once and now
    QList<Job> replaced;
    Given given; // of those
    records.reserve(jobs.size());
    for (const NewJob &added : jobs) {
        const std::shared_ptr<const Job> owned = withHost(added.job, m_books.around.host);
        const Job &job = *owned;
        const JobEntry *known = m_books.jobs.find(job.id);
        if (!job.trigger && added.nextRunTime)
            return failed<QList<JobSnapshot>>(needsTrigger());
        if (known && added.ifKnown == NewJob::IfKnown::Replace) {
            const JobContext context = m_books.around.context();
            replaced.append(*withHost(added.replacementOf(*known->job, context.trigger), known->job->host));
            if (added.nextRunTime)
                given.nextRunTimes.insert(job.id, *added.nextRunTime);
            if (!job.trigger && !replaced.last().paused)
                given.asked.append(askedRun(job.id, m_books.askAt(job.id)));
            continue;
        }
        if (const Result<void> free = checkIsFree(job.id); !free)
            return failed<QList<JobSnapshot>>(free.error());
        if (const Result<void> ok = check(job); !ok)
            return failed<QList<JobSnapshot>>(ok.error());
        const Result<OptionalTime> next = added.nextRunTime ? added.nextRunTime : m_books.nextFireTime(job, std::nullopt);
        if (!next)
            return failed<QList<JobSnapshot>>(next.error());
        if (job.trigger && !*next)
            return failed<QList<JobSnapshot>>(neverFires());
        JobRecord record = toRecord(owned, added.nextRunTime);
        record.nextFireTime = *next;
        records.append(record);
        if (!job.trigger && !job.paused)
            asked.append(askedRun(job.id, m_books.around.clock.now()));
    }
    const Snapshots written = writeNew(std::move(records), asked);
    if (replaced.isEmpty())
        return written;
    return andThen(written, this, [this, replaced, given](const QList<JobSnapshot> &added) {
        return modify(replaced, Place::Keep, given).then(this, [added](const Result<QList<JobSnapshot>> &modified) {
            return modified.map([&](const QList<JobSnapshot> &snapshots) { return added + snapshots; });
        });
    });
}

EditDesk::Snapshots EditDesk::writeNew(QList<JobRecord> records, const RunList &asked)
{
    if (records.isEmpty())
        return ready<QList<JobSnapshot>>(QList<JobSnapshot>());
    return m_books.store->add(std::move(records), asked).then(this, [this, asked](const Result<QList<JobRecord>> &added) {
        return added.map([&](const QList<JobRecord> &all) {
            QList<JobSnapshot> snapshots;
            snapshots.reserve(all.size());
            for (const JobRecord &record : all) {
                JobEntry &entry = m_books.put(record, {record.data.job(), {}, record.data.given()});
                m_books.queue(entry);
                m_books.post(EventType::JobAdded, &entry);
                m_books.outbox.changed(entry);
                snapshots.append(entry.snapshot());
            }
            begin(asked);
            return snapshots;
        });
    });
}

void EditDesk::begin(const RunList &asked)
{
    for (const RunPtr &run : asked.shared())
        m_books.desk.wait(run, m_books.jobs.find(run->jobId)->job);
}

EditDesk::Snapshots EditDesk::restore(const QList<Job> &jobs)
{
    std::ignore = m_books.outbox.writeRows();
    QList<QFuture<Result<QList<Run>>>> asked;
    for (const Job &job : jobs)
        asked.append(m_books.store->runs({.jobId = job.id, .limit = 100, .withOutput = false}));
    return QtFuture::whenAll(asked.begin(), asked.end())
        .then(this, [this, jobs](const QList<QFuture<Result<QList<Run>>>> &answers) {
            QList<QList<Run>> histories;
            for (const QFuture<Result<QList<Run>>> &answer : answers)
                histories.append(answer.result().value_or(QList<Run>()));
            return writeBack(jobs, histories);
        })
        .unwrap();
}

// Adds jobs that were there before, each with its newest runs.
EditDesk::Snapshots EditDesk::writeBack(const QList<Job> &jobs, const QList<QList<Run>> &histories)
{
    QList<JobRecord> records;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        if (const Result<void> free = checkIsFree(jobs[i].id); !free)
            return failed<QList<JobSnapshot>>(free.error());
        JobRecord record = toRecord(std::make_shared<const Job>(jobs[i]));
        for (const Run &run : histories[i]) {
            if (run.cause == Cause::Schedule)
                record.newestFireTime = std::max(record.newestFireTime, OptionalTime(run.until.value_or(run.scheduledAt)));
        }
        record.nextFireTime = m_books.nextFireTime(jobs[i], record.newestFireTime).value_or(std::nullopt);
        records.append(record);
    }
    return andThen(writeNew(std::move(records)), this, [this, histories](const QList<JobSnapshot> &added) {
        QList<JobSnapshot> snapshots;
        for (qsizetype i = 0; i < added.size(); ++i) {
            JobEntry *entry = m_books.jobs.find(added[i].job->id);
            entry->takeHistory(histories[i]);
            snapshots.append(entry->snapshot());
        }
        return ready<QList<JobSnapshot>>(snapshots);
    });
}

EditDesk::Snapshots EditDesk::modify(const QList<Job> &jobs, Place place, const Given &given)
{
    std::vector<JobEntry *> resumed;
    RunList asked = given.asked;
    for (const Job &job : jobs) {
        JobEntry *entry = m_books.jobs.find(job.id);
        if (!entry)
            return failed<QList<JobSnapshot>>(noSuchJob(job.id));
        if (!entry->job->paused || job.paused)
            continue;
        resumed.push_back(entry);
        if (!job.trigger && !entry->lastRun && entry->runs.isEmpty()) // it was to run at once, and was paused by then
            asked.append(askedRun(job.id, m_books.around.clock.now()));
    }
    return andThen(m_claims.skipPaused(resumed, TimePoint::min()), this, [this, jobs, place, given, asked] {
        const Result<QList<JobRecord>> records = editedRecords(jobs, place, given);
        return records ? writeEdits(*records, asked) : failed<QList<JobSnapshot>>(records.error());
    });
}

Result<QList<JobRecord>> EditDesk::editedRecords(const QList<Job> &jobs, Place place, const Given &given) const
{
    const TimePoint now = m_books.around.clock.now();
    QList<JobRecord> records;
    for (const Job &job : jobs) {
        const JobEntry *entry = m_books.jobs.find(job.id);
        if (!entry)
            return tl::unexpected(noSuchJob(job.id));
        JobRecord record;
        record.id = job.id;
        record.sequence = entry->record.sequence;
        record.revision = entry->record.revision + 1;
        record.newestFireTime = entry->record.newestFireTime;
        record.activeElsewhere = entry->record.activeElsewhere;
        const bool sameTrigger = (!entry->isBroken() || entry->lacksExecutor) && entry->job->trigger == job.trigger;
        const OptionalTime before = entry->record.nextFireTime;
        const bool isPutRight = entry->job->paused && !job.paused && isMisplaced(*entry); // the clock was set back meanwhile
        const bool keepsPlace = sameTrigger && !isPutRight && (place == Place::Keep || !before || *before <= now);
        OptionalTime givenTime = keepsPlace && entry->isNextGiven() ? before : std::nullopt;
        if (const auto anew = given.nextRunTimes.constFind(job.id); anew != given.nextRunTimes.cend())
            givenTime = *anew;
        if (givenTime && !job.trigger)
            return tl::unexpected(needsTrigger());
        const Result<OptionalTime> next = givenTime ? givenTime : keepsPlace ? before : m_books.nextFireTime(job, entry->record.newestFireTime);
        if (!next)
            return tl::unexpected(next.error());
        record.nextFireTime = *next;
        record.data = JobText(std::make_shared<const Job>(job), givenTime);
        if (job.trigger && !*next && !sameTrigger)
            return tl::unexpected(neverFires());
        if (const Result<void> ok = place == Place::ComputeAnew ? Result<void>() : check(job); !ok)
            return tl::unexpected(ok.error());
        records.append(record);
    }
    return records;
}

EditDesk::Snapshots EditDesk::writeEdits(const QList<JobRecord> &records, const RunList &asked)
{
    return andThen(m_books.store->update(records, asked), this, [this, records, asked] {
        QList<JobSnapshot> snapshots;
        for (const JobRecord &record : records) {
            JobEntry &entry = m_books.put(record, {record.data.job(), {}, record.data.given()});
            m_books.queue(entry);
            m_books.post(EventType::JobModified, &entry);
            m_books.outbox.changed(entry);
            m_books.desk.onJobChanged(entry);
            m_books.takeUpLeft(entry);
            snapshots.append(entry.snapshot());
        }
        begin(asked);
        for (const JobRecord &record : records) {
            if (!m_books.store->isShared()) // another may have waiting runs of it
                m_books.desk.forgetIfExhausted(*m_books.jobs.find(record.id));
        }
        return ready<QList<JobSnapshot>>(snapshots);
    });
}

bool EditDesk::isMisplaced(const JobEntry &entry) const
{
    if (entry.isBroken() || entry.isNextGiven() || !entry.record.nextFireTime)
        return false;
    const OptionalTime next = m_books.nextFireTime(*entry.job, entry.record.newestFireTime).value_or(std::nullopt);
    return next && *next < *entry.record.nextFireTime;
}

QList<Job> EditDesk::misplaced(const std::vector<JobEntry *> &entries) const
{
    QList<Job> late;
    for (const JobEntry *entry : entries) {
        if (entry->isScheduledHere() && isMisplaced(*entry))
            late.append(*entry->job);
    }
    return late;
}

QFuture<Result<void>> EditDesk::setPaused(const QList<JobId> &ids, bool paused)
{
    QList<Job> jobs;
    for (const JobId &id : ids) {
        const JobEntry *entry = m_books.jobs.find(id);
        if (!entry || entry->isBroken())
            return failed<void>(entry ? isBroken(*entry) : noSuchJob(id));
        jobs.append(*entry->job);
        jobs.last().paused = paused;
    }
    return andThen(modify(jobs), this, [](const QList<JobSnapshot> &) { return ready<void>({}); });
}

QFuture<Result<void>> EditDesk::remove(const QList<JobId> &ids)
{
    for (const JobId &id : ids) {
        if (!m_books.jobs.find(id))
            return failed<void>(noSuchJob(id));
    }
    std::ignore = m_books.outbox.writeRows(); // what waits is removed with its job, and must not come behind it
    return andThen(m_books.store->remove(ids), this, [this, ids] {
        for (const JobId &id : ids) {
            if (JobEntry *entry = m_books.jobs.find(id))
                m_books.forgetJob(*entry);
        }
        return ready<void>({});
    });
}

} // namespace reveille
