// SPDX-License-Identifier: MIT
// From the store into the books of its scheduler.
#include "core/scheduler/storescheduler.h"

#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <limits>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds PruneFirstAfter = 15min; // a clock that is far ahead at the start of a machine is put right by then
constexpr milliseconds PutRightAgainAfter = 30s;
constexpr int JobsInOnePage = 2000;
constexpr qint64 WholeStore = std::numeric_limits<qint64>::max();

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

struct StoreScheduler::Loaded
{
    StoreContents contents;
    QList<ReadJob> read; ///< one for each of its jobs
};

QFuture<Result<void>> StoreScheduler::open()
{
    return m_operations.run<void>([this] {
        // A start that failed is tried again, and does not do again what is done.
        if (m_hasTakenIn)
            return ready<void>({});
        if (!m_isOpen)
            m_books.store->setHost(m_books.around.host);
        const QFuture<Result<void>> opened = m_isOpen ? ready<void>({}) : m_books.store->open();
        const auto due = andThen(opened, this, [this] {
            m_isOpen = true;
            return m_books.store->loadDue(m_books.around.clock.now());
        });
        return andThen(takeIn(due), this, [this](const std::vector<JobEntry *> &entries) {
            m_hasTakenIn = true;
            return putRight(m_edits.misplaced(entries));
        });
    }).then(this, [this](const Result<void> &opened) {
        m_notLoaded = opened ? std::nullopt : std::optional(opened.error());
        return opened;
    });
}

// The jobs are read on another thread: a hundred thousand take seconds.
QFuture<Result<std::vector<JobEntry *>>> StoreScheduler::takeIn(QFuture<Result<StoreContents>> loading)
{
    const auto read = [context = m_books.around.context()](const Result<StoreContents> &contents) {
        return contents.map([&](const StoreContents &found) {
            Loaded loaded{found, {}};
            loaded.read.reserve(found.jobs.size());
            for (const JobRecord &record : found.jobs)
                loaded.read.append(readJob(record, context));
            return loaded;
        });
    };
    return here(loading.then(&m_readers, read), this).then(this, [this](const Result<Loaded> &loaded) {
        return loaded.map([this](const Loaded &jobs) { return install(jobs); });
    });
}

std::vector<JobEntry *> StoreScheduler::install(const Loaded &loaded)
{
    const StoreContents &contents = loaded.contents;
    std::vector<JobEntry *> entries;
    for (qsizetype i = 0; i < contents.jobs.size(); ++i) {
        const JobRecord &record = contents.jobs[i];
        if (m_books.jobs.find(record.id) || m_exhausted.contains(record.id))
            continue; // it was due, and has gone on since
        if (m_books.around.isKnown(record.id)) {
            qCWarning(log).noquote() << "Job" << record.id.value << "of the job store" << alias()
                                     << "is left alone: another store has a job of this id";
            continue;
        }
        JobEntry &entry = m_books.install(record, loaded.read[i]);
        if (const auto last = contents.lastRuns.constFind(record.id); last != contents.lastRuns.constEnd())
            entry.setLastRun(makeRun(*last));
        entry.failuresInARow = contents.failures.value(record.id);
        entries.push_back(&entry);
    }
    m_books.install(contents.unfinishedRuns);
    Q_EMIT dueChanged();
    return entries;
}

// There may be more of the job by now, here or elsewhere.
QFuture<Result<void>> StoreScheduler::removeExhausted(const JobId &id)
{
    const auto remove = [this, id] {
        const JobEntry *entry = m_books.jobs.find(id);
        return entry && RunDesk::isExhausted(*entry) && entry->record.activeElsewhere == 0 ? m_edits.remove({id}) : ready<void>({});
    };
    if (!m_books.store->isShared())
        return remove();
    const auto look = [this, id] { return readAgain({id}); };
    return andThen(andThen(m_books.outbox.flush(), this, look), this, remove);
}

