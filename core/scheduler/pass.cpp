// SPDX-License-Identifier: MIT
#include "core/scheduler/pass.h"

namespace reveille {

void Pass::addJob(const JobEntry &entry, Mode mode)
{
    const Job &job = *entry.job;
    const TimePoint first = *entry.record.nextFireTime;
    DueTimes due{*job.trigger, first, latestFireTime(*job.trigger, first - 1ms, m_now).value_or(first)};
    if (due.last > due.first && dueTime(job, due.last) > m_now) // by its jitter it is not due yet
        due.last = latestFireTime(*job.trigger, first - 1ms, due.last - 1ms).value_or(first);

    const Decision decision = mode == Mode::WriteOffAsPaused ? Decision{.rows = {pausedSpan(job, due, m_now)}}
                                                             : decide(job, due, occupancy(job.id), m_now);
    note(job.id, decision);
    m_batch.jobs.append({.jobId = job.id, .sequence = entry.record.sequence, .revision = entry.record.revision,
                         .expected = first, .next = job.trigger->next(due.last), .newestFireTime = due.last, .rows = decision.rows});
    m_jobs.push_back({entry.job, decision});
}

void Pass::addWaiting(const RunDesk::Tracked &waiting)
{
    const Run &run = waiting.run;
    const Decision decision = decideWaiting(*waiting.job, run, occupancy(run.jobId, run.id), m_now);
    note(run.jobId, decision);
    if (decision.rows.first().state != RunState::Waiting)
        m_batch.waiting += decision.rows;
    m_waiting.push_back({waiting.job, decision});
}

Occupancy Pass::occupancy(const JobId &id, const RunId &except) const
{
    const Occupancy underWay = m_desk.occupancy(id, except);
    const Occupancy taken = m_taken.value(id);
    return {.active = underWay.active + taken.active, .queued = underWay.queued + taken.queued};
}

void Pass::note(const JobId &id, const Decision &decision)
{
    Occupancy &taken = m_taken[id];
    for (const Run &run : decision.rows) {
        taken.active += run.state == RunState::Claimed;
        taken.queued += run.state == RunState::Waiting;
    }
}

} // namespace reveille
