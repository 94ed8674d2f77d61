// SPDX-License-Identifier: MIT
// What a QtScheduler is set up with, and jobs on their way in and out.
#include "core/scheduler/qtscheduler.h"
#include "core/stores/storeurl.h"
#include "core/tasks/functiontask.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString DefaultAlias = u"default"_s;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

bool namesNoStart(const QJsonObject &job)
{
    return job.value("trigger"_L1).toObject().value("start_date"_L1).isUndefined();
}

QJsonObject dateTrigger(TimePoint at)
{
    return {{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(at)}};
}

} // namespace

Result<void> QtScheduler::configure(const SchedulerConfig &config)
{
    if (!m_home || m_state != SchedulerState::Stopped || m_isStarting || m_shutdown)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler was started already"));
    std::map<QString, std::unique_ptr<JobStore>> stores;
    for (auto it = config.jobStores.begin(); it != config.jobStores.end(); ++it) {
        Result<std::unique_ptr<JobStore>> store = createStore(it.value(), m_clock);
        if (!store)
            return tl::unexpected(Error{store.error().code, store.error().message, u"jobstores."_s + it.key()});
        stores.emplace(it.key(), std::move(*store));
    }
    if (const Result<void> named = config.host ? setHost(*config.host) : Result<void>(); !named)
        return named;
    m_home->configure(config);
    for (auto it = config.executors.begin(); it != config.executors.end(); ++it) {
        if (const Result<void> added = addExecutor(it.key(), m_home->createExecutor(it.key(), it.value())); !added)
            return added;
    }
    for (auto &[alias, store] : stores) {
        if (const Result<void> added = addJobStore(alias, std::move(store)).result(); !added)
            return added;
    }
    return {};
}

Result<void> QtScheduler::setHost(const QString &name)
{
    if (m_state != SchedulerState::Stopped || m_isStarting || m_shutdown)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler was started already"));
    return hostName(name).map([this](const QString &host) { m_host = host; });
}

Result<void> QtScheduler::addDefaults()
{
    if (!m_home)
        return {};
    if (!m_executors.find(DefaultAlias))
        std::ignore = addExecutor(DefaultAlias, m_home->createExecutor(DefaultAlias, {}));
    if (storeNamed(DefaultAlias))
        return {};
    return createStore(u"memory:"_s, m_clock).and_then([this](std::unique_ptr<JobStore> store) {
        return addJobStore(DefaultAlias, std::move(store)).result();
    });
}

// ---- In

Result<Job> QtScheduler::parseJob(const QJsonObject &json) const
{
    return Job::parse(m_home ? m_home->jobDefaults().appliedTo(json) : json, m_context());
}

Result<NewJob> QtScheduler::newJob(const QJsonObject &json, NewJob::IfKnown ifKnown, OptionalTime nextRunTime) const
{
    QJsonObject form = json;
    if (nextRunTime && !form.value("trigger"_L1).isObject())
        form.insert(u"trigger"_s, dateTrigger(*nextRunTime));
    return parseJob(form).map([&](const Job &job) {
        return NewJob{.job = std::make_shared<const Job>(job), .ifKnown = ifKnown, .nextRunTime = nextRunTime, .keepsStart = namesNoStart(form)};
    });
}

Result<NewJob> QtScheduler::newJob(const FunctionJob &row) const
{
    QJsonObject form = row.options;
    QJsonObject task{{u"type"_s, u"function"_s}};
    for (const QString &key : {u"arguments"_s, u"timeout"_s}) {
        if (form.contains(key))
            task.insert(key, form.take(key));
    }
    form.insert(u"id"_s, row.id);
    form.insert(u"task"_s, task);
    if (!row.trigger.isEmpty())
        form.insert(u"trigger"_s, row.trigger);
    else if (row.nextRunTime)
        form.insert(u"trigger"_s, dateTrigger(*row.nextRunTime));
    JobContext context = m_context();
    context.checkTask = &FunctionTask::checkOwn;
    return Job::parse(m_home ? m_home->jobDefaults().appliedTo(form) : form, context).map([&](Job job) {
        job.function = std::make_shared<const Function>(row.function);
        return NewJob{.job = std::make_shared<const Job>(std::move(job)), .ifKnown = row.ifKnown, .nextRunTime = row.nextRunTime,
                      .keepsStart = namesNoStart(form)};
    });
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
    return addOne(newJob(json, ifKnown, nextRunTime));
}

QFuture<Result<JobHandle>> QtScheduler::addJob(const FunctionJob &job)
{
    return addOne(newJob(job));
}

EditDesk::Snapshots QtScheduler::addJobs(const QList<FunctionJob> &table)
{
    QList<NewJob> jobs;
    for (const FunctionJob &row : table) {
        const Result<NewJob> job = newJob(row);
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
        const Result<NewJob> job = array[i].isObject() ? newJob(array[i].toObject(), ifKnown, {})
                                                       : invalid(u"job"_s, Messages::tr("must be a JSON object"));
        if (!job)
            return ready<QList<JobSnapshot>>(tl::unexpected(Error{job.error().code, job.error().message, u"%1.%2"_s.arg(i).arg(job.error().key)}));
        jobs.append(*job);
    }
    return addJobs(jobs);
}

QFuture<Result<JobHandle>> QtScheduler::modifyJob(const JobId &id, const QJsonObject &changes)
{
    const std::optional<JobSnapshot> known = job(id);
    if (!known && !isLoaded() && m_state != SchedulerState::Stopped)
        return andThen(allJobs(), this, [this, id, changes](const QList<JobSnapshot> &) { return modifyJob(id, changes); });
    if (!known)
        return failed<JobHandle>(noSuchJob(id));
    if (known->status == JobStatus::Broken) // what it was can't be read, and must not be written over
        return failed<JobHandle>(isBroken(*storeOf(id)->books().jobs.find(id)));
    QJsonObject form = known->job->toJson();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        form.insert(it.key(), it.value());
    form.insert(u"id"_s, id.value);
    JobContext context = m_context();
    if (known->job->function)
        context.checkTask = &FunctionTask::checkOwn;
    Result<Job> modified = Job::parse(form, context);
    if (!modified)
        return ready<JobHandle>(tl::unexpected(modified.error()));
    modified->function = known->job->function;
    return modifyJobs({*modified}).then(this, [this, id](const Result<QList<JobSnapshot>> &answer) {
        return answer.map([&](const QList<JobSnapshot> &) { return JobHandle(*this, id); });
    });
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

QJsonArray QtScheduler::exportJobs(const QString &alias) const
{
    QJsonArray array;
    for (const JobSnapshot &snapshot : jobs(alias)) {
        if (!snapshot.job->function && snapshot.status != JobStatus::Broken)
            array.append(snapshot.job->toJson());
    }
    return array;
}

ListenerId QtScheduler::addListener(Listener listener, EventMask mask)
{
    return m_listeners.add(std::move(listener), mask);
}

} // namespace reveille
