// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"
#include "core/triggers/cronfields.h"

namespace reveille {

/// Searches the wall-clock times that match cron fields. Knows no zone.
class CronSchedule final
{
public:
    /// Each field has a value, but for the years.
    explicit CronSchedule(const CronFields &fields);

    [[nodiscard]] const CronFields &fields() const { return m_fields; }

    /// The first matching wall-clock time at or after `from`; LocalSeconds::max(): none before
    /// the year 2200. Looks at most at each month until then.
    [[nodiscard]] LocalSeconds next(LocalSeconds from) const;

private:
    [[nodiscard]] LocalSeconds nextByWeekday(LocalSeconds from) const;
    [[nodiscard]] LocalSeconds nextByCalendar(LocalSeconds from) const;
    [[nodiscard]] bool allowsMonth(int index) const;
    [[nodiscard]] int monthAfter(int index) const;
    [[nodiscard]] std::uint32_t daysIn(const CalendarMonth &month) const;
    [[nodiscard]] int timeFrom(int timeOfDay) const;

    CronFields m_fields;
    std::chrono::seconds m_firstTime; ///< the first matching time of each day
    std::uint8_t m_onlyWeekdays = 0;  ///< the weekdays that match where nothing else decides the day; 0: something does
};

} // namespace reveille