void StoreScheduler::load()
{
    if (m_state == SchedulerState::Stopped)
        return;
    if (!m_hasTakenIn) {
        if (!m_notLoaded)
            tellNotLoaded({ErrorCode::Unavailable, Messages::tr("%1 is not open yet").arg(m_books.store->url()), {}});
        if (!m_isClosed) // by who was told
            onStoreAnswered(*m_notLoaded);
        if (m_isClosed)
            return;
        open().then(this, [this](const Result<void> &opened) {
            if (opened)
                load();
            else
                loadLater(opened.error());
        });
        return;
    }
    const QFuture<Result<StoreContents>> page = m_books.store->loadPage(m_loadedTo, JobsInOnePage).then(this, [this](const Result<StoreContents> &found) {
        if (found)
            m_loadedTo = found->jobs.isEmpty() ? WholeStore : found->jobs.last().sequence;
        return found;
    });
    takeIn(page).then(this, [this](const Result<std::vector<JobEntry *>> &entries) {
        if (!entries)
            return loadLater(entries.error());
        m_loadPause = TryAgainAfter;
        m_notLoaded.reset();
        onStoreAnswered(std::nullopt);
        if (const QList<Job> misplaced = m_edits.misplaced(*entries); !misplaced.isEmpty())
            std::ignore = m_operations.run<void>([this, misplaced] { return putRight(misplaced); });
        if (m_loadedTo != WholeStore)
            return load();
        if (isLoaded()) // it was closed meanwhile
            return;
        m_exhausted.clear();
        m_loaded.give({});
        Q_EMIT loaded();
        m_pruneTimer.start(PruneFirstAfter);
        if (m_books.store->isShared()) // another may have waiting runs of them
            return;
        for (const JobEntry *entry : m_books.jobs.all()) // those that a crash kept from being removed
            m_books.desk.forgetIfExhausted(*entry);
    });
}

// What the store does not take now is tried again when the alarm rings next after a pause; it rings every minute.
QFuture<Result<void>> StoreScheduler::putRight(const QList<Job> &misplaced)
{
    return computeAnew(misplaced).then(this, [this](const Result<void> &done) -> Result<void> {
        if (!done) {
            qCWarning(log).noquote() << "Fire times that a wrong clock gave could not be put right, trying again:" << done.error().text();
            m_putRightAt = m_books.around.clock.now() + PutRightAgainAfter;
        }
        return {};
    });
}

QFuture<Result<void>> StoreScheduler::computeAnew(const QList<Job> &misplaced)
{
    if (misplaced.isEmpty())
        return ready<void>({});
    const auto settle = [this, misplaced](const Result<QList<JobSnapshot>> &done) {
        if (done) {
            Q_EMIT dueChanged();
            return ready<void>({});
        }
        if (done.error().code == ErrorCode::Unavailable || misplaced.size() == 1)
            return failed<void>(done.error());
        QFuture<Result<void>> all = ready<void>({}); // one is at fault; the others must not wait for a wrong time
        for (const Job &job : misplaced) {
            all = all.then(this, [this, job](const Result<void> &before) {
                return computeAnew({job}).then(this, [before](const Result<void> &one) { return before ? one : before; });
            }).unwrap();
        }
        return all;
    };
    return m_edits.modify(misplaced, EditDesk::Place::ComputeAnew).then(this, settle).unwrap();
}

JobSnapshot StoreScheduler::job(const JobId &id)
{
    m_books.outbox.catchUp();
    return m_books.jobs.find(id)->snapshot();
}

QFuture<Result<void>> StoreScheduler::whenLoaded()
{
    return m_loaded.wait();
}

QFuture<Result<void>> StoreScheduler::whenEditable()
{
    return m_notLoaded ? failed<void>(*m_notLoaded) : m_loaded.wait();
}

void StoreScheduler::loadLater(const Error &error)
{
    qCWarning(log).noquote() << "The jobs can't be loaded, trying again:" << error.text();
    if (m_isClosed)
        return;
    m_loadAgain.start(m_loadPause);
    m_loadPause = std::min(LongestPause, m_loadPause * 2);
    onStoreAnswered(error);
    tellNotLoaded(error);
}

// Who waits for a store that does not answer is told so; who asks later waits for the next attempt.
void StoreScheduler::tellNotLoaded(const Error &error)
{
    m_notLoaded = error;
    m_loaded.tellWaiting(tl::unexpected(error));
}

QList<JobSnapshot> StoreScheduler::jobs()
{
    m_books.outbox.catchUp();
    QList<JobSnapshot> snapshots;
    for (const JobEntry *entry : m_books.jobs.all())
        snapshots.append(entry->snapshot());
    return snapshots;
}

} // namespace reveille
