// SPDX-License-Identifier: MIT
#include "tests/core/oracle/comparison.h"

#include "tests/core/oracle/expressions.h"

#include <QJsonDocument>

#include <algorithm>

namespace reveille::oracle {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using date::days;
using date::local_days;

namespace {

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString inWords(OptionalTime t)
{
    return t ? formatInstant(*t) : u"never"_s;
}

QString written(local_seconds local)
{
    return QString::fromStdString(date::format("%FT%T", local));
}

// Local times on, in and beside the gap or fold of a change.
std::vector<local_seconds> timesAt(const OffsetChange &change)
{
    const local_seconds low(change.at.time_since_epoch() + std::min(change.before, change.after));
    const local_seconds high(change.at.time_since_epoch() + std::max(change.before, change.after));
    return {low - 1s, low, low + (high - low) / 2, high - 1s, high};
}

} // namespace

Comparison::Comparison(const ZoneFile &zone) : m_zone(zone)
{
    for (const Expression &expression : expressions())
        m_triggers.push_back(parse(QJsonDocument::fromJson(expression.trigger).object()));
}

Trigger Comparison::parse(QJsonObject json) const
{
    json.insert(u"timezone"_s, QString::fromStdString(m_zone.name()));
    const Result<Trigger> trigger = Trigger::parse(json, {m_kinds, Zone(), TimePoint()});
    if (!trigger)
        qFatal("%s: %s", qPrintable(compact(json)), qPrintable(trigger.error().text()));
    return *trigger;
}

QString Comparison::compareAround(const OffsetChange &change)
{
    constexpr sys_seconds Earliest = date::sys_days(date::year(1970) / 1 / 2);
    const Window window{std::max(Earliest, change.at - 48h), change.at + 48h};
    for (std::size_t i = 0; i < m_triggers.size(); ++i) {
        const std::vector<sys_seconds> expected = fireTimes(expressions()[i].schedule, m_zone, window);
        if (const QString difference = compare(m_triggers[i], expected, window, change); !difference.isEmpty())
            return difference;
    }
    for (const local_seconds local : timesAt(change)) {
        if (const QString difference = compareCalendarIntervals(local, window, change); !difference.isEmpty())
            return difference;
        if (const QString difference = compareDate(local); !difference.isEmpty())
            return difference;
    }
    return {};
}

QString Comparison::compare(const Trigger &trigger, const std::vector<sys_seconds> &expected, const Window &window,
                            const OffsetChange &change)
{
    const auto following = [&](TimePoint after) -> OptionalTime {
        const auto t = std::upper_bound(expected.begin(), expected.end(), after);
        return t != expected.end() ? OptionalTime(*t) : std::nullopt;
    };
    // From one fire time to the next, and from an odd instant between them.
    TimePoint after = window.first - 1ms;
    for (const sys_seconds t : expected) {
        for (const TimePoint from : {after, after + (t - after) / 3, TimePoint(t) - 1ms}) {
            if (const QString difference = compareNext(trigger, from, t, window); !difference.isEmpty())
                return difference;
        }
        after = t;
    }
    if (const QString difference = compareNext(trigger, after, std::nullopt, window); !difference.isEmpty())
        return difference;
    for (const milliseconds from : {-86400001ms, -3601000ms, -1000ms, -1ms, 0ms, 1ms, 1000ms, 1799500ms, 3600001ms, 86399999ms}) {
        const TimePoint instant = std::max(TimePoint(window.first), change.at + from);
        if (const QString difference = compareNext(trigger, instant, following(instant), window); !difference.isEmpty())
            return difference;
    }
    return {};
}

// `expected` is the next fire time up to the end of the window, or none.
QString Comparison::compareNext(const Trigger &trigger, TimePoint after, OptionalTime expected, const Window &window)
{
    ++m_count;
    const OptionalTime actual = trigger.next(after);
    if (expected ? actual == expected : !actual || *actual > window.last)
        return {};
    return u"%1 after %2: next is %3, not %4"_s.arg(compact(trigger.toJson()), formatInstant(after), inWords(actual), inWords(expected));
}

// Every day, and every week, at the time of day of `local`.
QString Comparison::compareCalendarIntervals(local_seconds local, const Window &window, const OffsetChange &change)
{
    const local_days day = date::floor<days>(local);
    const date::hh_mm_ss time(local - day);
    for (const int step : {1, 7}) {
        const local_days start = day - days(7);
        const Trigger trigger = parse({{u"type"_s, u"calendarinterval"_s}, {u"days"_s, step},
                                       {u"hour"_s, int(time.hours().count())}, {u"minute"_s, int(time.minutes().count())},
                                       {u"second"_s, int(time.seconds().count())}, {u"start_date"_s, written(start).left(10)}});
        std::vector<sys_seconds> expected;
        for (local_days date = start; date < day + days(7); date += days(step)) {
            const sys_seconds t = fireTime(date + (local - day), m_zone);
            if (t >= window.first && t <= window.last && (expected.empty() || t > expected.back()))
                expected.push_back(t);
        }
        if (const QString difference = compare(trigger, expected, window, change); !difference.isEmpty())
            return difference;
    }
    return {};
}

QString Comparison::compareDate(local_seconds local)
{
    const sys_seconds expected = fireTime(local, m_zone);
    const Window always{expected - days(10), expected + days(10)};
    const Trigger trigger = parse({{u"type"_s, u"date"_s}, {u"run_date"_s, written(local)}});
    for (const TimePoint after : {TimePoint(always.first), TimePoint(expected) - 1ms}) {
        if (const QString difference = compareNext(trigger, after, expected, always); !difference.isEmpty())
            return difference;
    }
    return compareNext(trigger, expected, std::nullopt, always);
}

} // namespace reveille::oracle
