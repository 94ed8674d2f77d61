// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/runlist.h"

namespace reveille {

/// The fire times of one job that became due: all that its trigger yields in [first, last].
struct DueTimes
{
    const Trigger &trigger;
    TimePoint first;
    TimePoint last;
};

/// The runs of a job that are under way when something of it is due.
struct Occupancy
{
    int active = 0; ///< claimed or running
    int queued = 0; ///< waiting for one of them to end
};

/// What becomes of due fire times.
struct Decision
{
    RunList rows;               ///< claimed: start it; waiting: once an active run ended; finished: it does not run, and why
    bool replaceActive = false; ///< ask active runs to end, as many as make room
};

/// When a run of `job` for `fireTime` starts: with jitter, drawn evenly by hashing job id and fire time and cut below
/// the next fire time.
[[nodiscard]] TimePoint dueTime(const Job &job, TimePoint fireTime);

/// Of the fire times of `due`, the first of which is due by then, the last that is.
[[nodiscard]] TimePoint lastDue(const Job &job, const DueTimes &due, TimePoint by);

/// A run that is asked for: it waits, and is due at once.
[[nodiscard]] Run askedRun(const JobId &id, TimePoint now);

/// Decides by misfire grace time, then coalesce, then overlap (DESIGN.md section 4).
[[nodiscard]] Decision decide(const Job &job, const DueTimes &due, const Occupancy &occupancy, TimePoint now);
/// Decides about a waiting run (retry, snooze, manual, queued) that is due.
[[nodiscard]] Decision decideWaiting(const Job &job, const Run &run, const Occupancy &occupancy, TimePoint now);
/// The row for fire times that passed while job or scheduler was paused.
[[nodiscard]] RunPtr pausedSpan(const Job &job, const DueTimes &due, TimePoint now);

} // namespace reveille
