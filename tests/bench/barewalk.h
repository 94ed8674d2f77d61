// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"
#include "core/triggers/cronfields.h"

namespace reveille::bench {

/// The floor that Trigger::next() is measured against: the least work that finds the next minute of a crontab line. Bit
/// masks, next set bit, calendar arithmetic, and one zone segment kept until it ends. No rule for clock changes, no
/// seconds, no positions in a month, no bounds, no interface.
class BareWalk
{
public:
    BareWalk(const CronFields &fields, const Zone &zone) : m_fields(fields), m_zone(zone) {}

    /// The first match strictly after an instant, both in seconds since 1970.
    std::int64_t next(std::int64_t after);

private:
    [[nodiscard]] std::uint64_t daysIn(const CalendarMonth &month) const;
    [[nodiscard]] int timeFrom(int minuteOfDay) const;

    CronFields m_fields;
    Zone m_zone;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
    std::int64_t m_offset = 0;
};

} // namespace reveille::bench
