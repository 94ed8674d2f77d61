// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

namespace reveille {

/// Stands before a store that somebody else may have written: a call that throws, and an answer that is an exception, was
/// cancelled or is none, become an error of that store (Refused). The answers come on the thread that asks, which is the
/// one it lives on, whichever thread the store gives them on.
class GuardedStore final : public JobStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardedStore)

public:
    explicit GuardedStore(std::unique_ptr<JobStore> store);

    void setHost(const QString &host) override;
    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadDue(TimePoint now) override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<StoreChanges>> changes() override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> add(const QList<JobRecord> &jobs, const RunList &runs = {}) override;
    [[nodiscard]] QFuture<Result<void>> update(const QList<JobRecord> &jobs) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) override;
    [[nodiscard]] QFuture<Result<void>> record(const RunList &runs) override;
    [[nodiscard]] QFuture<Result<void>> requestCancel(const RunId &id) override;
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query) override;
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] bool isShared() const override;
    [[nodiscard]] bool keepsFunctions() const override;
    [[nodiscard]] QString url() const override;

private:
    template<typename Call>
    [[nodiscard]] std::invoke_result_t<Call> ask(Call call);

    const std::unique_ptr<JobStore> m_store;
};

} // namespace reveille
