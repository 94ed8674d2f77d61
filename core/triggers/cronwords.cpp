// SPDX-License-Identifier: MIT
#include "core/triggers/cronwords.h"

#include "core/triggers/crontimewords.h"
#include "core/triggers/maskwords.h"

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

QStringList weekdayNames(std::uint8_t mask)
{
    QStringList names;
    for (const int day : valuesOf(mask))
        names.append(QLocale().standaloneDayName(day + 1));
    return names;
}

QString monthNames(std::uint16_t mask)
{
    QStringList names;
    for (const int month : valuesOf(mask))
        names.append(QLocale().standaloneMonthName(month));
    return andList(names);
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
        items.append(Words::tr("the day(s) %1", nullptr, std::popcount(days.numbers)).arg(numbers(days.numbers)));
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
    default: return Words::tr("every %1").arg(andList(weekdayNames(weekdays)));
    }
}

QString oneOfWeekdays(std::uint8_t weekdays)
{
    return weekdays == Workdays ? Words::tr("a weekday") : Words::tr("a %1", "one of some weekdays").arg(orList(weekdayNames(weekdays)));
}

QString inMonths(const QString &days, std::uint16_t months)
{
    return months == CronFields::AllMonths ? Words::tr("on %1 of every month").arg(days)
                               : Words::tr("on %1 of %2").arg(days, monthNames(months));
}

// A day that comes once a year, as in "December 31"; empty: the fields say something else.
QString dayOfYear(const CronFields &f)
{
    const CronDays oneDay{.numbers = f.days.numbers};
    if (f.days != oneDay || std::popcount(f.days.numbers) != 1 || std::popcount(f.months) != 1)
        return {};
    const QDate date(2000, std::countr_zero(f.months), std::countr_zero(f.days.numbers));
    return date.isValid() ? QLocale().toString(date, Words::tr("MMMM d", "a day of the year")) : QString();
}

// Which days, as a phrase; empty: every day.
QString dayPhrase(const CronFields &f)
{
    const bool anyDay = f.days.numbers == CronDays::AllDays;
    const bool anyWeekday = f.weekdays.weekdays == CronDays::AllWeekdays;
    const bool anyMonth = f.months == CronFields::AllMonths;
    if (f.eitherDay ? anyDay || anyWeekday : anyDay && anyWeekday)
        return anyMonth ? QString() : Words::tr("every day in %1").arg(monthNames(f.months));

    QStringList byWeekday = dayItems(f.weekdays);
    const bool onlyPlainWeekdays = byWeekday.isEmpty();
    if (f.weekdays.weekdays && !onlyPlainWeekdays)
        byWeekday.prepend(everyWeekday(f.weekdays.weekdays));
    if (anyDay && !f.eitherDay) {
        if (!onlyPlainWeekdays)
            return inMonths(andList(byWeekday), f.months);
        const QString days = everyWeekday(f.weekdays.weekdays);
        return anyMonth ? days : Words::tr("%1 in %2", "days, months").arg(days, monthNames(f.months));
    }
    const QStringList byNumber = dayItems(f.days);
    if (anyWeekday && !f.eitherDay) {
        if (const QString day = dayOfYear(f); !day.isEmpty())
            return f.years.all() ? Words::tr("every year on %1").arg(day) : Words::tr("on %1").arg(day);
        return inMonths(andList(byNumber), f.months);
    }
    const QString days = inMonths(andList(byNumber), f.months);
    if (!f.eitherDay)
        return onlyPlainWeekdays ? Words::tr("%1 if it is %2").arg(days, oneOfWeekdays(f.weekdays.weekdays))
                                 : Words::tr("%1 if it is also %2").arg(days, orList(byWeekday));
    const QString weekdays = onlyPlainWeekdays ? everyWeekday(f.weekdays.weekdays) : andList(byWeekday);
    return anyMonth ? Words::tr("%1 and also %2").arg(days, weekdays)
                    : Words::tr("%1 and also %2 in %3").arg(days, weekdays, monthNames(f.months));
}

QString yearNumbers(const CronFields &f)
{
    // The last year that can be stands for all that follow.
    QStringList items;
    for (int year = CronFields::FirstYear; year <= CronFields::LastYear; ++year) {
        if (!f.years[size_t(year - CronFields::FirstYear)])
            continue;
        int end = year;
        while (end < CronFields::LastYear && f.years[size_t(end + 1 - CronFields::FirstYear)])
            ++end;
        items.append(end == year ? QString::number(year)
                     : end == CronFields::LastYear ? Words::tr("%1 and later", "a year").arg(year)
                                                   : QStringLiteral("%1–%2").arg(year).arg(end));
        year = end;
    }
    return items.isEmpty() ? Words::tr("no year before 2200") : andList(items);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString describe(const CronFields &f)
{
    QString days = dayPhrase(f);
    const auto orEveryDay = [&days] { return days.isEmpty() ? Words::tr("every day") : days; };
    if (f.weeks != CronFields::AllWeeks)
        days = Words::tr("%1 in the calendar week(s) %2", nullptr, std::popcount(f.weeks)).arg(orEveryDay(), numbers(f.weeks));
    if (!f.years.all())
        days = Words::tr("%1 in %2", "days, years").arg(orEveryDay(), yearNumbers(f));
    const TimePhrase time = timePhrase(f);
    if (time.isTimes)
        return capitalised(Words::tr("%1 at %2", "days, times").arg(orEveryDay(), time.text));
    return capitalised(days.isEmpty() ? time.text : Words::tr("%1, %2", "days, rule within a day").arg(days, time.text));
}

} // namespace reveille::cron
