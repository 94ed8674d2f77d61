// SPDX-License-Identifier: MIT
#include "app/verbrunner.h"

#include "core/base/jsonreader.h"
#include "core/scheduler/engine.h"
#include "core/scheduler/serialqueue.h"

#include <QJsonArray>

namespace reveille {

namespace {

using Answer = Result<QJsonValue>;

constexpr int MostRuns = 100'000;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(VerbRunner)
};

QFuture<Answer> failed(const Error &error)
{
    return ready<QJsonValue>(tl::unexpected(error));
}

QList<JobId> jobIds(const QJsonArray &ids)
{
    QList<JobId> list;
    for (const QJsonValue &id : ids)
        list.append(JobId{id.toString()});
    return list;
}

QFuture<Answer> withoutResult(QFuture<Result<void>> done, QObject *context)
{
    return done.then(context, [](const Result<void> &result) { return result.map([] { return QJsonValue(); }); });
}

OptionalTime takeInstant(JsonReader &reader, const QString &key)
{
    const std::optional<QString> text = reader.string(key);
    if (!text)
        return std::nullopt;
    const Result<TimePoint> instant = parseInstant(*text, key);
    if (!instant)
        reader.fail(instant.error());
    return instant ? OptionalTime(*instant) : std::nullopt;
}

Result<RunQuery> parseQuery(const QJsonObject &json)
{
    JsonReader reader(json);
    RunQuery query;
    if (const std::optional<QString> job = reader.string(QStringLiteral("job")))
        query.jobId = JobId{*job};
    query.since = takeInstant(reader, QStringLiteral("since"));
    query.until = takeInstant(reader, QStringLiteral("until"));
    const QString outcomeKey = QStringLiteral("outcome");
    if (const std::optional<QString> outcome = reader.string(outcomeKey)) {
        query.outcome = outcomeFrom(*outcome);
        if (!query.outcome)
            reader.fail(outcomeKey, Messages::tr("“%1” is no outcome").arg(*outcome));
    }
    query.withOutput = reader.boolean(QStringLiteral("output")).value_or(true);
    query.limit = int(reader.integer(QStringLiteral("limit"), 1, MostRuns).value_or(query.limit));
    return reader.finish().map([&] { return query; });
}

QJsonObject toJson(const Answer &answer)
{
    if (answer)
        return {{QStringLiteral("result"), *answer}};
    return {{QStringLiteral("error"), answer.error().text()}, {QStringLiteral("code"), int(answer.error().code)}};
}

} // namespace

QFuture<QJsonObject> VerbRunner::run(const QJsonObject &request, QObject *context)
{
    return dispatch(request, context).then(context, [](const Answer &answer) { return toJson(answer); });
}

QFuture<Answer> VerbRunner::dispatch(const QJsonObject &request, QObject *context)
{
    const QString verb = request.value(QStringLiteral("verb")).toString();
    const QJsonArray ids = request.value(QStringLiteral("ids")).toArray();
    if (verb == u"list")
        return list(context);
    if (verb == u"add")
        return add(request.value(QStringLiteral("jobs")).toArray(), context);
    if (verb == u"remove")
        return withoutResult(m_engine.removeJobs(jobIds(ids)), context);
    if (verb == u"pause")
        return withoutResult(m_engine.pauseJobs(jobIds(ids)), context);
    if (verb == u"resume")
        return withoutResult(m_engine.resumeJobs(jobIds(ids)), context);
    if (verb == u"run-now")
        return runNow(ids, context);
    if (verb == u"cancel")
        return cancel(ids, context);
    if (verb == u"history")
        return history(request.value(QStringLiteral("query")).toObject(), context);
    return failed({ErrorCode::Invalid, Messages::tr("there is no such verb"), verb});
}

QFuture<Answer> VerbRunner::list(QObject *context)
{
    return andThen(m_engine.jobs(), context, [](const QList<JobSnapshot> &jobs) {
        QJsonArray array;
        for (const JobSnapshot &job : jobs)
            array.append(job.toJson());
        return ready<QJsonValue>(QJsonValue(array));
    });
}

QFuture<Answer> VerbRunner::add(const QJsonArray &array, QObject *context)
{
    QList<Job> jobs;
    for (qsizetype i = 0; i < array.size(); ++i) {
        Result<Job> job = array[i].isObject() ? m_engine.parseJob(array[i].toObject())
                                              : Result<Job>(invalid({}, Messages::tr("must be a JSON object")));
        if (!job) {
            return failed({job.error().code, array.size() == 1 ? job.error().text()
                                                               : Messages::tr("job %1: %2").arg(i + 1).arg(job.error().text()), {}});
        }
        jobs.append(*job);
    }
    return andThen(m_engine.addJobs(jobs), context, [](const QList<JobSnapshot> &added) {
        QJsonArray result;
        for (const JobSnapshot &job : added)
            result.append(job.toJson());
        return ready<QJsonValue>(QJsonValue(result));
    });
}

QFuture<Answer> VerbRunner::runNow(const QJsonArray &ids, QObject *context)
{
    // One after another, so that the answer names the first that could not be run.
    if (ids.isEmpty())
        return ready<QJsonValue>(QJsonValue(QJsonArray()));
    QJsonArray rest = ids;
    rest.removeFirst();
    const JobId id{ids.first().toString()};
    return andThen(m_engine.runNow(id), context, [this, id, rest, context](const RunId &run) {
        return m_engine.job(id).then(context, [this, id, run, rest, context](const Result<JobSnapshot> &job) {
            QJsonObject begun{{QStringLiteral("run_id"), run.value}, {QStringLiteral("job_id"), id.value}};
            if (job && job->isElsewhere) // it may be gone by now
                begun.insert(QStringLiteral("waits_for_host"), job->job->host);
            return andThen(runNow(rest, context), context, [begun](const QJsonValue &others) {
                QJsonArray runs = others.toArray();
                runs.prepend(begun);
                return ready<QJsonValue>(QJsonValue(runs));
            });
        }).unwrap();
    });
}

QFuture<Answer> VerbRunner::cancel(const QJsonArray &ids, QObject *context)
{
    QList<QFuture<Result<void>>> cancelled; // each by itself: that one has ended keeps no other from being ended
    for (const QJsonValue &id : ids) {
        const RunId run{id.toString()};
        cancelled.append(m_engine.cancelRun(run).then(context, [id](const Result<void> &result) {
            return result.map_error([&](const Error &error) { return Error{error.code, error.message, id.toString()}; });
        }));
    }
    return withoutResult(allOf(cancelled, context), context);
}

QFuture<Answer> VerbRunner::history(const QJsonObject &json, QObject *context)
{
    const Result<RunQuery> query = parseQuery(json);
    if (!query)
        return failed(query.error());
    return andThen(m_engine.runs(*query), context, [](const QList<Run> &runs) {
        QJsonArray array;
        for (const Run &run : runs)
            array.append(run.toJson());
        return ready<QJsonValue>(QJsonValue(array));
    });
}

} // namespace reveille
