// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"
#include "core/scheduler/event.h"
#include "core/scheduler/schedulerstate.h"
#include "core/stores/jobstore.h"
#include "core/tasks/taskregistry.h"
#include "core/triggers/triggerkinds.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>

namespace reveille {

class Clock;

/// The one door to scheduler, store and executors, for windows, command line and socket: it owns the engine thread on which
/// they live, and waits for nothing. Calls answer with futures, on the thread of the engine object and by its event loop; news
/// come as signals from the engine thread, so use connect() with a context object.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    /// Borrows clock and presenter, which outlive it.
    Engine(const Clock &clock, TriggerKinds kinds, TaskRegistry tasks, ReminderPresenter &reminders,
           std::unique_ptr<JobStore> store, QObject *parent = nullptr);
    /// Stops at once where shutdown() was not called; what runs is ended.
    ~Engine() override;

    /// Opens the store, settles what a crash left behind, and starts the scheduler.
    [[nodiscard]] QFuture<Result<void>> start(SchedulerState mode = SchedulerState::Running);
    /// Starts nothing more, gives active runs until the deadline, ends them, writes everything down and closes the store.
    [[nodiscard]] QFuture<Result<void>> shutdown(milliseconds deadline);

    /// Reads and checks a job's JSON form. Thread-safe and immediate; the same for every entrance.
    [[nodiscard]] Result<Job> parseJob(const QJsonObject &json) const;
    /// What triggers are to be parsed with now. Thread-safe.
    [[nodiscard]] TriggerContext triggerContext() const;
    [[nodiscard]] const TaskRegistry &tasks() const { return m_tasks; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Which store it has, for messages.
    [[nodiscard]] const QString &storeUrl() const { return m_storeUrl; }
    /// Whether other machines may have the store open at the same time.
    [[nodiscard]] bool sharesStore() const { return m_sharesStore; }

    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> jobs();
    /// NotFound: there is no such job.
    [[nodiscard]] QFuture<Result<JobSnapshot>> job(const JobId &id);
    /// Adds all or none. Invalid names what is wrong (a trigger that never fires, an unknown executor), Conflict the id.
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> addJobs(const QList<Job> &jobs);
    /// Brings removed jobs back, all or none: with the last result and failures that the ledger has, also those that have
    /// no fire time left, and without starting one that has no trigger.
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> restoreJobs(const QList<Job> &jobs);
    /// Replaces jobs by id; one whose trigger is equal keeps its next fire time. All or none.
    [[nodiscard]] QFuture<Result<QList<JobSnapshot>>> modifyJobs(const QList<Job> &jobs);
    /// Removes all or none; active runs go on to their end. Their history stays. NotFound: one of them is not there.
    [[nodiscard]] QFuture<Result<void>> removeJobs(const QList<JobId> &ids);
    /// All or none. NotFound: one of them is not there; Refused: it is broken.
    [[nodiscard]] QFuture<Result<void>> pauseJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> resumeJobs(const QList<JobId> &ids);

    /// Starts a run of the job now, also of one that is paused; its schedule stays as it is. Answers with the run's id. Where the
    /// scheduler is paused it waits for resume(); that of a job which another machine runs, for that machine. Refused: the job is
    /// broken.
    [[nodiscard]] QFuture<Result<RunId>> runNow(const JobId &id);
    /// Ends an active run, or takes back a waiting one. Of one that others who share the store have, they are asked to: it goes
    /// on until they have seen that. NotFound: it has ended, or there is none.
    [[nodiscard]] QFuture<Result<void>> cancelRun(const RunId &id);
    /// Shows a reminder's run again after `delay`. Answers with the new run's id. NotFound: there is no such run, or its job is
    /// gone; Refused: the job is broken, or the run is under way elsewhere.
    [[nodiscard]] QFuture<Result<RunId>> snooze(const RunId &id, milliseconds delay);
    /// Notes that the person is done with a reminder's run. NotFound: there is no such run; Refused: it is under way elsewhere.
    [[nodiscard]] QFuture<Result<void>> acknowledge(const RunId &id);
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query);

    /// Pauses or resumes the whole scheduler.
    [[nodiscard]] QFuture<Result<void>> pause();
    [[nodiscard]] QFuture<Result<void>> resume();

Q_SIGNALS:
    /// Jobs that were added or changed, run or edited, in the order of change; at most one entry a job.
    void jobsChanged(const QList<reveille::JobSnapshot> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);
    /// From start() on, and of what was before, then.
    void eventsHappened(const QList<reveille::Event> &events);
    void runOutputAdded(const reveille::RunId &id, const QByteArray &data);
    void stateChanged(reveille::SchedulerState state);
    /// The store does not answer, with the reason, or does again, with none. What is due meanwhile waits for it.
    void storeAvailabilityChanged(const std::optional<reveille::Error> &reason);

private:
    struct Parts;

    [[nodiscard]] JobContext jobContext() const;
    template<typename T, typename Call>
    QFuture<Result<T>> ask(Call call);

    const Clock &m_clock;
    const TriggerKinds m_kinds;
    const TaskRegistry m_tasks;
    const QString m_storeUrl;
    const bool m_sharesStore;
    QThread m_thread;
    QObject m_doorstep;             ///< stands on m_thread, for calls to be carried there
    std::unique_ptr<Parts> m_parts; ///< lives on m_thread
};

} // namespace reveille
