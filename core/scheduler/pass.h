// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/jobtable.h"
#include "core/scheduler/rundesk.h"

namespace reveille {

/// One pass over what is due: what was decided, and the claim that makes it durable before anything of it is carried out.
/// Jobs stay as they are as long as a pass lasts.
class Pass final
{
public:
    /// A job that something was decided about; the rows are those of the claim.
    struct Step
    {
        JobEntry *entry;
        bool replaceActive;
    };
    /// A waiting run of such a job, in one row.
    struct WaitingStep
    {
        JobEntry *entry;
        std::shared_ptr<const Job> job;
        Decision decision;
    };

    explicit Pass(TimePoint now) : m_now(now) {}
    void reserve(size_t jobs);

    /// Decides about the due fire times of a scheduled job; those from `pausedSince` on, if it is given, are written off. An error:
    /// its trigger failed.
    [[nodiscard]] Result<void> addJob(JobEntry &entry, OptionalTime pausedSince = {});
    /// Decides about a waiting run that is due.
    void addWaiting(const TrackedRun &waiting);

    /// When it was decided.
    [[nodiscard]] TimePoint now() const { return m_now; }
    [[nodiscard]] bool isEmpty() const { return m_batch.jobs.isEmpty() && m_batch.waiting.isEmpty() && m_batch.replacedElsewhere.isEmpty(); }
    [[nodiscard]] const ClaimBatch &batch() const { return m_batch; }
    /// One for each of batch().jobs, in their order.
    [[nodiscard]] const std::vector<Step> &jobs() const { return m_jobs; }
    [[nodiscard]] const std::vector<WaitingStep> &waiting() const { return m_waiting; }

private:
    [[nodiscard]] static bool asksOthers(const JobEntry &entry);
    [[nodiscard]] Decision decideAbout(const JobEntry &entry, const DueTimes &due, OptionalTime pausedSince) const;
    [[nodiscard]] Occupancy occupancy(const JobEntry &entry, const TrackedRun *except = nullptr) const;
    void note(const JobId &id, const Decision &decision);

    const TimePoint m_now;
    ClaimBatch m_batch;
    std::vector<Step> m_jobs;
    std::vector<WaitingStep> m_waiting;
    QHash<JobId, Occupancy> m_taken; ///< what the decisions so far add to the runs under way
};

} // namespace reveille
