// SPDX-License-Identifier: MIT
#include "core/stores/memoryledger.h"

#include "core/base/prefetch.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace reveille {

namespace {

/// Whether the newer state of a run stands where the older one does, and takes nobody's fire time.
bool keepsPlace(const Run &before, const Run &after)
{
    return before.scheduledAt == after.scheduledAt && before.attempt == after.attempt && hasFireTime(before) == hasFireTime(after);
}

bool matches(const Run &run, const RunQuery &query)
{
    return (!query.runId || run.id == *query.runId) && (!query.since || run.scheduledAt >= *query.since)
        && (!query.until || run.scheduledAt <= *query.until) && (!query.outcome || run.outcome == query.outcome);
}

} // namespace

MemoryShelf *MemoryLedger::find(const JobId &id)
{
    const auto found = m_shelves.find(id);
    return found == m_shelves.end() ? nullptr : &found->second;
}

JobRecord MemoryLedger::takeJob(MemoryShelf &shelf)
{
    JobRecord job = *std::exchange(shelf.job, std::nullopt);
    if (shelf.rows.empty())
        m_shelves.erase(job.id);
    return job;
}

// ---- Writing

bool MemoryLedger::insert(MemoryShelf &shelf, const RunPtr &run)
{
    const bool isNewest = run->id > m_newestId;
    if ((!isNewest && shelf.find(run->id) != shelf.rows.end()) || shelf.isTaken(*run))
        return false;
    if (isNewest)
        m_newestId = run->id;
    const Position row = shelf.insert({run->scheduledAt, m_nextSequence++, qHash(run->id), run});
    if (run->state == RunState::Finished) {
        m_ended.push_back({&shelf, row});
        forgetOldest(1);
    }
    return true;
}

bool MemoryLedger::claimWaiting(const RunPtr &run)
{
    MemoryShelf *shelf = find(run->jobId);
    if (!shelf)
        return false;
    const Position row = shelf->find(run->id);
    return row != shelf->rows.end() && row->run->state == RunState::Waiting && put(*shelf, row, run);
}

bool MemoryLedger::write(const RunList &runs)
{
    if (replaceAll(runs))
        return true;
    if (conflicts(runs))
        return false;
    for (const RunPtr &run : runs.shared()) {
        MemoryShelf &shelf = shelfOf(run->jobId);
        const Position row = shelf.find(run->id);
        std::ignore = row != shelf.rows.end() ? put(shelf, row, run) : insert(shelf, run);
    }
    return true;
}

// The way of nearly every row that is recorded: how a run that is known ended.
bool MemoryLedger::replaceAll(const RunList &runs)
{
    std::vector<std::pair<MemoryShelf *, Position>> rows;
    rows.reserve(size_t(runs.size()));
    for (const Run &run : runs) {
        MemoryShelf *shelf = find(run.jobId);
        if (!shelf)
            return false;
        rows.emplace_back(shelf, shelf->rows.end());
        if (!shelf->rows.empty())
            prefetch(&shelf->rows.back());
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        auto &[shelf, row] = rows[size_t(i)];
        row = shelf->find(runs[i].id);
        if (row == shelf->rows.end() || !keepsPlace(*row->run, runs[i]))
            return false;
    }
    for (size_t i = 0; i < rows.size(); ++i)
        replace(*rows[i].first, rows[i].second, runs.shared()[i]);
    forgetOldest(runs.size());
    return true;
}

bool MemoryLedger::conflicts(const RunList &runs)
{
    std::map<std::tuple<JobId, TimePoint, int>, RunId> taken; // by those of `runs` before
    for (const Run &run : runs) {
        if (!hasFireTime(run))
            continue;
        MemoryShelf *shelf = find(run.jobId);
        if (shelf) {
            const Position row = shelf->find(run.id);
            if (row != shelf->rows.end() && keepsPlace(*row->run, run))
                continue;
        }
        if ((shelf && shelf->isTaken(run))
            || taken.emplace(std::tuple(run.jobId, run.scheduledAt, run.attempt), run.id).first->second != run.id)
            return true;
    }
    return false;
}

// The newer state of a run, in its place in the order.
bool MemoryLedger::put(MemoryShelf &shelf, Position row, const RunPtr &run)
{
    if (shelf.isTaken(*run))
        return false;
    replace(shelf, row, run);
    if (std::exchange(row->scheduledAt, run->scheduledAt) != run->scheduledAt)
        shelf.move(row);
    forgetOldest(1);
    return true;
}

