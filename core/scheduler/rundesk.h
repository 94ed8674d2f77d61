// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executortable.h"
#include "core/scheduler/decide.h"
#include "core/scheduler/duequeue.h"
#include "core/scheduler/outbox.h"

#include <unordered_map>

namespace reveille {

class Clock;
/// A run that has not ended.
struct TrackedRun : Due
{
    TrackedRun() : Due(Kind::Run) {}

    Run run;
    std::shared_ptr<const Job> job; ///< as it was when the run began, also when it is removed meanwhile
    JobEntry *entry = nullptr;      ///< null: the job is removed
    bool isQueued = false;          ///< waits for another run of its job to end
    Outbox::Place place;
    QString cancelReason;
};

/// Follows the runs of one store from the moment they are in the ledger to their outcome: waits for those that are due
/// later, hands those that are due to their executor, writes down how they end, and arranges what follows (a retry, the
/// next in the queue).
class RunDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDesk)

public:
    /// Borrows all of them.
    RunDesk(const Clock &clock, JobTable &jobs, DueQueue &dueQueue, Outbox &outbox, ExecutorTable &executors,
            QObject *parent = nullptr);
    ~RunDesk() override;

    /// Listens to an executor, to be called for each one that runs may be submitted to.
    void watch(const Executor &executor);

    /// Takes up a run that the ledger has as waiting; it comes back from the due queue at its time.
    void wait(const Run &run, const std::shared_ptr<const Job> &job);
    /// Takes up runs as decided and as the ledger has them now.
    void carryOut(const Decision &decision, const std::shared_ptr<const Job> &job, JobEntry *entry);
    /// Settles a run that the last program to use the store left claimed or running.
    void recover(const Run &run, const std::shared_ptr<const Job> &job);
    /// Ends a run early, or takes a waiting one back. NotFound: it is not under way.
    [[nodiscard]] Result<void> cancel(const RunId &id, const QString &reason);
    void cancelAll(const QString &reason);
    /// Lets go of a job that is removed: forgets its waiting runs, and lets the active ones end by themselves.
    void release(JobEntry &entry);
    /// Forgets a waiting run, which somebody else has taken.
    void forget(const RunId &id);

    [[nodiscard]] TrackedRun *find(const RunId &id);
    /// The runs of a job that are under way, without `except`.
    [[nodiscard]] static Occupancy occupancy(const JobEntry &entry, const TrackedRun *except = nullptr);
    [[nodiscard]] bool isIdle() const { return m_activeCount == 0; }

Q_SIGNALS:
    /// The last active run ended.
    void idle();
    /// A waiting run is due now: the due queue changed.
    void dueChanged();
    /// A finished job with WhenFinished::Remove has nothing left to do.
    void jobExhausted(const reveille::JobId &id);

private:
    using Runs = std::unordered_map<RunId, TrackedRun, RunIdHash>;

    TrackedRun &track(const Run &run, const std::shared_ptr<const Job> &job, JobEntry *entry);
    void untrack(Runs::iterator run);
    void submit(const Run &run, const std::shared_ptr<const Job> &job, JobEntry *entry);
    void settle(const Run &run, const std::shared_ptr<const Job> &job);
    void onStarted(const RunId &id);
    void onFinished(const RunId &id, const TaskResult &result);
    void noteOutcome(JobEntry *entry, const std::shared_ptr<const Run> &run, bool willRetry);
    void addRetry(const Run &failed, const std::shared_ptr<const Job> &job);
    void callNext(JobEntry &entry);
    void forgetIfExhausted(const JobEntry &entry);
    void postEvent(EventType type, TimePoint at, const std::shared_ptr<const Run> &run, const std::shared_ptr<const Job> &job,
                   bool willRetry = false, int failures = 0);

    const Clock &m_clock;
    JobTable &m_jobs;
    DueQueue &m_dueQueue;
    Outbox &m_outbox;
    ExecutorTable &m_executors;
    Runs m_runs;
    TrackedRun *m_submitting = nullptr; ///< the run that an executor is just taking, which may begin and end with that
    int m_activeCount = 0;
};

} // namespace reveille
