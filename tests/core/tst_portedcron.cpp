// SPDX-License-Identifier: MIT
#include "tests/core/portedcases.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;

// What APScheduler's tests of its cron trigger state, those of 3.11 and of its master branch.
class PortedCronTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_fields_fireAsInAPScheduler_data();
    void next_fields_fireAsInAPScheduler() { verifyFireTimes(); }
    void next_clockChanges_fireOnceOrAsTheClockRuns_data();
    void next_clockChanges_fireOnceOrAsTheClockRuns() { verifyFireTimes(); }
    void next_crontabLines_fireAsInCron_data();
    void next_crontabLines_fireAsInCron() { verifyFireTimes(); }
    void parse_wrongFields_areRefused_data();
    void parse_wrongFields_areRefused() { verifyRefused(); }
};

void PortedCronTest::next_fields_fireAsInAPScheduler_data()
{
    const char *const berlin = "Europe/Berlin";
    addCases({
        {"steps of years and months", berlin, R"({"type": "cron", "year": "2009/2", "month": "1/3", "day": "5-13"})",
         "2008-12-01", "2009-01-05 2009-01-06"},
        {"a year without a match is passed over", berlin, R"({"type": "cron", "year": "2009/2", "month": "1/3", "day": "5-13"})",
         "2009-10-14", "2011-01-05"},
        {"a step in a range of months", berlin, R"({"type": "cron", "year": "2009/2", "month": "1-4/3", "day": "5-6"})",
         "2008-12-01", "2009-01-05 2009-01-06 2009-04-05 2009-04-06 2011-01-05"},
        {"one day of three months", berlin, R"({"type": "cron", "year": "2009/2", "month": "1-3", "day": "5"})",
         "2009-10-14", "2011-01-05 2011-02-05 2011-03-05 2013-01-05"},
        {"hours of a month", berlin, R"({"type": "cron", "year": "2009", "month": "2", "hour": "8-10"})",
         "2009-01-01", "2009-02-01T08:00"},
        {"months by name", berlin, R"({"type": "cron", "year": "2009", "month": "feb-dec", "hour": "8-9"})",
         "2009-01-01", "2009-02-01T08:00 2009-02-01T09:00 2009-02-02T08:00"},
        {"the last day", berlin, R"({"type": "cron", "year": "2012", "month": "2", "day": "last"})", "2012-02-01", "2012-02-29 never"},
        {"zero is a value", berlin, R"({"type": "cron", "year": 2009, "month": 2, "hour": 0})", "2009-01-01", "2009-02-01 2009-02-02"},
        {"years in any order", berlin, R"({"type": "cron", "year": "2009,2008"})", "2009-01-01", "2009-01-01 never"},
        {"a start date", berlin,
         R"({"type": "cron", "year": "2009", "month": "2", "hour": "8-10", "start_date": "2009-02-03 11:00:00"})",
         "2009-01-01", "2009-02-04T08:00"},
        {"an end date", berlin, R"({"type": "cron", "year": 2014, "hour": 4, "end_date": "2014-04-13T03:00:00"})",
         "2014-04-12T02:30", "2014-04-12T04:00 never"},
        {"an end date is inside", berlin,
         R"({"type": "cron", "hour": 4, "start_date": "2014-04-13T02:00:00", "end_date": "2014-04-13T04:00:00"})",
         "2014-04-13T02:00", "2014-04-13T04:00 never"},
        {"each day", berlin, R"({"type": "cron", "day": "*"})", "2015-11-23T00:00:01", "2015-11-24"},
        {"a fire time is its own first", berlin, R"({"type": "cron", "day": "*"})", "2015-11-22", "2015-11-22 2015-11-23"},
        {"both days must match", berlin, R"({"type": "cron", "year": 2009, "month": 1, "day": "6-10", "day_of_week": "2-4"})",
         "2009-01-01", "2009-01-07 2009-01-08 2009-01-09 never"},
        {"both days must match, by name", berlin,
         R"({"type": "cron", "year": 2009, "month": 1, "day": "6-10", "day_of_week": "wed-fri"})",
         "2009-01-01", "2009-01-07 2009-01-08 2009-01-09 never"},
        {"both days never match", berlin, R"({"type": "cron", "year": 2009, "month": 1, "day": "6-10", "day_of_week": "0,6"})",
         "2009-01-01", "never"},
        // The master branch counts weekdays from Sunday on, 3.11 and we from Monday on.
        {"weekdays by number: 0 is Monday, as in 3.11", berlin,
         R"({"type": "cron", "year": 2009, "month": 1, "day": "6-10", "day_of_week": "3-5"})",
         "2009-01-01", "2009-01-08 2009-01-09 2009-01-10 never"},
        {"the fourth Wednesday", berlin, R"({"type": "cron", "year": 2009, "month": 1, "day": "4th wed"})",
         "2009-01-01", "2009-01-28 never"},
        {"the last Sunday", berlin, R"({"type": "cron", "year": 2020, "day": "last sun"})",
         "2020-01-01", "2020-01-26 2020-02-23 2020-03-29"},
        {"a week of a month", berlin, R"({"type": "cron", "year": 2009, "month": 2, "week": 8})", "2009-01-01",
         "2009-02-16 2009-02-17 2009-02-18 2009-02-19 2009-02-20 2009-02-21 2009-02-22 never"},
        {"a weekday of a week", berlin, R"({"type": "cron", "year": 2009, "week": 15, "day_of_week": 2})",
         "2009-01-01", "2009-04-08 never"},
        {"a weekend of a week", berlin, R"({"type": "cron", "year": 2020, "month": 1, "week": 1, "day_of_week": "fri-sun"})",
         "2020-01-01", "2020-01-03 2020-01-04 2020-01-05 never"},
        {"a list of days", berlin, R"({"type": "cron", "day": "6,8"})", "2009-12-31", "2010-01-06 2010-01-08 2010-02-06"},
        {"hours go on to the next day", berlin, R"({"type": "cron", "hour": "5-6"})", "2009-09-25T07:00", "2009-09-26T05:00"},
        {"a month too short is passed over", berlin, R"({"type": "cron", "day": 30})", "2016-02-01", "2016-03-30 2016-04-30"},
        {"asked from another zone", berlin, R"({"type": "cron", "year": 2009, "week": 15, "day_of_week": 2})",
         "2008-12-31T22:00:00-10:00", "2009-04-08 never"},
        {"asked from another zone, in minutes", "Etc/GMT+5", R"({"type": "cron", "hour": 11, "minute": "*/5"})",
         "2009-09-26T10:16:00-06:00", "2009-09-26T11:20"},
        {"a start date in another zone", "America/New_York",
         R"({"type": "cron", "hour": 11, "minute": "*/5", "start_date": "2009-09-26T10:16:00-05:00"})",
         "2009-09-01", "2009-09-26T11:20"},
        {"every second of a minute", berlin,
         R"({"type": "cron", "year": 2016, "month": "5-6", "day": "20-28", "hour": 7, "minute": 25, "second": "*"})",
         "2016-05-20T07:25:58", "2016-05-20T07:25:58 2016-05-20T07:25:59 2016-05-21T07:25:00"},
    });
}

