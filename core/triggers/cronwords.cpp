// SPDX-License-Identifier: MIT
#include "core/triggers/cronwords.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <bit>

namespace reveille::cron {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CronWords)
};

constexpr std::uint8_t Workdays = 0x1f;
constexpr std::uint8_t Weekend = 0x60;
constexpr int MostTimesOfDay = 6; // more of them are told as a rule

QList<int> valuesOf(std::uint64_t mask)
{
    QList<int> values;
    for (; mask; mask &= mask - 1)
        values.append(std::countr_zero(mask));
    return values;
}

QString join(const QStringList &items)
{
    return QLocale().createSeparatedList(items);
}

// "1–5, 10 and 20"
QString numbers(std::uint64_t mask)
{
    QStringList items;
    const QList<int> values = valuesOf(mask);
    for (qsizetype i = 0; i < values.size();) {
        qsizetype end = i;
        while (end + 1 < values.size() && values[end + 1] == values[end] + 1)
            ++end;
        if (end - i >= 2) {
            items.append(QStringLiteral("%1–%2").arg(values[i]).arg(values[end]));
            i = end + 1;
        } else {
            items.append(QString::number(values[i++]));
        }
    }
    return join(items);
}

QString weekdayNames(std::uint8_t mask)
{
    QStringList names;
    for (const int day : valuesOf(mask))
        names.append(QLocale().standaloneDayName(day + 1));
    return join(names);
}

QString monthNames(std::uint16_t mask)
{
    QStringList names;
    for (const int month : valuesOf(mask))
        names.append(QLocale().standaloneMonthName(month));
    return join(names);
}

