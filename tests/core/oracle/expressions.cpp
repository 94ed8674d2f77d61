// SPDX-License-Identifier: MIT
#include "tests/core/oracle/expressions.h"

namespace reveille::oracle {

namespace {

std::vector<int> every(int step, int first, int last)
{
    std::vector<int> values;
    for (int value = first; value <= last; value += step)
        values.push_back(value);
    return values;
}

const std::vector<int> AllHours = every(1, 0, 23);
const std::vector<int> AllMinutes = every(1, 0, 59);

bool always(const Day &)
{
    return true;
}

bool isWorkday(const Day &d)
{
    return d.weekday <= 5;
}

// The weekday of another day of the same month.
int weekdayOn(const Day &d, int day)
{
    return (d.weekday - 1 + day - d.day + 35) % 7 + 1;
}

// Whether this is the Monday to Friday that is nearest to a day of the same month.
bool isNearestWorkday(const Day &d, int day)
{
    if (day > d.lastOfMonth)
        return false;
    int nearest = day;
    if (weekdayOn(d, day) == 6)
        nearest = day == 1 ? 3 : day - 1;
    if (weekdayOn(d, day) == 7)
        nearest = day == d.lastOfMonth ? day - 2 : day + 1;
    return d.day == nearest;
}

bool isNth(const Day &d, int n, int weekday)
{
    return d.weekday == weekday && (d.day - 1) / 7 + 1 == n;
}

bool isLast(const Day &d, int weekday)
{
    return d.weekday == weekday && d.day + 7 > d.lastOfMonth;
}

} // namespace

const std::vector<Expression> &expressions()
{
    constexpr Rule Fixed = Rule::Fixed;
    constexpr Rule Periodic = Rule::Periodic;
    static const std::vector<Expression> table{
        // Times of day
        {R"({"type": "cron", "crontab": "30 2 * * *"})", {Fixed, {2}, {30}, {0}, always}},
        {R"({"type": "cron", "crontab": "@daily"})", {Fixed, {0}, {0}, {0}, always}},
        {R"({"type": "cron", "crontab": "59 59 23 * * ?"})", {Fixed, {23}, {59}, {59}, always}},
        {R"({"type": "cron", "crontab": "7,37 0-4 * * *"})", {Fixed, {0, 1, 2, 3, 4}, {7, 37}, {0}, always}},
        {R"({"type": "cron", "crontab": "10/25 20/3 * * *"})", {Fixed, {20, 23}, {10, 35}, {0}, always}},
        {R"({"type": "cron", "hour": 3, "second": 30})", {Periodic, {3}, AllMinutes, {30}, always}},
        {R"({"type": "cron", "hour": "1-3", "minute": "0,30", "second": "15"})", {Fixed, {1, 2, 3}, {0, 30}, {15}, always}},
        // Periods
        {R"({"type": "cron", "crontab": "*/15 * * * *"})", {Periodic, AllHours, {0, 15, 30, 45}, {0}, always}},
        {R"({"type": "cron", "crontab": "@hourly"})", {Periodic, AllHours, {0}, {0}, always}},
        {R"({"type": "cron", "crontab": "5/20 * * * *"})", {Periodic, AllHours, {5, 25, 45}, {0}, always}},
        {R"({"type": "cron", "crontab": "0 */6 * * *"})", {Periodic, {0, 6, 12, 18}, {0}, {0}, always}},
        {R"({"type": "cron", "crontab": "*/20 30 0,2 * * *"})", {Periodic, {0, 2}, {30}, {0, 20, 40}, always}},
        {R"({"type": "cron", "crontab": "* 1-2 * * *"})", {Periodic, {1, 2}, AllMinutes, {0}, always}},
        {R"({"type": "cron", "minute": 10})", {Periodic, AllHours, {10}, {0}, always}},
        {R"({"type": "cron", "month": "3,10", "day": "20-31", "hour": "*/2"})",
         {Periodic, every(2, 0, 22), {0}, {0}, [](const Day &d) { return (d.month == 3 || d.month == 10) && d.day >= 20; }}},
        // Periods on one day of a year, on which clocks go back: what is due again is not to be leapt over
        {R"({"type": "cron", "crontab": "*/20 0-2 ? 10 sunL"})",
         {Periodic, {0, 1, 2}, {0, 20, 40}, {0}, [](const Day &d) { return d.month == 10 && isLast(d, 7); }}},
        {R"({"type": "cron", "month": "nov", "day": "1st sun", "hour": "0-1", "second": "*/30"})",
         {Periodic, {0, 1}, AllMinutes, {0, 30}, [](const Day &d) { return d.month == 11 && isNth(d, 1, 7); }}},
        // Weekdays
        {R"({"type": "cron", "crontab": "0 9-17/2 * * mon-fri"})", {Fixed, {9, 11, 13, 15, 17}, {0}, {0}, isWorkday}},
        {R"({"type": "cron", "crontab": "30 1,2,3 * * 7"})", {Fixed, {1, 2, 3}, {30}, {0}, [](const Day &d) { return d.weekday == 7; }}},
        {R"({"type": "cron", "crontab": "45 23 * nov-feb fri-mon"})",
         {Fixed, {23}, {45}, {0},
          [](const Day &d) { return (d.month >= 11 || d.month <= 2) && (d.weekday >= 5 || d.weekday == 1); }}},
        {R"({"type": "cron", "day_of_week": "5-0", "hour": 2})", {Fixed, {2}, {0}, {0}, [](const Day &d) { return !(d.weekday >= 2 && d.weekday <= 5); }}},
        {R"({"type": "cron", "week": "12-14,43-45", "day_of_week": "sun,mon", "hour": "0-3"})",
         {Fixed, {0, 1, 2, 3}, {0}, {0},
          [](const Day &d) {
              return ((d.week >= 12 && d.week <= 14) || (d.week >= 43 && d.week <= 45)) && (d.weekday == 7 || d.weekday == 1);
          }}},
        {R"({"type": "cron", "week": "1,52-53"})", {Fixed, {0}, {0}, {0}, [](const Day &d) { return d.week == 1 || d.week >= 52; }}},
        // Days of the month, and both
        {R"({"type": "cron", "crontab": "0 3 13 * 5"})", {Fixed, {3}, {0}, {0}, [](const Day &d) { return d.day == 13 || d.weekday == 5; }}},
        {R"({"type": "cron", "crontab": "0 2 */2 * 0"})", {Fixed, {2}, {0}, {0}, [](const Day &d) { return d.day % 2 == 1 && d.weekday == 7; }}},
        {R"({"type": "cron", "crontab": "0 0 L * *"})", {Fixed, {0}, {0}, {0}, [](const Day &d) { return d.day == d.lastOfMonth; }}},
        {R"({"type": "cron", "crontab": "30 23 LW * *"})", {Fixed, {23}, {30}, {0}, [](const Day &d) { return isNearestWorkday(d, d.lastOfMonth); }}},
        {R"({"type": "cron", "crontab": "30 0 1W,28W,31W * *"})",
         {Fixed, {0}, {30}, {0}, [](const Day &d) { return isNearestWorkday(d, 1) || isNearestWorkday(d, 28) || isNearestWorkday(d, 31); }}},
        {R"({"type": "cron", "crontab": "0 22 1,15,L * *"})",
         {Fixed, {22}, {0}, {0}, [](const Day &d) { return d.day == 1 || d.day == 15 || d.day == d.lastOfMonth; }}},
        {R"({"type": "cron", "crontab": "15 2 ? * fri#4,sun#2"})",
         {Fixed, {2}, {15}, {0}, [](const Day &d) { return isNth(d, 4, 5) || isNth(d, 2, 7); }}},
        {R"({"type": "cron", "crontab": "15 3 * 3-10 sunL,6#5"})",
         {Fixed, {3}, {15}, {0}, [](const Day &d) { return d.month >= 3 && d.month <= 10 && (isLast(d, 7) || isNth(d, 5, 6)); }}},
        {R"({"type": "cron", "day": "2nd sun,last sun,1st fri", "hour": 1, "minute": 30})",
         {Fixed, {1}, {30}, {0}, [](const Day &d) { return isNth(d, 2, 7) || isLast(d, 7) || isNth(d, 1, 5); }}},
        {R"({"type": "cron", "year": "*/2", "month": "*/3", "day": "last,25-28", "hour": "0,2"})",
         {Fixed, {0, 2}, {0}, {0},
          [](const Day &d) { return d.year % 2 == 0 && d.month % 3 == 1 && (d.day == d.lastOfMonth || (d.day >= 25 && d.day <= 28)); }}},
    };
    return table;
}

} // namespace reveille::oracle
