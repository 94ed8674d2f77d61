// SPDX-License-Identifier: MIT
#include "core/scheduler/jobforms.h"

#include "core/scheduler/schedulerparts.h"
#include "core/tasks/functiontask.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

const QString NextRunTime = u"next_run_time"_s;

bool namesNoStart(const QJsonObject &job)
{
    return job.value("trigger"_L1).toObject().value("start_date"_L1).isUndefined();
}

QJsonObject dateTrigger(TimePoint at)
{
    return {{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(at)}};
}

// What JobSnapshot::toJson() shows was chosen by nobody.
Result<OptionalTime> takeNextRunTime(QJsonObject &form)
{
    const QJsonValue given = form.take(NextRunTime);
    if (given.isUndefined() || given.isNull() || form.contains("status"_L1))
        return OptionalTime();
    return parseInstant(given.toString(), NextRunTime).map([](TimePoint time) { return OptionalTime(time); });
}

} // namespace

JobForms::JobForms(std::function<JobContext()> context, const SchedulerHome *home)
    : m_context(std::move(context))
    , m_home(home)
{
}

QJsonObject JobForms::withDefaults(const QJsonObject &json) const
{
    return m_home ? m_home->jobDefaults().appliedTo(json) : json;
}

Result<Job> JobForms::read(const QJsonObject &json) const
{
    return Job::parse(withDefaults(json), m_context());
}

Result<NewJob> JobForms::read(const QJsonObject &json, NewJob::IfKnown ifKnown, OptionalTime nextRunTime) const
{
    QJsonObject form = json;
    const Result<OptionalTime> given = nextRunTime ? nextRunTime : takeNextRunTime(form);
    if (!given)
        return tl::unexpected(given.error());
    nextRunTime = *given;
    if (nextRunTime && !form.value("trigger"_L1).isObject())
        form.insert(u"trigger"_s, dateTrigger(*nextRunTime));
    return read(form).map([&](const Job &job) {
        return NewJob{.job = std::make_shared<const Job>(job), .ifKnown = ifKnown, .nextRunTime = nextRunTime, .keepsStart = namesNoStart(form)};
    });
}

QJsonObject JobForms::write(const JobSnapshot &job)
{
    QJsonObject json = job.job->toJson();
    if (job.givenTime)
        json.insert(NextRunTime, formatInstant(*job.givenTime));
    return json;
}

Result<NewJob> JobForms::read(const FunctionJob &row) const
{
    QJsonObject form = row.options;
    QJsonObject task{{u"type"_s, u"function"_s}};
    for (const QString &key : {u"arguments"_s, u"timeout"_s}) {
        if (form.contains(key))
            task.insert(key, form.take(key));
    }
    form.insert(u"id"_s, row.id);
    form.insert(u"task"_s, task);
    const Result<OptionalTime> nextRunTime = row.nextRunTime ? row.nextRunTime : takeNextRunTime(form);
    if (!nextRunTime)
        return tl::unexpected(nextRunTime.error());
    if (!row.trigger.isEmpty())
        form.insert(u"trigger"_s, row.trigger);
    else if (*nextRunTime && !form.value("trigger"_L1).isObject())
        form.insert(u"trigger"_s, dateTrigger(**nextRunTime));
    JobContext context = m_context();
    context.checkTask = &FunctionTask::checkOwn;
    return Job::parse(withDefaults(form), context).map([&](Job job) {
        job.function = std::make_shared<const Function>(row.function);
        return NewJob{.job = std::make_shared<const Job>(std::move(job)), .ifKnown = row.ifKnown, .nextRunTime = *nextRunTime,
                      .keepsStart = namesNoStart(form)};
    });
}

Result<NewJob> JobForms::change(const Job &job, const QJsonObject &changes) const
{
    if (changes.value(NextRunTime).isNull() && !changes.contains("status"_L1))
        return invalid(NextRunTime, Messages::tr("a job that is not to run is paused"));
    if (changes.contains("id"_L1) && changes.value("id"_L1) != job.id.value)
        return invalid(u"id"_s, Messages::tr("the id of a job does not change"));
    QJsonObject form = job.toJson();
    if (changes.value("trigger"_L1).toObject().contains("jitter"_L1))
        form.remove(u"jitter"_s); // the trigger brings one
    for (auto it = changes.begin(); it != changes.end(); ++it)
        form.insert(it.key(), it.value());
    const Result<OptionalTime> nextRunTime = takeNextRunTime(form);
    if (!nextRunTime)
        return tl::unexpected(nextRunTime.error());
    JobContext context = m_context();
    if (job.function)
        context.checkTask = &FunctionTask::checkOwn;
    return Job::parse(form, context).map([&](Job changed) {
        changed.function = job.function;
        return NewJob{.job = std::make_shared<const Job>(std::move(changed)), .nextRunTime = *nextRunTime};
    });
}

} // namespace reveille