QString timeOfDay(int hour, int minute, int second)
{
    const auto two = [](int n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const QString text = two(hour) + u':' + two(minute);
    return second ? text + u':' + two(second) : text;
}

// The common difference of a rising row of values; 0: there is none, or there is one value only.
int stepOf(std::uint64_t mask)
{
    const QList<int> values = valuesOf(mask);
    const int step = values.size() < 2 ? 0 : int(values[1] - values[0]);
    for (qsizetype i = 2; i < values.size(); ++i) {
        if (values[i] - values[i - 1] != step)
            return 0;
    }
    return step;
}

// The step of values that go round the whole cycle evenly from 0 on; 0: they do not.
int evenStep(std::uint64_t mask, int cycle)
{
    const int step = stepOf(mask);
    return step && (mask & 1) && cycle % step == 0 && std::popcount(mask) == cycle / step ? step : 0;
}

// What happens within a day: either times of day ("06:30"), or a rule that stands alone ("every 5 minutes").
struct TimePhrase
{
    bool isTimes = false;
    QString text;
};

QString secondsRule(const CronFields &s)
{
    if (s.minutes == CronFields::AllSixty && s.hours == CronFields::AllHours) {
        if (s.seconds == CronFields::AllSixty)
            return Words::tr("every second");
        if (const int step = evenStep(s.seconds, 60))
            return Words::tr("every %n second(s)", nullptr, step);
        return Words::tr("every minute at the seconds %1").arg(numbers(s.seconds));
    }
    const QString seconds = s.seconds == CronFields::AllSixty ? Words::tr("every second") : Words::tr("at the seconds %1").arg(numbers(s.seconds));
    if (s.hours == CronFields::AllHours)
        return Words::tr("%1 of the minutes %2 of every hour").arg(seconds, numbers(s.minutes));
    if (s.minutes == CronFields::AllSixty)
        return Words::tr("%1 of every minute of the hours %2").arg(seconds, numbers(s.hours));
    return Words::tr("%1 of the minutes %2 of the hours %3").arg(seconds, numbers(s.minutes), numbers(s.hours));
}

TimePhrase timePhrase(const CronFields &s)
{
    if (std::popcount(s.seconds) > 1)
        return {false, secondsRule(s)};
    const int second = std::countr_zero(s.seconds);
    const QList<int> hours = valuesOf(s.hours);
    const QList<int> minutes = valuesOf(s.minutes);
    if (hours.size() * minutes.size() <= MostTimesOfDay) {
        QStringList times;
        for (const int hour : hours) {
            for (const int minute : minutes)
                times.append(timeOfDay(hour, minute, second));
        }
        return {true, join(times)};
    }

    const QString from = timeOfDay(hours.first(), minutes.first(), second);
    const QString to = timeOfDay(hours.last(), minutes.last(), second);
    if (minutes.size() == 1) {
        const int hourStep = stepOf(s.hours);
        if (s.hours == CronFields::AllHours)
            return {false, minutes.first() == 0 && second == 0 ? Words::tr("every hour")
                                                               : Words::tr("every hour from %1 on").arg(from)};
        if (hourStep)
            return {false, Words::tr("every %n hour(s) from %1 to %2", nullptr, hourStep).arg(from, to)};
        return {false, Words::tr("at minute %1 of the hours %2").arg(minutes.first()).arg(numbers(s.hours))
                           + (second ? Words::tr(" (second %1)").arg(second) : QString())};
    }
    const int minuteStep = evenStep(s.minutes, 60);
    const bool wholeHours = s.hours == CronFields::AllHours || stepOf(s.hours) == 1 || hours.size() == 1;
    if (minuteStep && wholeHours && s.hours == CronFields::AllHours && second == 0)
        return {false, Words::tr("every %n minute(s)", nullptr, minuteStep)};
    if (minuteStep && wholeHours)
        return {false, Words::tr("every %n minute(s) from %1 to %2", nullptr, minuteStep).arg(from, to)};
    const QString rule = s.hours == CronFields::AllHours
        ? Words::tr("at the minutes %1 of every hour").arg(numbers(s.minutes))
        : Words::tr("at the minutes %1 of the hours %2").arg(numbers(s.minutes), numbers(s.hours));
    return {false, second ? rule + Words::tr(" (second %1)").arg(second) : rule};
}

QString nthWeekday(size_t n, const QString &weekday)
{
    switch (n) {
    case 0: return Words::tr("the first %1").arg(weekday);
    case 1: return Words::tr("the second %1").arg(weekday);
    case 2: return Words::tr("the third %1").arg(weekday);
    case 3: return Words::tr("the fourth %1").arg(weekday);
    default: return Words::tr("the fifth %1").arg(weekday);
    }
}

// The days of a month that are chosen by number or position, as items of a list.
QStringList dayItems(const CronDays &days)
{
    QStringList items;
    if (days.numbers)
        items.append(std::popcount(days.numbers) == 1 ? Words::tr("day %1").arg(numbers(days.numbers))
                                                      : Words::tr("the days %1").arg(numbers(days.numbers)));
    if (!days.positions)
        return items;
    for (const int day : valuesOf(days.positions->nearestWorkdays))
        items.append(Words::tr("the weekday (Monday to Friday) nearest to day %1").arg(day));
    if (days.positions->lastDay)
        items.append(Words::tr("the last day"));
    if (days.positions->lastWorkday)
        items.append(Words::tr("the last weekday (Monday to Friday)"));
    for (size_t n = 0; n < days.positions->nth.size(); ++n) {
        for (const int weekday : valuesOf(days.positions->nth[n]))
            items.append(nthWeekday(n, QLocale().standaloneDayName(weekday + 1)));
    }
    for (const int weekday : valuesOf(days.positions->lastWeekdays))
        items.append(Words::tr("the last %1").arg(QLocale().standaloneDayName(weekday + 1)));
    return items;
}

QString everyWeekday(std::uint8_t weekdays)
{
    switch (weekdays) {
    case Workdays: return Words::tr("every weekday");
    case Weekend: return Words::tr("every Saturday and Sunday");
    default: return Words::tr("every %1").arg(weekdayNames(weekdays));
    }
}

QString inMonths(const QString &days, std::uint16_t months)
{
    return months == CronFields::AllMonths ? Words::tr("on %1 of every month").arg(days)
                               : Words::tr("on %1 of %2").arg(days, monthNames(months));
}

// Which days, as a phrase; empty: every day.
QString dayPhrase(const CronFields &s)
{
    const bool anyDay = s.days.numbers == CronDays::AllDays;
    const bool anyWeekday = s.weekdays.weekdays == CronDays::AllWeekdays;
    const bool everyDay = s.eitherDay ? anyDay || anyWeekday : anyDay && anyWeekday;
    const QStringList byNumber = dayItems(s.days);
    QStringList byWeekday = dayItems(s.weekdays);
    if (everyDay)
        return s.months == CronFields::AllMonths ? QString() : Words::tr("every day in %1").arg(monthNames(s.months));

    const bool onlyPlainWeekdays = byWeekday.isEmpty();
    if (s.weekdays.weekdays && !onlyPlainWeekdays)
        byWeekday.prepend(everyWeekday(s.weekdays.weekdays));
    if (anyDay && !s.eitherDay) {
        if (!onlyPlainWeekdays)
            return inMonths(join(byWeekday), s.months);
        const QString days = everyWeekday(s.weekdays.weekdays);
        return s.months == CronFields::AllMonths ? days : Words::tr("%1 in %2").arg(days, monthNames(s.months));
    }
    if (anyWeekday && !s.eitherDay) {
        const CronDays oneDay{.numbers = s.days.numbers};
        if (s.days == oneDay && std::popcount(s.days.numbers) == 1 && std::popcount(s.months) == 1) {
            const QDate date(2000, std::countr_zero(s.months), std::countr_zero(s.days.numbers));
            if (date.isValid())
                return Words::tr("every year on %1").arg(QLocale().toString(date, Words::tr("MMMM d", "a day of the year")));
        }
        return inMonths(join(byNumber), s.months);
    }
    const QString weekdays = onlyPlainWeekdays ? everyWeekday(s.weekdays.weekdays) : join(byWeekday);
    const QString days = inMonths(join(byNumber), s.months);
    if (s.eitherDay)
        return s.months == CronFields::AllMonths ? Words::tr("%1 and also %2").arg(days, weekdays)
                                     : Words::tr("%1 and also %2 in %3").arg(days, weekdays, monthNames(s.months));
    return onlyPlainWeekdays ? Words::tr("%1 if it is a %2").arg(days, weekdayNames(s.weekdays.weekdays))
                             : Words::tr("%1 if it is also %2").arg(days, weekdays);
}

QString yearNumbers(const CronFields &s)
{
    // The last year that can be stands for all that follow.
    QStringList items;
    for (int year = CronFields::FirstYear; year <= CronFields::LastYear; ++year) {
        if (!s.years[size_t(year - CronFields::FirstYear)])
            continue;
        int end = year;
        while (end < CronFields::LastYear && s.years[size_t(end + 1 - CronFields::FirstYear)])
            ++end;
        items.append(end == year ? QString::number(year)
                     : end == CronFields::LastYear ? Words::tr("from %1 on").arg(year)
                                                     : QStringLiteral("%1–%2").arg(year).arg(end));
        year = end;
    }
    return join(items);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString describe(const CronFields &s)
{
    QString days = dayPhrase(s);
    if (s.weeks != CronFields::AllWeeks)
        days = Words::tr("%1 in the calendar weeks %2").arg(days.isEmpty() ? Words::tr("every day") : days, numbers(s.weeks));
    if (!s.years.all())
        days = Words::tr("%1 in the years %2").arg(days.isEmpty() ? Words::tr("every day") : days, yearNumbers(s));
    const TimePhrase time = timePhrase(s);
    if (time.isTimes)
        return capitalised(Words::tr("%1 at %2", "days, times").arg(days.isEmpty() ? Words::tr("every day") : days, time.text));
    return capitalised(days.isEmpty() ? time.text : Words::tr("%1, %2", "days, rule within a day").arg(days, time.text));
}

} // namespace reveille::cron
