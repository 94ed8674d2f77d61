// SPDX-License-Identifier: MIT
// How long Trigger::next() and its like take. Names are measure/zone/number of the crontab line.
#include "core/triggers/cronparser.h"
#include "core/triggers/triggerkinds.h"
#include "tests/bench/barewalk.h"
#include "tests/bench/workload.h"

#include <QJsonArray>

#include <benchmark/benchmark.h>

using namespace reveille;
using namespace reveille::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint Start = date::sys_days(date::year(2026) / 1 / 1);

constexpr std::int64_t toSecondsSinceEpoch(TimePoint t)
{
    return date::floor<std::chrono::seconds>(t).time_since_epoch().count();
}

Zone zoneNamed(const char *name)
{
    return Zone::find(QString::fromLatin1(name)).value();
}

Trigger parse(const QJsonObject &json)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    return Trigger::parse(json, {kinds, Zone(), Start}).value();
}

Trigger cron(const char *line, const char *zone)
{
    return parse({{u"type"_s, u"cron"_s}, {u"crontab"_s, QString::fromLatin1(line)}, {u"timezone"_s, QString::fromLatin1(zone)}});
}

void walkBare(benchmark::State &state, const char *line, const char *zone)
{
    BareWalk walk(cron::parseCrontab(QString::fromLatin1(line)).value(), zoneNamed(zone));
    constexpr std::int64_t Begin = toSecondsSinceEpoch(Start);
    constexpr std::int64_t End = toSecondsSinceEpoch(EndOfTime) - 366 * 86400; // the walk itself has no bound
    std::int64_t t = Begin;
    for (auto _ : state) {
        t = walk.next(t);
        if (t >= End)
            t = Begin;
    }
    benchmark::DoNotOptimize(t);
}

void walkTrigger(benchmark::State &state, const Trigger &trigger)
{
    TimePoint t = Start;
    for (auto _ : state)
        t = trigger.next(t).value_or(Start);
    benchmark::DoNotOptimize(t);
}

void parseLine(benchmark::State &state, const char *line)
{
    const QString text = QString::fromLatin1(line);
    for (auto _ : state)
        benchmark::DoNotOptimize(cron::parseCrontab(text));
}

void tenYearsOfMinutes(benchmark::State &state)
{
    const Trigger trigger = cron("* * * * *", "America/New_York");
    const TimePoint until = Start + std::chrono::days(3653);
    for (auto _ : state) {
        benchmark::DoNotOptimize(latestFireTime(trigger, Start, until));
        benchmark::DoNotOptimize(countFireTimes(trigger, Start, until));
    }
}

void never(benchmark::State &state, const QJsonObject &json)
{
    const Trigger trigger = parse(json);
    for (auto _ : state) {
        if (trigger.next(Start))
            state.SkipWithError("it fires");
    }
}

void registerAll()
{
    for (const char *zone : Zones) {
        for (size_t i = 0; i < Crontabs.size(); ++i) {
            const std::string suffix = std::string("/") + zone + "/" + std::to_string(i + 1);
            benchmark::RegisterBenchmark(("bare walk" + suffix).c_str(), walkBare, Crontabs[i], zone);
            benchmark::RegisterBenchmark(("Trigger::next" + suffix).c_str(), walkTrigger, cron(Crontabs[i], zone));
        }
    }
    for (size_t i = 0; i < Crontabs.size(); ++i)
        benchmark::RegisterBenchmark(("parse a crontab line/" + std::to_string(i + 1)).c_str(), parseLine, Crontabs[i]);
    benchmark::RegisterBenchmark("latest and count in ten years of minutes", tenYearsOfMinutes);

    const auto fields = [](const QString &key, const QString &text) { return QJsonObject{{u"type"_s, u"cron"_s}, {key, text}}; };
    benchmark::RegisterBenchmark("never/30 February", never, fields(u"crontab"_s, u"0 0 31 2 *"_s));
    benchmark::RegisterBenchmark("never/29 February on a Monday in week 53", never,
                                 QJsonObject{{u"type"_s, u"cron"_s}, {u"month"_s, 2}, {u"day"_s, 29}, {u"week"_s, 53}, {u"day_of_week"_s, u"mon"_s}});
    benchmark::RegisterBenchmark("never/and of odd and even seconds", never,
                                 QJsonObject{{u"type"_s, u"and"_s},
                                             {u"triggers"_s, QJsonArray{fields(u"second"_s, u"*/2"_s), fields(u"second"_s, u"1-59/2"_s)}}});
}

} // namespace

int main(int argc, char **argv)
{
    registerAll();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
}
