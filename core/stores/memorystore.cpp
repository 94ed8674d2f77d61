// SPDX-License-Identifier: MIT
#include "core/stores/memorystore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

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

bool hasFireTime(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

tl::unexpected<Error> noSuchJob(const JobId &id)
{
    return failure(ErrorCode::NotFound, MemoryStoreText::tr("There is no job “%1”").arg(id.value));
}

} // namespace

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

MemoryStore::Shelf *MemoryStore::shelfOf(const JobId &id)
{
    const auto found = m_shelves.find(id);
    return found == m_shelves.end() || !found->second.job ? nullptr : &found->second;
}

void MemoryStore::addTo(StoreContents &contents, const Shelf &shelf)
{
    contents.jobs.append(*shelf.job);
    if (const std::optional<Run> last = lastRun(shelf))
        contents.lastRuns.insert(shelf.job->id, *last);
    if (const int failures = countFailures(shelf); failures > 0)
        contents.failures.insert(shelf.job->id, failures);
}

QFuture<Result<StoreContents>> MemoryStore::loadDue(TimePoint now)
{
    return ready(checkOpen().map([&] {
        StoreContents contents;
        QSet<JobId> wanted;
        for (const Row &row : m_unfinished) {
            contents.unfinishedRuns.append(row.run);
            contents.unfinishedRuns.last().output.clear();
            wanted.insert(row.run.jobId);
        }
        std::stable_sort(contents.unfinishedRuns.begin(), contents.unfinishedRuns.end(),
                         [](const Run &a, const Run &b) { return a.dueAt < b.dueAt; });
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
            if (const Shelf *shelf = shelfOf(id))
                found.append(*shelf->job);
        }
        return found;
    }));
}

QFuture<Result<StoreChanges>> MemoryStore::changes()
{
    return ready(checkOpen().map([] { return StoreChanges(); }));
}

QFuture<Result<QList<JobRecord>>> MemoryStore::add(const QList<JobRecord> &jobs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready<QList<JobRecord>>(tl::unexpected(opened.error()));
    QList<JobRecord> records = jobs;
    std::vector<Shelf *> added;
    for (JobRecord &job : records) {
        Shelf &shelf = m_shelves[job.id];
        if (shelf.job) {
            for (Shelf *other : added)
                takeJob(*other);
            return ready<QList<JobRecord>>(tl::unexpected(
                Error{ErrorCode::Conflict, MemoryStoreText::tr("There is already a job “%1”").arg(job.id.value), u"id"_s}));
        }
        job.sequence = m_nextSequence++;
        shelf.job = job;
        m_jobs.emplace(job.sequence, &shelf);
        added.push_back(&shelf);
    }
    return ready(Result<QList<JobRecord>>(records));
}

QFuture<Result<void>> MemoryStore::update(const QList<JobRecord> &jobs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QHash<JobId, JobRecord> updated; // an id may come twice, one revision after the other
    for (const JobRecord &job : jobs) {
        const Shelf *shelf = shelfOf(job.id);
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
    for (const JobRecord &job : std::as_const(updated))
        shelfOf(job.id)->job = job;
    return ready(Result<void>());
}

QFuture<Result<void>> MemoryStore::remove(const QList<JobId> &ids)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QSet<JobId> removed;
    for (const JobId &id : ids) {
        if (!shelfOf(id) || removed.contains(id))
            return ready<void>(noSuchJob(id));
        removed.insert(id);
    }
    for (const JobId &id : ids) {
        Shelf &shelf = *shelfOf(id);
        const std::vector<Row *> rows = shelf.rows;
        for (const Row *row : rows) {
            if (row->run.state == RunState::Waiting)
                forget(*row);
        }
        takeJob(shelf);
    }
    return ready(Result<void>());
}

void MemoryStore::takeJob(Shelf &shelf)
{
    const JobRecord job = *std::exchange(shelf.job, std::nullopt);
    m_jobs.erase(job.sequence);
    if (shelf.rows.empty())
        m_shelves.erase(job.id);
}

QFuture<Result<ClaimResult>> MemoryStore::claim(const ClaimBatch &batch)
{
    return ready(checkOpen().map([&] {
        ClaimResult result;
        for (const JobClaim &claim : batch.jobs)
            claimJob(claim, result);
        for (const Run &run : batch.waiting) {
            const auto row = m_rows.find(run.id);
            if (row == m_rows.end() || row->second->run.state != RunState::Waiting || !put(run))
                result.lostRuns.insert(run.id);
        }
        return result;
    }));
}

