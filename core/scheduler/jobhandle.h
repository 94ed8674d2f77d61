// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"

#include <QFuture>
#include <QJsonObject>
#include <QPointer>

namespace reveille {

class QtScheduler;

/// A job of a scheduler, to be looked at and changed while it lives there; APScheduler's Job. A value, for the scheduler's
/// thread. Once the job or the scheduler is gone, calls answer NotFound.
class JobHandle final
{
public:
    JobHandle() = default;
    JobHandle(QtScheduler &scheduler, const JobId &id);

    [[nodiscard]] const JobId &id() const { return m_id; }
    /// The job as it is now; nullopt: it is gone.
    [[nodiscard]] std::optional<JobSnapshot> snapshot() const;
    [[nodiscard]] OptionalTime nextRunTime() const;
    [[nodiscard]] bool isPending() const;

    /// Changes what the keys of a job's JSON form say.
    [[nodiscard]] QFuture<Result<JobHandle>> modify(const QJsonObject &changes) const;
    [[nodiscard]] QFuture<Result<JobHandle>> reschedule(const QJsonObject &trigger) const;
    [[nodiscard]] QFuture<Result<void>> pause() const;
    [[nodiscard]] QFuture<Result<void>> resume() const;
    [[nodiscard]] QFuture<Result<void>> remove() const;
    /// Answers with the run's id.
    [[nodiscard]] QFuture<Result<RunId>> runNow() const;

private:
    QPointer<QtScheduler> m_scheduler;
    JobId m_id;
};

} // namespace reveille
