// SPDX-License-Identifier: MIT
#include "tests/core/portedcases.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;

// What APScheduler's tests of its other triggers state, those of 3.11 and of its master branch.
class PortedIntervalsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_datesAndIntervals_fireAsInAPScheduler_data();
    void next_datesAndIntervals_fireAsInAPScheduler() { verifyFireTimes(); }
    void next_calendarIntervals_fireAsInAPScheduler_data();
    void next_calendarIntervals_fireAsInAPScheduler() { verifyFireTimes(); }
    void next_combinations_fireAsInAPScheduler_data();
    void next_combinations_fireAsInAPScheduler() { verifyFireTimes(); }
    void parse_wrongTriggers_areRefused_data();
    void parse_wrongTriggers_areRefused() { verifyRefused(); }
};

void PortedIntervalsTest::next_datesAndIntervals_fireAsInAPScheduler_data()
{
    const char *const berlin = "Europe/Berlin";
    const char *const newYork = "America/New_York";
    addCases({
        {"a date ahead", berlin, R"({"type": "date", "run_date": "2009-07-06"})", "2008-05-04", "2009-07-06 never"},
        {"a date now", berlin, R"({"type": "date", "run_date": "2009-07-06"})", "2009-07-06", "2009-07-06 never"},
        // APScheduler yields a date that is over once more; ours never fires late by itself, the scheduler knows what was missed.
        {"a date that is over, which never fires with us", berlin, R"({"type": "date", "run_date": "2009-07-06"})", "2009-09-02", "never"},
        {"a date in a fold, the first time", newYork, R"({"type": "date", "run_date": "2013-11-03T01:05:00"})", "2013-11-01", "2013-11-03T01:05:00-04:00 never"},
        {"a date in a fold, the second time", newYork, R"({"type": "date", "run_date": "2013-11-03T01:00:00-05:00"})", "2013-11-01", "2013-11-03T01:00:00-05:00 never"},
        {"an interval before its start", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2009-08-04T00:00:02"})",
         "2009-08-04", "2009-08-04T00:00:02 2009-08-04T00:00:03"},
        {"between two steps", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2009-08-04T00:00:02"})",
         "2009-08-04T00:00:02.001", "2009-08-04T00:00:03"},
        {"asked from another zone", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2009-08-04T00:00:02"})",
         "2009-08-03T22:00:02.001-01:00", "2009-08-04T01:00:03"},
        {"an end date", berlin,
         R"({"type": "interval", "minutes": 5, "start_date": "2014-05-26", "end_date": "2014-05-26T00:07:00"})",
         "2014-05-26T00:02", "2014-05-26T00:05 never"},
        {"a start with a fraction", berlin, R"({"type": "interval", "hours": 1, "seconds": 6,
             "start_date": "2020-05-16T19:32:44.649", "end_date": "2020-05-16T22:33:01"})",
         "2020-05-16", "2020-05-16T19:32:44.649 2020-05-16T20:32:50.649 2020-05-16T21:32:56.649 never"},
        {"hours over the gap", newYork, R"({"type": "interval", "hours": 1, "start_date": "2013-03-01"})", "2013-03-10T01:05", "2013-03-10T03:00"},
        {"hours over the fold", newYork, R"({"type": "interval", "hours": 1, "start_date": "2013-03-01"})",
         "2013-11-03T01:05:00-04:00", "2013-11-03T01:00:00-05:00"},
        {"seconds over the gap", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2026-03-29T01:59:59.123"})",
         "2026-03-29", "2026-03-29T01:59:59.123 2026-03-29T03:00:00.123 2026-03-29T03:00:01.123"},
        {"seconds over the fold", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2026-10-25T02:59:59.123"})",
         "2026-10-25", "2026-10-25T02:59:59.123+02:00 2026-10-25T02:00:00.123+01:00 2026-10-25T02:00:01.123+01:00"},
        {"seconds in the second pass", berlin, R"({"type": "interval", "seconds": 1, "start_date": "2026-10-25T02:30:00.123+01:00"})",
         "2026-10-25", "2026-10-25T02:30:00.123+01:00 2026-10-25T02:30:01.123+01:00 2026-10-25T02:30:02.123+01:00"},
        {"from the first pass to the second", berlin, R"({"type": "interval", "minutes": 15,
             "start_date": "2026-10-25T02:45:00+02:00", "end_date": "2026-10-25T02:15:00+01:00"})",
         "2026-10-25", "2026-10-25T02:45:00+02:00 2026-10-25T02:00:00+01:00 2026-10-25T02:15:00+01:00 never"},
        {"an end in the first pass", berlin,
         R"({"type": "interval", "hours": 1, "start_date": "2026-10-25T02:30:00", "end_date": "2026-10-25T02:30:00"})",
         "2026-10-25", "2026-10-25T02:30:00+02:00 never"},
    });
}

