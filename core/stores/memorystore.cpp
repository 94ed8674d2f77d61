// SPDX-License-Identifier: MIT
#include "core/stores/memorystore.h"

#include "core/base/prefetch.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct MemoryStoreText
{
    Q_DECLARE_TR_FUNCTIONS(MemoryStore)
};

template<typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template<typename T>
QFuture<Result<T>> ready(const tl::unexpected<Error> &error)
{
    return ready(Result<T>(error));
}

tl::unexpected<Error> rowIsKnown(const QString &url)
{
    return failure(ErrorCode::Conflict, MemoryStoreText::tr("This run is in %1 already").arg(url));
}

tl::unexpected<Error> noSuchJob(const JobId &id)
{
    return failure(ErrorCode::NotFound, MemoryStoreText::tr("There is no job “%1”").arg(id.value));
}

} // namespace

// Not inline, so that memory is freed where it is taken: a program may be built with other allocators than this library.
MemoryStore::MemoryStore(QObject *parent) : JobStore(parent) {}

MemoryStore::~MemoryStore() = default;

void MemoryStore::expect(size_t runs)
{
    MemoryShelf::reserveRows(runs);
}

QFuture<Result<void>> MemoryStore::open()
{
    if (m_open)
        return ready<void>(failure(ErrorCode::Refused, MemoryStoreText::tr("The store is open already")));
    m_open = true;
    return ready(Result<void>());
}

QFuture<Result<void>> MemoryStore::close()
{
    const Result<void> wasOpen = checkOpen();
    m_open = false;
    return ready(wasOpen);
}

Result<void> MemoryStore::checkOpen() const
{
    if (!m_open)
        return failure(ErrorCode::Refused, MemoryStoreText::tr("The store is not open"));
    return {};
}

MemoryShelf *MemoryStore::shelfWithJob(const JobId &id)
{
    MemoryShelf *shelf = m_ledger.find(id);
    return shelf && shelf->job ? shelf : nullptr;
}

void MemoryStore::addTo(StoreContents &contents, const MemoryShelf &shelf)
{
    contents.jobs.append(*shelf.job);
    if (const std::optional<Run> last = shelf.lastRun())
        contents.lastRuns.insert(shelf.job->id, *last);
    if (const int failures = shelf.countFailures(); failures > 0)
        contents.failures.insert(shelf.job->id, failures);
}

QFuture<Result<StoreContents>> MemoryStore::loadDue(TimePoint now)
{
    return ready(checkOpen().map([&] {
        StoreContents contents;
        contents.unfinishedRuns = m_ledger.unfinished();
        QSet<JobId> wanted;
        for (const Run &run : std::as_const(contents.unfinishedRuns))
            wanted.insert(run.jobId);
        for (const auto &[sequence, shelf] : m_jobs) {
            if ((shelf->job->nextFireTime && *shelf->job->nextFireTime <= now) || wanted.contains(shelf->job->id))
                addTo(contents, *shelf);
        }
        std::sort(contents.jobs.begin(), contents.jobs.end(),
                  [](const JobRecord &a, const JobRecord &b) { return a.sequence < b.sequence; });
        return contents;
    }));
}

QFuture<Result<StoreContents>> MemoryStore::loadPage(qint64 after, int limit)
{
    return ready(checkOpen().map([&] {
        std::vector<qint64> sequences;
        for (const auto &[sequence, shelf] : m_jobs) {
            if (sequence > after)
                sequences.push_back(sequence);
        }
        const auto end = sequences.begin() + std::min<ptrdiff_t>(limit, ptrdiff_t(sequences.size()));
        std::partial_sort(sequences.begin(), end, sequences.end());
        StoreContents contents;
        for (auto it = sequences.begin(); it != end; ++it)
            addTo(contents, *m_jobs.at(*it));
        return contents;
    }));
}

QFuture<Result<QList<JobRecord>>> MemoryStore::jobs(const QList<JobId> &ids)
{
    return ready(checkOpen().map([&] {
        QList<JobRecord> found;
        for (const JobId &id : ids) {
            if (const MemoryShelf *shelf = shelfWithJob(id))
                found.append(*shelf->job);
        }
        return found;
    }));
}

QFuture<Result<StoreChanges>> MemoryStore::changes()
{
    return ready(checkOpen().map([] { return StoreChanges(); }));
}

