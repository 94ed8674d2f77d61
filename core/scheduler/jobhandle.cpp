// SPDX-License-Identifier: MIT
#include "core/scheduler/jobhandle.h"

#include "core/scheduler/qtscheduler.h"

namespace reveille {

namespace {

template<typename T>
QFuture<Result<T>> gone(const JobId &id)
{
    return ready<T>(tl::unexpected(noSuchJob(id)));
}

} // namespace

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
    return m_scheduler ? m_scheduler->modifyJob(m_id, changes) : gone<JobHandle>(m_id);
}

QFuture<Result<JobHandle>> JobHandle::reschedule(const QJsonObject &trigger) const
{
    return modify({{QStringLiteral("trigger"), trigger}});
}

QFuture<Result<void>> JobHandle::pause() const
{
    return m_scheduler ? m_scheduler->pauseJobs({m_id}) : gone<void>(m_id);
}

QFuture<Result<void>> JobHandle::resume() const
{
    return m_scheduler ? m_scheduler->resumeJobs({m_id}) : gone<void>(m_id);
}

QFuture<Result<void>> JobHandle::remove() const
{
    return m_scheduler ? m_scheduler->removeJobs({m_id}) : gone<void>(m_id);
}

QFuture<Result<RunId>> JobHandle::runNow() const
{
    return m_scheduler ? m_scheduler->runNow(m_id) : gone<RunId>(m_id);
}

} // namespace reveille