void PortedIntervalsTest::next_calendarIntervals_fireAsInAPScheduler_data()
{
    const char *const berlin = "Europe/Berlin";
    const char *const nuuk = "America/Nuuk";
    addCases({
        {"the end date is inside", berlin,
         R"({"type": "calendarinterval", "days": 1, "start_date": "2020-12-31", "end_date": "2020-12-31"})",
         "2020-01-01", "2020-12-31 never"},
        {"a repeated time runs the first time", berlin,
         R"({"type": "calendarinterval", "days": 2, "hour": 2, "minute": 30, "start_date": "2016-10-30"})",
         "2016-10-30", "2016-10-30T02:30:00+02:00 2016-11-01T02:30"},
        {"months too short are passed over", berlin, R"({"type": "calendarinterval", "months": 1, "start_date": "2016-03-31"})",
         "2016-03-31", "2016-03-31 2016-05-31 2016-07-31"},
        {"all units", berlin, R"({"type": "calendarinterval", "years": 1, "months": 5, "weeks": 6, "days": 8,
             "hour": 3, "second": 8, "start_date": "2016-03-05", "end_date": "2020-12-25"})",
         "2016-01-01", "2016-03-05T03:00:08 2017-09-24T03:00:08 2019-04-15T03:00:08 2020-11-04T03:00:08 never"},
        {"UTC", "UTC", R"({"type": "calendarinterval", "days": 1, "hour": 1, "start_date": "2016-03-31"})", "2016-03-31", "2016-03-31T01:00"},
        {"days before a gap", nuuk,
         R"({"type": "calendarinterval", "days": 1, "hour": 23, "minute": 30, "start_date": "2024-03-27", "end_date": "2024-03-29"})",
         "2024-01-01", "2024-03-27T23:30 2024-03-28T23:30 2024-03-29T23:30 never"},
        // APScheduler drops a day whose time is skipped; ours runs when the clocks jump. In Nuuk that is at midnight, on
        // the next day, and the dates after it are the same with both.
        {"a skipped time, which fires at the jump with us", berlin,
         R"({"type": "calendarinterval", "days": 1, "hour": 2, "minute": 30, "start_date": "2016-03-27"})",
         "2016-03-27", "2016-03-27T03:00 2016-03-28T02:30"},
        {"every day, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "days": 1, "hour": 23, "minute": 30, "start_date": "2024-03-29"})",
         "2024-01-01", "2024-03-29T23:30 2024-03-31T00:00 2024-03-31T23:30 2024-04-01T23:30"},
        {"every other day, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "days": 2, "hour": 23, "minute": 30, "start_date": "2024-03-28"})",
         "2024-01-01", "2024-03-28T23:30 2024-03-31T00:00 2024-04-01T23:30 2024-04-03T23:30"},
        {"every week, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "weeks": 1, "hour": 23, "minute": 30, "start_date": "2024-03-23"})",
         "2024-01-01", "2024-03-23T23:30 2024-03-31T00:00 2024-04-06T23:30 2024-04-13T23:30"},
        {"every month, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "months": 1, "hour": 23, "minute": 30, "start_date": "2024-01-30"})",
         "2024-01-01", "2024-01-30T23:30 2024-03-31T00:00 2024-04-30T23:30 2024-05-30T23:30"},
        {"every year, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "years": 1, "hour": 23, "minute": 30, "start_date": "2023-03-30"})",
         "2023-01-01", "2023-03-30T23:30 2024-03-31T00:00 2025-03-30T23:30 2026-03-30T23:30"},
        {"a start on the skipped evening, and at the jump with us", nuuk,
         R"({"type": "calendarinterval", "days": 1, "hour": 23, "minute": 30, "start_date": "2024-03-30"})",
         "2024-01-01", "2024-03-31T00:00 2024-03-31T23:30 2024-04-01T23:30"},
    });
}

