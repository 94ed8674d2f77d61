// SPDX-License-Identifier: MIT
#include "tests/core/portedcases.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;

// What systemd's tests of its calendar events state, written as triggers. Their steps of fractions of a second and days
// counted from the end of a month have no counterpart but "last".
class PortedCalendarTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_calendarEvents_fireAsInSystemd_data();
    void next_calendarEvents_fireAsInSystemd() { verifyFireTimes(); }
    void next_normalForms_fireAsTheyRead_data();
    void next_normalForms_fireAsTheyRead() { verifyFireTimes(); }
    void parse_wrongEvents_areRefused_data();
    void parse_wrongEvents_areRefused() { verifyRefused(); }
};

void PortedCalendarTest::next_calendarEvents_fireAsInSystemd_data()
{
    const char *const once = R"({"type": "cron", "year": 2016, "month": 3, "day": 27, "hour": 3, "minute": 17})";
    addCases({
        {"2016-03-27 03:17, UTC", "UTC", once, "1970-01-01", "2016-03-27T03:17:00Z never"},
        {"2016-03-27 03:17, CET", "CET", once, "1970-01-01", "2016-03-27T01:17:00Z never"},
        // The clocks of EET go from 03:00 to 04:00: never with systemd.
        {"2016-03-27 03:17, EET, skipped, which fires at the jump with us", "EET", once, "1970-01-01", "2016-03-27T01:00:00Z never"},
        {"an instant with a fraction", "EET", R"({"type": "date", "run_date": "2016-03-27T03:17:00.420Z"})", "1970-01-01", "2016-03-27T03:17:00.420Z never"},
        {"a local time with a fraction", "EET", R"({"type": "date", "run_date": "2015-11-13T09:11:23.42"})", "1970-01-01", "2015-11-13T07:11:23.420Z never"},
        {"a step of a fraction", "EET", R"({"type": "interval", "seconds": 1.77, "start_date": "2015-11-13T09:11:23.42"})",
         "2015-11-13T07:11:23.421Z", "2015-11-13T07:11:25.190Z"},
        {"a step of a fraction, from its start", "EET", R"({"type": "interval", "seconds": 1.77, "start_date": "2015-11-13T09:11:23.42"})",
         "2015-11-13T07:11:23.419Z", "2015-11-13T07:11:23.420Z"},
        {"Sun 16:00:00, CET", "CET", R"({"type": "cron", "crontab": "0 16 * * sun"})", "2016-02-21T08:00:00.124Z", "2016-02-21T15:00:00Z 2016-02-28T15:00:00Z"},
        {"*-04-31", "UTC", R"({"type": "cron", "month": 4, "day": 31})", "1970-01-01", "never"},
        {"2016-02~01", "UTC", R"({"type": "cron", "year": 2016, "month": 2, "day": "last"})", "1970-01-01", "2016-02-29T00:00:00Z never"},
        {"Mon 2017-05~01..07", "UTC", R"({"type": "cron", "year": 2017, "month": 5, "day": "last mon"})", "1970-01-01", "2017-05-29T00:00:00Z never"},
        {"hourly: within the hour, and within another", "Africa/Johannesburg", R"({"type": "cron", "crontab": "@hourly"})",
         "2016-09-28T10:00:01", "2016-09-28T11:00 2016-09-28T12:00"},
    });
}

