// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

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

    std::optional<JobRecord> job; ///< none: it was removed and its runs are still there
    QList<Row> rows;              ///< by place()

    [[nodiscard]] Row *find(const RunId &id);
    /// Where the row of a place is, or would be.
    [[nodiscard]] qsizetype positionOf(const Place &place) const;
    [[nodiscard]] bool has(const Place &place) const;
    /// Whether a run has a fire time, and another one has it already.
    [[nodiscard]] bool isTaken(const Run &run) const;
    void insert(Row row);
    /// Forgets ended rows that are older than that or one too many, never the newest row. Answers how many.
    qsizetype prune(TimePoint oldest, int most);

    /// The one that ended last, without output.
    [[nodiscard]] std::optional<Run> lastRun() const;
    /// Final failures since the last success.
    [[nodiscard]] int countFailures() const;

private:
    /// The run that has a fire time; null: none has.
    [[nodiscard]] const Run *runAt(TimePoint fireTime, int attempt) const;
};

/// Whether a run stands for a fire time of its job, which is its own then.
[[nodiscard]] bool hasFireTime(const Run &run);

} // namespace reveille
