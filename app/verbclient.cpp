// SPDX-License-Identifier: MIT
#include "app/verbclient.h"

#include "core/base/singleline.h"
#include "core/jobs/run.h"
#include "core/triggers/triggerkinds.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cwchar>

namespace reveille::verbclient {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(VerbClient)
};

Result<QJsonArray> parseJobs(const QByteArray &text, const QString &where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return invalid(where, Messages::tr("no JSON: %1 at offset %2").arg(error.errorString()).arg(error.offset));
    return document.isArray() ? document.array() : QJsonArray{document.object()};
}

// An array of jobs, or one job a line.
Result<QJsonArray> readJobs(QIODevice &input)
{
    const QByteArray text = input.readAll();
    if (const QByteArray trimmed = text.trimmed(); trimmed.startsWith('['))
        return parseJobs(trimmed, QStringLiteral("stdin"));
    QJsonArray jobs;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const Result<QJsonArray> job = parseJobs(line, Messages::tr("line %1").arg(number));
        if (!job)
            return job;
        jobs.append(job->first());
    }
    return jobs;
}

Result<QJsonArray> jobsOf(const CommandLine &line, QIODevice &input)
{
    QJsonArray jobs;
    for (const QString &argument : line.arguments) {
        const Result<QJsonArray> parsed = parseJobs(argument.toUtf8(), Messages::tr("the job"));
        if (!parsed)
            return parsed;
        for (const QJsonValue &job : *parsed)
            jobs.append(job);
    }
    if (line.has(QStringLiteral("stdin"))) {
        const Result<QJsonArray> read = readJobs(input);
        if (!read)
            return read;
        for (const QJsonValue &job : *read)
            jobs.append(job);
    } else if (jobs.isEmpty()) {
        return invalid(QStringLiteral("add"), Messages::tr("a job in JSON is needed, or --stdin"));
    }
    return jobs;
}

QJsonObject queryOf(const CommandLine &line)
{
    QJsonObject query{{QStringLiteral("output"), line.has(QStringLiteral("json"))}};
    for (const char *name : {"job", "since", "until", "outcome"}) {
        const QString key = QLatin1StringView(name);
        if (line.has(key))
            query.insert(key, line.value(key));
    }
    const QString limitKey = QStringLiteral("limit");
    if (line.has(limitKey)) {
        bool isNumber = false;
        const int limit = line.value(limitKey).toInt(&isNumber);
        query.insert(limitKey, isNumber ? QJsonValue(limit) : QJsonValue(line.value(limitKey)));
    }
    return query;
}

// How many cells of a terminal a text takes: a Chinese letter takes two.
int cellsOf(const QString &text)
{
    int cells = 0;
    for (const char32_t letter : text.toStdU32String())
        cells += std::max(0, ::wcwidth(wchar_t(letter)));
    return cells;
}

// Columns as wide as what is in them, but for the last.
QString table(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths[i], cellsOf(singleLine(row[i])));
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = singleLine(row[i]);
            line += cell + QString(widths[i] - cellsOf(cell) + 2, u' ');
        }
        text += line.trimmed() + u'\n';
    }
    return text;
}

QString textOf(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1StringView(key));
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("-");
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

// In words, in the language of whoever asks.
QString scheduleOf(const QJsonObject &job)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    const Result<Trigger> trigger = Trigger::parse(job.value(QStringLiteral("trigger")), {kinds, Zone(), TimePoint()});
    return trigger ? trigger->describe() : QStringLiteral("-");
}

QString jobTable(const QJsonArray &jobs)
{
    const bool haveHosts = std::any_of(jobs.begin(), jobs.end(), [](const QJsonValue &job) { return job.toObject().contains(QStringLiteral("host")); });
    QList<QStringList> rows{{Messages::tr("ID"), Messages::tr("STATUS"), Messages::tr("NEXT RUN"), Messages::tr("NAME"), Messages::tr("SCHEDULE")}};
    if (haveHosts)
        rows.first().insert(3, Messages::tr("HOST"));
    for (const QJsonValue &value : jobs) {
        const QJsonObject job = value.toObject();
        rows.append({textOf(job, "id"), textOf(job, "status"), textOf(job, "next_run_time"), textOf(job, "name"), scheduleOf(job)});
        if (haveHosts)
            rows.last().insert(3, textOf(job, "host"));
    }
    return table(rows);
}