void MemoryLedger::replace(MemoryShelf &shelf, Position row, const RunPtr &run)
{
    const bool wasEnded = row->run->state == RunState::Finished;
    const bool isEnded = run->state == RunState::Finished;
    row->run = run;
    if (isEnded && !wasEnded)
        m_ended.push_back({&shelf, row});
    else if (wasEnded && !isEnded)
        std::erase_if(m_ended, [&](const EndedRow &ended) { return &*ended.row == &*row; });
}

bool MemoryLedger::requestCancel(const RunId &id)
{
    for (auto &[job, shelf] : m_shelves) {
        const Position row = shelf.find(id);
        if (row == shelf.rows.end() || row->run->state == RunState::Finished)
            continue;
        const auto asked = makeRun(*row->run);
        asked->cancelRequested = true;
        row->run = asked;
        return true;
    }
    return false;
}

// ---- Forgetting

// The newest row of a job is never forgotten: it goes to the back of the line.
void MemoryLedger::forgetOldest(qsizetype added)
{
    constexpr qsizetype MostStepsForOne = 8;
    for (qsizetype step = 0; step < MostStepsForOne * added && m_ended.size() > MostEndedRuns; ++step) {
        const EndedRow oldest = m_ended.front();
        m_ended.pop_front();
        MemoryShelf &shelf = *oldest.shelf;
        if (shelf.job && std::next(oldest.row) == shelf.rows.end()) {
            m_ended.push_back(oldest);
            continue;
        }
        const RunPtr run = std::move(oldest.row->run);
        shelf.rows.erase(oldest.row);
        if (!shelf.job && shelf.rows.empty())
            m_shelves.erase(run->jobId);
    }
}

qsizetype MemoryLedger::prune(const Retention &retention, TimePoint now)
{
    MemoryShelf::Rows pruned;
    for (auto &[id, shelf] : m_shelves)
        pruned.splice(pruned.end(), shelf.prune(now - retention.age, std::max(1, retention.runsPerJob)));
    if (pruned.empty())
        return 0;
    for (MemoryShelf::Row &row : pruned)
        row.run.reset();
    std::erase_if(m_ended, [](const EndedRow &ended) { return !ended.row->run; });
    std::erase_if(m_shelves, [](const auto &each) { return !each.second.job && each.second.rows.empty(); });
    return qsizetype(pruned.size());
}

// ---- Reading

QList<Run> MemoryLedger::unfinished() const
{
    std::vector<const MemoryShelf::Row *> rows;
    for (const auto &[id, shelf] : m_shelves) {
        for (const MemoryShelf::Row &row : shelf.rows) {
            if (row.run->state != RunState::Finished)
                rows.push_back(&row);
        }
    }
    std::sort(rows.begin(), rows.end(), [](const MemoryShelf::Row *a, const MemoryShelf::Row *b) {
        return std::pair(a->run->dueAt, a->sequence) < std::pair(b->run->dueAt, b->sequence);
    });
    QList<Run> runs;
    for (const MemoryShelf::Row *row : rows) {
        runs.append(*row->run);
        runs.last().output.clear();
    }
    return runs;
}

// Of each job the newest row that was not taken yet stands in a heap: so it looks at no more rows than it answers with.
QList<Run> MemoryLedger::runs(const RunQuery &query) const
{
    struct Cursor
    {
        MemoryShelf::Rows::const_reverse_iterator next;
        MemoryShelf::Rows::const_reverse_iterator end;
    };
    const auto isOlder = [](const Cursor &a, const Cursor &b) { return a.next->place() < b.next->place(); };
    std::vector<Cursor> cursors;
    const auto begin = [&](const MemoryShelf &shelf) {
        if (!shelf.rows.empty())
            cursors.push_back({shelf.rows.crbegin(), shelf.rows.crend()});
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
        const Run &run = *cursor.next->run;
        if (matches(run, query)) {
            found.append(run);
            if (!query.withOutput)
                found.last().output.clear();
        }
        if (++cursor.next == cursor.end)
            cursors.pop_back();
        else
            std::push_heap(cursors.begin(), cursors.end(), isOlder);
    }
    return found;
}

} // namespace reveille