void MemoryStore::claimJob(const JobClaim &claim, ClaimResult &result)
{
    const auto found = m_jobs.find(claim.sequence);
    Shelf *shelf = found == m_jobs.end() ? nullptr : found->second;
    if (!shelf || shelf->job->revision != claim.revision || shelf->job->nextFireTime != claim.expected) {
        result.lostJobs.insert(claim.jobId);
        return;
    }
    shelf->job->nextFireTime = claim.next;
    shelf->job->newestFireTime = claim.newestFireTime;
    for (const Run &run : claim.rows) {
        if (!insert(*shelf, run))
            result.lostRuns.insert(run.id);
    }
}

QFuture<Result<void>> MemoryStore::record(const QList<Run> &runs)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        if (!putAll(runs))
            return failure(ErrorCode::Conflict, MemoryStoreText::tr("This run is in %1 already").arg(url()));
        return {};
    }));
}

bool MemoryStore::matches(const Run &run, const RunQuery &query)
{
    return (!query.runId || run.id == *query.runId) && (!query.since || run.scheduledAt >= *query.since)
        && (!query.until || run.scheduledAt <= *query.until) && (!query.outcome || run.outcome == query.outcome);
}

// Of each job the newest row that was not taken yet stands in a heap: so it looks at no more rows than it answers with.
QFuture<Result<QList<Run>>> MemoryStore::runs(const RunQuery &query)
{
    return ready(checkOpen().map([&] {
        struct Cursor
        {
            const Shelf *shelf;
            size_t left; ///< rows before the one that is next
            [[nodiscard]] const Row *row() const { return shelf->rows[left]; }
        };
        const auto isOlder = [](const Cursor &a, const Cursor &b) { return isBefore(a.row(), b.row()); };
        std::vector<Cursor> cursors;
        const auto begin = [&](const Shelf &shelf) {
            if (!shelf.rows.empty())
                cursors.push_back({&shelf, shelf.rows.size() - 1});
        };
        if (query.runId) {
            if (const auto row = m_rows.find(*query.runId); row != m_rows.end())
                begin(*row->second->shelf);
        } else if (query.jobId) {
            if (const auto shelf = m_shelves.find(*query.jobId); shelf != m_shelves.end())
                begin(shelf->second);
        } else {
            for (const auto &[id, shelf] : m_shelves)
                begin(shelf);
        }
        std::make_heap(cursors.begin(), cursors.end(), isOlder);
        QList<Run> found;
        while (!cursors.empty() && found.size() < query.limit) {
            std::pop_heap(cursors.begin(), cursors.end(), isOlder);
            Cursor &cursor = cursors.back();
            const Run &run = cursor.row()->run;
            if ((!query.jobId || run.jobId == *query.jobId) && matches(run, query)) {
                found.append(run);
                if (!query.withOutput)
                    found.last().output.clear();
            }
            if (cursor.left == 0) {
                cursors.pop_back();
            } else {
                --cursor.left;
                std::push_heap(cursors.begin(), cursors.end(), isOlder);
            }
        }
        return found;
    }));
}

QFuture<Result<int>> MemoryStore::prune(const Retention &retention, TimePoint now)
{
    return ready(checkOpen().map([&] {
        const TimePoint oldest = now - retention.age;
        std::vector<const Row *> forgotten;
        for (const auto &[id, shelf] : m_shelves) {
            int kept = 0;
            for (auto it = shelf.rows.crbegin(); it != shelf.rows.crend(); ++it) {
                const Run &run = (*it)->run;
                if (run.state != RunState::Finished)
                    continue;
                const bool newest = it == shelf.rows.crbegin();
                const bool old = run.scheduledAt < oldest && run.finishedAt && *run.finishedAt < oldest;
                if (!newest && (old || kept >= std::max(1, retention.runsPerJob)))
                    forgotten.push_back(*it);
                else
                    ++kept;
            }
        }
        for (const Row *row : forgotten)
            forget(*row);
        return int(forgotten.size());
    }));
}

bool MemoryStore::putAll(const QList<Run> &runs)
{
    if (conflicts(runs))
        return false;
    for (const Run &run : runs)
        std::ignore = put(run);
    return true;
}

bool MemoryStore::conflicts(const QList<Run> &runs) const
{
    std::map<std::tuple<JobId, TimePoint, int>, RunId> taken; // by those of `runs` before
    for (const Run &run : runs) {
        if (!hasFireTime(run))
            continue;
        const auto row = m_rows.find(run.id);
        if (row != m_rows.end() && hasFireTime(row->second->run) && row->second->run.scheduledAt == run.scheduledAt
            && row->second->run.attempt == run.attempt)
            continue; // it keeps its place
        const auto shelf = m_shelves.find(run.jobId);
        if ((shelf != m_shelves.end() && holdsFireTime(shelf->second, run.scheduledAt, run.attempt, run.id))
            || taken.emplace(std::tuple(run.jobId, run.scheduledAt, run.attempt), run.id).first->second != run.id)
            return true;
    }
    return false;
}