void PortedCalendarTest::next_normalForms_fireAsTheyRead_data()
{
    addCases({
        {"Sat,Thu,Mon-Wed,Sat-Sun", "UTC", R"({"type": "cron", "crontab": "0 0 * * sat,thu,mon-wed,sat-sun"})",
         "2016-03-03", "2016-03-03 2016-03-05 2016-03-06 2016-03-07"},
        {"Mon,Sun 12-*-* 2,1:23", "UTC", R"({"type": "cron", "year": 2012, "day_of_week": "mon,sun", "hour": "2,1", "minute": 23})",
         "2012-12-30T02:00", "2012-12-30T02:23 2012-12-31T01:23 2012-12-31T02:23 never"},
        {"Wed *-1", "UTC", R"({"type": "cron", "day": 1, "day_of_week": "wed"})", "2016-01-01", "2016-06-01 2017-02-01"},
        {"Wed, 17:48", "UTC", R"({"type": "cron", "crontab": "48 17 * * wed"})", "2016-03-03", "2016-03-09T17:48"},
        {"Wed-Sat,Tue 12-10-15 1:2:3, which is a Monday", "UTC",
         R"({"type": "cron", "year": 2012, "month": 10, "day": 15, "day_of_week": "wed-sat,tue", "hour": 1, "minute": 2, "second": 3})", "2012-01-01", "never"},
        {"*-*-7 0:0:0", "UTC", R"({"type": "cron", "day": 7, "hour": 0, "minute": 0, "second": 0})", "2016-03-08", "2016-04-07"},
        {"10-15", "UTC", R"({"type": "cron", "month": 10, "day": 15})", "2016-10-16", "2017-10-15"},
        {"monday *-12-* 17:00", "UTC", R"({"type": "cron", "month": 12, "day_of_week": "mon", "hour": 17})", "2016-12-27", "2017-12-04T17:00"},
        {"Mon,Fri *-*-3,1,2 *:30:45", "UTC", R"({"type": "cron", "day": "3,1,2", "day_of_week": "mon,fri", "hour": "*", "minute": 30, "second": 45})",
         "2016-04-01T23:00", "2016-04-01T23:30:45 2016-05-02T00:30:45"},
        {"12,14,13,12:20,10,30", "UTC", R"({"type": "cron", "crontab": "20,10,30 12,14,13,12 * * *"})",
         "2016-03-03T13:20", "2016-03-03T13:20 2016-03-03T13:30 2016-03-03T14:10 2016-03-03T14:20 2016-03-03T14:30 2016-03-04T12:10"},
        {"mon,fri *-1/2-1,3 *:30:45", "UTC",
         R"({"type": "cron", "month": "1/2", "day": "1,3", "day_of_week": "mon,fri", "hour": "*", "minute": 30, "second": 45})",
         "2016-01-02", "2016-07-01T00:30:45"},
        {"03-05 08:05:40", "UTC", R"({"type": "cron", "crontab": "40 5 8 5 3 *"})", "2016-03-05T08:05:41", "2017-03-05T08:05:40"},
        {"Sat,Sun 12-05 08:05:40", "UTC", R"({"type": "cron", "crontab": "40 5 8 ? 12 sat,sun", "start_date": "2016-12-05"})", "2016-12-05", "2016-12-10T08:05:40"},
        {"2003-03-05 05:40", "UTC", R"({"type": "cron", "year": 2003, "month": 3, "day": 5, "hour": 5, "minute": 40})", "2003-01-01", "2003-03-05T05:40 never"},
        {"daily", "UTC", R"({"type": "cron", "crontab": "@daily"})", "2016-03-03T12:00", "2016-03-04"},
        {"monthly", "UTC", R"({"type": "cron", "crontab": "@monthly"})", "2016-03-03T12:00", "2016-04-01"},
        {"weekly, which begins on Sunday in a crontab", "UTC", R"({"type": "cron", "crontab": "@weekly"})", "2016-03-03T12:00", "2016-03-06"},
        {"quarterly", "UTC", R"({"type": "cron", "month": "1,4,7,10"})", "2016-03-03T12:00", "2016-04-01 2016-07-01 2016-10-01 2017-01-01"},
        {"annually", "UTC", R"({"type": "cron", "crontab": "@annually"})", "2016-03-03T12:00", "2017-01-01"},
        {"*:2/3", "UTC", R"({"type": "cron", "crontab": "2/3 * * * *"})", "2016-03-03T11:57", "2016-03-03T11:59 2016-03-03T12:02"},
        {"9..11,13:00,30", "UTC", R"({"type": "cron", "crontab": "0,30 9-11,13 * * *"})", "2016-03-03T11:00", "2016-03-03T11:00 2016-03-03T11:30 2016-03-03T13:00"},
        {"1..3-1..3 1..3:1..3", "UTC", R"({"type": "cron", "crontab": "1-3 1-3 1-3 1-3 *"})", "2016-03-03T03:03", "2016-03-03T03:03 2017-01-01T01:01"},
        {"*-*~* 00:00:00", "UTC", R"({"type": "cron", "day": "*", "hour": 0, "minute": 0})", "2016-03-03T12:00", "2016-03-04"},
    });
}

void PortedCalendarTest::parse_wrongEvents_areRefused_data()
{
    addRefusedCases({
        {R"({"type": "cron", "crontab": "test"})", "crontab"},
        {R"({"type": "cron", "crontab": " utc"})", "crontab"},
        {R"({"type": "cron", "crontab": "    "})", "crontab"},
        {R"({"type": "cron", "crontab": ""})", "crontab"},
        {R"({"type": "cron", "crontab": "7"})", "crontab"},
        {R"({"type": "cron", "minute": "121212:1:2"})", "minute"},
        {R"({"type": "cron", "second": "0..0.9"})", "second"},
        {R"({"type": "date", "run_date": "2000-03-05.23 00:00:00"})", "run_date"},
        {R"({"type": "date", "run_date": "2000-03-05 00:00.1:00"})", "run_date"},
        {R"({"type": "date", "run_date": "2016~11-22"})", "run_date"},
        {R"({"type": "interval", "seconds": 0.00000001})", "seconds"},
    });
}

REVEILLE_TEST(PortedCalendarTest)
#include "tst_portedcalendar.moc"
