// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/runlist.h"
#include "core/stores/jobtext.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace reveille {

/// A job as a store keeps it, and what the store itself must see of it.
struct JobRecord
{
    JobId id;
    qint64 sequence = 0;         ///< order of creation, the store's own key; given by it in add()
    qint64 revision = 0;         ///< counts edits, not runs
    OptionalTime nextFireTime;   ///< of the trigger, without jitter; none: finished
    OptionalTime newestFireTime; ///< the newest one with a row in the ledger
    int activeElsewhere = 0;     ///< runs of it that others who share the store have claimed or running; not stored
    JobText data;
    bool operator==(const JobRecord &) const = default;
};

/// Jobs and what a scheduler needs to go on with them where the last one ended.
struct StoreContents
{
    QList<JobRecord> jobs;      ///< by sequence
    QList<Run> unfinishedRuns;  ///< waiting, claimed, running, and nobody's who is still there; without output
    QHash<JobId, Run> lastRuns; ///< the newest finished row of each of `jobs` that has one; without output
    QHash<JobId, int> failures; ///< final failures (error, timeout, interrupted; not those retried) since the last success
};

/// What others who share the store did since it was opened or asked last.
struct StoreChanges
{
    QList<JobRecord> jobs;  ///< added or edited, or fewer runs of it are active elsewhere than was answered last; by sequence
    QList<JobId> removed;
    QList<Run> unfinishedRuns; ///< waiting, claimed or running, of somebody who is gone or left them; the caller's from now on
    /// Unfinished runs of the caller that others ask to end, with the reason; answered again until it has recorded that it knows.
    QHash<RunId, QString> cancelRequests;
};

/// Advances one job and writes the rows that its due fire times became. It advances even where some of the rows are there
/// already, as after the clock was wrong: otherwise it would come back to the same fire time for ever.
struct JobClaim
{
    qint64 sequence = 0;         ///< the job's
    qint64 revision = 0;         ///< expected; otherwise the claim is lost
    TimePoint expected;          ///< the expected next fire time; otherwise the claim is lost
    int activeElsewhere = 0;     ///< expected; otherwise the claim is lost
    OptionalTime next;           ///< the new one
    OptionalTime newestFireTime; ///< the new one
    bool replacesElsewhere = false; ///< asks for the end of what others have claimed or running of it
    RunList rows;                ///< at least one; claimed, waiting or finished; inserted, but for those whose id or fire time is taken

    [[nodiscard]] const JobId &jobId() const { return rows.first().jobId; }
};

/// What one pass of the scheduler decided, all of which becomes durable together.
struct ClaimBatch
{
    QList<JobClaim> jobs;
    RunList waiting; ///< rows that are still `waiting` in the store, as they are to be: claimed, or finished without a run
    QHash<JobId, int> activeElsewhere; ///< expected of the jobs of `waiting`, where it is not 0; otherwise what is to be claimed is lost
    QSet<JobId> replacedElsewhere; ///< of runs that wait on: asks for the end of what others have claimed or running of these jobs
};

/// What somebody else had taken or changed before; everything else was written.
struct ClaimResult
{
    QSet<JobId> lostJobs; ///< another revision, fire time or activity than expected, or gone: not advanced, none of their rows written
    QSet<RunId> lostRuns; ///< rows of other jobs that exist already, and of `waiting` that wait no more: not to be carried out
    /// Those of lostRuns that wait on: their jobs are active elsewhere otherwise than expected, or another machine's by now.
    QSet<RunId> postponedRuns;
};

/// How long runs are kept. The newest row of a job that is there and unfinished rows are always kept.
struct Retention
{
    std::chrono::days age{90};
    int runsPerJob = 1000;
};

/// Keeps jobs and their runs. An asynchronous door: calls are carried out in their order, each in one transaction (all or
/// nothing), and answer on a thread of the store's choice, so callers use QFuture::then() with a context object. Where a
/// connection is lost and a commit in doubt, the store itself finds out whether it took place before it answers.
/// A run's `scheduledAt` and `attempt` are unique in a job among the causes schedule and retry: a second row is a Conflict.
class JobStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobStore)

