// SPDX-License-Identifier: MIT
#include "core/triggers/cronschedule.h"

#include <date/iso_week.h>

#include <bit>

namespace reveille {

using date::days;
using date::local_days;

namespace {

// Bit n for each day n (1 to 31) that is one of `weekdays` in a month that begins on `firstWeekday`.
std::uint32_t daysOfWeekdays(std::uint8_t weekdays, unsigned firstWeekday)
{
    // Seven weekday bits repeated over five weeks, turned so that bit 0 is the weekday of the first.
    const std::uint64_t turned = ((std::uint64_t(weekdays) | std::uint64_t(weekdays) << 7) >> firstWeekday) & 0x7f;
    const std::uint64_t month = turned | turned << 7 | turned << 14 | turned << 21 | turned << 28;
    return std::uint32_t(month << 1) & CronSchedule::AllDays;
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

std::uint32_t daysInWeeks(std::uint64_t weeks, std::uint32_t days, local_days first)
{
    std::uint32_t result = 0;
    for (std::uint32_t rest = days; rest; rest &= rest - 1) {
        const int day = std::countr_zero(rest);
        const iso_week::year_weeknum_weekday week(date::sys_days((first + date::days(day - 1)).time_since_epoch()));
        if (weeks >> unsigned(week.weeknum()) & 1)
            result |= std::uint32_t(1) << day;
    }
    return result;
}

} // namespace

bool CronDays::hasPositions() const
{
    return last || lastWorkday || nearestWorkdays || lastWeekdays || nth != std::array<std::uint8_t, 5>{};
}

std::uint32_t CronDays::in(unsigned length, unsigned firstWeekday) const
{
    std::uint32_t result = numbers;
    if (weekdays)
        result |= daysOfWeekdays(weekdays, firstWeekday);
    if (!hasPositions())
        return result;

    const std::uint32_t inMonth = std::uint32_t(bitRange(1, int(length)));
    if (last)
        result |= std::uint32_t(1) << length;
    if (lastWorkday)
        result |= std::uint32_t(1) << nearestWorkday(length, length, firstWeekday);
    for (std::uint32_t rest = nearestWorkdays & inMonth; rest; rest &= rest - 1)
        result |= std::uint32_t(1) << nearestWorkday(unsigned(std::countr_zero(rest)), length, firstWeekday);
    for (unsigned n = 0; n < nth.size(); ++n)
        result |= daysOfWeekdays(nth[n], firstWeekday) & std::uint32_t(bitRange(int(7 * n + 1), int(std::min(7 * n + 7, 31U))));
    result |= daysOfWeekdays(lastWeekdays, firstWeekday) & std::uint32_t(bitRange(int(length - 6), int(length)));
    return result;
}

std::uint32_t CronSchedule::daysIn(int year, unsigned month, local_days first) const
{
    const unsigned length = unsigned((date::year(year) / int(month) / date::last).day());
    const unsigned firstWeekday = date::weekday(first).iso_encoding() - 1;
    const std::uint32_t byNumber = days.in(length, firstWeekday);
    const std::uint32_t byWeekday = weekdays.in(length, firstWeekday);
    std::uint32_t result = (eitherDay ? byNumber | byWeekday : byNumber & byWeekday) & std::uint32_t(bitRange(1, int(length)));
    if (weeks != AllWeeks)
        result = daysInWeeks(weeks, result, first);
    return result;
}

// The first matching time of day at or after the given one.
std::optional<std::chrono::seconds> CronSchedule::timeFrom(std::chrono::seconds timeOfDay) const
{
    const auto total = unsigned(timeOfDay.count());
    const unsigned hour = total / 3600;
    const unsigned minute = total / 60 % 60;
    if (hours >> hour & 1) {
        if (minutes >> minute & 1) {
            if (const int s = firstFrom(seconds, total % 60); s >= 0)
                return std::chrono::seconds(total - total % 60 + unsigned(s));
        }
        if (const int m = firstFrom(minutes, minute + 1); m >= 0)
            return std::chrono::seconds(int(hour) * 3600 + m * 60 + std::countr_zero(seconds));
    }
    const int h = firstFrom(hours, hour + 1);
    if (h < 0)
        return std::nullopt;
    return std::chrono::seconds(h * 3600 + std::countr_zero(minutes) * 60 + std::countr_zero(seconds));
}

std::optional<LocalSeconds> CronSchedule::next(LocalSeconds from) const
{
    from = std::max(from, LocalSeconds(local_days(date::year(FirstYear) / 1 / 1)));
    const auto startDay = date::floor<date::days>(from);
    const date::year_month_day start(startDay);
    std::optional<std::chrono::seconds> time = timeFrom(from - startDay);
    // From the day itself if a time of it is left, else from the next one.
    unsigned day = unsigned(start.day()) + (time ? 0 : 1);
    unsigned month = unsigned(start.month());
    for (int year = int(start.year()); year <= LastYear; ++year, month = 1) {
        if (!years[size_t(year - FirstYear)]) {
            day = 1;
            continue;
        }
        for (;; ++month, day = 1) {
            const int nextMonth = firstFrom(months, month);
            if (nextMonth < 0)
                break;
            if (unsigned(nextMonth) != month) {
                month = unsigned(nextMonth);
                day = 1;
            }
            const local_days first(date::year(year) / int(month) / 1);
            const int match = firstFrom(daysIn(year, month, first), day);
            if (match < 0)
                continue;
            const local_days found = first + date::days(match - 1);
            if (found != startDay || !time)
                time = timeFrom(std::chrono::seconds(0));
            return found + *time;
        }
        day = 1;
    }
    return std::nullopt;
}

} // namespace reveille
