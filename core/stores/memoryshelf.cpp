// SPDX-License-Identifier: MIT
#include "core/stores/memoryshelf.h"

#include <algorithm>

namespace reveille {

bool hasFireTime(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

// From the end, here and in runAt(): what is asked for is nearly always newer than all there is.
MemoryShelf::Row *MemoryShelf::find(const RunId &id)
{
    const size_t hash = qHash(id);
    const auto row = std::find_if(rows.rbegin(), rows.rend(), [&](const Row &each) { return each.idHash == hash && each.run->id == id; });
    return row == rows.rend() ? nullptr : &*row;
}

qsizetype MemoryShelf::positionOf(const Place &place) const
{
    return std::lower_bound(rows.cbegin(), rows.cend(), place, [](const Row &row, const Place &wanted) { return row.place() < wanted; })
        - rows.cbegin();
}

bool MemoryShelf::has(const Place &place) const
{
    const qsizetype position = positionOf(place);
    return position < rows.size() && rows[position].place() == place;
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

void MemoryShelf::insert(Row row)
{
    if (rows.isEmpty() || rows.constLast().place() < row.place())
        rows.append(std::move(row));
    else
        rows.insert(positionOf(row.place()), std::move(row));
}

qsizetype MemoryShelf::prune(TimePoint oldest, int most)
{
    int kept = 0;
    for (qsizetype i = rows.size(); i-- > 0;) {
        const Run &run = *rows[i].run;
        if (run.state != RunState::Finished)
            continue;
        const bool newest = i == rows.size() - 1;
        const bool old = run.scheduledAt < oldest && run.finishedAt && *run.finishedAt < oldest;
        if (!newest && (old || kept >= most))
            rows[i].run.reset();
        else
            ++kept;
    }
    return rows.removeIf([](const Row &row) { return !row.run; });
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
