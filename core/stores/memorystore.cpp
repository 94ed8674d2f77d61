// SPDX-License-Identifier: MIT
#include "core/stores/memorystore.h"

#include "core/base/prefetch.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>
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

bool hasFireTime(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

/// Whether the newer state of a run stands where the older one does, and takes nobody's fire time.
bool keepsPlace(const Run &before, const Run &after)
{
    return before.scheduledAt == after.scheduledAt && before.attempt == after.attempt && hasFireTime(before) == hasFireTime(after);
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
        std::vector<const Row *> unfinished;
        for (const auto &[id, shelf] : m_shelves) {
            for (const Row &row : shelf.rows) {
                if (row.run->state != RunState::Finished)
                    unfinished.push_back(&row);
            }
        }
        std::sort(unfinished.begin(), unfinished.end(), [](const Row *a, const Row *b) {
            return std::pair(a->run->dueAt, a->sequence) < std::pair(b->run->dueAt, b->sequence);
        });
        for (const Row *row : unfinished) {
            contents.unfinishedRuns.append(*row->run);
            contents.unfinishedRuns.last().output.clear();
            wanted.insert(row->run->jobId);
        }
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
    if (const size_t all = m_jobs.size() + size_t(jobs.size()); all > 2 * m_jobs.size()) { // at once, where it would be several times
        m_jobs.reserve(all);
        m_shelves.reserve(all);
    }
    QList<JobRecord> records = jobs;
    std::vector<Shelf *> added;
    added.reserve(size_t(jobs.size()));
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
        shelf.rows.removeIf([](const Row &row) { return row.run->state == RunState::Waiting; });
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
        std::vector<Shelf *> shelves; // all of them first, so that none is waited for by itself
        shelves.reserve(size_t(batch.jobs.size()));
        for (const JobClaim &claim : batch.jobs) {
            const auto found = m_jobs.find(claim.sequence);
            shelves.push_back(found == m_jobs.end() ? nullptr : found->second);
            prefetch(shelves.back());
        }
        for (const Shelf *shelf : shelves) {
            if (shelf && !shelf->rows.isEmpty())
                prefetch(&shelf->rows.constLast());
        }
        for (qsizetype i = 0; i < batch.jobs.size(); ++i)
            claimJob(shelves[size_t(i)], batch.jobs[i], result);
        for (const RunPtr &run : batch.waiting.shared()) {
            const auto shelf = m_shelves.find(run->jobId);
            const Row *row = shelf == m_shelves.end() ? nullptr : find(shelf->second, run->id);
            if (!row || row->run->state != RunState::Waiting || !put(run))
                result.lostRuns.insert(run->id);
        }
        return result;
    }));
}

void MemoryStore::claimJob(Shelf *shelf, const JobClaim &claim, ClaimResult &result)
{
    if (!shelf || shelf->job->revision != claim.revision || shelf->job->nextFireTime != claim.expected) {
        result.lostJobs.insert(claim.jobId);
        return;
    }
    shelf->job->nextFireTime = claim.next;
    shelf->job->newestFireTime = claim.newestFireTime;
    for (const RunPtr &run : claim.rows.shared()) {
        if (!insert(*shelf, run))
            result.lostRuns.insert(run->id);
    }
}

QFuture<Result<void>> MemoryStore::record(const RunList &runs)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        if (!replaceAll(runs) && !putAll(runs))
            return failure(ErrorCode::Conflict, MemoryStoreText::tr("This run is in %1 already").arg(url()));
        return {};
    }));
}

