// SPDX-License-Identifier: MIT
#pragma once

#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace reveille {

/// A month as a search through the calendar wants it. Looking one up is several times faster than calculating it.
struct CalendarMonth
{
    static constexpr int FirstYear = 1970;
    static constexpr int LastYear = 2199;
    static constexpr int Count = (LastYear - FirstYear + 1) * 12;

    std::int32_t firstDay;     ///< in days since 1970-01-01
    std::uint8_t length;       ///< in days
    std::uint8_t firstWeekday; ///< 0 = Monday

    /// The index in CalendarMonths of the month that contains a day from 1970 to 2199, 0 = January 1970.
    [[nodiscard]] static int indexOf(int day);
};

inline constexpr std::array<CalendarMonth, CalendarMonth::Count + 1> CalendarMonths = [] {
    std::array<CalendarMonth, CalendarMonth::Count + 1> months{};
    int day = 0;
    for (int i = 0; i < int(months.size()); ++i) {
        const auto length = (date::year(CalendarMonth::FirstYear + i / 12) / (i % 12 + 1) / date::last).day();
        months[size_t(i)] = {day, std::uint8_t(unsigned(length)), std::uint8_t((day + 3) % 7)}; // 1970 began on a Thursday
        day += int(unsigned(length));
    }
    return months;
}();

inline int CalendarMonth::indexOf(int day)
{
    // By the mean length of a month, four days back: the right one or the one before.
    constexpr std::int64_t MonthsADay = 137'804; // times 2^-22
    const auto guess = size_t(std::max<std::int64_t>(0, (day - 4) * MonthsADay) >> 22);
    return int(guess) + (CalendarMonths[guess + 1].firstDay <= day ? 1 : 0);
}

} // namespace reveille
