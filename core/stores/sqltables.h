// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlledger.h"

#include <QCoreApplication>

#include <span>

namespace reveille {

/// The tables of a store, in SQL that all databases understand. Each call is one transaction; see JobStore for what it does.
class SqlTables final
{
    Q_DECLARE_TR_FUNCTIONS(SqlTables)
    Q_DISABLE_COPY_MOVE(SqlTables)

public:
    /// `instance`: who this is, where others may have the same database open; else null. Borrows both.
    SqlTables(SqlSession &session, SqlInstance *instance);

    [[nodiscard]] Result<StoreContents> loadDue(TimePoint now);
    [[nodiscard]] Result<StoreContents> loadPage(qint64 after, int limit);
    [[nodiscard]] Result<QList<JobRecord>> jobs(const QList<JobId> &ids);
    [[nodiscard]] Result<StoreChanges> changes();
    [[nodiscard]] Result<QList<JobRecord>> add(const QList<JobRecord> &jobs, const RunList &runs);
    [[nodiscard]] Result<void> update(const QList<JobRecord> &jobs, const RunList &runs = {});
    [[nodiscard]] Result<void> remove(const QList<JobId> &ids);
    [[nodiscard]] Result<ClaimResult> claim(const ClaimBatch &batch);
    [[nodiscard]] Result<void> record(const RunList &runs);
    [[nodiscard]] Result<void> requestCancel(const RunId &id);
    [[nodiscard]] Result<QList<Run>> runs(const RunQuery &query) { return m_ledger.runs(query); }
    [[nodiscard]] Result<int> pruneStep(SqlLedger::Pruning &pruning) { return m_ledger.pruneStep(pruning); }
    /// Whether others ended runs that were answered as active elsewhere.
    [[nodiscard]] bool hasLessActivity() { return !lessActive().isEmpty(); }
    /// Renews the lease of the instance.
    [[nodiscard]] Result<void> beat();

private:
    using Claims = QList<const JobClaim *>;

    template<typename Work>
    [[nodiscard]] auto write(Work work);
    [[nodiscard]] QList<JobRecord> readJobs(const QString &condition, const QVariantList &values = {});
    [[nodiscard]] std::optional<qint64> sequenceOf(const JobId &id);
    /// Insert jobs and number them, in a store that one has for itself and in one that is shared.
    void insertForOne(QList<JobRecord> &jobs);
    void insertForAll(QList<JobRecord> &jobs);
    void insertTimes(const QList<JobRecord> &jobs);
    /// Of a job; an error: it could not be written.
    [[nodiscard]] QByteArray textOf(const JobRecord &job);
    [[nodiscard]] JobId firstTaken(std::span<const JobRecord> jobs);
    void failAsTaken(const JobId &id);
    /// Tells the others that something of theirs to know has changed.
    void notify();

    [[nodiscard]] QSet<qint64> free(const QList<JobClaim> &claims);
    /// The jobs of waiting runs to be claimed that are active elsewhere otherwise than expected, locked by another, or another
    /// host's.
    [[nodiscard]] QSet<JobId> outdated(const ClaimBatch &batch);
    /// How many runs of each job others have claimed or running, of those rows for which the condition holds.
    [[nodiscard]] QHash<JobId, int> activeElsewhere(const QString &condition = {});
    void fillInActivity(QList<JobRecord> &jobs);
    /// The jobs of which fewer runs are active elsewhere than was answered last.
    [[nodiscard]] QList<JobId> lessActive();
    /// The caller knows now how active these are.
    void noteActivity(const QList<JobRecord> &jobs);
    /// Advances those that are as expected; answers how many.
    [[nodiscard]] qsizetype advance(const Claims &claims);

    SqlSession &m_session;
    SqlInstance *const m_instance;
    SqlLedger m_ledger;
    QString m_advance;
};

} // namespace reveille
