// SPDX-License-Identifier: MIT
#include "tests/core/oracle/zonerule.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace reveille::oracle {

using namespace std::chrono_literals;
using date::days;
using date::local_days;
using date::sys_seconds;
using std::chrono::seconds;

namespace {

[[noreturn]] void refuse(const std::string &text)
{
    std::fprintf(stderr, "The zone rule \"%s\" is not understood\n", text.c_str());
    std::abort();
}

bool take(const std::string &text, std::size_t &at, char c)
{
    if (at >= text.size() || text[at] != c)
        return false;
    ++at;
    return true;
}

int takeNumber(const std::string &text, std::size_t &at)
{
    if (at >= text.size() || !std::isdigit(static_cast<unsigned char>(text[at])))
        refuse(text);
    int value = 0;
    while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])))
        value = value * 10 + (text[at++] - '0');
    return value;
}

// "EST", "<+0330>"
void skipName(const std::string &text, std::size_t &at)
{
    if (take(text, at, '<'))
        at = text.find('>', at) + 1;
    else
        while (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])))
            ++at;
}

// "[+-]h[h][:mm[:ss]]"
seconds takeTime(const std::string &text, std::size_t &at)
{
    const bool negative = take(text, at, '-');
    if (!negative)
        take(text, at, '+');
    seconds time = std::chrono::hours(takeNumber(text, at));
    if (take(text, at, ':'))
        time += std::chrono::minutes(takeNumber(text, at));
    if (take(text, at, ':'))
        time += seconds(takeNumber(text, at));
    return negative ? -time : time;
}

} // namespace

ZoneRule::ZoneRule(const std::string &text)
{
    std::size_t at = 0;
    skipName(text, at);
    m_standard = -takeTime(text, at); // POSIX counts west of Greenwich
    if (at == text.size())
        return;
    m_hasSummer = true;
    skipName(text, at);
    m_summer = m_standard + 1h;
    if (at < text.size() && text[at] != ',')
        m_summer = -takeTime(text, at);
    if (!take(text, at, ','))
        refuse(text);
    m_begin = takeDay(text, at);
    if (!take(text, at, ','))
        refuse(text);
    m_end = takeDay(text, at);
    if (at != text.size())
        refuse(text);
}

ZoneRule::Day ZoneRule::takeDay(const std::string &text, std::size_t &at)
{
    Day day{};
    day.time = 2h;
    if (take(text, at, 'M')) {
        day.form = Day::Form::WeekdayOfMonth;
        day.month = takeNumber(text, at);
        take(text, at, '.');
        day.week = takeNumber(text, at);
        take(text, at, '.');
        day.day = takeNumber(text, at);
    } else {
        day.form = take(text, at, 'J') ? Day::Form::JulianDay : Day::Form::DayOfYear;
        day.day = takeNumber(text, at);
    }
    if (take(text, at, '/'))
        day.time = takeTime(text, at);
    return day;
}

date::local_seconds ZoneRule::Day::in(date::year year) const
{
    const local_days newYear(year / 1 / 1);
    switch (form) {
    case Form::WeekdayOfMonth: {
        local_days first(year / month / 1);
        while (date::weekday(first).c_encoding() != unsigned(day))
            first += days(1);
        local_days found = first + date::weeks(week - 1);
        while (date::year_month_day(found).month() != date::month(unsigned(month))) // the fifth is the last
            found -= date::weeks(1);
        return found + time;
    }
    case Form::JulianDay: // 1 to 365; 29 February does not count
        return newYear + days(day - 1 + (year.is_leap() && day >= 60 ? 1 : 0)) + time;
    case Form::DayOfYear:
        return newYear + days(day) + time;
    }
    return newYear;
}

std::vector<RuleChange> ZoneRule::changes(sys_seconds after, sys_seconds end) const
{
    if (!m_hasSummer)
        return {{after + 1s, m_standard}};
    std::vector<RuleChange> changes;
    const auto add = [&](date::local_seconds local, seconds from, seconds to) {
        const sys_seconds at(local.time_since_epoch() - from);
        if (at > after && at < end)
            changes.push_back({at, to});
    };
    const auto lastYear = date::year_month_day(date::floor<days>(end)).year();
    for (date::year year = date::year_month_day(date::floor<days>(after)).year(); year <= lastYear; ++year) {
        add(m_begin.in(year), m_standard, m_summer);
        add(m_end.in(year), m_summer, m_standard);
    }
    std::sort(changes.begin(), changes.end(), [](const RuleChange &a, const RuleChange &b) { return a.at < b.at; });
    return changes;
}

} // namespace reveille::oracle
