// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/guardedstore.h"
#include "core/scheduler/jobtable.h"
#include "core/scheduler/outbox.h"
#include "core/scheduler/rundesk.h"

namespace reveille {

/// What the scheduler surrounds the work on each of its stores with. All of it is borrowed.
struct Surroundings
{
    const Clock &clock;
    ExecutorTable &executors;
    std::function<JobContext()> context;           ///< what jobs are read with now
    std::function<bool(const JobId &id)> isKnown;  ///< whether any store has the job
    const QString &host;                           ///< the name of this machine, as jobs have it in `host`
    const Retention &retention;
};

/// What the scheduler knows of one store: its jobs, what of them is due, what is under way and what happened.
class Books final
{
    Q_DISABLE_COPY_MOVE(Books)

public:
    Books(const QString &alias, std::unique_ptr<JobStore> jobStore, const Surroundings &surroundings);

    const QString alias;
    const Surroundings around;
    std::unique_ptr<GuardedStore> store; ///< always there, until the end
    JobTable jobs;
    DueQueue dueQueue;
    DueQueue elsewhere; ///< jobs that other machines run, by when it is worth reading what became of their next fire time
    Outbox outbox;
    RunDesk desk;

    /// Puts a job where it belongs in its queue, or takes it out.
    void queue(JobEntry &entry);
    /// The queue that a job is in, if it is in one.
    [[nodiscard]] DueQueue &queueOf(const JobEntry &entry) { return entry.isElsewhere ? elsewhere : dueQueue; }
    /// The next fire time after now that has no row in the ledger. Refused: the trigger failed.
    [[nodiscard]] Result<OptionalTime> nextFireTime(const Job &job, OptionalTime newest) const;
    /// Takes in a job as it is stored now, or replaces it. What waits of one that another machine runs is left to that.
    JobEntry &put(const JobRecord &record, const ReadJob &read);
    /// Takes in a job that was read from the store.
    JobEntry &install(const JobRecord &record, const ReadJob &read);
    /// Takes in runs that somebody who is gone left unfinished; those that another machine is to go on with are left to it.
    void install(const QList<Run> &unfinished);
    /// The instant of a run that is asked for now: no other of the job has the same, as a retry is known by that of its first
    /// attempt.
    [[nodiscard]] TimePoint askAt(const JobId &id);
    /// Jobs that were broken for want of this executor can run.
    void onExecutorAdded(const QString &executor);
    /// Takes in what was left unfinished of a job while it was broken, if it is not any more.
    void takeUpLeft(const JobEntry &entry);
    /// The job can't run: it stays, with the reason.
    void breakJob(JobEntry &entry, const QString &reason);
    void forgetJob(JobEntry &entry);
    void post(EventType type, const JobEntry *entry = nullptr, const QString &text = {});

private:
    QHash<JobId, TimePoint> m_asked; ///< instants that may not be over yet
    TimePoint m_lastAsked;           ///< the latest of them
    QHash<JobId, QList<Run>> m_left; ///< unfinished runs of broken jobs, until it is known again what is to follow
};

[[nodiscard]] Error noSuchJob(const JobId &id);
/// Of a job without a trigger.
[[nodiscard]] Error needsTrigger();
[[nodiscard]] Error neverFires();
[[nodiscard]] Error isBroken(const JobEntry &entry);

} // namespace reveille
