// SPDX-License-Identifier: MIT
// The jobs of a QtScheduler, which are pending or in its stores: in, changed and out.
#include "core/scheduler/qtscheduler.h"

#include <QCoreApplication>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

QList<JobSnapshot> QtScheduler::jobs(const QString &alias) const
{
    QList<JobSnapshot> snapshots;
    for (const auto &store : m_stores) {
        if (alias.isEmpty() || store->alias() == alias)
            snapshots += store->jobs();
    }
    return snapshots + m_pending.all(alias);
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::allJobs(const QString &alias)
{
    return andThen(m_stores.ask(alias, &StoreScheduler::whenLoaded, this), this, [this, alias] { return ready<QList<JobSnapshot>>(jobs(alias)); });
}

std::optional<JobSnapshot> QtScheduler::job(const JobId &id) const
{
    if (StoreScheduler *store = m_stores.holderOf(id))
        return store->job(id);
    return m_pending.find(id);
}

// ---- In

EditDesk::Snapshots QtScheduler::addJobs(const QList<Job> &jobs)
{
    QList<NewJob> added;
    added.reserve(jobs.size());
    for (const Job &job : jobs)
        added.append({.job = std::make_shared<const Job>(job)});
    return addJobs(added);
}

EditDesk::Snapshots QtScheduler::addJobs(const QList<NewJob> &jobs)
{
    if (isNew())
        return addPending(jobs);
    const auto byStore = StoreTable::byAlias(jobs, [](const NewJob &job) { return job.job->store; });
    for (auto it = byStore.begin(); it != byStore.end(); ++it) {
        if (!m_stores.find(it.key()))
            return failed<QList<JobSnapshot>>(noSuchStore(it.key()));
    }
    return m_stores.oneByOne(byStore, this, &StoreScheduler::addJobs);
}

EditDesk::Snapshots QtScheduler::addPending(const QList<NewJob> &jobs)
{
    for (const NewJob &job : jobs) {
        if (const Result<void> ok = checkPending(*job.job); !ok)
            return failed<QList<JobSnapshot>>(ok.error());
    }
    return ready(m_pending.add(jobs, m_context().trigger));
}

// Stores and executors that are still to come check theirs when the scheduler starts.
Result<void> QtScheduler::checkPending(const Job &job) const
{
    const StoreScheduler *store = m_stores.find(job.store);
    return store && m_executors.find(job.executor) ? store->check(job) : Result<void>();
}

EditDesk::Snapshots QtScheduler::restoreJobs(const QList<Job> &jobs)
{
    const auto byStore = StoreTable::byAlias(jobs, [](const Job &job) { return job.store; });
    return m_stores.oneByOne(byStore, this, &StoreScheduler::restoreJobs);
}

QFuture<Result<JobHandle>> QtScheduler::addOne(const Result<NewJob> &job)
{
    if (!job)
        return ready<JobHandle>(tl::unexpected(job.error()));
    return addJobs(QList<NewJob>{*job}).then(this, [this, id = job->job->id](const Result<QList<JobSnapshot>> &added) {
        return added.map([&](const QList<JobSnapshot> &) { return JobHandle(*this, id); });
    });
}

QFuture<Result<JobHandle>> QtScheduler::addJob(const QJsonObject &json, NewJob::IfKnown ifKnown, OptionalTime nextRunTime)
{
    return addOne(m_forms.read(json, ifKnown, nextRunTime));
}

QFuture<Result<JobHandle>> QtScheduler::addJob(const FunctionJob &job)
{
    return addOne(m_forms.read(job));
}

EditDesk::Snapshots QtScheduler::addJobs(const QList<FunctionJob> &table)
{
    QList<NewJob> jobs;
    for (const FunctionJob &row : table) {
        const Result<NewJob> job = m_forms.read(row);
        if (!job)
            return ready<QList<JobSnapshot>>(tl::unexpected(Error{job.error().code, job.error().message, row.id + u'.' + job.error().key}));
        jobs.append(*job);
    }
    return addJobs(jobs);
}

EditDesk::Snapshots QtScheduler::importJobs(const QJsonArray &array, NewJob::IfKnown ifKnown)
{
    QList<NewJob> jobs;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<NewJob> job = array[i].isObject() ? m_forms.read(array[i].toObject(), ifKnown, {})
                                                       : invalid(u"job"_s, Messages::tr("must be a JSON object"));
        if (!job)
            return ready<QList<JobSnapshot>>(tl::unexpected(Error{job.error().code, job.error().message, u"%1.%2"_s.arg(i).arg(job.error().key)}));
        jobs.append(*job);
    }
    return addJobs(jobs);
}

