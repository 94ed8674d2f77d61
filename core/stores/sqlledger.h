// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"

namespace reveille {

class SqlInstance;
class SqlSession;

/// The table `runs`. What writes is called inside of a transaction; runs() and pruneStep() are one themselves.
class SqlLedger final
{
    Q_DISABLE_COPY_MOVE(SqlLedger)

public:
    /// `instance`: who writes, where the database is shared; else null. Borrows both.
    SqlLedger(SqlSession &session, SqlInstance *instance);

    /// Inserts rows that were just decided on; those whose id or fire time is taken go to `lost`.
    void insertClaimed(const RunList &runs, QSet<RunId> &lost);
    /// Writes a row over one that waits. False: none does, or it would take another's fire time.
    [[nodiscard]] bool claimWaiting(const Run &run);
    /// Whether a run was left to others, who are to be told.
    enum class Left { None, Some };
    /// Inserts new ids, replaces known ones.
    [[nodiscard]] Left write(const RunList &runs);
    void removeWaiting(const JobId &id);

    /// Asks whoever has an unfinished run to end it. False: it has ended.
    [[nodiscard]] bool requestCancel(const RunId &id);
    /// Asks others to end what they have claimed or running of a job, as another run is to take its place. False: there is nothing.
    [[nodiscard]] bool requestReplacement(const JobId &id);
    /// The unfinished runs of this instance that others ask to end, with the reason.
    [[nodiscard]] QHash<RunId, QString> cancelRequests();

    /// Waiting, claimed, running, by the time they are due; of a shared database its own ones. Without output.
    [[nodiscard]] QList<Run> unfinished();
    /// Fills in how the jobs of `contents` ended last.
    void addEnds(StoreContents &contents);

    [[nodiscard]] Result<QList<Run>> runs(const RunQuery &query);
    /// A pruning that goes on from step to step.
    struct Pruning
    {
        Retention retention;
        TimePoint now;
        std::optional<QStringList> crowded = {}; ///< jobs that may have more rows than are kept; none: not looked for yet
    };
    /// Deletes some of what is beyond retention and answers how many rows; 0: nothing is left to delete.
    [[nodiscard]] Result<int> pruneStep(Pruning &pruning);

private:
    using Batch = QList<const Run *>;

    [[nodiscard]] int pruneOld(TimePoint oldest);
    [[nodiscard]] QStringList crowdedJobs(int kept);
    [[nodiscard]] int pruneCrowded(const QString &job, int kept);
    [[nodiscard]] QSet<JobId> jobsWithRuns(const QList<JobRecord> &jobs);
    void insertBatch(const Batch &runs);
    void insertPlain(const Batch &runs);
    void insert(const Run &run);
    void writeEnds(const Batch &runs);
    void writeOne(const Run &run);
    [[nodiscard]] QList<Run> read(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QString instanceText() const;

    SqlSession &m_session;
    SqlInstance *const m_instance;
    QString m_updateState;
    QString m_updateAll;
    QString m_updateEnds;
};

} // namespace reveille
