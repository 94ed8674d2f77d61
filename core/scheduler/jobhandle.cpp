// SPDX-License-Identifier: MIT
#include "core/scheduler/jobhandle.h"

#include "core/scheduler/qtscheduler.h"

namespace reveille {

JobHandle::JobHandle(QtScheduler &scheduler, const JobId &id)
    : m_scheduler(&scheduler)
    , m_id(id)
{
}

std::optional<JobSnapshot> JobHandle::snapshot() const
{
    return m_scheduler ? m_scheduler->job(m_id) : std::nullopt;
}

OptionalTime JobHandle::nextRunTime() const
{
    const std::optional<JobSnapshot> now = snapshot();
    return now ? now->nextRunTime : std::nullopt;
}

bool JobHandle::isPending() const
{
    const std::optional<JobSnapshot> now = snapshot();
    return now && now->isPending;
}

QFuture<Result<JobHandle>> JobHandle::modify(const QJsonObject &changes) const
{
    return m_scheduler ? m_scheduler->modifyJob(m_id, changes) : failed<JobHandle>(noSuchJob(m_id));
}

QFuture<Result<JobHandle>> JobHandle::reschedule(const QJsonObject &trigger) const
{
    return modify({{QStringLiteral("trigger"), trigger}});
}

QFuture<Result<void>> JobHandle::pause() const
{
    return m_scheduler ? m_scheduler->pauseJobs({m_id}) : failed<void>(noSuchJob(m_id));
}

QFuture<Result<void>> JobHandle::resume() const
{
    return m_scheduler ? m_scheduler->resumeJobs({m_id}) : failed<void>(noSuchJob(m_id));
}

QFuture<Result<void>> JobHandle::remove() const
{
    return m_scheduler ? m_scheduler->removeJobs({m_id}) : failed<void>(noSuchJob(m_id));
}

QFuture<Result<RunId>> JobHandle::runNow() const
{
    return m_scheduler ? m_scheduler->runNow(m_id) : failed<RunId>(noSuchJob(m_id));
}

} // namespace reveille
