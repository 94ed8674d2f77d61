// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <QFlags>

#include <memory>

namespace reveille {

/// APScheduler's event codes, and JobStarted and JobBroken. A mask joins them.
enum class EventType : quint32 {
    SchedulerStarted = 1 << 0,
    SchedulerShutdown = 1 << 1,
    SchedulerPaused = 1 << 2,
    SchedulerResumed = 1 << 3,
    ExecutorAdded = 1 << 4,
    ExecutorRemoved = 1 << 5,
    JobStoreAdded = 1 << 6,
    JobStoreRemoved = 1 << 7,
    AllJobsRemoved = 1 << 8,
    JobAdded = 1 << 9,
    JobRemoved = 1 << 10,
    JobModified = 1 << 11,
    JobExecuted = 1 << 12,
    JobError = 1 << 13, ///< also timeout, cancelled and interrupted; the run's outcome tells
    JobMissed = 1 << 14,
    JobSubmitted = 1 << 15,
    JobMaxInstances = 1 << 16,
    JobStarted = 1 << 17,
    JobBroken = 1 << 18,
};
Q_DECLARE_FLAGS(EventMask, EventType)
Q_DECLARE_OPERATORS_FOR_FLAGS(EventMask)

inline constexpr quint32 AllEvents = 0xffffffff;

/// Something that happened, with all that a listener needs to know of it. Of one run: submitted, started, executed or error.
struct Event
{
    EventType type = EventType::SchedulerStarted;
    TimePoint at;
    std::shared_ptr<const Job> job; ///< as it was; null: not about a job, or it is gone
    std::shared_ptr<const Run> run; ///< as it was, with its output once it ended; null: not about a run
    bool willRetry = false;         ///< an error that is not final: another attempt follows
    int failuresInARow = 0;         ///< final failures up to and with this run; of a success, those just before it
    QString text;                   ///< a reason or name

    /// Empty: it is not about a job.
    [[nodiscard]] JobId jobId() const { return run ? run->jobId : job ? job->id : JobId(); }
    /// One line of `run --json`; without the run's output.
    [[nodiscard]] QJsonObject toJson() const;
    /// One line for people.
    [[nodiscard]] QString describe() const;
};

/// The name in JSON: "job_executed".
[[nodiscard]] QString toString(EventType type);

} // namespace reveille

Q_DECLARE_TYPEINFO(reveille::Event, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(reveille::Event)
