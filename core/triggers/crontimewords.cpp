// SPDX-License-Identifier: MIT
#include "core/triggers/crontimewords.h"

#include "core/triggers/maskwords.h"

#include <QCoreApplication>

#include <bit>

namespace reveille::cron {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CronWords)
};

constexpr int MostTimesOfDay = 6; // more of them are told as a rule

QString timeOfDay(int hour, int minute, int second)
{
    const auto two = [](int n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const QString text = two(hour) + u':' + two(minute);
    return second ? text + u':' + two(second) : text;
}

QString secondsPart(const CronFields &f)
{
    if (f.seconds == CronFields::AllSixty)
        return Words::tr("every second");
    return Words::tr("the second(s) %1", nullptr, std::popcount(f.seconds)).arg(numbers(f.seconds));
}

QString minutesPart(const CronFields &f)
{
    if (f.minutes == CronFields::AllSixty)
        return Words::tr("every minute");
    return Words::tr("the minute(s) %1", nullptr, std::popcount(f.minutes)).arg(numbers(f.minutes));
}

QString hoursPart(const CronFields &f)
{
    if (f.hours == CronFields::AllHours)
        return Words::tr("every hour");
    return Words::tr("the hour(s) %1", nullptr, std::popcount(f.hours)).arg(numbers(f.hours));
}

// What fits any fields: the parts of the day one inside the other.
QString generalRule(const CronFields &f)
{
    if (f.minutes == CronFields::AllSixty && f.hours == CronFields::AllHours)
        return Words::tr("at %1 of %2", "seconds of minutes, or minutes of hours").arg(secondsPart(f), minutesPart(f));
    if (f.seconds == 1)
        return Words::tr("at %1 of %2", "seconds of minutes, or minutes of hours").arg(minutesPart(f), hoursPart(f));
    return Words::tr("at %1 of %2 of %3", "seconds of minutes of hours").arg(secondsPart(f), minutesPart(f), hoursPart(f));
}

// A phrase for what goes on in even steps; empty: it does not.
QString evenRule(const CronFields &f)
{
    const bool allDay = f.hours == CronFields::AllHours;
    const int secondStep = evenStep(f.seconds, 60);
    if (secondStep && f.minutes == CronFields::AllSixty && allDay)
        return Words::tr("every %n second(s)", nullptr, secondStep);
    if (std::popcount(f.seconds) > 1)
        return {};

    const int second = std::countr_zero(f.seconds);
    const int minuteStep = evenStep(f.minutes, 60);
    if (minuteStep && allDay && second == 0)
        return Words::tr("every %n minute(s)", nullptr, minuteStep);
    const QString from = timeOfDay(std::countr_zero(f.hours), std::countr_zero(f.minutes), second);
    const QString to = timeOfDay(std::bit_width(f.hours) - 1, std::bit_width(f.minutes) - 1, second);
    const bool everyMinuteOfTheDay = minuteStep == 1 && allDay;
    if (minuteStep && !everyMinuteOfTheDay && (std::popcount(f.hours) == 1 || stepOf(f.hours) == 1))
        return Words::tr("every %n minute(s) from %1 to %2", nullptr, minuteStep).arg(from, to);
    if (minuteStep && second == 0)
        return Words::tr("every %n minute(s) of %1", nullptr, minuteStep).arg(hoursPart(f));
    if (std::popcount(f.minutes) > 1)
        return {};
    if (allDay && from == timeOfDay(0, 0, 0))
        return Words::tr("every hour");
    const int hourStep = stepOf(f.hours);
    return hourStep && !allDay ? Words::tr("every %n hour(s) from %1 to %2", nullptr, hourStep).arg(from, to) : QString();
}

} // namespace

TimePhrase timePhrase(const CronFields &f)
{
    if (std::popcount(f.seconds) == 1 && std::popcount(f.hours) * std::popcount(f.minutes) <= MostTimesOfDay) {
        QStringList times;
        for (const int hour : valuesOf(f.hours)) {
            for (const int minute : valuesOf(f.minutes))
                times.append(timeOfDay(hour, minute, std::countr_zero(f.seconds)));
        }
        return {true, andList(times)};
    }
    const QString even = evenRule(f);
    return {false, even.isEmpty() ? generalRule(f) : even};
}

} // namespace reveille::cron
