// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace reveille {

/// Keeps jobs and runs for as long as it exists, of the ended runs the newest hundred thousand. Answers at once, on the
/// caller's thread.
class MemoryStore final : public JobStore
{
    Q_OBJECT

public:
    static constexpr size_t MostEndedRuns = 100'000;

    explicit MemoryStore(QObject *parent = nullptr) : JobStore(parent) {}

    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadDue(TimePoint now) override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<StoreChanges>> changes() override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> add(const QList<JobRecord> &jobs) override;
    [[nodiscard]] QFuture<Result<void>> update(const QList<JobRecord> &jobs) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) override;
    [[nodiscard]] QFuture<Result<void>> record(const RunList &runs) override;
    [[nodiscard]] QFuture<Result<void>> requestCancel(const RunId &id) override;
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query) override;
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] bool keepsFunctions() const override { return true; }
    [[nodiscard]] QString url() const override { return QStringLiteral("memory:"); }

private:
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
    /// All that there is of one job id.
    struct Shelf
    {
        std::optional<JobRecord> job; ///< none: it was removed and its runs are still there
        QList<Row> rows;              ///< by place()
    };
    struct EndedRow
    {
        Shelf *shelf;
        Place place;
    };

    [[nodiscard]] static bool matches(const Run &run, const RunQuery &query);
    [[nodiscard]] static bool holdsFireTime(const Shelf &shelf, TimePoint at, int attempt, const RunId &except);
    [[nodiscard]] static qsizetype positionOf(const Shelf &shelf, const Place &place);
    [[nodiscard]] static Row *find(Shelf &shelf, const RunId &id);
    [[nodiscard]] static std::optional<Run> lastRun(const Shelf &shelf);
    [[nodiscard]] static int countFailures(const Shelf &shelf);
    static void addTo(StoreContents &contents, const Shelf &shelf);

    [[nodiscard]] Result<void> checkOpen() const;
    [[nodiscard]] Shelf *shelfOf(const JobId &id);
    void takeJob(Shelf &shelf);
    /// Replaces rows that keep their place. False: one of them does not, and nothing was done.
    [[nodiscard]] bool replaceAll(const RunList &runs);
    /// Inserts or replaces rows; on a conflict none of them, and false.
    [[nodiscard]] bool putAll(const RunList &runs);
    [[nodiscard]] bool conflicts(const RunList &runs);
    [[nodiscard]] bool put(const RunPtr &run);
    bool insert(Shelf &shelf, const RunPtr &run);
    void place(Shelf &shelf, Row row);
    void replace(Shelf &shelf, Row &row, const RunPtr &run);
    void forgetOldest(qsizetype added);
    /// `shelf`: the job's; null: it is gone.
    void claimJob(Shelf *shelf, const JobClaim &claim, ClaimResult &result);

    bool m_open = false;
    qint64 m_nextSequence = 1;
    std::unordered_map<JobId, Shelf> m_shelves;
    std::unordered_map<qint64, Shelf *> m_jobs; ///< by sequence
    std::deque<EndedRow> m_ended;               ///< in the order in which they ended
};

} // namespace reveille
