// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

#include <QCoreApplication>

namespace reveille {

class SqlSession;

/// The tables `jobs` and `runs`, in SQL that all databases understand. Each call is one transaction; see JobStore for
/// what it does.
class SqlTables final
{
    Q_DECLARE_TR_FUNCTIONS(SqlTables)

public:
    explicit SqlTables(SqlSession &session) : m_session(session) {}

    [[nodiscard]] Result<StoreContents> loadDue(TimePoint now);
    [[nodiscard]] Result<StoreContents> loadPage(qint64 after, int limit);
    [[nodiscard]] Result<QList<JobRecord>> jobs(const QList<JobId> &ids);
    [[nodiscard]] Result<QList<JobRecord>> add(const QList<JobRecord> &jobs);
    [[nodiscard]] Result<void> update(const QList<JobRecord> &jobs);
    [[nodiscard]] Result<void> remove(const QList<JobId> &ids);
    [[nodiscard]] Result<ClaimResult> claim(const ClaimBatch &batch);
    [[nodiscard]] Result<void> record(const QList<Run> &runs);
    [[nodiscard]] Result<QList<Run>> runs(const RunQuery &query);
    /// Deletes some of what is beyond retention and answers how many rows; 0: nothing is left to delete.
    [[nodiscard]] Result<int> pruneStep(const Retention &retention, TimePoint now);

private:
    /// Some jobs, where there are many.
    [[nodiscard]] QStringList jobsWithMoreRunsThan(int count);
    [[nodiscard]] QList<JobRecord> readJobs(const QString &condition, const QVariantList &values);
    [[nodiscard]] QList<Run> readRuns(const QString &sql, const QVariantList &values);
    [[nodiscard]] QHash<JobId, int> countFailures();
    void claimJob(const JobClaim &claim, ClaimResult &result);
    [[nodiscard]] bool claimWaiting(const Run &run);
    void insertRun(const Run &run);
    [[nodiscard]] bool hasJob(const JobId &id);

    SqlSession &m_session;
};

} // namespace reveille