void PortedIntervalsTest::next_combinations_fireAsInAPScheduler_data()
{
    const char *const berlin = "Europe/Berlin";
    const char *const summer = R"({"type": "and", "triggers": [{"type": "cron", "month": "5-8", "day": "6-15", "end_date": "2017-08-10T00:00:00"},
        {"type": "cron", "month": "6-9", "day": "*/3", "end_date": "2017-09-07T00:00:00"}]})";
    const char *const eitherSummer = R"({"type": "or", "triggers": [{"type": "cron", "month": "5-8", "day": "6-15", "end_date": "2017-08-10T00:00:00"},
        {"type": "cron", "month": "6-9", "day": "*/3", "end_date": "2017-09-07T00:00:00"}]})";
    addCases({
        {"two crons, first match", berlin, summer, "2017-08-06", "2017-08-07 2017-08-10 never"},
        {"two crons, after the end", berlin, summer, "2017-08-10T01:00", "never"},
        {"either cron, earliest", berlin, eitherSummer, "2017-08-06", "2017-08-06 2017-08-07 2017-08-08 2017-08-09 2017-08-10 2017-08-13"},
        {"either cron, after the end", berlin, eitherSummer, "2017-09-07T01:00", "never"},
        {"intervals of 6 and 12 hours", "UTC", R"({"type": "and", "triggers": [
             {"type": "interval", "hours": 6, "start_date": "2024-05-01"}, {"type": "interval", "hours": 12, "start_date": "2024-05-01"}]})",
         "2024-05-01", "2024-05-01 2024-05-01T12:00 2024-05-02"},
        {"a day and a week", "UTC", R"({"type": "and", "triggers": [
             {"type": "interval", "days": 1, "start_date": "2024-05-01"}, {"type": "interval", "weeks": 1, "start_date": "2024-05-01"}]})",
         "2024-05-01", "2024-05-01 2024-05-08 2024-05-15"},
        {"workday hours and 12 hours", "UTC", R"({"type": "and", "triggers": [
             {"type": "cron", "day_of_week": "mon-fri", "hour": "*"}, {"type": "interval", "hours": 12, "start_date": "2024-05-03"}]})",
         "2024-05-03", "2024-05-03 2024-05-03T12:00 2024-05-06"},
        {"workdays and every fourth day", "UTC", R"({"type": "and", "triggers": [
             {"type": "cron", "day_of_week": "mon-fri"}, {"type": "interval", "days": 4, "start_date": "2024-05-13"}]})",
         "2024-05-13", "2024-05-13 2024-05-17 2024-05-21 2024-05-29"},
        {"each first that is a workday", "UTC", R"({"type": "and", "triggers": [
             {"type": "calendarinterval", "months": 1, "start_date": "2024-01-01"}, {"type": "cron", "day_of_week": "mon-fri"}]})",
         "2024-01-01", "2024-01-01 2024-02-01 2024-03-01 2024-04-01 2024-05-01 2024-07-01 2024-08-01 2024-10-01 2024-11-01"},
        {"both passes of a fold are two instants", berlin, R"({"type": "and", "triggers": [
             {"type": "date", "run_date": "2024-10-27T02:30:00"}, {"type": "date", "run_date": "2024-10-27T02:30:00+01:00"}]})",
         "2024-01-01", "never"},
        {"either pass of a fold", berlin, R"({"type": "or", "triggers": [
             {"type": "date", "run_date": "2024-10-27T02:30:00+01:00"}, {"type": "date", "run_date": "2024-10-27T02:30:00"}]})",
         "2024-01-01", "2024-10-27T02:30:00+02:00 2024-10-27T02:30:00+01:00 never"},
        {"one instant in two zones fires once", berlin, R"({"type": "or", "triggers": [
             {"type": "date", "run_date": "2024-10-27T02:30:00"}, {"type": "date", "run_date": "2024-10-27T00:30:00Z"}]})",
         "2024-01-01", "2024-10-27T02:30:00+02:00 never"},
        {"two dates in a row", berlin, R"({"type": "or", "triggers": [
             {"type": "date", "run_date": "2020-05-16T14:17:30.254"}, {"type": "date", "run_date": "2020-05-18T15:01:53.940"}]})",
         "2020-01-01", "2020-05-16T14:17:30.254 2020-05-18T15:01:53.940 never"},
        {"two intervals that end", berlin, R"({"type": "or", "triggers": [
             {"type": "interval", "seconds": 4, "start_date": "2020-05-16T14:17:30", "end_date": "2020-05-16T14:17:46"},
             {"type": "interval", "seconds": 6, "start_date": "2020-05-16T14:17:30", "end_date": "2020-05-16T14:17:48"}]})",
         "2020-01-01", "2020-05-16T14:17:30 2020-05-16T14:17:34 2020-05-16T14:17:36 2020-05-16T14:17:38 2020-05-16T14:17:42 "
                       "2020-05-16T14:17:46 2020-05-16T14:17:48 never"},
        // APScheduler 4 takes what lies within a second for one instant, and gives up with an error.
        {"dates a second apart, which are two instants with us", berlin, R"({"type": "and", "triggers": [
             {"type": "date", "run_date": "2020-05-16T14:17:30.254"}, {"type": "date", "run_date": "2020-05-16T14:17:31.254"}]})",
         "2020-01-01", "never"},
        {"intervals that never meet, which is no error with us", berlin, R"({"type": "and", "triggers": [
             {"type": "interval", "seconds": 4, "start_date": "2020-05-16T14:17:30"},
             {"type": "interval", "seconds": 4, "start_date": "2020-05-16T14:17:32"}]})",
         "2020-01-01", "never"},
    });
}

void PortedIntervalsTest::parse_wrongTriggers_areRefused_data()
{
    addRefusedCases({
        {R"({"type": "interval"})", "seconds"},
        {R"({"type": "interval", "seconds": "1-6"})", "seconds"},
        {R"({"type": "interval", "seconds": 1, "start_date": "2020-05-16T00:00:00", "end_date": "2020-05-15T00:00:00"})", "end_date"},
        {R"({"type": "interval", "minutes": 15, "start_date": "2026-10-25T02:15:00+01:00", "end_date": "2026-10-25T02:45:00+02:00"})", "end_date"},
        {R"({"type": "calendarinterval"})", "days"},
        {R"({"type": "calendarinterval", "days": 1, "start_date": "2016-03-04", "end_date": "2016-03-03"})", "end_date"},
        {R"({"type": "and", "triggers": []})", "triggers"},
        // APScheduler 3 takes one digit for a month; we take the ISO form only.
        {R"({"type": "date", "run_date": "2009-7-6"})", "run_date"},
    });
}

REVEILLE_TEST(PortedIntervalsTest)
#include "tst_portedintervals.moc"
