// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"
#include "core/scheduler/duequeue.h"
#include "core/stores/jobstore.h"

#include <QVarLengthArray>

#include <unordered_map>

namespace reveille {

struct TrackedRun;

/// What the scheduler knows of one job.
struct JobEntry : Due
{
    JobEntry() : Due(Kind::Job) {}

    JobRecord record;               ///< as stored, without the data that `job` was read from
    std::shared_ptr<const Job> job; ///< of a broken job, only id and name
    QString brokenReason;           ///< empty: it can run
    OptionalTime given;             ///< a next fire time that somebody chose; it may be over
    std::shared_ptr<const Run> lastRun; ///< without its output
    int failuresInARow = 0;
    static constexpr quint32 NotNoted = ~0u;
    quint32 changePlace = NotNoted;     ///< where it stands in the outbox
    bool isElsewhere = false;           ///< its host is another machine: nothing of it is begun here
    bool lacksExecutor = false;         ///< what it is broken for
    int active = 0;                     ///< how many of `runs` are claimed or running
    QVarLengthArray<TrackedRun *, 1> runs; ///< those that have not ended

    [[nodiscard]] bool isBroken() const { return !brokenReason.isEmpty(); }
    [[nodiscard]] bool isScheduled() const { return !isBroken() && !job->paused && job->trigger && record.nextFireTime; }
    /// Whether it is scheduled, and runs here.
    [[nodiscard]] bool isScheduledHere() const { return !isElsewhere && isScheduled(); }
    /// Whether somebody chose its next fire time, so that it may lie beyond the trigger's.
    [[nodiscard]] bool isNextGiven() const { return given && given == record.nextFireTime; }
    [[nodiscard]] JobStatus status() const;
    [[nodiscard]] JobSnapshot snapshot() const;
    /// Takes in how a run of it ended.
    void noteOutcome(const std::shared_ptr<const Run> &run, bool willRetry);
    void setLastRun(const std::shared_ptr<const Run> &run);
    /// Takes last run and failures from the job's newest runs.
    void takeHistory(const QList<Run> &newestFirst);
};

/// A job as it was read from its record.
struct ReadJob
{
    std::shared_ptr<const Job> job; ///< of one that can't be read, only what can be shown of it
    QString brokenReason;           ///< empty: all is well
    OptionalTime given;             ///< as in JobEntry
};

/// The jobs of a store by id. Entries stay where they are until the job is removed.
class JobTable final
{
public:
    /// Takes in a job, or replaces it.
    JobEntry &insert(const JobRecord &record, const ReadJob &read);
    void remove(const JobId &id) { m_entries.erase(id); }

    [[nodiscard]] JobEntry *find(const JobId &id);
    [[nodiscard]] const JobEntry *find(const JobId &id) const { return const_cast<JobTable *>(this)->find(id); }
    /// In order of creation.
    [[nodiscard]] std::vector<JobEntry *> all();

private:
    std::unordered_map<JobId, JobEntry> m_entries;
};

/// Thread-safe.
[[nodiscard]] ReadJob readJob(const JobRecord &record, const JobContext &context);
/// A job as it is stored. `given`: its next fire time, where somebody chose it.
[[nodiscard]] JobRecord toRecord(const std::shared_ptr<const Job> &job, OptionalTime given = {});

} // namespace reveille
