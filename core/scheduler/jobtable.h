// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"
#include "core/stores/jobstore.h"

#include <unordered_map>

namespace reveille {

/// What the scheduler knows of one job.
struct JobEntry
{
    JobRecord record;               ///< as stored, without the data that `job` was read from
    std::shared_ptr<const Job> job; ///< of a broken job, only id and name
    QString brokenReason;           ///< empty: it can run
    std::optional<Run> lastRun;
    int failuresInARow = 0;
    QList<RunId> active; ///< claimed or running
    QList<RunId> queued; ///< waiting for one of them to end

    [[nodiscard]] bool isBroken() const { return !brokenReason.isEmpty(); }
    [[nodiscard]] bool isScheduled() const { return !isBroken() && !job->paused && record.nextFireTime; }
    [[nodiscard]] JobStatus status() const;
    [[nodiscard]] JobSnapshot snapshot() const;
    /// Takes last run and failures from the job's newest runs, the newest first.
    void takeHistory(const QList<Run> &runs);
};

/// The jobs of a scheduler by id. References stay valid until the job is removed.
class JobTable final
{
public:
    /// Reads a record's data; a job that can't be read is kept as broken, with the reason.
    JobEntry &insert(const JobRecord &record, const JobContext &context);
    /// Takes in a job that was just checked.
    JobEntry &insert(const JobRecord &record, std::shared_ptr<const Job> job);
    void remove(const JobId &id) { m_entries.erase(id); }
    void clear() { m_entries.clear(); }

    [[nodiscard]] JobEntry *find(const JobId &id);
    /// In order of creation.
    [[nodiscard]] std::vector<JobEntry *> all();

private:
    struct Hash
    {
        size_t operator()(const JobId &id) const { return qHash(id); }
    };
    std::unordered_map<JobId, JobEntry, Hash> m_entries;
};

/// A job as it is stored.
[[nodiscard]] JobRecord toRecord(const Job &job);

} // namespace reveille
