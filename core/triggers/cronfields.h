// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/calendarmonth.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>

namespace reveille {

/// The bits `first` to `last`, 0 to 63.
constexpr std::uint64_t bitRange(int first, int last)
{
    return ((std::uint64_t(2) << last) - 1) & ~((std::uint64_t(1) << first) - 1);
}

/// Days that lie elsewhere in each month. Bit n stands for day n or weekday n (0 = Monday).
struct CronPositions
{
    std::array<std::uint8_t, 5> nth{}; ///< `fri#2`, `2nd fri`: nth[1] has the bit of Friday
    std::uint8_t lastWeekdays = 0;     ///< `friL`, `last fri`
    bool lastDay = false;              ///< `L`, `last`
    bool lastWorkday = false;          ///< `LW`
    std::uint32_t nearestWorkdays = 0; ///< `15W`: of each day that exists, the nearest Monday to Friday inside the month

    bool operator==(const CronPositions &) const = default;
};

/// Days of a month, chosen by number, by weekday or by position.
struct CronDays
{
    static constexpr std::uint32_t AllDays = std::uint32_t(bitRange(1, 31));
    static constexpr std::uint8_t AllWeekdays = 0x7f;

    std::uint32_t numbers = 0; ///< days 1 to 31
    std::uint8_t weekdays = 0; ///< every such weekday
    std::optional<CronPositions> positions;

    /// The positions, to add one.
    CronPositions &addPosition() { return positions ? *positions : positions.emplace(); }
    bool operator==(const CronDays &) const = default;
};

/// What the fields of a cron trigger say: a bit for each value that matches.
struct CronFields
{
    static constexpr int FirstYear = CalendarMonth::FirstYear;
    static constexpr int LastYear = CalendarMonth::LastYear;
    static constexpr std::uint64_t AllSixty = bitRange(0, 59);
    static constexpr std::uint32_t AllHours = std::uint32_t(bitRange(0, 23));
    static constexpr std::uint16_t AllMonths = std::uint16_t(bitRange(1, 12));
    static constexpr std::uint64_t AllWeeks = bitRange(1, 53);

    std::uint64_t seconds = 0;
    std::uint64_t minutes = 0;
    std::uint32_t hours = 0;
    std::uint16_t months = 0; ///< bits 1 to 12
    std::uint64_t weeks = 0;  ///< ISO weeks, bits 1 to 53
    std::bitset<LastYear - FirstYear + 1> years;
    CronDays days;
    CronDays weekdays;
    bool eitherDay = false; ///< a day matches by `days` or `weekdays`; otherwise by both
    bool periodic = false;  ///< second, minute or hour began with `*`: follows the clock as it really runs

    bool operator==(const CronFields &) const = default;
};

} // namespace reveille
