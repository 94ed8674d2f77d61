// SPDX-License-Identifier: MIT
#include "core/jobs/job.h"

#include "core/base/hostname.h"
#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/base/singleline.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds LongestTime = 24h * 366;

// In the order of the enumerations.
const QStringList CoalesceNames{QStringLiteral("latest"), QStringLiteral("earliest"), QStringLiteral("all")};
const QStringList OverlapNames{QStringLiteral("skip"), QStringLiteral("queue"), QStringLiteral("replace"), QStringLiteral("allow")};
const QStringList DeliveryNames{QStringLiteral("at_most_once"), QStringLiteral("at_least_once")};
const QStringList WhenFinishedNames{QStringLiteral("keep"), QStringLiteral("remove")};
const QStringList NotifyOnNames{QStringLiteral("error"), QStringLiteral("success"), QStringLiteral("missed"), QStringLiteral("recovery")};

NotifyOn notifyOnAt(qsizetype index)
{
    return static_cast<NotifyOn>(1 << index);
}

QStringList namesOf(QFlags<NotifyOn> on)
{
    QStringList names;
    for (qsizetype i = 0; i < NotifyOnNames.size(); ++i) {
        if (on.testFlag(notifyOnAt(i)))
            names.append(NotifyOnNames[i]);
    }
    return names;
}

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Job)
};

// A text that people read: not too long and without control characters.
std::optional<QString> takeLabel(JsonReader &reader, const QString &key, qsizetype longest)
{
    const std::optional<QString> text = reader.string(key);
    if (!text)
        return std::nullopt;
    if (text->size() > longest)
        reader.fail(key, Messages::tr("is longer than %n character(s)", nullptr, int(longest)));
    for (const QChar c : *text) {
        if (c.category() == QChar::Other_Control)
            reader.fail(key, Messages::tr("has a control character"));
    }
    return text->trimmed();
}

// A name made from a task's own text, which may have lines.
QString labelFrom(QString text)
{
    constexpr qsizetype Longest = 80;
    text = singleLine(text).simplified();
    return text.size() > Longest ? text.left(Longest - 1).trimmed() + u'…' : text;
}

QStringList takeTags(JsonReader &reader)
{
    const QString key = QStringLiteral("tags");
    QStringList tags;
    for (const QString &tag : reader.strings(key).value_or(QStringList())) {
        JsonReader one({{key, tag}});
        if (const std::optional<QString> label = takeLabel(one, key, 100); label && !label->isEmpty() && !tags.contains(*label))
            tags.append(*label);
        if (const Result<void> ok = one.finish(); !ok)
            reader.fail(ok.error());
    }
    return tags;
}

Retries takeRetries(JsonReader &reader)
{
    const std::optional<QJsonObject> object = reader.object(QStringLiteral("retries"));
    Retries retries;
    if (!object)
        return retries;
    JsonReader inner(*object);
    retries.count = int(inner.integer(QStringLiteral("count"), 0, 100).value_or(retries.count));
    retries.delay = inner.seconds(QStringLiteral("delay"), 0ms, LongestTime).value_or(retries.delay);
    retries.backoff = inner.number(QStringLiteral("backoff"), 1, 100).value_or(retries.backoff);
    if (const Result<void> ok = inner.finish(); !ok)
        reader.fail(ok.error());
    return retries;
}

Notify takeNotify(JsonReader &reader)
{
    const std::optional<QJsonObject> object = reader.object(QStringLiteral("notify"));
    Notify notify;
    if (!object)
        return notify;
    JsonReader inner(*object);
    const QString key = QStringLiteral("on");
    if (const std::optional<QStringList> names = inner.strings(key)) {
        notify.on = {};
        for (const QString &name : *names) {
            const qsizetype index = NotifyOnNames.indexOf(name);
            if (index < 0)
                inner.fail(key, Messages::tr("“%1” is not known; allowed are %2").arg(name, NotifyOnNames.join(QStringLiteral(", "))));
            else
                notify.on |= notifyOnAt(index);
        }
    }
    notify.afterFailures = int(inner.integer(QStringLiteral("after_failures"), 1, 1000).value_or(notify.afterFailures));
    if (const Result<void> ok = inner.finish(); !ok)
        reader.fail(ok.error());
    return notify;
}

QString takeHost(JsonReader &reader)
{
    const QString key = QStringLiteral("host");
    const std::optional<QString> text = reader.string(key);
    if (!text)
        return {};
    const Result<QString> host = hostName(text->trimmed(), key);
    if (!host)
        reader.fail(host.error());
    return host.value_or(QString());
}

CheckedTask takeTask(JsonReader &reader, const TaskCheck &check)
{
    const QString key = QStringLiteral("task");
    const std::optional<QJsonObject> object = reader.object(key);
    if (!object) {
        reader.failMissing(key, Messages::tr("a task is needed"));
        return {};
    }
    const Result<CheckedTask> task = check(*object);
    if (!task)
        reader.fail(task.error());
    return task.value_or(CheckedTask());
}

