// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/hostname.h"
#include "core/executors/executortable.h"
#include "core/scheduler/alarm.h"
#include "core/scheduler/jobforms.h"
#include "core/scheduler/jobhandle.h"
#include "core/scheduler/listeners.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/schedulerparts.h"
#include "core/scheduler/storetable.h"

#include <QJsonArray>

#include <memory>

namespace reveille {

/// Runs jobs when they are due, driven by one timer. Lives on one thread with an event loop, never blocks it, and answers
/// with futures on it; Engine is its thread-safe door. Jobs live in one or more job stores and run in executors, both known
/// by alias; the alias "default" is the one of jobs that do not say.
///
///     QtScheduler scheduler;
///     scheduler.addJob(u"tick"_s, [] { tick(); }, {{"type", "interval"}, {"seconds", 5}});
///     scheduler.start();
///
/// In QCoreApplication::exec() it is APScheduler's BlockingScheduler, in a thread of its own (see Engine) the
/// BackgroundScheduler, and in any other program that has a Qt event loop it runs along with it.
///
/// Before the first start, jobs are kept as pending: they are checked at once, and stored when the scheduler starts and their
/// store is there.
class QtScheduler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtScheduler)

public:
    /// Gives the context that jobs are read with now. The answer is used on other threads, too.
    using ContextSource = std::function<JobContext()>;

    /// With what configure() says, or else a store in memory and a thread pool.
    explicit QtScheduler(const SchedulerParts &parts = {}, QObject *parent = nullptr);
    /// For a program that makes stores and executors itself. Borrows the clock.
    QtScheduler(const Clock &clock, ContextSource context, QObject *parent = nullptr);
    /// With one store and one executor, both "default".
    QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<JobStore> store,
                std::unique_ptr<Executor> executor, QObject *parent = nullptr);
    /// Stops at once where shutdown() was not called; what runs is ended.
    ~QtScheduler() override;

    /// Makes stores and executors. Refused once the scheduler has started, or where the program makes them itself.
    [[nodiscard]] Result<void> configure(const SchedulerConfig &config);
    /// How this machine is called in the `host` of jobs; by default its host name. It runs the jobs that have this host or none.
    /// Invalid: no machine is called so. Refused once the scheduler has started.
    [[nodiscard]] Result<void> setHost(const QString &name);
    [[nodiscard]] const QString &host() const { return m_host; }
    /// How long the history of jobs is kept. Refused once the scheduler has started.
    [[nodiscard]] Result<void> setRetention(const Retention &retention);
    [[nodiscard]] const Retention &retention() const { return m_retention; }
    /// Adds a store; where the scheduler has started, opens it, as start() does, and removes it where it can't be opened. Conflict:
    /// the alias is taken.
    [[nodiscard]] QFuture<Result<void>> addJobStore(const QString &alias, std::unique_ptr<JobStore> store);
    /// Waits for the runs of its jobs, and closes it. NotFound: there is none. Another error: it is gone, and its last rows could
    /// not be written.
    [[nodiscard]] QFuture<Result<void>> removeJobStore(const QString &alias);
    [[nodiscard]] QStringList jobStores() const { return m_stores.aliases(); }
    /// Jobs that are broken for want of it can run from now on. Conflict: the alias is taken.
    [[nodiscard]] Result<void> addExecutor(const QString &alias, std::unique_ptr<Executor> executor);
    /// NotFound: there is none; Refused: runs are active in it.
    [[nodiscard]] Result<void> removeExecutor(const QString &alias);
    [[nodiscard]] QStringList executors() const { return m_executors.aliases(); }

    [[nodiscard]] SchedulerState state() const { return m_state; }
    /// Opens the stores, settles what a crash left behind, adds what is pending, and runs. An error names the store that can't
    /// be opened or the pending job that can't be added; then nothing has started. A server that is away holds up nobody, nor does
    /// one of several stores that has not opened after ten seconds: it is shown as not available, tried until it works, and follows
    /// with what is pending.
    [[nodiscard]] QFuture<Result<void>> start(SchedulerState mode = SchedulerState::Running);
    /// Starts nothing more, gives active runs until the deadline, ends them, writes everything down and closes the stores. One
    /// that does not answer, and a function that does not end, is not waited for much longer: Unavailable names the store. May be
    /// called again with less patience. A scheduler does not start again.
    [[nodiscard]] QFuture<Result<void>> shutdown(milliseconds deadline);
    /// Starts nothing until resume(); what runs goes on. Refused: it does not run.
    [[nodiscard]] Result<void> pause();
    /// What came due meanwhile is written off, and what was due before is late. A store that is away just then waits until it
    /// takes that, and no other one does; the answer has its error. A job that its store refuses goes on with what came due, once
    /// it is taken.
    [[nodiscard]] QFuture<Result<void>> resume();

    /// The jobs by store and order of creation, the pending ones last; of one store, if an alias is given.
    [[nodiscard]] QList<JobSnapshot> jobs(const QString &store = {}) const;
    /// The same, once all of them are loaded.
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> allJobs(const QString &store = {});
    /// Nothing: there is none of this id, or it is not loaded yet.
    [[nodiscard]] std::optional<JobSnapshot> job(const JobId &id) const;

    /// Reads and checks a job's JSON form, with the defaults of this scheduler. The same for every entrance.
    [[nodiscard]] Result<Job> parseJob(const QJsonObject &json) const { return m_forms.read(json); }
    /// For a job that is there or will be.
    [[nodiscard]] JobHandle handle(const JobId &id) { return {*this, id}; }

    /// Adds a job in its JSON form. `nextRunTime`: the first fire time, where it is not to be the trigger's.
    QFuture<Result<JobHandle>> addJob(const QJsonObject &json, NewJob::IfKnown ifKnown = NewJob::IfKnown::Refuse,
                                      OptionalTime nextRunTime = {});
    /// Adds a job that calls a function; it lives in a store in memory.
    QFuture<Result<JobHandle>> addJob(const FunctionJob &job);
    template<FunctionCallable Callable>
    QFuture<Result<JobHandle>> addJob(const QString &id, Callable callable, const QJsonObject &trigger = {}, const QJsonObject &options = {})
    {
        return addJob(FunctionJob{id, makeFunction(std::move(callable)), trigger, options});
    }
    /// A table, as the other addJobs(); where a row can't be read, none of it.
    EditDesk::Snapshots addJobs(const QList<FunctionJob> &table);
    /// Changes what the keys of the JSON form say, and keeps the rest. `next_run_time` is the next fire time, once. A trigger with
    /// `jitter` sets the job's. NotFound: there is no such job; Invalid: also an `id` that is another.
    [[nodiscard]] QFuture<Result<JobHandle>> modifyJob(const JobId &id, const QJsonObject &changes);

    /// A line for each of jobs() for people, by store; APScheduler's print_jobs().
    [[nodiscard]] QString describeJobs(const QString &store = {}) const;
    /// All jobs in their JSON form, once they are loaded, with `next_run_time` where that was given; of one store, if an alias is
    /// given. Functions without a name have none and are left out, and broken jobs.
    [[nodiscard]] QFuture<Result<QJsonArray>> exportJobs(const QString &store = {});
    /// Adds what exportJobs() gave; where one can't be read, none of it. An error's key says which job is wrong, and where:
    /// `3.trigger`.
    EditDesk::Snapshots importJobs(const QJsonArray &jobs, NewJob::IfKnown ifKnown = NewJob::IfKnown::Refuse);

    /// Has a listener told what happens, on a thread of its own. `mask` joins EventTypes. One that is a million events behind misses
    /// what comes until it has caught up; the scheduler's destructor gives all of them a few seconds, and leaves one that
    /// does not return to itself.
    ListenerId addListener(Listener listener, EventMask mask = EventMask(QFlag(int(AllEvents))));
    /// It hears no more of what happens from now on; answers when it has heard what happened before. Until then what it uses is
    /// to stay.
    QFuture<void> removeListener(ListenerId id) { return m_listeners.remove(id); }

    // As in Engine, where they are documented. All or none in each store, of what is new and of what replaces.
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
    [[nodiscard]] QFuture<Result<void>> cancelRun(const RunId &id);
    [[nodiscard]] QFuture<Result<RunId>> snooze(const RunId &id, milliseconds delay);
    [[nodiscard]] QFuture<Result<void>> acknowledge(const RunId &id);
    /// Those of a job that is known are in its store, all others in any.
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query);
    /// Forgets what is beyond retention; of one store, if an alias is given. A scheduler that runs does so by itself, a quarter of
    /// an hour after its start and then every six hours.
    [[nodiscard]] QFuture<Result<void>> pruneHistory(const QString &store = {});

    /// Looks at the clock and does what is due: called by the timer, and by whoever knows that the clock changed.
    void wakeUp();