// Replaces a row that there is, in its place in the order.
bool MemoryStore::put(const Run &run)
{
    const auto found = m_rows.find(run.id);
    if (found == m_rows.end())
        return insert(m_shelves[run.jobId], run);
    Row &row = *found->second;
    if (hasFireTime(run) && holdsFireTime(*row.shelf, run.scheduledAt, run.attempt, run.id))
        return false;
    const bool wasUnfinished = row.run.state != RunState::Finished;
    const bool isUnfinished = run.state != RunState::Finished;
    const bool moves = run.scheduledAt != row.run.scheduledAt;
    if (moves)
        displace(row);
    row.run = run;
    if (moves)
        place(row);
    if (wasUnfinished != isUnfinished) {
        Rows &to = isUnfinished ? m_unfinished : m_ended;
        to.splice(to.end(), wasUnfinished ? m_unfinished : m_ended, found->second);
    }
    forgetOldest();
    return true;
}

bool MemoryStore::insert(Shelf &shelf, const Run &run)
{
    if (hasFireTime(run) && holdsFireTime(shelf, run.scheduledAt, run.attempt, {}))
        return false;
    Rows &rows = run.state == RunState::Finished ? m_ended : m_unfinished;
    rows.push_back({run, m_nextSequence++, &shelf});
    const auto row = std::prev(rows.end());
    if (!m_rows.emplace(run.id, row).second) {
        rows.erase(row);
        return false;
    }
    place(*row);
    forgetOldest();
    return true;
}

bool MemoryStore::isBefore(const Row *a, const Row *b)
{
    return std::tie(a->run.scheduledAt, a->sequence) < std::tie(b->run.scheduledAt, b->sequence);
}

void MemoryStore::place(Row &row)
{
    std::vector<Row *> &rows = row.shelf->rows;
    if (rows.empty() || isBefore(rows.back(), &row))
        rows.push_back(&row);
    else
        rows.insert(std::upper_bound(rows.begin(), rows.end(), &row, &isBefore), &row);
}

void MemoryStore::displace(Row &row)
{
    std::vector<Row *> &rows = row.shelf->rows;
    rows.erase(std::lower_bound(rows.begin(), rows.end(), &row, &isBefore));
}

void MemoryStore::forget(const Row &row)
{
    const auto found = m_rows.find(row.run.id);
    const Rows::iterator it = found->second;
    displace(*it);
    if (it->shelf->rows.empty() && !it->shelf->job)
        m_shelves.erase(it->run.jobId);
    m_rows.erase(found);
    (it->run.state == RunState::Finished ? m_ended : m_unfinished).erase(it);
}

// The newest row of a job is never forgotten: it goes to the back of the line.
void MemoryStore::forgetOldest()
{
    constexpr int MostSteps = 8; // for one row that is added
    for (int step = 0; step < MostSteps && m_ended.size() > MostEndedRuns; ++step) {
        if (m_ended.front().shelf->rows.back() == &m_ended.front())
            m_ended.splice(m_ended.end(), m_ended, m_ended.begin());
        else
            forget(m_ended.front());
    }
}

bool MemoryStore::holdsFireTime(const Shelf &shelf, TimePoint at, int attempt, const RunId &except)
{
    // From the end: what is asked for is nearly always newer than all there is.
    for (auto it = shelf.rows.crbegin(); it != shelf.rows.crend() && (*it)->run.scheduledAt >= at; ++it) {
        const Run &run = (*it)->run;
        if (run.scheduledAt == at && run.attempt == attempt && hasFireTime(run) && run.id != except)
            return true;
    }
    return false;
}

std::optional<Run> MemoryStore::lastRun(const Shelf &shelf)
{
    const Row *newest = nullptr;
    for (const Row *row : shelf.rows) {
        if (row->run.finishedAt && (!newest || std::tie(row->run.finishedAt, row->sequence) > std::tie(newest->run.finishedAt, newest->sequence)))
            newest = row;
    }
    if (!newest)
        return std::nullopt;
    Run run = newest->run;
    run.output.clear();
    return run;
}

int MemoryStore::countFailures(const Shelf &shelf)
{
    using End = std::pair<OptionalTime, qint64>;
    std::optional<End> success;
    for (const Row *row : shelf.rows) {
        if (row->run.outcome == Outcome::Success)
            success = std::max(success, std::optional(End(row->run.finishedAt, row->sequence)));
    }
    return int(std::count_if(shelf.rows.begin(), shelf.rows.end(), [&](const Row *row) {
        return row->run.failed() && (!success || End(row->run.finishedAt, row->sequence) > *success)
            && !holdsFireTime(shelf, row->run.scheduledAt, row->run.attempt + 1, {});
    }));
}

} // namespace reveille
