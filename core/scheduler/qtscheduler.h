// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executortable.h"
#include "core/scheduler/event.h"
#include "core/scheduler/storescheduler.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace reveille {

class Clock;

/// Runs jobs when they are due, driven by one QTimer. Lives on one thread with an event loop, never blocks it, and answers
/// with futures on it; Engine is its thread-safe door. Jobs live in one or more job stores and run in executors, both known
/// by alias; the alias "default" is the one of jobs that do not say.
///
/// Before the first start, jobs are kept as pending: they are checked at once, and stored when the scheduler starts.
class QtScheduler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtScheduler)

public:
    /// Gives the context that jobs are read with now. The answer is used on other threads, too.
    using ContextSource = std::function<JobContext()>;

    /// Borrows the clock. Stores and executors follow.
    QtScheduler(const Clock &clock, ContextSource context, QObject *parent = nullptr);
    /// With one store and one executor, both "default".
    QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<JobStore> store,
                std::unique_ptr<Executor> executor, QObject *parent = nullptr);
    /// Stops at once where shutdown() was not called; what runs is ended.
    ~QtScheduler() override;

    /// Adds a store; where the scheduler has started, opens it. Conflict: the alias is taken.
    [[nodiscard]] QFuture<Result<void>> addJobStore(const QString &alias, std::unique_ptr<JobStore> store);
    /// Waits for the runs of its jobs, and closes it. NotFound: there is none.
    [[nodiscard]] QFuture<Result<void>> removeJobStore(const QString &alias);
    [[nodiscard]] QStringList jobStores() const;
    /// Conflict: the alias is taken.
    [[nodiscard]] Result<void> addExecutor(const QString &alias, std::unique_ptr<Executor> executor);
    /// NotFound: there is none; Refused: runs are active in it.
    [[nodiscard]] Result<void> removeExecutor(const QString &alias);
    [[nodiscard]] QStringList executors() const { return m_executors.aliases(); }

    [[nodiscard]] SchedulerState state() const { return m_state; }
    /// Opens the stores, settles what a crash left behind, adds what is pending, and runs. An error names the store that can't
    /// be opened or the pending job that can't be added; then nothing has started.
    [[nodiscard]] QFuture<Result<void>> start(SchedulerState mode = SchedulerState::Running);
    /// Starts nothing more, gives active runs until the deadline, ends them, writes everything down and closes the stores. One
    /// that does not answer is not waited for much longer: Unavailable names it. A scheduler does not start again.
    [[nodiscard]] QFuture<Result<void>> shutdown(milliseconds deadline);
    [[nodiscard]] Result<void> pause();
    [[nodiscard]] QFuture<Result<void>> resume();

    /// The jobs by store and order of creation, the pending ones last; of one store, if an alias is given.
    [[nodiscard]] QList<JobSnapshot> jobs(const QString &store = {});
    /// The same, once all are loaded.
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> allJobs();
    [[nodiscard]] std::optional<JobSnapshot> job(const JobId &id);

    // As in Engine, where they are documented. All or none in each store.
    [[nodiscard]] EditDesk::Snapshots addJobs(const QList<NewJob> &jobs);
    [[nodiscard]] EditDesk::Snapshots addJobs(const QList<Job> &jobs);
    [[nodiscard]] EditDesk::Snapshots restoreJobs(const QList<Job> &jobs);
    [[nodiscard]] EditDesk::Snapshots modifyJobs(const QList<Job> &jobs);
    [[nodiscard]] QFuture<Result<void>> removeJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> pauseJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> resumeJobs(const QList<JobId> &ids);
    /// Of one store, if an alias is given.
    [[nodiscard]] QFuture<Result<void>> removeAllJobs(const QString &store = {});
    [[nodiscard]] QFuture<Result<RunId>> runNow(const JobId &id);
    [[nodiscard]] Result<void> cancelRun(const RunId &id);
    [[nodiscard]] QFuture<Result<RunId>> snooze(const RunId &id, milliseconds delay);
    [[nodiscard]] QFuture<Result<void>> acknowledge(const RunId &id);
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query);

    /// Looks at the clock and does what is due: called by the timer, and by whoever knows that the clock changed.
    void wakeUp();

Q_SIGNALS:
    void jobsChanged(const QList<reveille::JobSnapshot> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);
    void eventsHappened(const QList<reveille::Event> &events);
    void runOutputAdded(const reveille::RunId &id, const QByteArray &data);
    void stateChanged(reveille::SchedulerState state);
    /// A store does not answer, with the reason, or does again, with none.
    void storeAvailabilityChanged(const QString &alias, const std::optional<reveille::Error> &reason);

private:
    using Stores = std::vector<std::unique_ptr<StoreScheduler>>;

    [[nodiscard]] Surroundings surroundings();
    [[nodiscard]] StoreScheduler *storeNamed(const QString &alias) const;
    [[nodiscard]] StoreScheduler *storeOf(const JobId &id) const;
    void connectStore(StoreScheduler &store);
    [[nodiscard]] QFuture<Result<void>> openStores();
    void setState(SchedulerState state);
    void post(EventType type, const QString &text = {});
    void armTimer();
    void noticeClock();

    [[nodiscard]] Result<QList<JobSnapshot>> addPending(const QList<NewJob> &jobs);
    [[nodiscard]] QFuture<Result<void>> storePending();
    [[nodiscard]] EditDesk::Snapshots addToStores(const QList<NewJob> &jobs);
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> withRun(const RunId &id, std::function<QFuture<Result<T>>(StoreScheduler &, const Run &)> use);
    /// Calls `use` with the ids of each store, one store after the other. NotFound: one of them is nowhere.
    [[nodiscard]] QFuture<Result<void>> byStore(const QList<JobId> &ids,
                                                std::function<QFuture<Result<void>>(StoreScheduler &, const QList<JobId> &)> use);
    [[nodiscard]] QFuture<Result<void>> setPaused(const QList<JobId> &ids, bool paused);

    const Clock &m_clock;
    const ContextSource m_context;
    ExecutorTable m_executors;
    Stores m_stores; ///< in the order in which they were added
    QList<NewJob> m_pending;
    QTimer m_timer;
    SchedulerState m_state = SchedulerState::Stopped;
    bool m_isStarting = false;
    std::optional<QFuture<Result<void>>> m_shutdown;
    OptionalTime m_lastNow;
};

} // namespace reveille
