// SPDX-License-Identifier: MIT
#include "core/triggers/cronschedule.h"

#include <date/iso_week.h>

#include <bit>

namespace reveille {

using date::local_days;
using std::chrono::seconds;

namespace {

constexpr LocalSeconds FirstOfAll = local_days(date::year(CronFields::FirstYear) / 1 / 1);
constexpr LocalSeconds EndOfAll = local_days(date::year(CronFields::LastYear + 1) / 1 / 1);

// Bit n for each day n (1 to 31) that is one of `weekdays` in a month that begins on `firstWeekday`.
std::uint32_t daysOfWeekdays(std::uint8_t weekdays, unsigned firstWeekday)
{
    // Seven weekday bits repeated over five weeks, turned so that bit 0 is the weekday of the first.
    const std::uint64_t turned = ((std::uint64_t(weekdays) | std::uint64_t(weekdays) << 7) >> firstWeekday) & 0x7f;
    const std::uint64_t month = turned | turned << 7 | turned << 14 | turned << 21 | turned << 28;
    return std::uint32_t(month << 1) & CronDays::AllDays;
}

// The weekday (0 = Monday) of day n of the month.
unsigned weekdayOf(unsigned day, unsigned firstWeekday)
{
    return (firstWeekday + day - 1) % 7;
}

unsigned nearestWorkday(unsigned day, unsigned length, unsigned firstWeekday)
{
    switch (weekdayOf(day, firstWeekday)) {
    case 5: // Saturday: Friday, or from the 1st on to Monday
        return day > 1 ? day - 1 : day + 2;
    case 6: // Sunday: Monday, or from the last day back to Friday
        return day < length ? day + 1 : day - 2;
    default:
        return day;
    }
}

template<typename Mask>
int firstFrom(Mask mask, unsigned from)
{
    const std::uint64_t rest = from < 64 ? std::uint64_t(mask) >> from : 0;
    return rest ? int(from) + std::countr_zero(rest) : -1;
}

std::uint32_t daysInWeeks(std::uint64_t weeks, std::uint32_t days, int firstDay)
{
    std::uint32_t result = 0;
    for (std::uint32_t rest = days; rest; rest &= rest - 1) {
        const int day = std::countr_zero(rest);
        const iso_week::year_weeknum_weekday week(date::sys_days(date::days(firstDay + day - 1)));
        if (weeks >> unsigned(week.weeknum()) & 1)
            result |= std::uint32_t(1) << day;
    }
    return result;
}

std::uint32_t daysAt(const CronPositions &positions, unsigned length, unsigned firstWeekday)
{
    std::uint32_t result = 0;
    if (positions.lastDay)
        result |= std::uint32_t(1) << length;
    if (positions.lastWorkday)
        result |= std::uint32_t(1) << nearestWorkday(length, length, firstWeekday);
    for (std::uint32_t rest = positions.nearestWorkdays & std::uint32_t(bitRange(1, int(length))); rest; rest &= rest - 1)
        result |= std::uint32_t(1) << nearestWorkday(unsigned(std::countr_zero(rest)), length, firstWeekday);
    for (unsigned n = 0; n < positions.nth.size(); ++n)
        result |= daysOfWeekdays(positions.nth[n], firstWeekday) & std::uint32_t(bitRange(int(7 * n + 1), int(std::min(7 * n + 7, 31U))));
    return result | (daysOfWeekdays(positions.lastWeekdays, firstWeekday) & std::uint32_t(bitRange(int(length - 6), int(length))));
}

std::uint32_t daysOf(const CronDays &days, unsigned length, unsigned firstWeekday)
{
    std::uint32_t result = days.numbers;
    if (days.weekdays)
        result |= daysOfWeekdays(days.weekdays, firstWeekday);
    if (days.positions)
        result |= daysAt(*days.positions, length, firstWeekday);
    return result;
}

} // namespace

CronSchedule::CronSchedule(const CronFields &fields)
    : m_fields(fields)
    , m_firstTime(std::countr_zero(fields.hours) * 3600 + std::countr_zero(fields.minutes) * 60 + std::countr_zero(fields.seconds))
{
    Q_ASSERT(fields.seconds && fields.minutes && fields.hours && fields.months && fields.weeks);
    const bool anyDay = fields.days.numbers == CronDays::AllDays;
    if (anyDay && fields.months == CronFields::AllMonths && fields.weeks == CronFields::AllWeeks && fields.years.all()) {
        if (fields.eitherDay)
            m_onlyWeekdays = CronDays::AllWeekdays;
        else if (!fields.weekdays.positions)
            m_onlyWeekdays = fields.weekdays.weekdays;
    }
}

bool CronSchedule::allowsMonth(int index) const
{
    return m_fields.years[size_t(index / 12)] && (m_fields.months >> (index % 12 + 1) & 1);
}

// The index of the first month after this one that is allowed; -1: there is none.
int CronSchedule::monthAfter(int index) const
{
    size_t year = size_t(index / 12);
    int month = m_fields.years[year] ? firstFrom(m_fields.months, unsigned(index % 12 + 2)) : -1;
    if (month < 0) {
        do {
            if (++year == m_fields.years.size())
                return -1;
        } while (!m_fields.years[year]);
        month = std::countr_zero(m_fields.months);
    }
    return int(year) * 12 + month - 1;
}

std::uint32_t CronSchedule::daysIn(const CalendarMonth &month) const
{
    const std::uint32_t byNumber = daysOf(m_fields.days, month.length, month.firstWeekday);
    const std::uint32_t byWeekday = daysOf(m_fields.weekdays, month.length, month.firstWeekday);
    const std::uint32_t chosen = m_fields.eitherDay ? byNumber | byWeekday : byNumber & byWeekday;
    const std::uint32_t result = chosen & std::uint32_t(bitRange(1, month.length));
    return m_fields.weeks == CronFields::AllWeeks ? result : daysInWeeks(m_fields.weeks, result, month.firstDay);
}

// The first matching time of day at or after the given one, in seconds; -1: there is none.
inline int CronSchedule::timeFrom(int timeOfDay) const
{
    const auto total = unsigned(timeOfDay);
    const unsigned hour = total / 3600;
    const unsigned inHour = total - hour * 3600;
    const unsigned minute = inHour / 60;
    if (m_fields.hours >> hour & 1) {
        if (m_fields.minutes >> minute & 1) {
            if (const int s = firstFrom(m_fields.seconds, inHour - minute * 60); s >= 0)
                return int(hour * 3600 + minute * 60) + s;
        }
        if (const int m = firstFrom(m_fields.minutes, minute + 1); m >= 0)
            return int(hour * 3600) + m * 60 + std::countr_zero(m_fields.seconds);
    }
    const int h = firstFrom(m_fields.hours, hour + 1);
    return h < 0 ? -1 : h * 3600 + std::countr_zero(m_fields.minutes) * 60 + std::countr_zero(m_fields.seconds);
}

LocalSeconds CronSchedule::next(LocalSeconds from) const
{
    from = std::max(from, FirstOfAll);
    if (from >= EndOfAll)
        return LocalSeconds::max();
    return m_onlyWeekdays ? nextByWeekday(from) : nextByCalendar(from);
}

LocalSeconds CronSchedule::nextByWeekday(LocalSeconds from) const
{
    const auto today = date::floor<date::days>(from);
    const auto weekday = unsigned(today.time_since_epoch().count() + 3) % 7; // 1970 began on a Thursday
    if (m_onlyWeekdays >> weekday & 1) {
        if (const int time = timeFrom(int((from - today).count())); time >= 0)
            return today + seconds(time);
    }
    const unsigned fromTomorrow = (unsigned(m_onlyWeekdays) << 7 | m_onlyWeekdays) >> (weekday + 1);
    const LocalSeconds found = today + date::days(std::countr_zero(fromTomorrow) + 1) + m_firstTime;
    return found < EndOfAll ? found : LocalSeconds::max();
}

LocalSeconds CronSchedule::nextByCalendar(LocalSeconds from) const
{
    const auto today = date::floor<date::days>(from);
    const auto dayNumber = int(today.time_since_epoch().count());
    int index = CalendarMonth::indexOf(dayNumber);
    const CalendarMonth *month = &CalendarMonths[size_t(index)];
    const int day = dayNumber - month->firstDay + 1;
    std::uint32_t matching = allowsMonth(index) ? daysIn(*month) >> day << day : 0; // from today on
    if (matching >> day & 1) {
        if (const int time = timeFrom(int((from - today).count())); time >= 0)
            return today + seconds(time);
        matching &= matching - 1;
    }
    while (!matching) {
        index = monthAfter(index);
        if (index < 0)
            return LocalSeconds::max();
        month = &CalendarMonths[size_t(index)];
        matching = daysIn(*month);
    }
    return LocalSeconds(date::days(month->firstDay + std::countr_zero(matching) - 1)) + m_firstTime;
}

} // namespace reveille