void PortedCronTest::next_clockChanges_fireOnceOrAsTheClockRuns_data()
{
    const char *const berlin = "Europe/Berlin";
    const char *const newYork = "America/New_York";
    addCases({
        {"an hour after the gap", berlin, R"({"type": "cron", "hour": 14})", "2016-03-26T20:00", "2016-03-27T14:00"},
        {"an hour after the fold", berlin, R"({"type": "cron", "hour": 14})", "2015-10-24T20:00", "2015-10-25T14:00"},
        {"the fold, entered", berlin, R"({"type": "cron", "minute": 30})", "2015-10-25T01:45", "2015-10-25T02:30:00+02:00"},
        {"the fold, repeated", berlin, R"({"type": "cron", "minute": 30})", "2015-10-25T02:45:00+02:00", "2015-10-25T02:30:00+01:00"},
        {"the fold, left", berlin, R"({"type": "cron", "minute": 30})", "2015-10-25T02:45:00+01:00", "2015-10-25T03:30"},
        {"hours over the gap", berlin, R"({"type": "cron", "hour": "*"})", "2016-03-27T01:45", "2016-03-27T03:00"},
        {"half hours over the gap", berlin, R"({"type": "cron", "minute": "*/30"})", "2016-03-27T01:45", "2016-03-27T03:00"},
        {"half hours into the fold", berlin, R"({"type": "cron", "minute": "*/30"})", "2015-10-25T01:45", "2015-10-25T02:00:00+02:00"},
        {"half hours in the fold", berlin, R"({"type": "cron", "minute": "*/30"})", "2015-10-25T02:15:00+02:00", "2015-10-25T02:30:00+02:00"},
        {"half hours back to the fold", berlin, R"({"type": "cron", "minute": "*/30"})", "2015-10-25T02:45:00+02:00", "2015-10-25T02:00:00+01:00"},
        {"whole hours in the fold", berlin, R"({"type": "cron", "minute": 0})", "2024-10-27T02:00:00+02:00",
         "2024-10-27T02:00:00+02:00 2024-10-27T02:00:00+01:00 2024-10-27T03:00"},
        {"minute one in the fold", berlin, R"({"type": "cron", "minute": 1})", "2024-10-27T02:01:00+02:00",
         "2024-10-27T02:01:00+02:00 2024-10-27T02:01:00+01:00 2024-10-27T03:01"},
        {"a morning in spring", newYork, R"({"type": "cron", "hour": 8})", "2013-03-09T12:00", "2013-03-10T08:00"},
        {"a morning in autumn", newYork, R"({"type": "cron", "hour": 8})", "2013-11-02T12:00", "2013-11-03T08:00"},
        {"half hours in spring", newYork, R"({"type": "cron", "minute": "*/30"})", "2013-03-10T01:35", "2013-03-10T03:00"},
        {"half hours in autumn", newYork, R"({"type": "cron", "minute": "*/30"})", "2013-11-03T01:35:00-04:00", "2013-11-03T01:00:00-05:00"},
        {"a gap of half an hour", "Australia/Lord_Howe", R"({"type": "cron", "hour": 2, "minute": 30, "second": 0})",
         "2024-10-05", "2024-10-05T02:30 2024-10-06T02:30 2024-10-07T02:30"},
        // APScheduler drops what a gap swallows; ours runs when the clocks jump, so that a daily job runs every day.
        {"a skipped time, which fires at the jump with us", berlin, R"({"type": "cron", "hour": 2, "minute": 30})",
         "2016-03-26T20:00", "2016-03-27T03:00 2016-03-28T02:30"},
        {"a skipped hour, which fires at the jump with us", newYork, R"({"type": "cron", "hour": 2})",
         "2013-03-09T20:00", "2013-03-10T03:00 2013-03-11T02:00"},
        {"only ever skipped, but fires at the jumps with us", berlin,
         R"({"type": "cron", "month": 3, "day": "last sun", "hour": 2, "minute": 30})", "2006-04-01", "2007-03-25T03:00 2008-03-30T03:00"},
        {"a gap of two hours, whose two skipped times fire once at the jump with us", "Antarctica/Troll",
         R"({"type": "cron", "hour": "1-3", "minute": 0, "second": 59})", "2024-03-30T03:00",
         "2024-03-30T03:00:59 2024-03-31T03:00:00 2024-03-31T03:00:59 2024-04-01T01:00:59"},
        // APScheduler refuses a start date in a gap; ours is the jump.
        {"a skipped start date, which is the jump with us", berlin,
         R"({"type": "cron", "minute": "*", "start_date": "2025-03-30T02:30:00"})", "2025-03-30T01:00", "2025-03-30T03:00"},
    });
}