// ---- Changes

// Before the start, all that can be changed is pending.
template<typename T>
QFuture<Result<T>> QtScheduler::onceKnown(const QList<JobId> &ids, std::function<QFuture<Result<T>>()> change)
{
    const auto isKnown = [this](const JobId &id) { return m_stores.holderOf(id) || m_pending.find(id); };
    return isNew() || m_stores.areLoaded() || std::all_of(ids.begin(), ids.end(), isKnown) ? change() : onceLoaded<T>(change);
}

QFuture<Result<JobHandle>> QtScheduler::modifyJob(const JobId &id, const QJsonObject &changes)
{
    return onceKnown<JobHandle>({id}, [this, id, changes] {
        const std::optional<JobSnapshot> known = job(id);
        if (!known)
            return failed<JobHandle>(noSuchJob(id));
        if (known->status == JobStatus::Broken) {
            const JobEntry &entry = *m_stores.holderOf(id)->books().jobs.find(id);
            if (!entry.lacksExecutor) // what it was can't be read, and must not be written over
                return failed<JobHandle>(isBroken(entry));
        }
        const Result<NewJob> changed = m_forms.change(*known->job, changes);
        if (!changed)
            return failed<JobHandle>(changed.error());
        EditDesk::Given given;
        if (changed->nextRunTime)
            given.nextRunTimes.insert(id, *changed->nextRunTime);
        return modify({*changed->job}, given).then(this, [this, id](const Result<QList<JobSnapshot>> &answer) {
            return answer.map([&](const QList<JobSnapshot> &) { return JobHandle(*this, id); });
        });
    });
}

EditDesk::Snapshots QtScheduler::modifyJobs(const QList<Job> &jobs)
{
    return modify(jobs, {});
}

EditDesk::Snapshots QtScheduler::modify(const QList<Job> &jobs, const EditDesk::Given &given)
{
    QList<JobId> ids;
    for (const Job &job : jobs)
        ids.append(job.id);
    return onceKnown<QList<JobSnapshot>>(ids, [this, jobs, given] {
        QMap<QString, QList<Job>> byStore;
        QList<NewJob> pending;
        for (const Job &job : jobs) {
            if (m_pending.find(job.id)) {
                const auto nextRunTime = given.nextRunTimes.constFind(job.id);
                const Result<NewJob> changed = checkPending(job).and_then([&] {
                    return m_pending.changed(job, nextRunTime == given.nextRunTimes.cend() ? std::nullopt : OptionalTime(*nextRunTime), m_clock.now());
                });
                if (!changed)
                    return failed<QList<JobSnapshot>>(changed.error());
                pending.append(*changed);
                continue;
            }
            const StoreScheduler *store = m_stores.holderOf(job.id);
            if (!store)
                return failed<QList<JobSnapshot>>(noSuchJob(job.id));
            if (job.store != store->alias()) {
                return failed<QList<JobSnapshot>>({ErrorCode::Invalid, Messages::tr("a job stays in its job store, here “%1”").arg(store->alias()),
                                                   QStringLiteral("store")});
            }
            byStore[job.store].append(job);
        }
        for (const NewJob &job : std::as_const(pending)) {
            m_pending.replace(job);
            post(EventType::JobModified, {}, job.job);
        }
        return m_stores.oneByOne(byStore, this, [given](StoreScheduler &store, const QList<Job> &some) { return store.modifyJobs(some, given); });
    });
}

