// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/oracle/zonefile.h"

namespace reveille::oracle {

/// What a day is like, for the question whether a schedule matches it.
struct Day
{
    int year, month, day;
    int lastOfMonth;
    int weekday; ///< 1 Monday to 7 Sunday
    int week;    ///< of ISO 8601
};

/// How a schedule meets a clock change (DESIGN.md section 3).
enum class Rule {
    Fixed,    ///< a skipped time fires when the clocks jump, a repeated one the first time
    Periodic, ///< fires whenever the clocks show a matching time
};

/// A schedule with nothing to parse or to search: the times of day in full, and a question to ask of each day.
struct LocalSchedule
{
    Rule rule;
    std::vector<int> hours;
    std::vector<int> minutes;
    std::vector<int> seconds;
    bool (*matches)(const Day &day);
};

/// Instants from `first` to `last`, both inside.
struct Window
{
    sys_seconds first;
    sys_seconds last;
};

/// All fire times of `schedule` in `window`, rising: every matching local time of the days around it is looked up in the
/// zone. From 1970 on.
[[nodiscard]] std::vector<sys_seconds> fireTimes(const LocalSchedule &schedule, const ZoneFile &zone, const Window &window);

/// The instant at which a fixed schedule fires for one local time.
[[nodiscard]] sys_seconds fireTime(local_seconds local, const ZoneFile &zone);

} // namespace reveille::oracle
