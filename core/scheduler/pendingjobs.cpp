// SPDX-License-Identifier: MIT
#include "core/scheduler/pendingjobs.h"

#include "core/scheduler/guarded.h"

#include <QCoreApplication>

#include <algorithm>

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
    snapshot.isPending = true;
    return snapshot;
}

std::shared_ptr<const Job> withPause(const Job &job, bool paused)
{
    auto changed = std::make_shared<Job>(job);
    changed->paused = paused;
    return changed;
}

} // namespace

Result<QList<JobSnapshot>> PendingJobs::add(const QList<NewJob> &jobs, TimePoint now)
{
    PendingJobs changed = *this;
    QList<JobSnapshot> snapshots;
    for (const NewJob &job : jobs) {
        const Result<bool> fires = guarded([&] { return !job.job->trigger || job.nextRunTime || job.job->trigger->next(now); });
        if (!fires)
            return invalid(QStringLiteral("trigger"), Messages::tr("the trigger failed: %1").arg(fires.error().message));
        if (!*fires)
            return invalid(QStringLiteral("trigger"), Messages::tr("this trigger never fires: all its times lie in the past or do not exist"));
        NewJob *known = changed.entry(job.job->id);
        if (known && job.ifKnown == NewJob::IfKnown::Refuse) {
            return tl::unexpected(Error{ErrorCode::Conflict, Messages::tr("There is already a job “%1”").arg(job.job->id.value),
                                        QStringLiteral("id")});
        }
        NewJob added = job;
        if (known) {
            added.job = withPause(*job.job, job.job->paused || known->job->paused);
            *known = added;
        } else {
            changed.m_jobs.append(added);
        }
        snapshots.append(snapshotOf(added));
    }
    *this = changed;
    return snapshots;
}

NewJob *PendingJobs::entry(const JobId &id)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const NewJob &pending) { return pending.job->id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

bool PendingJobs::replace(const Job &job)
{
    NewJob *pending = entry(job.id);
    if (pending)
        pending->job = std::make_shared<const Job>(job);
    return pending;
}

bool PendingJobs::remove(const JobId &id)
{
    return m_jobs.removeIf([&](const NewJob &pending) { return pending.job->id == id; }) > 0;
}

bool PendingJobs::setPaused(const JobId &id, bool paused)
{
    NewJob *pending = entry(id);
    if (pending)
        pending->job = withPause(*pending->job, paused);
    return pending;
}

std::optional<JobSnapshot> PendingJobs::find(const JobId &id) const
{
    const NewJob *pending = const_cast<PendingJobs *>(this)->entry(id);
    return pending ? std::optional(snapshotOf(*pending)) : std::nullopt;
}

QList<JobSnapshot> PendingJobs::all(const QString &store) const
{
    QList<JobSnapshot> snapshots;
    for (const NewJob &pending : m_jobs) {
        if (store.isEmpty() || pending.job->store == store)
            snapshots.append(snapshotOf(pending));
    }
    return snapshots;
}

QMap<QString, QList<NewJob>> PendingJobs::take()
{
    QMap<QString, QList<NewJob>> byStore;
    for (const NewJob &pending : std::exchange(m_jobs, {}))
        byStore[pending.job->store].append(pending);
    return byStore;
}

} // namespace reveille
