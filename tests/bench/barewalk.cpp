// SPDX-License-Identifier: MIT
#include "tests/bench/barewalk.h"

#include <bit>

namespace reveille::bench {

namespace {

int firstFrom(std::uint64_t mask, int from)
{
    const std::uint64_t rest = mask & (~std::uint64_t(0) << from);
    return rest ? std::countr_zero(rest) : -1;
}

} // namespace

// In minutes of the day; -1: none.
inline int BareWalk::timeFrom(int minuteOfDay) const
{
    const int hour = minuteOfDay / 60;
    if (m_fields.hours >> hour & 1) {
        if (const int minute = firstFrom(m_fields.minutes, minuteOfDay - hour * 60); minute >= 0)
            return hour * 60 + minute;
    }
    const int later = firstFrom(m_fields.hours, hour + 1);
    return later < 0 ? -1 : later * 60 + std::countr_zero(m_fields.minutes);
}

inline std::uint64_t BareWalk::daysIn(const CalendarMonth &month) const
{
    const std::uint64_t turned = (m_fields.weekdays.weekdays * 0x81ULL >> month.firstWeekday & 0x7f) * 0x10204081ULL << 1;
    const std::uint64_t days = m_fields.eitherDay ? m_fields.days.numbers | turned : m_fields.days.numbers & turned;
    return days & bitRange(1, month.length);
}

std::int64_t BareWalk::next(std::int64_t after)
{
    if (after < m_begin || after >= m_end) {
        const Zone::Segment *segment = m_zone.segmentAt(date::sys_seconds(std::chrono::seconds(after)));
        m_begin = segment->begin.time_since_epoch().count();
        m_end = segment->end.time_since_epoch().count();
        m_offset = segment->offset.count();
    }
    const auto minute = std::uint32_t(std::uint64_t(after + m_offset) / 60 + 1);
    const int today = int(minute / 1440);
    int index = CalendarMonth::indexOf(today);
    const CalendarMonth *month = &CalendarMonths[size_t(index)];
    const int day = today - month->firstDay + 1;
    std::uint64_t days = m_fields.months >> (index % 12 + 1) & 1 ? daysIn(*month) >> day << day : 0;
    if (days >> day & 1) {
        if (const int time = timeFrom(int(minute - std::uint32_t(today) * 1440)); time >= 0)
            return (std::int64_t(today) * 1440 + time) * 60 - m_offset;
        days &= days - 1;
    }
    while (!days) {
        const int later = firstFrom(m_fields.months, index % 12 + 2);
        index = later >= 0 ? index - index % 12 + later - 1 : index - index % 12 + 11 + std::countr_zero(m_fields.months);
        month = &CalendarMonths[size_t(index)];
        days = daysIn(*month);
    }
    return (std::int64_t(month->firstDay + std::countr_zero(days) - 1) * 1440 + timeFrom(0)) * 60 - m_offset;
}

} // namespace reveille::bench