QFuture<Result<void>> QtScheduler::byStore(const QList<JobId> &ids, const IdsUse &use)
{
    return onceKnown<void>(ids, [this, ids, use] {
        QMap<QString, QList<JobId>> byAlias;
        for (const JobId &id : ids) {
            const StoreScheduler *store = m_stores.holderOf(id);
            if (!store)
                return failed<void>(noSuchJob(id));
            byAlias[store->alias()].append(id);
        }
        return m_stores.oneByOne(byAlias, this, use);
    });
}

QFuture<Result<void>> QtScheduler::removeJobs(const QList<JobId> &ids)
{
    QList<JobId> stored = ids;
    stored.removeIf([this](const JobId &id) {
        const std::optional<JobSnapshot> removed = m_pending.remove(id);
        if (removed)
            post(EventType::JobRemoved, {}, removed->job);
        return removed.has_value();
    });
    return byStore(stored, &StoreScheduler::removeJobs);
}

QFuture<Result<void>> QtScheduler::removeAllJobs(const QString &alias)
{
    QList<JobId> pending;
    for (const JobSnapshot &snapshot : m_pending.all(alias))
        pending.append(snapshot.job->id);
    const QFuture<Result<void>> removed = removeJobs(pending);
    return andThen(isNew() ? removed : m_stores.ask(alias, &StoreScheduler::removeAllJobs, this), this, [this, alias] {
        post(EventType::AllJobsRemoved, alias);
        return ready<void>({});
    });
}

QFuture<Result<void>> QtScheduler::setPaused(const QList<JobId> &ids, bool paused)
{
    QList<JobId> stored = ids;
    stored.removeIf([&](const JobId &id) {
        const std::optional<JobSnapshot> changed = m_pending.setPaused(id, paused);
        if (changed)
            post(EventType::JobModified, {}, changed->job);
        return changed.has_value();
    });
    return byStore(stored, [paused](StoreScheduler &store, const QList<JobId> &some) { return store.setPaused(some, paused); });
}

QFuture<Result<void>> QtScheduler::pauseJobs(const QList<JobId> &ids)
{
    return setPaused(ids, true);
}

QFuture<Result<void>> QtScheduler::resumeJobs(const QList<JobId> &ids)
{
    return setPaused(ids, false);
}

// ---- Out

QString QtScheduler::describeJobs(const QString &alias) const
{
    QString text;
    QString heading;
    for (const JobSnapshot &snapshot : jobs(alias)) {
        const Job &job = *snapshot.job;
        const QString next = snapshot.isPending ? Messages::tr("Pending jobs:") : Messages::tr("Job store %1:").arg(job.store);
        if (std::exchange(heading, next) != next)
            text += next + u'\n';
        const QString state = snapshot.isPending ? Messages::tr("pending")
            : snapshot.nextRunTime               ? Messages::tr("next run at: %1").arg(formatInstant(*snapshot.nextRunTime))
                                                 : describe(snapshot.status);
        const QString host = job.host.isEmpty() ? QString() : u", "_s + Messages::tr("on %1", "a machine").arg(job.host);
        text += u"    %1 (%2, %3%4)\n"_s.arg(job.name, job.describeSchedule(), state, host);
    }
    return text.isEmpty() ? Messages::tr("No jobs") + u'\n' : text;
}

QFuture<Result<QJsonArray>> QtScheduler::exportJobs(const QString &alias)
{
    const auto write = [](const QList<JobSnapshot> &all) {
        QJsonArray array;
        for (const JobSnapshot &snapshot : all) {
            if (!snapshot.job->function && snapshot.status != JobStatus::Broken)
                array.append(JobForms::write(snapshot));
        }
        return ready<QJsonArray>(array);
    };
    return isNew() ? write(jobs(alias)) : andThen(allJobs(alias), this, write);
}

} // namespace reveille
