// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/recycled.h"
#include "core/stores/jobstore.h"

#include <list>
#include <optional>
#include <utility>

namespace reveille {

/// All that a store in memory has of one job id: the job, and the rows of its runs.
struct MemoryShelf
{
    using Place = std::pair<TimePoint, qint64>;
    /// A run's row, with what it is found by.
    struct Row
    {
        TimePoint scheduledAt;
        qint64 sequence = 0; ///< the order in which the store got to know them
        size_t idHash = 0;   ///< of the run's id, which most rows need not be asked for then
        RunPtr run;

        [[nodiscard]] Place place() const { return {scheduledAt, sequence}; }
    };
    /// Each stays where it is in memory.
    using Rows = std::list<Row, RecyclingAllocator<Row, ListNodeSize<Row>>>;

    /// Has memory ready for that many rows.
    static void reserveRows(size_t count) { Rows::allocator_type::reserve(count); }

    std::optional<JobRecord> job; ///< none: it was removed and its runs are still there
    Rows rows;                    ///< by place()

    /// The row of a run; rows.end(): there is none.
    [[nodiscard]] Rows::iterator find(const RunId &id);
    /// Whether a run has a fire time, and another one has it already.
    [[nodiscard]] bool isTaken(const Run &run) const;
    Rows::iterator insert(Row row);
    /// Takes a row to where it belongs now.
    void move(Rows::iterator row);
    /// Takes out ended rows that are older than that or one too many, never the newest row of a job that is there.
    [[nodiscard]] Rows prune(TimePoint oldest, int most);

    /// The one that ended last, without output.
    [[nodiscard]] std::optional<Run> lastRun() const;
    /// Final failures since the last success.
    [[nodiscard]] int countFailures() const;

private:
    /// The run that has a fire time; null: none has.
    [[nodiscard]] const Run *runAt(TimePoint fireTime, int attempt) const;
    /// The first row behind a place.
    [[nodiscard]] Rows::iterator after(const Place &place);
};

/// Whether a run stands for a fire time of its job, which is its own then.
[[nodiscard]] bool hasFireTime(const Run &run);

} // namespace reveille