void PortedCronTest::next_crontabLines_fireAsInCron_data()
{
    const char *const berlin = "Europe/Berlin";
    addCases({
        {"always", berlin, R"({"type": "cron", "crontab": "* * * * *"})", "2020-05-19T19:53:22", "2020-05-19T19:54 2020-05-19T19:55"},
        // APScheduler lets both days match, crontab(5) and we either of them.
        {"assorted, and either day matches with us", berlin, R"({"type": "cron", "crontab": "0-14 * 14-28 jul fri"})",
         "2020-05-19T19:53:22", "2020-07-03 2020-07-03T00:01"},
        {"blanks in any number", berlin, R"({"type": "cron", "crontab": " 0-14   * 14-28   jul       fri"})",
         "2020-05-19T19:53:22", "2020-07-03 2020-07-03T00:01"},
        {"the working week", berlin, R"({"type": "cron", "crontab": "* * * * 1-5"})", "2020-05-22T23:59:30", "2020-05-25"},
        {"Sunday is 0", berlin, R"({"type": "cron", "crontab": "* * * * 0-3"})", "2020-05-20T23:59:30", "2020-05-24"},
        {"from Saturday on", berlin, R"({"type": "cron", "crontab": "* * * * 6-1"})", "2020-05-25T23:59:30", "2020-05-30"},
        {"Sunday is 7", berlin, R"({"type": "cron", "crontab": "* * * * 6-7"})", "2020-05-24T23:59:30", "2020-05-30"},
        {"a start and an end", berlin,
         R"({"type": "cron", "crontab": "* * * * *", "start_date": "2020-05-19T19:53:22", "end_date": "2020-05-19T19:54:22"})",
         "2020-05-01", "2020-05-19T19:54 never"},
    });
}

void PortedCronTest::parse_wrongFields_areRefused_data()
{
    addRefusedCases({
        {R"({"type": "cron", "year": "2009-fault"})", "year"},
        {R"({"type": "cron", "year": "2009/0"})", "year"},
        {R"({"type": "cron", "year": "2009-2008"})", "year"},
        {R"({"type": "cron", "month": "fab"})", "month"},
        {R"({"type": "cron", "month": "jan-fab"})", "month"},
        {R"({"type": "cron", "day_of_week": "web"})", "day_of_week"},
        {R"({"type": "cron", "day_of_week": "mon-web"})", "day_of_week"},
        {R"({"type": "cron", "day_of_week": "8"})", "day_of_week"},
        {R"({"type": "cron", "day_of_week": "0-8"})", "day_of_week"},
        {R"({"type": "cron", "day": "1st web"})", "day"},
        {R"({"type": "cron", "day": "*/31"})", "day"},
        {R"({"type": "cron", "day": "4-6/3"})", "day"},
        {R"({"type": "cron", "day": "0-3"})", "day"},
        {R"({"type": "cron", "hour": "0-24"})", "hour"},
        {R"({"type": "cron", "second": 0, "third": 1})", "third"},
        {R"({"type": "cron", "crontab": "*"})", "crontab"},
        // APScheduler takes an end before the start, as a trigger that never fires.
        {R"({"type": "cron", "hour": 10, "start_date": "2009-09-26T10:16:00-05:00", "end_date": "2009-09-26T11:00:00-04:00"})", "end_date"},
    });
}

REVEILLE_TEST(PortedCronTest)
#include "tst_portedcron.moc"
