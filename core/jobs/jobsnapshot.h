// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <memory>

namespace reveille {

enum class JobStatus { Scheduled, Running, Paused, Finished, Broken };

[[nodiscard]] QString toString(JobStatus status);
/// For the person, in the language of the application.
[[nodiscard]] QString describe(JobStatus status);

/// A job with what the scheduler knows of it at one moment, for windows and command lines. Shares the immutable Job.
struct JobSnapshot
{
    std::shared_ptr<const Job> job;
    qint64 sequence = 0; ///< order of creation
    qint64 revision = 0; ///< counts edits
    JobStatus status = JobStatus::Scheduled;
    OptionalTime nextRunTime; ///< with jitter; none while paused, finished or broken
    OptionalTime givenTime; ///< its next fire time, where somebody chose it
    std::shared_ptr<const Run> lastRun; ///< the newest row that ended, without its output
    bool isPending = false; ///< added before the scheduler started, and not stored yet
    bool isElsewhere = false; ///< another machine runs it
    int failuresInARow = 0;
    QString brokenReason;

    /// The form of `list --json`: the job's JSON with `next_run_time` and `status`.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace reveille

Q_DECLARE_METATYPE(reveille::JobSnapshot)
