// SPDX-License-Identifier: MIT
#include "core/scheduler/event.h"

#include "core/base/singleline.h"


namespace reveille {

namespace {

// Without a screen the event is what shows a reminder.
QString reminderOf(const Job &job)
{
    return job.taskType() == u"reminder" ? job.task.value(QStringLiteral("message")).toString() : QString();
}

} // namespace

QString toString(EventType type)
{
    switch (type) {
    case EventType::SchedulerStarted: return QStringLiteral("scheduler_started");
    case EventType::SchedulerShutdown: return QStringLiteral("scheduler_shutdown");
    case EventType::SchedulerPaused: return QStringLiteral("scheduler_paused");
    case EventType::SchedulerResumed: return QStringLiteral("scheduler_resumed");
    case EventType::ExecutorAdded: return QStringLiteral("executor_added");
    case EventType::ExecutorRemoved: return QStringLiteral("executor_removed");
    case EventType::JobStoreAdded: return QStringLiteral("jobstore_added");
    case EventType::JobStoreRemoved: return QStringLiteral("jobstore_removed");
    case EventType::AllJobsRemoved: return QStringLiteral("all_jobs_removed");
    case EventType::JobAdded: return QStringLiteral("job_added");
    case EventType::JobRemoved: return QStringLiteral("job_removed");
    case EventType::JobModified: return QStringLiteral("job_modified");
    case EventType::JobSubmitted: return QStringLiteral("job_submitted");
    case EventType::JobStarted: return QStringLiteral("job_started");
    case EventType::JobExecuted: return QStringLiteral("job_executed");
    case EventType::JobError: return QStringLiteral("job_error");
    case EventType::JobMissed: return QStringLiteral("job_missed");
    case EventType::JobMaxInstances: return QStringLiteral("job_max_instances");
    case EventType::JobBroken: return QStringLiteral("job_broken");
    }
    Q_UNREACHABLE();
}

QJsonObject Event::toJson() const
{
    QJsonObject json;
    if (run) {
        json = run->toJson();
        json.remove(QStringLiteral("output"));
    }
    json.insert(QStringLiteral("event"), toString(type));
    json.insert(QStringLiteral("at"), formatInstant(at));
    if (const JobId id = jobId(); !id.isEmpty())
        json.insert(QStringLiteral("job_id"), id.value);
    if (job) {
        json.insert(QStringLiteral("job_name"), job->name);
        json.insert(QStringLiteral("task_type"), job->taskType());
        if (const QString message = reminderOf(*job); !message.isEmpty())
            json.insert(QStringLiteral("message"), message);
    }
    if (type == EventType::JobError)
        json.insert(QStringLiteral("will_retry"), willRetry);
    if (!text.isEmpty())
        json.insert(QStringLiteral("text"), text);
    return json;
}

QString Event::describe() const
{
    QString line = formatInstant(at) + u' ' + toString(type);
    if (const JobId id = jobId(); !id.isEmpty())
        line += u' ' + id.value;
    if (job)
        line += QStringLiteral(" “%1”").arg(job->name);
    if (job && type == EventType::JobExecuted && !reminderOf(*job).isEmpty())
        line += QStringLiteral(" “%1”").arg(reminderOf(*job));
    if (run && run->outcome)
        line += u' ' + toString(*run->outcome);
    if (run && !run->reason.isEmpty())
        line += QStringLiteral(": ") + describeReason(run->reason);
    else if (!text.isEmpty())
        line += QStringLiteral(": ") + text;
    return singleLine(line);
}

} // namespace reveille