QString runTable(const QJsonArray &runs)
{
    QList<QStringList> rows{{Messages::tr("RUN"), Messages::tr("SCHEDULED"), Messages::tr("JOB"), Messages::tr("ATTEMPT"),
                             Messages::tr("RESULT"), Messages::tr("CODE"), Messages::tr("FINISHED"), Messages::tr("REASON")}};
    for (const QJsonValue &value : runs) {
        const QJsonObject run = value.toObject();
        const bool ended = !run.value(QStringLiteral("outcome")).isNull();
        QString reason = describeReason(run.value(QStringLiteral("reason")).toString());
        if (const int count = run.value(QStringLiteral("count")).toInt(1); count > 1)
            reason = Messages::tr("%1 (%2 fire times until %3)").arg(reason).arg(count).arg(textOf(run, "until"));
        rows.append({textOf(run, "run_id"), textOf(run, "scheduled_at"), textOf(run, "job_id"), textOf(run, "attempt"),
                     textOf(run, ended ? "outcome" : "state"), textOf(run, "exit_code"), textOf(run, "finished_at"),
                     reason.isEmpty() ? QStringLiteral("-") : reason});
    }
    return table(rows);
}

const QString HostKey = QStringLiteral("waits_for_host");

// The ids of runs that were asked for; those that another machine begins are told of.
QJsonArray runIds(const QJsonArray &runs, QIODevice &errors)
{
    QJsonArray ids;
    for (const QJsonValue &value : runs) {
        const QJsonObject run = value.toObject();
        ids.append(run.value(QStringLiteral("run_id")));
        if (const QString host = run.value(HostKey).toString(); !host.isEmpty())
            errors.write((Messages::tr("%1 waits for the machine %2, which runs it").arg(textOf(run, "job_id"), host) + u'\n').toUtf8());
    }
    return ids;
}

} // namespace

Result<QJsonObject> makeRequest(const CommandLine &line, QIODevice &input)
{
    QJsonObject request{{QStringLiteral("verb"), line.verb}};
    if (line.verb == u"add") {
        const Result<QJsonArray> jobs = jobsOf(line, input);
        if (!jobs)
            return tl::unexpected(jobs.error());
        request.insert(QStringLiteral("jobs"), *jobs);
    } else if (line.verb == u"history") {
        request.insert(QStringLiteral("query"), queryOf(line));
    } else if (!line.arguments.isEmpty()) {
        request.insert(QStringLiteral("ids"), QJsonArray::fromStringList(line.arguments));
    }
    return request;
}

bool beginsRunsHere(const QJsonObject &answer)
{
    const QJsonArray runs = answer.value(QStringLiteral("result")).toArray();
    return std::any_of(runs.begin(), runs.end(), [](const QJsonValue &run) { return !run.toObject().contains(HostKey); });
}

int printAnswer(const CommandLine &line, const QJsonObject &answer, QIODevice &output, QIODevice &errors)
{
    if (answer.contains(QStringLiteral("error"))) {
        errors.write(QStringLiteral("reveille %1: %2\n").arg(line.verb, singleLine(answer.value(QStringLiteral("error")).toString())).toUtf8());
        return ExitCode::Failure;
    }
    QJsonArray result = answer.value(QStringLiteral("result")).toArray();
    if (line.verb == u"run-now")
        result = runIds(result, errors);
    if (line.has(QStringLiteral("json"))) {
        output.write(QJsonDocument(result).toJson(QJsonDocument::Indented));
    } else if (line.verb == u"list") {
        output.write(jobTable(result).toUtf8());
    } else if (line.verb == u"history") {
        output.write(runTable(result).toUtf8());
    } else if (line.verb == u"add") {
        for (const QJsonValue &job : result)
            output.write((job.toObject().value(QStringLiteral("id")).toString() + u'\n').toUtf8());
    } else if (line.verb == u"run-now") {
        for (const QJsonValue &run : result)
            output.write((run.toString() + u'\n').toUtf8());
    }
    return ExitCode::Success;
}

} // namespace reveille::verbclient