public:
    explicit JobStore(QObject *parent = nullptr) : QObject(parent) {}

    /// The name of this machine, as jobs have it in `host`; to be called before open(). A store that is shared answers only with
    /// unfinished runs whose job may run there.
    virtual void setHost(const QString &) {}
    /// That many runs are to be claimed soon; a store may make ready for them what it can. Of thousands it is told in parts, the
    /// ones before included.
    virtual void expect(size_t) {}
    /// Creates or migrates what it needs. Unavailable: another program has it or it can't be reached; Damaged: it is
    /// ours and can't be read; Refused: a newer version or another program wrote it.
    [[nodiscard]] virtual QFuture<Result<void>> open() = 0;
    /// What a scheduler must have before it can begin: the jobs that are due at or before `now`, all unfinished runs, and
    /// the jobs of these.
    [[nodiscard]] virtual QFuture<Result<StoreContents>> loadDue(TimePoint now) = 0;
    /// Jobs in order of their sequence, at most `limit` of those after the sequence `after`; without runs that are
    /// unfinished. No jobs: these were all.
    [[nodiscard]] virtual QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) = 0;
    /// Reads some jobs again; those that are gone are left out.
    [[nodiscard]] virtual QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) = 0;
    /// To be called after changed().
    [[nodiscard]] virtual QFuture<Result<StoreChanges>> changes() = 0;

    /// Adds jobs, and rows of their runs with them, and answers with their records, sequences filled in. Conflict names an
    /// id that exists; then nothing is added.
    [[nodiscard]] virtual QFuture<Result<QList<JobRecord>>> add(QList<JobRecord> jobs, const RunList &runs = {}) = 0;
    /// Replaces jobs whose revision is still one less than the given one, and adds rows of their runs with them. Conflict: one of
    /// them is not, or a row is there already; NotFound: a job is gone. `sequence` is kept as stored.
    [[nodiscard]] virtual QFuture<Result<void>> update(const QList<JobRecord> &jobs, const RunList &runs = {}) = 0;
    /// Removes jobs and their waiting runs; the ledger stays. NotFound names an id that does not exist; then none is removed.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QList<JobId> &ids) = 0;

    /// Writes what was not lost; a lost part is no error.
    [[nodiscard]] virtual QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) = 0;
    /// Writes rows as they are now: inserts a new id, replaces a known one. One that waits, of a job that another machine runs,
    /// is left to that.
    [[nodiscard]] virtual QFuture<Result<void>> record(const RunList &runs) = 0;
    /// Asks whoever has an unfinished run, or takes it over, to end it. NotFound: it has ended, or there is none.
    [[nodiscard]] virtual QFuture<Result<void>> requestCancel(const RunId &id) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Run>>> runs(const RunQuery &query) = 0;
    /// Forgets what is beyond retention; answers how many rows.
    [[nodiscard]] virtual QFuture<Result<int>> prune(const Retention &retention, TimePoint now) = 0;

    /// Waits for the calls so far and lets go of file, lock or connection. No call may follow.
    [[nodiscard]] virtual QFuture<Result<void>> close() = 0;

    /// Whether other machines may have it open at the same time.
    [[nodiscard]] virtual bool isShared() const { return false; }
    /// Whether jobs stay there as they are, never as a text, so that they may bring functions of their own.
    [[nodiscard]] virtual bool keepsFunctions() const { return false; }
    /// How long it may take to answer before it counts as away; what may take its time (prune(), close(),
    /// and open() of one that is not shared) is exempt.
    [[nodiscard]] virtual milliseconds patience() const { return std::chrono::seconds(30); }
    /// For messages: "memory:", "sqlite:/home/...".
    [[nodiscard]] virtual QString url() const = 0;

Q_SIGNALS:
    /// Somebody else changed jobs, ended a run that was answered as active elsewhere, asks for the end of one, or is gone and
    /// left runs behind; only stores that can be shared emit it.
    void changed();
    /// The store went away, with the reason, or came back, with none. Calls meanwhile answer Unavailable.
    void availabilityChanged(const std::optional<reveille::Error> &reason);
};

} // namespace reveille

Q_DECLARE_TYPEINFO(reveille::JobRecord, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(reveille::JobClaim, Q_RELOCATABLE_TYPE);
