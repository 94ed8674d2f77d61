// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/editdesk.h"
#include "core/tasks/functiontable.h"

#include <functional>

namespace reveille {

class SchedulerHome;

/// A job that calls a C++ function; a table of these is handed to addJobs(). `options` are further keys of a job's JSON form
/// ("name", "executor", "misfire_grace_time", ...) and "arguments" for the function. Without a trigger it runs once, now.
struct FunctionJob
{
    QString id;
    Function function; ///< see makeFunction()
    QJsonObject trigger = {};
    QJsonObject options = {};
    NewJob::IfKnown ifKnown = NewJob::IfKnown::Refuse;
    OptionalTime nextRunTime = {}; ///< the first fire time, where it is not to be the trigger's
};

/// Reads the forms in which a program hands its jobs to a scheduler, with what the scheduler has for keys that they leave out.
class JobForms final
{
public:
    /// Borrows `home`, which may be null: then there are no defaults.
    JobForms(std::function<JobContext()> context, const SchedulerHome *home);

    [[nodiscard]] Result<Job> read(const QJsonObject &json) const;
    /// The key `next_run_time` of write() counts where no time is given.
    [[nodiscard]] Result<NewJob> read(const QJsonObject &json, NewJob::IfKnown ifKnown, OptionalTime nextRunTime) const;
    [[nodiscard]] Result<NewJob> read(const FunctionJob &row) const;
    /// What read() makes the same job of, with a next fire time that somebody chose as `next_run_time`.
    [[nodiscard]] static QJsonObject write(const JobSnapshot &job);
    /// The job with what the keys of `changes` say, `next_run_time` among them.
    [[nodiscard]] Result<NewJob> change(const Job &job, const QJsonObject &changes) const;

private:
    [[nodiscard]] QJsonObject withDefaults(const QJsonObject &json) const;

    const std::function<JobContext()> m_context;
    const SchedulerHome *const m_home;
};

} // namespace reveille
