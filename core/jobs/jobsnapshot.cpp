// SPDX-License-Identifier: MIT
#include "core/jobs/jobsnapshot.h"

#include <QCoreApplication>

namespace reveille {

QString toString(JobStatus status)
{
    switch (status) {
    case JobStatus::Scheduled: return QStringLiteral("scheduled");
    case JobStatus::Running: return QStringLiteral("running");
    case JobStatus::Paused: return QStringLiteral("paused");
    case JobStatus::Finished: return QStringLiteral("finished");
    case JobStatus::Broken: return QStringLiteral("broken");
    }
    Q_UNREACHABLE();
}

QString describe(JobStatus status)
{
    switch (status) {
    case JobStatus::Scheduled: return QCoreApplication::translate("JobStatus", "Scheduled");
    case JobStatus::Running: return QCoreApplication::translate("JobStatus", "Running");
    case JobStatus::Paused: return QCoreApplication::translate("JobStatus", "Paused");
    case JobStatus::Finished: return QCoreApplication::translate("JobStatus", "Finished");
    case JobStatus::Broken: return QCoreApplication::translate("JobStatus", "Broken");
    }
    Q_UNREACHABLE();
}

QJsonObject JobSnapshot::toJson() const
{
    QJsonObject json = job->toJson();
    json.insert(QStringLiteral("next_run_time"), nextRunTime ? QJsonValue(formatInstant(*nextRunTime)) : QJsonValue());
    json.insert(QStringLiteral("status"), toString(status));
    if (!brokenReason.isEmpty())
        json.insert(QStringLiteral("broken_reason"), brokenReason);
    return json;
}

} // namespace reveille
