// SPDX-License-Identifier: MIT
#include "core/scheduler/pass.h"

#include "core/base/guarded.h"

namespace reveille {

void Pass::reserve(size_t jobs)
{
    m_batch.jobs.reserve(qsizetype(jobs));
    m_jobs.reserve(jobs);
}

Result<void> Pass::addJob(JobEntry &entry, OptionalTime pausedSince)
{
    return guarded([&] {
        const Job &job = *entry.job;
        const TimePoint first = *entry.record.nextFireTime;
        DueTimes due{*job.trigger, first, first};
        OptionalTime next = job.trigger->next(first);
        if (next && *next <= m_now) { // more than one: look for the last
            due.last = lastDue(job, {*job.trigger, first, m_now}, m_now);
            next = job.trigger->next(due.last);
        }
        Decision decision = decideAbout(entry, due, pausedSince);
        if (!entry.runs.isEmpty()) // one of them may be due in this pass, too
            note(job.id, decision);
        m_jobs.push_back({&entry, decision.replaceActive});
        JobClaim &claim = m_batch.jobs.emplaceBack();
        claim.sequence = entry.record.sequence;
        claim.revision = entry.record.revision;
        claim.expected = first;
        claim.activeElsewhere = entry.record.activeElsewhere;
        claim.next = next;
        claim.newestFireTime = due.last;
        claim.replacesElsewhere = decision.replaceActive && asksOthers(entry);
        claim.rows = std::move(decision.rows);
    });
}

// Where a run here can make room, it is the one that ends.
bool Pass::asksOthers(const JobEntry &entry)
{
    return entry.active == 0 && entry.record.activeElsewhere > 0;
}

Decision Pass::decideAbout(const JobEntry &entry, const DueTimes &due, OptionalTime pausedSince) const
{
    const Job &job = *entry.job;
    if (!pausedSince)
        return decide(job, due, occupancy(entry), m_now);
    Decision decision;
    DueTimes paused = due;
    if (dueTime(job, due.first) < *pausedSince) { // it is late, as it was before
        const TimePoint last = lastDue(job, due, *pausedSince - 1ms);
        decision = decide(job, {due.trigger, due.first, last}, occupancy(entry), m_now);
        const OptionalTime next = last < due.last ? due.trigger.next(last) : std::nullopt;
        if (!next)
            return decision;
        paused.first = *next;
    }
    decision.rows.append(pausedSpan(job, paused, m_now));
    return decision;
}

void Pass::addWaiting(const TrackedRun &waiting)
{
    const Occupancy taken = waiting.entry ? occupancy(*waiting.entry, &waiting) : Occupancy();
    Decision decision = decideWaiting(*waiting.job, *waiting.run, taken, m_now);
    note(waiting.run->jobId, decision);
    m_taken[waiting.run->jobId].queued -= waiting.isQueued; // counted there as it was
    if (decision.rows.first().state != RunState::Waiting)
        m_batch.waiting.append(decision.rows);
    if (waiting.entry && waiting.entry->record.activeElsewhere > 0) {
        m_batch.activeElsewhere.insert(waiting.run->jobId, waiting.entry->record.activeElsewhere);
        if (decision.replaceActive && asksOthers(*waiting.entry))
            m_batch.replacedElsewhere.insert(waiting.run->jobId);
    }
    m_waiting.push_back({waiting.entry, waiting.job, std::move(decision)});
}

Occupancy Pass::occupancy(const JobEntry &entry, const TrackedRun *except) const
{
    Occupancy occupancy = RunDesk::occupancy(entry, except);
    if (!m_taken.isEmpty()) {
        const Occupancy taken = m_taken.value(entry.record.id);
        occupancy.active += taken.active;
        occupancy.queued += taken.queued;
    }
    return occupancy;
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
