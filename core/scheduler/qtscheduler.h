// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"
#include "core/scheduler/decide.h"
#include "core/scheduler/duequeue.h"
#include "core/scheduler/jobtable.h"
#include "core/scheduler/outbox.h"
#include "core/scheduler/rundesk.h"
#include "core/scheduler/schedulerstate.h"
#include "core/scheduler/serialqueue.h"

#include <QTimer>

#include <memory>

namespace reveille {

class Clock;
class Pass;

/// Runs jobs when they are due, driven by one QTimer. Lives on one thread, never blocks it, and answers with futures on
/// it; Engine is its thread-safe door. What changes the schedule (a pass, an edit) goes through one queue, so that no
/// edit meets a claim half-way.
class QtScheduler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtScheduler)

public:
    /// Gives the context that stored jobs are read with.
    using ContextSource = std::function<JobContext()>;

    /// Borrows the clock.
    QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<JobStore> store,
                std::unique_ptr<Executor> executor, QObject *parent = nullptr);
    ~QtScheduler() override;

    [[nodiscard]] SchedulerState state() const { return m_state; }

    // As in Engine, where they are documented.
    [[nodiscard]] QFuture<Result<void>> start(SchedulerState mode);
    [[nodiscard]] QFuture<Result<void>> shutdown(milliseconds deadline);
    [[nodiscard]] QList<JobSnapshot> jobs();
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> addJobs(const QList<Job> &jobs);
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> restoreJobs(const QList<Job> &jobs);
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> modifyJobs(const QList<Job> &jobs);
    [[nodiscard]] QFuture<Result<void>> removeJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> pauseJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> resumeJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<RunId>> runNow(const JobId &id);
    [[nodiscard]] Result<void> cancelRun(const RunId &id);
    [[nodiscard]] QFuture<Result<RunId>> snooze(const RunId &id, milliseconds delay);
    [[nodiscard]] QFuture<Result<void>> acknowledge(const RunId &id);
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query);
    [[nodiscard]] Result<void> pause();
    [[nodiscard]] QFuture<Result<void>> resume();

    /// Looks at the clock and does what is due: called by the timer, and by whoever knows that the clock changed.
    void wakeUp();

Q_SIGNALS:
    void jobsChanged(const QList<reveille::JobSnapshot> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);
    void eventsHappened(const QList<reveille::Event> &events);
    void runOutputAdded(const reveille::RunId &id, const QByteArray &data);
    void stateChanged(reveille::SchedulerState state);

private:
    void install(const StoreContents &contents);
    void setState(SchedulerState state);
    void post(EventType type, const JobId &id = {}, const std::shared_ptr<const Job> &job = {});
    void armTimer();
    void noticeClock();
    [[nodiscard]] QFuture<Result<void>> recomputeFireTimes();
    void queueJob(const JobEntry &entry);

    [[nodiscard]] QFuture<Result<void>> runPass();
    [[nodiscard]] QFuture<Result<void>> claim(const Pass &pass);
    void carryOut(const Pass &pass, const ClaimResult &result);
    void requeue(const Pass &pass, const ClaimResult &lost);
    void onClaimFailed(const Pass &pass, const Error &error);
    [[nodiscard]] std::vector<JobEntry *> unpausedJobs();
    /// Writes off what came due while the given jobs were paused.
    [[nodiscard]] QFuture<Result<void>> skipPaused(const std::vector<JobEntry *> &entries);

    [[nodiscard]] Result<void> checkSchedulable(const Job &job, OptionalTime next) const;
    [[nodiscard]] OptionalTime nextFireTime(const Job &job, OptionalTime newest) const;
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> writeNew(const QList<Job> &jobs, const QList<JobRecord> &records);
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> writeBack(const QList<Job> &jobs, const QList<QList<Run>> &histories);
    [[nodiscard]] Result<std::vector<JobEntry *>> entriesOf(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> writeEdits(const QList<Job> &jobs);
    [[nodiscard]] QFuture<Result<void>> setPaused(const QList<JobId> &ids, bool paused);
    [[nodiscard]] QFuture<Result<RunId>> addWaitingRun(const Run &run, const std::shared_ptr<const Job> &job);
    [[nodiscard]] QFuture<Result<void>> waitForRuns();
    void pruneHistory();

    const Clock &m_clock;
    const ContextSource m_context;
    const std::unique_ptr<JobStore> m_store;
    const std::unique_ptr<Executor> m_executor;
    JobTable m_jobs;
    DueQueue m_dueQueue;
    Outbox m_outbox;
    RunDesk m_desk;
    SerialQueue m_operations;
    QTimer m_timer;
    QTimer m_pruneTimer;
    SchedulerState m_state = SchedulerState::Stopped;
    bool m_passQueued = false;
    bool m_isShutDown = false;
    OptionalTime m_lastNow;
};

} // namespace reveille