QFuture<Result<QList<JobRecord>>> MemoryStore::add(QList<JobRecord> jobs, const RunList &runs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready<QList<JobRecord>>(tl::unexpected(opened.error()));
    if (const size_t all = m_jobs.size() + size_t(jobs.size()); all > 2 * m_jobs.size()) { // at once, where it would be several times
        m_jobs.reserve(all);
        m_ledger.reserve(all);
    }
    std::vector<MemoryShelf *> added;
    added.reserve(size_t(jobs.size()));
    const auto refuse = [&](Error &&error) {
        for (MemoryShelf *shelf : added)
            takeJob(*shelf);
        return ready<QList<JobRecord>>(tl::unexpected(std::move(error)));
    };
    for (JobRecord &job : jobs) {
        MemoryShelf &shelf = m_ledger.shelfOf(job.id);
        if (shelf.job)
            return refuse({ErrorCode::Conflict, MemoryStoreText::tr("There is already a job “%1”").arg(job.id.value), u"id"_s});
        job.sequence = m_nextSequence++;
        shelf.job = job;
        m_jobs.emplace(job.sequence, &shelf);
        added.push_back(&shelf);
    }
    if (!m_ledger.write(runs))
        return refuse(rowIsKnown(url()).value());
    return ready(Result<QList<JobRecord>>(std::move(jobs)));
}

QFuture<Result<void>> MemoryStore::update(const QList<JobRecord> &jobs, const RunList &runs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QHash<JobId, JobRecord> updated; // an id may come twice, one revision after the other
    for (const JobRecord &job : jobs) {
        const MemoryShelf *shelf = shelfWithJob(job.id);
        if (!shelf)
            return ready<void>(noSuchJob(job.id));
        const JobRecord before = updated.value(job.id, *shelf->job);
        if (before.revision != job.revision - 1) {
            return ready<void>(failure(ErrorCode::Conflict,
                                       MemoryStoreText::tr("The job “%1” was changed meanwhile").arg(job.id.value)));
        }
        JobRecord after = job;
        after.sequence = before.sequence;
        updated.insert(job.id, after);
    }
    if (!m_ledger.write(runs))
        return ready<void>(rowIsKnown(url()));
    for (const JobRecord &job : std::as_const(updated))
        shelfWithJob(job.id)->job = job;
    return ready(Result<void>());
}

QFuture<Result<void>> MemoryStore::remove(const QList<JobId> &ids)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QSet<JobId> removed;
    for (const JobId &id : ids) {
        if (!shelfWithJob(id) || removed.contains(id))
            return ready<void>(noSuchJob(id));
        removed.insert(id);
    }
    for (const JobId &id : ids) {
        MemoryShelf &shelf = *shelfWithJob(id);
        shelf.rows.remove_if([](const MemoryShelf::Row &row) { return row.run->state == RunState::Waiting; });
        takeJob(shelf);
    }
    return ready(Result<void>());
}

void MemoryStore::takeJob(MemoryShelf &shelf)
{
    m_jobs.erase(m_ledger.takeJob(shelf).sequence);
}

QFuture<Result<ClaimResult>> MemoryStore::claim(const ClaimBatch &batch)
{
    return ready(checkOpen().map([&] {
        ClaimResult result;
        std::vector<MemoryShelf *> shelves; // all of them first, so that none is waited for by itself
        shelves.reserve(size_t(batch.jobs.size()));
        for (const JobClaim &claim : batch.jobs) {
            const auto found = m_jobs.find(claim.sequence);
            shelves.push_back(found == m_jobs.end() ? nullptr : found->second);
            prefetch(shelves.back());
        }
        for (const MemoryShelf *shelf : shelves) {
            if (shelf && !shelf->rows.empty())
                prefetch(&shelf->rows.back());
        }
        for (qsizetype i = 0; i < batch.jobs.size(); ++i)
            claimJob(shelves[size_t(i)], batch.jobs[i], result);
        for (const RunPtr &run : batch.waiting.shared()) {
            if (!m_ledger.claimWaiting(run))
                result.lostRuns.insert(run->id);
        }
        return result;
    }));
}

void MemoryStore::claimJob(MemoryShelf *shelf, const JobClaim &claim, ClaimResult &result)
{
    if (!shelf || shelf->job->revision != claim.revision || shelf->job->nextFireTime != claim.expected) {
        result.lostJobs.insert(claim.jobId());
        return;
    }
    shelf->job->nextFireTime = claim.next;
    shelf->job->newestFireTime = claim.newestFireTime;
    for (const RunPtr &run : claim.rows.shared()) {
        if (!m_ledger.insert(*shelf, run))
            result.lostRuns.insert(run->id);
    }
}

QFuture<Result<void>> MemoryStore::record(const RunList &runs)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        if (!m_ledger.write(runs))
            return rowIsKnown(url());
        return {};
    }));
}

QFuture<Result<void>> MemoryStore::requestCancel(const RunId &id)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        if (m_ledger.requestCancel(id))
            return {};
        return failure(ErrorCode::NotFound, QCoreApplication::translate("JobStore", "The run has ended"));
    }));
}

QFuture<Result<QList<Run>>> MemoryStore::runs(const RunQuery &query)
{
    return ready(checkOpen().map([&] { return m_ledger.runs(query); }));
}

QFuture<Result<int>> MemoryStore::prune(const Retention &retention, TimePoint now)
{
    return ready(checkOpen().map([&] { return int(m_ledger.prune(retention, now)); }));
}

} // namespace reveille