Q_SIGNALS:
    void jobsChanged(const QList<reveille::JobSnapshot> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);
    /// What happened before the first start, such as that stores were added, is told then, to whoever listens by that time.
    void eventsHappened(const QList<reveille::Event> &events);
    void runOutputAdded(const reveille::RunId &id, const QByteArray &data);
    void stateChanged(reveille::SchedulerState state);
    /// A store does not answer, with the reason, or does again, with none.
    void storeAvailabilityChanged(const QString &alias, const std::optional<reveille::Error> &reason);

private:
    QtScheduler(std::unique_ptr<SchedulerHome> home, QObject *parent);
    QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<SchedulerHome> &&home, QObject *parent);

    /// With a store that takes its time to open, while others wait for it.
    static constexpr milliseconds StartPatience = std::chrono::seconds(10);
    using IdsUse = std::function<QFuture<Result<void>>(StoreScheduler &, const QList<JobId> &)>;

    [[nodiscard]] static Error notNow();
    /// Nobody has started or ended it: jobs become pending ones.
    [[nodiscard]] bool isNew() const { return m_state == SchedulerState::Stopped && !m_isStarting && !m_shutdown; }
    [[nodiscard]] Result<void> addDefaults();
    void connectStore(StoreScheduler &store);
    [[nodiscard]] QFuture<Result<void>> openStores();
    [[nodiscard]] QFuture<Result<void>> open(StoreScheduler &store);
    [[nodiscard]] QFuture<Result<void>> storePending();
    [[nodiscard]] QFuture<Result<void>> storePending(StoreScheduler &store);
    void storeLate(StoreScheduler &store);
    void giveUp();
    void endShutdown(const Result<void> &closed);
    void setState(SchedulerState state);
    void post(EventType type, const QString &text = {}, const std::shared_ptr<const Job> &job = {});
    void tell(const QList<Event> &events);
    void setAlarm();

    /// Goes on once all jobs are loaded. Where a store could not be read, it says so at once.
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> onceLoaded(std::function<QFuture<Result<T>>()> next)
    {
        return m_stores.areLoaded() ? next() : andThen(m_stores.askAll(&StoreScheduler::whenEditable, this), this, next);
    }
    /// Goes on once the jobs are there, or all are loaded.
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> onceKnown(const QList<JobId> &ids, std::function<QFuture<Result<T>>()> change);
    [[nodiscard]] QFuture<Result<JobHandle>> addOne(const Result<NewJob> &job);
    [[nodiscard]] EditDesk::Snapshots addPending(const QList<NewJob> &jobs);
    [[nodiscard]] Result<void> checkPending(const Job &job) const;
    [[nodiscard]] EditDesk::Snapshots modify(const QList<Job> &jobs, const EditDesk::Given &given);
    /// Calls `use` with the ids of each store, one store after the other. NotFound: one of them is nowhere.
    [[nodiscard]] QFuture<Result<void>> byStore(const QList<JobId> &ids, const IdsUse &use);
    [[nodiscard]] QFuture<Result<void>> setPaused(const QList<JobId> &ids, bool paused);
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> withRun(const RunId &id, std::function<QFuture<Result<T>>(StoreScheduler &, const Run &)> use);

    const std::unique_ptr<SchedulerHome> m_home; ///< null where the program makes stores and executors itself
    const Clock &m_clock;
    const ContextSource m_context;
    const JobForms m_forms;
    QString m_host = ownHostName();
    Retention m_retention;
    ExecutorTable m_executors;
    StoreTable m_stores;
    PendingJobs m_pending;
    Alarm m_alarm;
    SchedulerState m_state = SchedulerState::Stopped;
    bool m_isStarting = false;
    bool m_wasStarted = false; ///< when the shutdown began
    std::shared_ptr<SharedAnswer> m_shutdown; ///< null: it goes on
    QMap<QString, QFuture<Result<void>>> m_closing; ///< the stores, by their aliases
    std::optional<QList<Event>> m_early = QList<Event>(); ///< what happened before the start; none: it was told
    Listeners m_listeners;
};

} // namespace reveille
