// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

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

/// Days of a month, chosen by number, by weekday or by position. Bit n stands for day n or weekday n (0 = Monday).
struct CronDays
{
    std::uint32_t numbers = 0;          ///< days 1 to 31
    std::uint32_t nearestWorkdays = 0;  ///< `15W`: of each day that exists, the nearest Monday to Friday inside the month
    bool last = false;                  ///< `L`, `last`
    bool lastWorkday = false;           ///< `LW`
    std::uint8_t weekdays = 0;          ///< every such weekday
    std::array<std::uint8_t, 5> nth{};  ///< `fri#2`, `2nd fri`: nth[1] has the bit of Friday
    std::uint8_t lastWeekdays = 0;      ///< `friL`, `last fri`

    [[nodiscard]] bool hasPositions() const;
    /// The days that match in a month of `length` days that begins on `firstWeekday`.
    [[nodiscard]] std::uint32_t in(unsigned length, unsigned firstWeekday) const;
    bool operator==(const CronDays &) const = default;
};

/// A cron schedule ready to search: a bit for each value that matches. Knows wall-clock time only, no zone.
class CronSchedule final
{
public:
    static constexpr int FirstYear = 1970;
    static constexpr int LastYear = 2199;

    std::uint64_t seconds = 0;
    std::uint64_t minutes = 0;
    std::uint32_t hours = 0;
    std::uint16_t months = 0;   ///< bits 1 to 12
    std::uint64_t weeks = 0;    ///< ISO weeks, bits 1 to 53
    std::bitset<LastYear - FirstYear + 1> years;
    CronDays days;
    CronDays weekdays;
    bool eitherDay = false; ///< a day matches by `days` or `weekdays`; otherwise by both
    bool periodic = false;  ///< second, minute or hour began with `*`: follows the clock as it really runs

    static constexpr std::uint64_t AllWeeks = bitRange(1, 53);
    static constexpr std::uint32_t AllDays = std::uint32_t(bitRange(1, 31));
    static constexpr std::uint8_t AllWeekdays = 0x7f;

    /// The first matching wall-clock time at or after `from`; nullopt: none before the year 2200.
    /// Looks at most at each month until then.
    [[nodiscard]] std::optional<LocalSeconds> next(LocalSeconds from) const;

    bool operator==(const CronSchedule &) const = default;

private:
    [[nodiscard]] std::uint32_t daysIn(int year, unsigned month, date::local_days first) const;
    [[nodiscard]] std::optional<std::chrono::seconds> timeFrom(std::chrono::seconds timeOfDay) const;
};

} // namespace reveille
