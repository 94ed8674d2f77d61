// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

#include <QCoreApplication>

#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace reveille {

/// Keeps jobs and runs for as long as it exists. Answers at once, on the caller's thread.
class MemoryStore final : public JobStore
{
    Q_OBJECT

public:
    explicit MemoryStore(QObject *parent = nullptr) : JobStore(parent) {}

    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<StoreContents>> load() override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> add(const QList<JobRecord> &jobs) override;
    [[nodiscard]] QFuture<Result<void>> update(const QList<JobRecord> &jobs) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) override;
    [[nodiscard]] QFuture<Result<void>> record(const QList<Run> &runs) override;
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query) override;
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] QString url() const override { return QStringLiteral("memory:"); }

private:
    /// A run's place in time: when it was scheduled, then the order in which the store got to know it.
    using Place = std::pair<TimePoint, qint64>;
    using FireKey = std::tuple<JobId, TimePoint, int>;

    struct Row
    {
        Run run;
        qint64 sequence = 0;
    };

    [[nodiscard]] Result<void> checkOpen() const;
    [[nodiscard]] Result<void> checkUpdate(const JobRecord &job) const;
    /// Inserts or replaces rows; on a conflict none of them, and false.
    [[nodiscard]] bool putAll(const QList<Run> &runs);
    [[nodiscard]] bool put(const Run &run);
    void take(const RunId &id);
    void claimJob(const JobClaim &claim, ClaimResult &result);
    [[nodiscard]] std::optional<Run> newestFinished(const JobId &id) const;
    [[nodiscard]] int countFailures(const JobId &id) const;

    bool m_open = false;
    qint64 m_nextSequence = 1;
    std::map<qint64, JobRecord> m_jobs; ///< by sequence
    QHash<JobId, qint64> m_sequences;   ///< of jobs
    QHash<RunId, Row> m_rows;
    std::map<Place, RunId> m_byTime;
    QHash<JobId, std::set<Place>> m_byJob;
    std::set<FireKey> m_fireKeys;       ///< what must be unique
};

} // namespace reveille
