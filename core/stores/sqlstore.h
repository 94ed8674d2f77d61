// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"
#include "core/stores/sqlbackend.h"

#include <QThread>

#include <functional>
#include <memory>

namespace reveille {

class SqlTables;
class SqlWorker;

/// Keeps jobs and runs in a SQL database, alone or beside others. All the work is done on a thread of its own, so that no caller ever waits.
class SqlStore : public JobStore
{
    Q_OBJECT

public:
    explicit SqlStore(std::unique_ptr<SqlBackend> backend, QObject *parent = nullptr);
    /// Waits for the calls so far; closes what is open. A database that hangs is not waited for longer than 15 s since the
    /// call that hangs, or a second: its thread is then left to itself.
    ~SqlStore() override;

    void setHost(const QString &host) override;
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
    /// Works in steps between which other calls get their turn.
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] bool isShared() const override { return m_isShared; }
    [[nodiscard]] milliseconds patience() const override { return m_patience; }
    [[nodiscard]] QString url() const override { return m_url; }

private:
    template<typename T>
    QFuture<Result<T>> post(std::function<Result<T>()> work);
    /// Posts work on the tables of the open store.
    template<typename T>
    QFuture<Result<T>> postToTables(std::function<Result<T>(SqlTables &)> work);

    const QString m_url;
    const bool m_isShared;
    const milliseconds m_patience;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<SqlWorker> m_worker; ///< lives on m_thread
};

} // namespace reveille
