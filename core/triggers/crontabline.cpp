// SPDX-License-Identifier: MIT
#include "core/triggers/crontabline.h"

#include "core/triggers/cronparser.h"
#include "core/triggers/maskwords.h"

#include <QStringList>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestProgression = 4; // "9,12,15" is easier to read than "9-15/3"

// A leading star says more than "all": it decides what happens when clocks change, and how days and weekdays join.
enum class Star { Allowed, Avoided };

// "1,3-5,9"; `names` stand for 0, 1, ...
QString listed(const QList<int> &values, const QStringList &names = {})
{
    const auto text = [&](int value) { return names.isEmpty() ? QString::number(value) : names[value]; };
    QStringList parts;
    for (qsizetype i = 0; i < values.size(); ++i) {
        qsizetype last = i;
        while (last + 1 < values.size() && values[last + 1] == values[last] + 1)
            ++last;
        if (last - i < 2)
            last = i;
        parts.append(last == i ? text(values[i]) : text(values[i]) + u'-' + text(values[last]));
        i = last;
    }
    return parts.join(u',');
}

QString column(std::uint64_t mask, int first, int last, Star star)
{
    const QList<int> values = cron::valuesOf(mask);
    const int step = cron::stepOf(mask);
    const bool toTheEnd = step && values.constLast() + step > last;
    const bool whole = toTheEnd && values.constFirst() == first;
    if (star == Star::Allowed && whole)
        return step == 1 ? u"*"_s : u"*/%1"_s.arg(step);
    if (step > 1 && values.size() >= ShortestProgression) {
        return toTheEnd ? u"%1/%2"_s.arg(values.constFirst()).arg(step)
                        : u"%1-%2/%3"_s.arg(values.constFirst()).arg(values.constLast()).arg(step);
    }
    return listed(values);
}

QStringList weekdayNames()
{
    return {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
}

QString monthColumn(std::uint16_t months)
{
    static const QStringList names{{},       u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                   u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    return months == CronFields::AllMonths ? u"*"_s : listed(cron::valuesOf(months), names);
}

QString dayColumn(const CronDays &days, Star star)
{
    QStringList parts;
    if (days.numbers)
        parts.append(column(days.numbers, 1, 31, star));
    const CronPositions positions = days.positions.value_or(CronPositions());
    for (const int day : cron::valuesOf(positions.nearestWorkdays))
        parts.append(QString::number(day) + u'W');
    if (positions.lastDay)
        parts.append(u"L"_s);
    if (positions.lastWorkday)
        parts.append(u"LW"_s);
    return parts.join(u',');
}

QString weekdayColumn(const CronDays &days, Star star)
{
    if (days == CronDays{.weekdays = CronDays::AllWeekdays} && star == Star::Allowed)
        return u"*"_s;
    const QStringList names = weekdayNames();
    const CronPositions positions = days.positions.value_or(CronPositions());
    QStringList parts;
    if (days.weekdays)
        parts.append(listed(cron::valuesOf(days.weekdays), names));
    for (size_t n = 0; n < positions.nth.size(); ++n) {
        for (const int weekday : cron::valuesOf(positions.nth[n]))
            parts.append(u"%1#%2"_s.arg(names[weekday]).arg(n + 1));
    }
    for (const int weekday : cron::valuesOf(positions.lastWeekdays))
        parts.append(names[weekday] + u'L');
    return parts.join(u',');
}

bool isAny(const CronDays &days)
{
    return days == CronDays{.numbers = CronDays::AllDays} || days == CronDays{.weekdays = CronDays::AllWeekdays};
}

} // namespace

CronFields inCrontabForm(CronFields fields)
{
    if (!fields.days.positions || fields.eitherDay || !isAny(fields.weekdays))
        return fields; // as a line has it, or as no line can
    CronPositions &others = *fields.days.positions;
    CronPositions moved;
    std::swap(moved.nth, others.nth);
    std::swap(moved.lastWeekdays, others.lastWeekdays);
    if (moved == CronPositions())
        return fields;
    if (others == CronPositions())
        fields.days.positions.reset();
    fields.weekdays = {.positions = moved};
    if (fields.days == CronDays())
        fields.days.numbers = CronDays::AllDays;
    else
        fields.eitherDay = true;
    return fields;
}

std::optional<QString> crontabLine(const CronFields &given)
{
    const CronFields fields = inCrontabForm(given);
    const Star timeStar = fields.periodic ? Star::Allowed : Star::Avoided;
    const Star weekdayStar = fields.eitherDay ? Star::Avoided : Star::Allowed;
    const Star dayStar = isAny(fields.days) || !isAny(fields.weekdays) ? weekdayStar : Star::Avoided;
    QStringList columns{column(fields.seconds, 0, 59, timeStar),
                        column(fields.minutes, 0, 59, timeStar),
                        column(fields.hours, 0, 23, timeStar),
                        dayColumn(fields.days, dayStar),
                        monthColumn(fields.months),
                        weekdayColumn(fields.weekdays, weekdayStar)};
    if (columns.constFirst() == "0"_L1)
        columns.removeFirst();
    QString line = columns.join(u' ');
    // Whatever a line can't say got lost on the way, and shows here.
    const Result<CronFields> read = cron::parseCrontab(line);
    return read && *read == fields ? std::optional(line) : std::nullopt;
}

} // namespace reveille
