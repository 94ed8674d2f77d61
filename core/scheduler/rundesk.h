// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executortable.h"
#include "core/scheduler/decide.h"
#include "core/scheduler/duequeue.h"
#include "core/scheduler/outbox.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace reveille {

class Clock;
/// A run that has not ended.
struct TrackedRun : Due
{
    TrackedRun() : Due(Kind::Run) {}

    RunPtr run;
    std::shared_ptr<const Job> job; ///< of an active run as it was when that began, also when it is removed meanwhile
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

    /// Listens to an executor, to be called for each one that runs may be submitted to.
    void watch(const Executor &executor);

    /// Takes up a run that the ledger has as waiting; it comes back from the due queue at its time. That of a job which another
    /// machine runs is left to it.
    void wait(const RunPtr &run, const std::shared_ptr<const Job> &job);
    /// What waits for a time that the wrong clock gave waits for the right one. No claim may be under way.
    void onClockSetBack();
    /// Takes up runs of a job as decided and as the ledger has them now. `replaceActive`: as many of the active ones as make
    /// room are asked to end, the oldest first. Answers with the time it is then, as `now` is before, so that of many runs each
    /// costs one look at the clock.
    [[nodiscard]] TimePoint carryOut(const RunList &rows, bool replaceActive, const std::shared_ptr<const Job> &job,
                                     JobEntry *entry, TimePoint now);
    /// Settles a run that the last program to use the store left claimed or running.
    void recover(const Run &run, const std::shared_ptr<const Job> &job);
    /// Ends a run early, or takes a waiting one back. NotFound: it is not under way.
    [[nodiscard]] Result<void> cancel(const RunId &id, const QString &reason);
    /// Notes in the row of a run that is under way that the person is done with it. False: it is not.
    [[nodiscard]] bool acknowledge(const RunId &id, TimePoint at);
    /// Ends a run that the ledger has as waiting, and that need not be under way here.
    void takeBack(const Run &waiting, const std::shared_ptr<const Job> &job, const QString &reason);
    void cancelAll(const QString &reason);
    /// Lets go of a job that is removed: forgets its waiting runs, and lets the active ones end by themselves.
    void release(JobEntry &entry);
    /// Lets go of the waiting runs of a job that another machine runs from now on.
    void leaveWaiting(JobEntry &entry);
    /// A job was changed: what waits of it begins as the job is now, and perhaps there is room for it.
    void onJobChanged(JobEntry &entry);
    /// Where there is room for another run of a job, makes the first that waits for that due.
    void callNext(JobEntry &entry);
    /// Ends what is too late by now of the runs that a claim has just brought, and answers with the others.
    [[nodiscard]] RunList endLate(const RunList &rows, const std::shared_ptr<const Job> &job, TimePoint now);
    /// Whether a job is finished, and not to be kept then.
    [[nodiscard]] static bool isExhausted(const JobEntry &entry);
    /// Tells of one that is.
    void forgetIfExhausted(const JobEntry &entry);
    /// Forgets a waiting run, which somebody else has taken.
    void forget(const RunId &id);

    [[nodiscard]] TrackedRun *find(const RunId &id);
    /// The runs of a job that are under way, without `except`.
    [[nodiscard]] static Occupancy occupancy(const JobEntry &entry, const TrackedRun *except = nullptr);
    [[nodiscard]] bool isIdle() const { return m_activeCount == 0; }
    /// Calls back once no run is active, which may be at once; one callback at a time.
    void whenIdle(std::function<void()> callback);

Q_SIGNALS:
    /// A waiting run is due now: the due queue changed.
    void dueChanged();
    /// A finished job with WhenFinished::Remove has nothing left to do.
    void jobExhausted(const reveille::JobId &id);

private:
    /// What was known of a run that is not followed any more.
    struct Followed
    {
        RunPtr run;
        std::shared_ptr<const Job> job;
    };

    TrackedRun &track(const RunPtr &run, const std::shared_ptr<const Job> &job, JobEntry *entry);
    void keepNew();
    Followed untrack(TrackedRun &run);
    [[nodiscard]] TimePoint submit(const RunPtr &run, const std::shared_ptr<const Job> &job, JobEntry *entry, TimePoint now);
    void settle(const RunPtr &run, const std::shared_ptr<const Job> &job);
    void onStarted(const RunId &id);
    void onFinished(const RunId &id, const TaskResult &result);
    void noteOutcome(JobEntry *entry, const RunPtr &run, bool willRetry);
    void addRetry(const Run &failed, const std::shared_ptr<const Job> &job, TimePoint dueAt);
    void give(const RunPtr &run, const std::shared_ptr<const Job> &job, Executor &executor);
    void tellBegun(TrackedRun &run);
    void tellStarted(TrackedRun &run, TimePoint at);
    void end(TrackedRun &run, const TaskResult &result);
    Followed leave(TrackedRun &run);
    [[nodiscard]] bool endedAtOnce(const TrackedRun &run, const TaskResult &result) const;
    void postEvent(EventType type, TimePoint at, const RunPtr &run, const std::shared_ptr<const Job> &job,
                   bool willRetry = false, int failures = 0);

    const Clock &m_clock;
    JobTable &m_jobs;
    DueQueue &m_dueQueue;
    Outbox &m_outbox;
    ExecutorTable &m_executors;
    std::unordered_map<RunId, std::unique_ptr<TrackedRun>> m_runs;
    // A run that begins and ends while its executor takes it is gone again before it would stand in the table.
    TrackedRun *m_submitting = nullptr; ///< the run that an executor is just taking
    std::unique_ptr<TrackedRun> m_new;  ///< it, while it does not stand in the table
    std::unique_ptr<TrackedRun> m_spare;
    TimePoint m_submittedAt;
    OptionalTime m_endedAt;    ///< it, where nothing was done since
    bool m_hasStarted = false; ///< it

    int m_activeCount = 0;
    std::function<void()> m_onIdle;
};

} // namespace reveille
