// SPDX-License-Identifier: MIT
#include "core/stores/memoryshelf.h"

#include <algorithm>

namespace reveille {

bool hasFireTime(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

// From the end, here and in what follows: what is asked for is nearly always newer than all there is.
MemoryShelf::Rows::iterator MemoryShelf::find(const RunId &id)
{
    const size_t hash = qHash(id);
    const auto row = std::find_if(rows.rbegin(), rows.rend(), [&](const Row &each) { return each.idHash == hash && each.run->id == id; });
    return row == rows.rend() ? rows.end() : std::prev(row.base());
}

MemoryShelf::Rows::iterator MemoryShelf::after(const Place &place)
{
    return std::find_if(rows.rbegin(), rows.rend(), [&](const Row &each) { return each.place() < place; }).base();
}

const Run *MemoryShelf::runAt(TimePoint fireTime, int attempt) const
{
    for (auto row = rows.crbegin(); row != rows.crend() && row->scheduledAt >= fireTime; ++row) {
        if (row->scheduledAt == fireTime && row->run->attempt == attempt && hasFireTime(*row->run))
            return row->run.get();
    }
    return nullptr;
}

bool MemoryShelf::isTaken(const Run &run) const
{
    const Run *holder = hasFireTime(run) ? runAt(run.scheduledAt, run.attempt) : nullptr;
    return holder && holder->id != run.id;
}

MemoryShelf::Rows::iterator MemoryShelf::insert(Row row)
{
    return rows.insert(after(row.place()), std::move(row));
}

void MemoryShelf::move(Rows::iterator row)
{
    Rows moved;
    moved.splice(moved.end(), rows, row);
    rows.splice(after(row->place()), moved);
}

MemoryShelf::Rows MemoryShelf::prune(TimePoint oldest, int most)
{
    Rows pruned;
    int kept = 0;
    for (auto row = rows.end(); row != rows.begin();) {
        --row;
        const Run &run = *row->run;
        if (run.state != RunState::Finished)
            continue;
        const bool newest = job && std::next(row) == rows.end();
        const bool old = run.scheduledAt < oldest && run.finishedAt && *run.finishedAt < oldest;
        if (newest || (!old && kept < most)) {
            ++kept;
            continue;
        }
        const auto next = std::next(row);
        pruned.splice(pruned.end(), rows, row);
        row = next;
    }
    return pruned;
}

std::optional<Run> MemoryShelf::lastRun() const
{
    std::optional<std::pair<TimePoint, qint64>> newest;
    const Run *last = nullptr;
    for (const Row &row : rows) {
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

int MemoryShelf::countFailures() const
{
    using End = std::pair<OptionalTime, qint64>;
    std::optional<End> success;
    for (const Row &row : rows) {
        if (row.run->outcome == Outcome::Success)
            success = std::max(success, std::optional(End(row.run->finishedAt, row.sequence)));
    }
    return int(std::count_if(rows.cbegin(), rows.cend(), [&](const Row &row) {
        return row.run->failed() && (!success || End(row.run->finishedAt, row.sequence) > *success)
            && !runAt(row.scheduledAt, row.run->attempt + 1);
    }));
}

} // namespace reveille
