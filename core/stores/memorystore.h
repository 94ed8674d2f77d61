// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

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
    [[nodiscard]] QFuture<Result<void>> record(const QList<Run> &runs) override;
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query) override;
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] bool keepsFunctions() const override { return true; }
    [[nodiscard]] QString url() const override { return QStringLiteral("memory:"); }

private:
    struct Row;

    /// All that there is of one job id.
    struct Shelf
    {
        std::optional<JobRecord> job; ///< none: it was removed and its runs are still there
        std::vector<Row *> rows;      ///< by instant, then in the order in which the store got to know them
    };
    struct Row
    {
        Run run;
        qint64 sequence = 0;
        Shelf *shelf = nullptr;
    };
    using Rows = std::list<Row>;
    struct JobIdHash
    {
        size_t operator()(const JobId &id) const { return qHash(id); }
    };

    [[nodiscard]] static bool isBefore(const Row *a, const Row *b);
    [[nodiscard]] static bool matches(const Run &run, const RunQuery &query);
    [[nodiscard]] static bool holdsFireTime(const Shelf &shelf, TimePoint at, int attempt, const RunId &except);
    [[nodiscard]] static std::optional<Run> lastRun(const Shelf &shelf);
    [[nodiscard]] static int countFailures(const Shelf &shelf);
    static void addTo(StoreContents &contents, const Shelf &shelf);

    [[nodiscard]] Result<void> checkOpen() const;
    [[nodiscard]] Shelf *shelfOf(const JobId &id);
    void takeJob(Shelf &shelf);
    /// Inserts or replaces rows; on a conflict none of them, and false.
    [[nodiscard]] bool putAll(const QList<Run> &runs);
    [[nodiscard]] bool conflicts(const QList<Run> &runs) const;
    [[nodiscard]] bool put(const Run &run);
    bool insert(Shelf &shelf, const Run &run);
    void place(Row &row);
    void displace(Row &row);
    void forget(const Row &row);
    void forgetOldest();
    void claimJob(const JobClaim &claim, ClaimResult &result);

    bool m_open = false;
    qint64 m_nextSequence = 1;
    std::unordered_map<JobId, Shelf, JobIdHash> m_shelves;
    std::unordered_map<qint64, Shelf *> m_jobs; ///< by sequence
    Rows m_unfinished;
    Rows m_ended; ///< in the order in which they ended
    std::unordered_map<RunId, Rows::iterator, RunIdHash> m_rows;
};

} // namespace reveille