QFuture<Result<void>> MemoryStore::requestCancel(const RunId &id)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        for (auto &[job, shelf] : m_shelves) {
            Row *row = find(shelf, id);
            if (!row || row->run->state == RunState::Finished)
                continue;
            const auto asked = std::make_shared<Run>(*row->run);
            asked->cancelRequested = true;
            replace(shelf, *row, asked);
            return {};
        }
        return failure(ErrorCode::NotFound, QCoreApplication::translate("JobStore", "The run has ended"));
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
            qsizetype left; ///< rows before the one that is next
            [[nodiscard]] const Row &row() const { return shelf->rows[left]; }
        };
        const auto isOlder = [](const Cursor &a, const Cursor &b) { return a.row().place() < b.row().place(); };
        std::vector<Cursor> cursors;
        const auto begin = [&](const Shelf &shelf) {
            if (!shelf.rows.isEmpty())
                cursors.push_back({&shelf, shelf.rows.size() - 1});
        };
        if (query.jobId) {
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
            const Run &run = *cursor.row().run;
            if (matches(run, query)) {
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
        qsizetype forgotten = 0;
        for (auto &[id, shelf] : m_shelves) {
            int kept = 0;
            for (qsizetype i = shelf.rows.size(); i-- > 0;) {
                const Run &run = *shelf.rows[i].run;
                if (run.state != RunState::Finished)
                    continue;
                const bool newest = i == shelf.rows.size() - 1;
                const bool old = run.scheduledAt < oldest && run.finishedAt && *run.finishedAt < oldest;
                if (!newest && (old || kept >= std::max(1, retention.runsPerJob)))
                    shelf.rows[i].run.reset();
                else
                    ++kept;
            }
            forgotten += shelf.rows.removeIf([](const Row &row) { return !row.run; });
        }
        if (forgotten > 0) {
            std::erase_if(m_ended, [](const EndedRow &ended) {
                const qsizetype position = positionOf(*ended.shelf, ended.place);
                return position == ended.shelf->rows.size() || ended.shelf->rows[position].place() != ended.place;
            });
        }
        return int(forgotten);
    }));
}

// The way of nearly every row that is recorded: how a run that is known ended.
bool MemoryStore::replaceAll(const RunList &runs)
{
    std::vector<std::pair<Shelf *, Row *>> rows;
    rows.reserve(size_t(runs.size()));
    for (const Run &run : runs) {
        const auto shelf = m_shelves.find(run.jobId);
        if (shelf == m_shelves.end())
            return false;
        rows.emplace_back(&shelf->second, nullptr);
        if (!shelf->second.rows.isEmpty())
            prefetch(&shelf->second.rows.constLast());
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        auto &[shelf, row] = rows[size_t(i)];
        row = find(*shelf, runs[i].id);
        if (!row || !keepsPlace(*row->run, runs[i]))
            return false;
    }
    for (size_t i = 0; i < rows.size(); ++i)
        replace(*rows[i].first, *rows[i].second, runs.shared()[i]);
    forgetOldest(runs.size());
    return true;
}

bool MemoryStore::putAll(const RunList &runs)
{
    if (conflicts(runs))
        return false;
    for (const RunPtr &run : runs.shared())
        std::ignore = put(run);
    return true;
}

bool MemoryStore::conflicts(const RunList &runs)
{
    std::map<std::tuple<JobId, TimePoint, int>, RunId> taken; // by those of `runs` before
    for (const Run &run : runs) {
        if (!hasFireTime(run))
            continue;
        const auto shelf = m_shelves.find(run.jobId);
        const Row *row = shelf == m_shelves.end() ? nullptr : find(shelf->second, run.id);
        if (row && keepsPlace(*row->run, run))
            continue;
        if ((shelf != m_shelves.end() && holdsFireTime(shelf->second, run.scheduledAt, run.attempt, run.id))
            || taken.emplace(std::tuple(run.jobId, run.scheduledAt, run.attempt), run.id).first->second != run.id)
            return true;
    }
    return false;
}

// Replaces a row that there is, in its place in the order.
bool MemoryStore::put(const RunPtr &run)
{
    Shelf &shelf = m_shelves[run->jobId];
    Row *row = find(shelf, run->id);
    if (!row)
        return insert(shelf, run);
    if (hasFireTime(*run) && holdsFireTime(shelf, run->scheduledAt, run->attempt, run->id))
        return false;
    if (run->scheduledAt == row->scheduledAt) {
        replace(shelf, *row, run);
    } else {
        Row moved = std::move(*row);
        if (moved.run->state == RunState::Finished)
            std::erase_if(m_ended, [&](const EndedRow &ended) { return ended.place == moved.place(); });
        shelf.rows.removeIf([](const Row &each) { return !each.run; });
        moved.scheduledAt = run->scheduledAt;
        moved.run = run;
        place(shelf, std::move(moved));
    }
    forgetOldest(1);
    return true;
}

