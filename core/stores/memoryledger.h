// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/memoryshelf.h"

#include <deque>
#include <unordered_map>

namespace reveille {

/// The runs of a store in memory, on the shelf of their job; of the ended ones the newest hundred thousand. A shelf stays
/// where it is as long as there is a job or a run on it.
class MemoryLedger final
{
    Q_DISABLE_COPY_MOVE(MemoryLedger)

public:
    static constexpr size_t MostEndedRuns = 100'000;

    MemoryLedger() = default;

    void reserve(size_t shelves) { m_shelves.reserve(shelves); }
    /// Makes one where there is none.
    [[nodiscard]] MemoryShelf &shelfOf(const JobId &id) { return m_shelves[id]; }
    [[nodiscard]] MemoryShelf *find(const JobId &id);
    /// Takes the job off its shelf. Its runs stay.
    JobRecord takeJob(MemoryShelf &shelf);

    /// Inserts a row that was just decided on. False: its id or fire time is taken.
    bool insert(MemoryShelf &shelf, const RunPtr &run);
    /// Writes a row over one that waits. False: none does, or it would take another's fire time.
    [[nodiscard]] bool claimWaiting(const RunPtr &run);
    /// Inserts new ids, replaces known ones. False: a fire time is taken; then nothing was done.
    [[nodiscard]] bool write(const RunList &runs);
    /// False: it has ended, or there is none.
    [[nodiscard]] bool requestCancel(const RunId &id);
    /// Answers how many were forgotten.
    qsizetype prune(const Retention &retention, TimePoint now);

    /// By the time they are due; without output.
    [[nodiscard]] QList<Run> unfinished() const;
    [[nodiscard]] QList<Run> runs(const RunQuery &query) const;

private:
    using Position = MemoryShelf::Rows::iterator;
    struct EndedRow
    {
        MemoryShelf *shelf;
        Position row;
    };

    /// Replaces rows that keep their place. False: one of them does not, and nothing was done.
    [[nodiscard]] bool replaceAll(const RunList &runs);
    [[nodiscard]] bool conflicts(const RunList &runs);
    [[nodiscard]] bool put(MemoryShelf &shelf, Position row, const RunPtr &run);
    void replace(MemoryShelf &shelf, Position row, const RunPtr &run);
    void forgetOldest(qsizetype added);

    qint64 m_nextSequence = 1;
    RunId m_newestId; ///< the greatest of all so far: one that is greater is new
    std::unordered_map<JobId, MemoryShelf> m_shelves;
    std::deque<EndedRow> m_ended; ///< in the order in which they ended
};

} // namespace reveille