std::optional<Trigger> takeTrigger(JsonReader &reader, const TriggerContext &context)
{
    const QJsonValue json = reader.value(QStringLiteral("trigger"));
    if (json.isUndefined())
        return std::nullopt;
    const Result<Trigger> trigger = Trigger::parse(json, context);
    if (!trigger) {
        reader.fail(trigger.error());
        return std::nullopt;
    }
    return *trigger;
}

} // namespace

Result<Job> Job::parse(const QJsonObject &json, const JobContext &context)
{
    JsonReader reader(json);
    Job job;
    if (const std::optional<QString> id = takeLabel(reader, QStringLiteral("id"), 200); id && !id->isEmpty())
        job.id = {*id};
    else
        job.id = JobId::create();

    const CheckedTask task = takeTask(reader, context.checkTask);
    job.task = task.json;
    job.name = takeLabel(reader, QStringLiteral("name"), 500).value_or(QString());
    if (job.name.isEmpty())
        job.name = labelFrom(task.name);
    if (job.name.isEmpty())
        job.name = job.id.value;
    job.tags = takeTags(reader);
    job.paused = reader.boolean(QStringLiteral("paused")).value_or(job.paused);
    job.trigger = takeTrigger(reader, context.trigger);
    // APScheduler has jitter in the trigger; here it is the job's, and the trigger stays a function of time.
    const milliseconds lifted = jitterIn(json.value(QStringLiteral("trigger")).toObject());
    job.jitter = reader.seconds(QStringLiteral("jitter"), 0ms, LongestTime).value_or(lifted);

    job.coalesce = reader.oneOf<Coalesce>(QStringLiteral("coalesce"), CoalesceNames).value_or(job.coalesce);
    const QString graceKey = QStringLiteral("misfire_grace_time");
    job.misfireGraceTime = reader.seconds(graceKey, 1ms, LongestTime);
    if (!json.contains(graceKey)) // given as null: no limit
        job.misfireGraceTime = task.misfireGraceTime;
    job.maxInstances = int(reader.integer(QStringLiteral("max_instances"), 1, 1000).value_or(job.maxInstances));
    job.overlap = reader.oneOf<Overlap>(QStringLiteral("overlap"), OverlapNames).value_or(job.overlap);
    job.retries = takeRetries(reader);
    job.notify = takeNotify(reader);
    job.delivery = reader.oneOf<Delivery>(QStringLiteral("delivery"), DeliveryNames).value_or(task.delivery);
    job.whenFinished = reader.oneOf<WhenFinished>(QStringLiteral("when_finished"), WhenFinishedNames).value_or(job.whenFinished);
    job.store = reader.string(QStringLiteral("store")).value_or(job.store);
    job.executor = reader.string(QStringLiteral("executor")).value_or(job.executor);
    job.host = takeHost(reader);
    reader.value(QStringLiteral("next_run_time"));
    reader.value(QStringLiteral("status"));
    reader.value(QStringLiteral("broken_reason"));
    if (const Result<void> finished = reader.finish(); !finished)
        return tl::unexpected(finished.error());
    return job;
}

QJsonObject Job::toJson() const
{
    return QJsonDocument::fromJson(toJsonText()).object();
}

QByteArray Job::toJsonText() const
{
    JsonText json;
    json.key("coalesce"_L1).write(CoalesceNames[int(coalesce)]);
    json.key("delivery"_L1).write(DeliveryNames[int(delivery)]);
    json.key("executor"_L1).write(executor);
    if (!host.isEmpty())
        json.key("host"_L1).write(host);
    json.key("id"_L1).write(id.value);
    json.key("jitter"_L1).write(toSeconds(jitter));
    json.key("max_instances"_L1).write(maxInstances);
    json.key("misfire_grace_time"_L1);
    misfireGraceTime ? json.write(toSeconds(*misfireGraceTime)) : json.writeNull();
    json.key("name"_L1).write(name);
    json.key("notify"_L1).key("after_failures"_L1).write(notify.afterFailures);
    json.key("on"_L1).write(namesOf(notify.on));
    json.end();
    json.key("overlap"_L1).write(OverlapNames[int(overlap)]);
    json.key("paused"_L1).write(paused);
    json.key("retries"_L1).key("backoff"_L1).write(retries.backoff);
    json.key("count"_L1).write(retries.count);
    json.key("delay"_L1).write(toSeconds(retries.delay));
    json.end();
    json.key("store"_L1).write(store);
    json.key("tags"_L1).write(tags);
    json.key("task"_L1).write(task);
    json.key("trigger"_L1);
    trigger ? trigger->writeTo(json) : json.writeNull();
    json.key("when_finished"_L1).write(WhenFinishedNames[int(whenFinished)]);
    json.end();
    return json.text();
}

QString Job::describeSchedule() const
{
    return trigger ? trigger->describe() : Messages::tr("Once, when it was added");
}

} // namespace reveille