bool MemoryStore::insert(Shelf &shelf, const RunPtr &run)
{
    if ((hasFireTime(*run) && holdsFireTime(shelf, run->scheduledAt, run->attempt, {})) || find(shelf, run->id))
        return false;
    place(shelf, {run->scheduledAt, m_nextSequence++, qHash(run->id), run});
    if (run->state == RunState::Finished)
        forgetOldest(1);
    return true;
}

void MemoryStore::place(Shelf &shelf, Row row)
{
    if (row.run->state == RunState::Finished)
        m_ended.push_back({&shelf, row.place()});
    if (shelf.rows.isEmpty() || shelf.rows.constLast().place() < row.place())
        shelf.rows.append(std::move(row));
    else
        shelf.rows.insert(positionOf(shelf, row.place()), std::move(row));
}

void MemoryStore::replace(Shelf &shelf, Row &row, const RunPtr &run)
{
    const bool wasEnded = row.run->state == RunState::Finished;
    const bool isEnded = run->state == RunState::Finished;
    row.run = run;
    if (isEnded && !wasEnded)
        m_ended.push_back({&shelf, row.place()});
    else if (wasEnded && !isEnded)
        std::erase_if(m_ended, [&](const EndedRow &ended) { return ended.place == row.place(); });
}

// The newest row of a job is never forgotten: it goes to the back of the line.
void MemoryStore::forgetOldest(qsizetype added)
{
    constexpr qsizetype MostStepsForOne = 8;
    for (qsizetype step = 0; step < MostStepsForOne * added && m_ended.size() > MostEndedRuns; ++step) {
        const EndedRow oldest = m_ended.front();
        m_ended.pop_front();
        Shelf &shelf = *oldest.shelf;
        const qsizetype position = positionOf(shelf, oldest.place);
        if (shelf.job && position == shelf.rows.size() - 1) {
            m_ended.push_back(oldest);
            continue;
        }
        const JobId id = shelf.rows[position].run->jobId;
        shelf.rows.removeAt(position);
        if (!shelf.job && shelf.rows.isEmpty())
            m_shelves.erase(id);
    }
}

qsizetype MemoryStore::positionOf(const Shelf &shelf, const Place &place)
{
    return std::lower_bound(shelf.rows.cbegin(), shelf.rows.cend(), place, [](const Row &row, const Place &wanted) { return row.place() < wanted; })
        - shelf.rows.cbegin();
}

// From the end, here and in holdsFireTime(): what is asked for is nearly always newer than all there is.
MemoryStore::Row *MemoryStore::find(Shelf &shelf, const RunId &id)
{
    const size_t hash = qHash(id);
    const auto row = std::find_if(shelf.rows.rbegin(), shelf.rows.rend(), [&](const Row &each) { return each.idHash == hash && each.run->id == id; });
    return row == shelf.rows.rend() ? nullptr : &*row;
}

bool MemoryStore::holdsFireTime(const Shelf &shelf, TimePoint at, int attempt, const RunId &except)
{
    for (auto row = shelf.rows.crbegin(); row != shelf.rows.crend() && row->scheduledAt >= at; ++row) {
        if (row->scheduledAt == at && row->run->attempt == attempt && hasFireTime(*row->run) && row->run->id != except)
            return true;
    }
    return false;
}

std::optional<Run> MemoryStore::lastRun(const Shelf &shelf)
{
    std::optional<std::pair<TimePoint, qint64>> newest;
    const Run *last = nullptr;
    for (const Row &row : shelf.rows) {
        if (!row.run->finishedAt)
            continue;
        if (const std::pair end(*row.run->finishedAt, row.sequence); !newest || end > *newest) {
            newest = end;
            last = row.run.get();
        }
    }
    if (!last)
        return std::nullopt;
    Run run = *last;
    run.output.clear();
    return run;
}

int MemoryStore::countFailures(const Shelf &shelf)
{
    using End = std::pair<OptionalTime, qint64>;
    std::optional<End> success;
    for (const Row &row : shelf.rows) {
        if (row.run->outcome == Outcome::Success)
            success = std::max(success, std::optional(End(row.run->finishedAt, row.sequence)));
    }
    return int(std::count_if(shelf.rows.cbegin(), shelf.rows.cend(), [&](const Row &row) {
        return row.run->failed() && (!success || End(row.run->finishedAt, row.sequence) > *success)
            && !holdsFireTime(shelf, row.scheduledAt, row.run->attempt + 1, {});
    }));
}

} // namespace reveille
