// SPDX-License-Identifier: MIT
#pragma once

#include <date/date.h>

#include <string>
#include <vector>

namespace reveille::oracle {

/// From `at` on the clocks show `offset` (local minus UTC).
struct RuleChange
{
    date::sys_seconds at;
    std::chrono::seconds offset;
};

/// The rule at the end of a zone file, in the form of POSIX's TZ variable: "EST5EDT,M3.2.0,M11.1.0".
class ZoneRule final
{
public:
    /// Ends the program where `text` is not understood.
    explicit ZoneRule(const std::string &text);

    /// The changes after `after` and before `end`, in order. A rule without summer time has one, right after `after`.
    [[nodiscard]] std::vector<RuleChange> changes(date::sys_seconds after, date::sys_seconds end) const;

private:
    /// A day of each year, and the time of that day by the clocks as they show it until then.
    struct Day
    {
        enum class Form { WeekdayOfMonth, JulianDay, DayOfYear } form;
        int month, week, day;
        std::chrono::seconds time;

        [[nodiscard]] date::local_seconds in(date::year year) const;
    };
    static Day takeDay(const std::string &text, std::size_t &at);

    std::chrono::seconds m_standard{0};
    std::chrono::seconds m_summer{0};
    bool m_hasSummer = false;
    Day m_begin{};
    Day m_end{};
};

} // namespace reveille::oracle
