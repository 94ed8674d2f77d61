// SPDX-License-Identifier: MIT
#include "core/scheduler/pendingjobs.h"

#include "core/base/guarded.h"
#include "core/scheduler/books.h"

#include <QCoreApplication>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

JobSnapshot snapshotOf(const NewJob &pending)
{
    JobSnapshot snapshot;
    snapshot.job = pending.job;
    snapshot.status = pending.job->paused ? JobStatus::Paused : JobStatus::Scheduled;
    snapshot.givenTime = pending.nextRunTime;
    snapshot.isPending = true;
    return snapshot;
}

std::shared_ptr<const Job> withPause(const Job &job, bool paused)
{
    auto changed = std::make_shared<Job>(job);
    changed->paused = paused;
    return changed;
}

Result<void> check(const NewJob &job, TimePoint now)
{
    if (!job.job->trigger && job.nextRunTime)
        return tl::unexpected(needsTrigger());
    const Result<bool> fires = guarded([&] { return !job.job->trigger || job.nextRunTime || job.job->trigger->next(now); });
    if (!fires)
        return invalid(QStringLiteral("trigger"), Messages::tr("the trigger failed: %1").arg(fires.error().message));
    if (!*fires)
        return tl::unexpected(neverFires());
    return {};
}

} // namespace

Result<QList<JobSnapshot>> PendingJobs::add(const QList<NewJob> &jobs, const TriggerContext &context)
{
    QSet<JobId> added;
    for (const NewJob &job : jobs) {
        if (const Result<void> ok = check(job, context.now); !ok)
            return tl::unexpected(ok.error());
        const JobId &id = job.job->id;
        if (job.ifKnown == NewJob::IfKnown::Refuse && (m_places.contains(id) || added.contains(id)))
            return tl::unexpected(Error{ErrorCode::Conflict, Messages::tr("There is already a job “%1”").arg(id.value), QStringLiteral("id")});
        added.insert(id);
    }
    QList<JobSnapshot> snapshots;
    for (NewJob job : jobs) {
        if (NewJob *known = entry(job.job->id)) {
            job.job = job.replacementOf(*known->job, context);
            if (!job.nextRunTime && job.job->trigger == known->job->trigger)
                job.nextRunTime = known->nextRunTime;
            *known = job;
        } else {
            const qint64 place = m_jobs.empty() ? 0 : m_jobs.rbegin()->first + 1;
            m_jobs.emplace(place, job);
            m_places.insert(job.job->id, place);
        }
        snapshots.append(snapshotOf(job));
    }
    return snapshots;
}

void PendingJobs::putBack(const QList<NewJob> &jobs)
{
    qint64 place = m_jobs.empty() ? 0 : m_jobs.begin()->first;
    for (auto job = jobs.crbegin(); job != jobs.crend(); ++job) {
        m_jobs.emplace(--place, *job);
        m_places.insert(job->job->id, place);
    }
}

NewJob *PendingJobs::entry(const JobId &id)
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_jobs.at(*place);
}

Result<NewJob> PendingJobs::changed(const Job &job, OptionalTime nextRunTime, TimePoint now) const
{
    const NewJob *pending = const_cast<PendingJobs *>(this)->entry(job.id);
    if (!pending)
        return tl::unexpected(noSuchJob(job.id));
    NewJob changed = *pending;
    changed.job = std::make_shared<const Job>(job);
    if (nextRunTime || job.trigger != pending->job->trigger)
        changed.nextRunTime = nextRunTime;
    if (const Result<void> ok = check(changed, now); !ok)
        return tl::unexpected(ok.error());
    return changed;
}

void PendingJobs::replace(const NewJob &job)
{
    *entry(job.job->id) = job;
}

std::optional<JobSnapshot> PendingJobs::remove(const JobId &id)
{
    const std::optional<JobSnapshot> removed = find(id);
    if (removed)
        m_jobs.erase(m_places.take(id));
    return removed;
}

std::optional<JobSnapshot> PendingJobs::setPaused(const JobId &id, bool paused)
{
    NewJob *pending = entry(id);
    if (pending)
        pending->job = withPause(*pending->job, paused);
    return find(id);
}

std::optional<JobSnapshot> PendingJobs::find(const JobId &id) const
{
    const NewJob *pending = const_cast<PendingJobs *>(this)->entry(id);
    return pending ? std::optional(snapshotOf(*pending)) : std::nullopt;
}

QList<JobSnapshot> PendingJobs::all(const QString &store) const
{
    QList<JobSnapshot> snapshots;
    for (const auto &[place, pending] : m_jobs) {
        if (store.isEmpty() || pending.job->store == store)
            snapshots.append(snapshotOf(pending));
    }
    return snapshots;
}

QSet<QString> PendingJobs::stores() const
{
    QSet<QString> aliases;
    for (const auto &[place, pending] : m_jobs)
        aliases.insert(pending.job->store);
    return aliases;
}

QList<NewJob> PendingJobs::take(const QString &store)
{
    QList<NewJob> taken;
    for (auto it = m_jobs.begin(); it != m_jobs.end();) {
        const NewJob &pending = it->second;
        if (pending.job->store != store) {
            ++it;
            continue;
        }
        taken.append(pending);
        m_places.remove(pending.job->id);
        it = m_jobs.erase(it);
    }
    return taken;
}

} // namespace reveille
