// SPDX-License-Identifier: MIT
#include "app/nextverb.h"

#include "core/base/jsonreader.h"
#include "core/time/clock.h"
#include "core/triggers/triggerkinds.h"

#include <QIODevice>
#include <QJsonDocument>

namespace reveille {

namespace {

constexpr int DefaultCount = 5;
constexpr int MostFireTimes = 10'000;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(NextVerb)
};

struct Request
{
    QJsonValue trigger;
    TimePoint after;
    int count = DefaultCount;
};

Result<std::vector<TimePoint>> answer(const Request &request, const TriggerKinds &kinds, const Zone &zone)
{
    return Trigger::parse(request.trigger, {kinds, zone, request.after}).map([&](const Trigger &trigger) {
        return nextFireTimes(trigger, request.after, request.count);
    });
}

Result<QJsonObject> parseObject(const QByteArray &text, const QString &key)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return invalid(key, Messages::tr("no JSON: %1 at offset %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return invalid(key, Messages::tr("must be a JSON object"));
    return document.object();
}

Result<Request> parseRequest(const QJsonObject &json, const Clock &clock)
{
    JsonReader reader(json);
    Request request{.trigger = reader.value(QStringLiteral("trigger")), .after = {}};
    const QString afterKey = QStringLiteral("after");
    if (const std::optional<QString> text = reader.string(afterKey)) {
        const Result<TimePoint> after = parseInstant(*text, afterKey);
        if (!after)
            return tl::unexpected(after.error());
        request.after = *after;
    } else {
        request.after = clock.now();
    }
    request.count = int(reader.integer(QStringLiteral("count"), 0, MostFireTimes).value_or(DefaultCount));
    return reader.finish().map([&] { return request; });
}

QByteArray answerLine(const QByteArray &line, const TriggerKinds &kinds, const Zone &zone, const Clock &clock)
{
    const Result<std::vector<TimePoint>> times = parseObject(line, QStringLiteral("request"))
        .and_then([&](const QJsonObject &json) { return parseRequest(json, clock); })
        .and_then([&](const Request &request) { return answer(request, kinds, zone); });
    if (!times)
        return QJsonDocument(QJsonObject{{QStringLiteral("error"), times.error().text()}}).toJson(QJsonDocument::Compact);
    // Written by hand: a JSON document for some ten thousand instants costs more than finding them.
    QByteArray text = QByteArrayLiteral("{\"fire_times\": [");
    for (size_t i = 0; i < times->size(); ++i)
        text += (i ? ", \"" : "\"") + formatInstant((*times)[i]).toLatin1() + '"';
    return text + "]}";
}

int answerLines(QIODevice &input, QIODevice &output, const TriggerKinds &kinds, const Zone &zone, const Clock &clock)
{
    QByteArray answers; // written together as long as requests are at hand
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        answers += answerLine(line, kinds, zone, clock) + '\n'; // to each line one, so that they can be paired
        if (!input.canReadLine() || answers.size() > 64 * 1024) {
            output.write(answers);
            answers.clear();
        }
    }
    output.write(answers);
    return ExitCode::Success;
}

} // namespace

int runNextVerb(const CommandLine &line, const Clock &clock, QIODevice &input, QIODevice &output, QIODevice &errors)
{
    const TriggerKinds kinds = TriggerKinds::builtIn();
    const Zone zone = Zone::system();
    if (line.has(QStringLiteral("stdin")))
        return answerLines(input, output, kinds, zone, clock);
    if (line.arguments.isEmpty()) {
        errors.write(Messages::tr("reveille next: a trigger is needed, or --stdin\n").toUtf8());
        return ExitCode::Usage;
    }

    QJsonObject json;
    if (line.has(QStringLiteral("after")))
        json.insert(QStringLiteral("after"), line.value(QStringLiteral("after")));
    if (line.has(QStringLiteral("count"))) {
        bool isNumber = false;
        const int count = line.value(QStringLiteral("count")).toInt(&isNumber);
        json.insert(QStringLiteral("count"), isNumber ? QJsonValue(count) : QJsonValue(line.value(QStringLiteral("count"))));
    }
    const Result<std::vector<TimePoint>> times = parseObject(line.arguments.first().toUtf8(), QStringLiteral("trigger"))
        .and_then([&](const QJsonObject &trigger) {
            json.insert(QStringLiteral("trigger"), trigger);
            return parseRequest(json, clock);
        })
        .and_then([&](const Request &request) { return answer(request, kinds, zone); });
    if (!times) {
        errors.write(QStringLiteral("reveille next: %1\n").arg(times.error().text()).toUtf8());
        return ExitCode::Failure;
    }
    for (const TimePoint t : *times)
        output.write(formatInstant(t).toUtf8() + '\n');
    return ExitCode::Success;
}

} // namespace reveille
