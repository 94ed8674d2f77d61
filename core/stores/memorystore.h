// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/memoryledger.h"

#include <unordered_map>

namespace reveille {

/// Keeps jobs and runs for as long as it exists. Answers at once, on the caller's thread.
class MemoryStore final : public JobStore
{
    Q_OBJECT

public:
    explicit MemoryStore(QObject *parent = nullptr);
    ~MemoryStore() override;

    void expect(size_t runs) override;
    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadDue(TimePoint now) override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<StoreChanges>> changes() override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> add(QList<JobRecord> jobs, const RunList &runs = {}) override;
    [[nodiscard]] QFuture<Result<void>> update(const QList<JobRecord> &jobs, const RunList &runs = {}) override;
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
    static void addTo(StoreContents &contents, const MemoryShelf &shelf);

    [[nodiscard]] Result<void> checkOpen() const;
    [[nodiscard]] MemoryShelf *shelfWithJob(const JobId &id);
    void takeJob(MemoryShelf &shelf);
    /// `shelf`: the job's; null: it is gone.
    void claimJob(MemoryShelf *shelf, const JobClaim &claim, ClaimResult &result);

    bool m_open = false;
    qint64 m_nextSequence = 1;
    MemoryLedger m_ledger;
    std::unordered_map<qint64, MemoryShelf *> m_jobs; ///< by sequence
};

} // namespace reveille
