// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"
#include "core/scheduler/decide.h"
#include "core/scheduler/duequeue.h"
#include "core/scheduler/event.h"

#include <QHash>

namespace reveille {

class Clock;
class JobTable;
class Outbox;
struct JobEntry;

/// Follows runs from the moment they are in the ledger to their outcome: waits for those that are due later, hands those
/// that are due to the executor, writes down how they end, and arranges what follows (a retry, the next in the queue).
class RunDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDesk)

public:
    struct Tracked
    {
        Run run;
        std::shared_ptr<const Job> job; ///< as it was when the run began, also when it is removed meanwhile
    };

    /// Borrows all of them.
    RunDesk(const Clock &clock, JobTable &jobs, DueQueue &dueQueue, Outbox &outbox, Executor &executor,
            QObject *parent = nullptr);

    /// Takes up a run that the ledger has as waiting; it comes back from the due queue at its time.
    void wait(const Run &run, const std::shared_ptr<const Job> &job);
    /// Takes up runs as decided and as the ledger has them now.
    void carryOut(const Decision &decision, const std::shared_ptr<const Job> &job);
    /// Settles a run that the last program to use the store left claimed or running.
    void recover(const Run &run, const std::shared_ptr<const Job> &job);
    /// Ends a run early, or takes a waiting one back. NotFound: it is not under way.
    [[nodiscard]] Result<void> cancel(const RunId &id, const QString &reason);
    void cancelAll(const QString &reason);
    /// Forgets the waiting runs of a job that was removed.
    void forgetWaiting(const JobId &id);

    [[nodiscard]] const Tracked *find(const RunId &id) const;
    [[nodiscard]] Occupancy occupancy(const JobId &id, const RunId &except = {}) const;
    [[nodiscard]] bool isIdle() const { return m_activeCount == 0; }

Q_SIGNALS:
    /// The last active run ended.
    void idle();
    /// A waiting run is due now: the due queue changed.
    void dueChanged();
    /// A finished job with WhenFinished::Remove has nothing left to do.
    void jobExhausted(const reveille::JobId &id);

private:
    void submit(const Run &run, const std::shared_ptr<const Job> &job);
    void queueBehind(const Run &run, const std::shared_ptr<const Job> &job);
    void settle(const Run &run, const std::shared_ptr<const Job> &job);
    void onStarted(const RunId &id);
    void onFinished(const RunId &id, const TaskResult &result);
    void noteOutcome(JobEntry *entry, const Run &run, bool willRetry);
    void addRetry(const Tracked &failed);
    void forgetIfExhausted(const JobId &jobId);
    void release(const JobId &jobId, const RunId &runId);
    void postEvent(EventType type, const Run &run, const std::shared_ptr<const Job> &job, bool willRetry = false, int failures = 0);

    const Clock &m_clock;
    JobTable &m_jobs;
    DueQueue &m_dueQueue;
    Outbox &m_outbox;
    Executor &m_executor;
    QHash<RunId, Tracked> m_runs;
    QHash<RunId, QString> m_cancelReasons;
    int m_activeCount = 0;
};

} // namespace reveille
