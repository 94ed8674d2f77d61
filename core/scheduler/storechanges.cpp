// SPDX-License-Identifier: MIT
// What others who share a store do, as far as it concerns its scheduler.
#include "core/scheduler/storescheduler.h"

#include "core/time/clock.h"

namespace reveille {

namespace {

constexpr milliseconds LookAgainAfter = 60s; // where the machine that a job belongs to has not come to it
constexpr int JobsInOneLook = 100; // so that what runs here does not wait for long

} // namespace

QFuture<Result<void>> StoreScheduler::readAgain(const QList<JobId> &ids)
{
    return andThen(m_books.store->jobs(ids), this, [this, ids](const QList<JobRecord> &records) {
        QSet<JobId> gone(ids.cbegin(), ids.cend());
        for (const JobRecord &record : records) {
            gone.remove(record.id);
            takeOver(record);
        }
        for (const JobId &id : std::as_const(gone)) {
            if (JobEntry *entry = m_books.jobs.find(id))
                m_books.forgetJob(*entry);
        }
        Q_EMIT dueChanged();
        return ready<void>({});
    });
}

// Before an edit: what other machines run has gone on, and must not be put back to where it was when it was read last.
QFuture<Result<void>> StoreScheduler::readElsewhere(const QList<JobId> &ids)
{
    QList<JobId> elsewhere = ids;
    elsewhere.removeIf([this](const JobId &id) {
        const JobEntry *entry = m_books.jobs.find(id);
        return !entry || !entry->isElsewhere;
    });
    return elsewhere.isEmpty() || !m_books.store->isShared() ? ready<void>({}) : readAgain(elsewhere);
}

// Claims of other machines are no news: they would be too many.
void StoreScheduler::lookElsewhere()
{
    const TimePoint now = m_books.around.clock.now();
    if (m_isLooking || m_state != SchedulerState::Running)
        return;
    QList<JobId> ids;
    for (Due *item : m_books.elsewhere.takeDue(now, JobsInOneLook)) {
        JobEntry &entry = *static_cast<JobEntry *>(item);
        ids.append(entry.record.id);
        m_books.elsewhere.schedule(entry, now + LookAgainAfter, entry.record.sequence);
    }
    if (ids.isEmpty())
        return;
    m_isLooking = true;
    m_operations.run<void>([this, ids] { return readAgain(ids); }).then(this, [this](const Result<void> &) {
        m_isLooking = false;
        Q_EMIT dueChanged();
    });
}

QFuture<Result<void>> StoreScheduler::readChanges()
{
    return andThen(m_books.store->changes(), this, [this](const StoreChanges &changes) {
        for (const JobId &id : changes.removed) { // first: a job may be added again
            if (JobEntry *entry = m_books.jobs.find(id))
                m_books.forgetJob(*entry);
        }
        for (const JobRecord &record : changes.jobs)
            takeOver(record);
        m_books.install(changes.unfinishedRuns);
        for (const auto &[id, reason] : changes.cancelRequests.asKeyValueRange())
            endForOthers(id, reason);
        Q_EMIT dueChanged();
        return ready<void>({});
    });
}

// One that has ended is on its way to the ledger, and so is that it was asked to.
void StoreScheduler::endForOthers(const RunId &id, const QString &reason)
{
    const TrackedRun *run = m_books.desk.find(id);
    if (run && !run->run->cancelRequested)
        std::ignore = m_books.desk.cancel(id, reason);
}

// A job as the store has it. Where the books had it otherwise, it may be due at once, and so may a run that waited for
// others of its job.
void StoreScheduler::takeOver(const JobRecord &record)
{
    JobEntry *entry = m_books.jobs.find(record.id);
    if (!entry && m_books.around.isKnown(record.id)) // left alone, as at the start
        return;
    if (!entry || entry->record.revision != record.revision) {
        const EventType type = entry ? EventType::JobModified : EventType::JobAdded;
        JobEntry &installed = m_books.install(record, readJob(record, m_books.around.context()));
        m_books.post(type, &installed);
        if (!installed.isBroken())
            m_books.desk.onJobChanged(installed);
        return;
    }
    JobRecord known = entry->record;
    known.data = record.data;
    if (known == record)
        return;
    entry->record = record;
    entry->record.data = {};
    m_books.queue(*entry);
    m_books.desk.callNext(*entry);
    m_books.outbox.changed(*entry);
}

} // namespace reveille
