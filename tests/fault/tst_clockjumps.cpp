// SPDX-License-Identifier: MIT
#include "tests/fault/faultdesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonArray>
#include <QTest>

#include <ctime>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");
constexpr milliseconds WrongClock = 3h; // DESIGN.md section 4: fire times that lie further ahead came from a wrong clock
constexpr milliseconds GraceTime = 24h; // of the jobs of FaultDesk
constexpr double MostCpu = 2.0;         // seconds

struct Jump
{
    const char *name;
    milliseconds by;
};
constexpr std::array Jumps{Jump{"1 s", 1s}, Jump{"1 min", 1min}, Jump{"1 h", 1h}, Jump{"1 day", 24h}, Jump{"40 days", 40 * 24h},
                           Jump{"1 year", 365 * 24h}, Jump{"10 years", 3652 * 24h}};

struct Schedule
{
    const char *name;
    QJsonObject trigger;
};
const QList<Schedule> &schedules()
{
    static const QList<Schedule> all{
        {"every second", {{u"type"_s, u"interval"_s}, {u"seconds"_s, 1}, {u"start_date"_s, u"2000-01-01T00:00:00Z"_s}}},
        {"every minute", {{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}, {u"start_date"_s, u"2000-01-01T00:00:00Z"_s}}},
        {"cron, every 5 minutes", {{u"type"_s, u"cron"_s}, {u"crontab"_s, u"*/5 * * * *"_s}, {u"timezone"_s, u"America/New_York"_s}}},
        {"cron, daily", {{u"type"_s, u"cron"_s}, {u"crontab"_s, u"30 2 * * *"_s}, {u"timezone"_s, u"Europe/Helsinki"_s}}},
        {"monthly", {{u"type"_s, u"calendarinterval"_s}, {u"months"_s, 1}, {u"hour"_s, 9}, {u"start_date"_s, u"2000-01-01"_s},
                     {u"timezone"_s, u"Asia/Shanghai"_s}}},
        {"one of two", {{u"type"_s, u"or"_s}, {u"triggers"_s, QJsonArray{
            QJsonObject{{u"type"_s, u"cron"_s}, {u"hour"_s, u"*/6"_s}, {u"timezone"_s, u"UTC"_s}},
            QJsonObject{{u"type"_s, u"cron"_s}, {u"minute"_s, u"7"_s}, {u"timezone"_s, u"UTC"_s}}}}}},
    };
    return all;
}

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

// Section 4 of DESIGN.md, after the clock was set or the machine slept: each fire time has its row once, what is late is
// treated as such, and the scheduler goes on at once and at rest.
class ClockJumpsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void forward_whileRunning_accountsForEachFireTimeOnce_data() { addRows(); }
    void forward_whileRunning_accountsForEachFireTimeOnce();
    void forward_whileAway_accountsForEachFireTimeOnce_data() { addRows(); }
    void forward_whileAway_accountsForEachFireTimeOnce();
    void back_whileRunning_goesOnAndRepeatsNothing_data() { addRows(); }
    void back_whileRunning_goesOnAndRepeatsNothing();
    void back_whileAway_goesOnAndRepeatsNothing_data() { addRows(); }
    void back_whileAway_goesOnAndRepeatsNothing();
    void backAndForth_repeatsNothing_data() { addRows(); }
    void backAndForth_repeatsNothing();
    void back_whilePaused_goesOnWhenResumed();
    void back_whilePausedFromTheStart_goesOnWhenResumed();
    void back_whileAClaimIsUnderWay_isNoticedAtItsEnd();
    void back_whileARetryAndASnoozeWait_theyWaitNoLonger_data();
    void back_whileARetryAndASnoozeWait_theyWaitNoLonger();
    void forward_whileRunsAreActive_endsThemAsUsual();

private:
    static void addRows();
    static QList<Job> jobs(const FaultDesk &desk);
    static bool followFireTimes(FaultDesk &desk, int count);
    static void checkLateness(FaultDesk &desk, const QString &id, TimePoint jumpedTo);
    static TimePoint newestFireTime(FaultDesk &desk, const QString &id);
    static OptionalTime expectedNext(FaultDesk &desk, const QString &id, OptionalTime newest);
};

void ClockJumpsTest::addRows()
{
    QTest::addColumn<QJsonObject>("trigger");
    QTest::addColumn<milliseconds>("jump");
    for (const Schedule &schedule : schedules()) {
        for (const Jump &jump : Jumps)
            QTest::addRow("%s, %s", schedule.name, jump.name) << schedule.trigger << jump.by;
    }
}

// One schedule with each way to catch up.
QList<Job> ClockJumpsTest::jobs(const FaultDesk &desk)
{
    QFETCH(QJsonObject, trigger);
    return {desk.job(u"latest"_s, trigger), desk.job(u"earliest"_s, trigger, {{u"coalesce"_s, u"earliest"_s}}),
            desk.job(u"all"_s, trigger, {{u"coalesce"_s, u"all"_s}, {u"overlap"_s, u"allow"_s}}),
            desk.job(u"patient"_s, trigger, {{u"misfire_grace_time"_s, QJsonValue()}}),
            desk.job(u"jittery"_s, trigger, {{u"jitter"_s, 3}})};
}

bool ClockJumpsTest::followFireTimes(FaultDesk &desk, int count)
{
    for (int i = 0; i < count; ++i) {
        OptionalTime next;
        const QList<JobSnapshot> all = desk.scheduler().jobs();
        for (const JobSnapshot &job : all)
            next = std::min(next.value_or(EndOfTime), job.nextRunTime.value_or(EndOfTime));
        if (!next || *next <= desk.clock.now() || !desk.goTo(*next))
            return false;
    }
    return true;
}

// What ran, ran within its grace time, and what is called late was beyond it.
void ClockJumpsTest::checkLateness(FaultDesk &desk, const QString &id, TimePoint jumpedTo)
{
    const std::optional<milliseconds> grace = desk.snapshot(id).job->misfireGraceTime;
    const milliseconds jitter = desk.snapshot(id).job->jitter;
    const QList<Run> rows = desk.rows(id);
    for (const Run &run : rows) {
        if (run.startedAt && grace)
            QVERIFY(*run.startedAt - run.scheduledAt <= *grace + jitter);
        if (run.outcome == Outcome::Missed) {
            QVERIFY(grace);
            QCOMPARE(run.reason, u"late"_s);
            QVERIFY(jumpedTo - run.until.value_or(run.scheduledAt) > *grace);
        }
        if (run.outcome == Outcome::Skipped)
            QCOMPARE(run.reason, u"coalesced"_s);
    }
}

void ClockJumpsTest::forward_whileRunning_accountsForEachFireTimeOnce()
{
    QFETCH(milliseconds, jump);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QList<Job> all = jobs(desk);
    for (const Job &job : all)
        QVERIFY(!desk.add(job));
    const TimePoint first = *all.first().trigger->next(Start);
    QVERIFY(followFireTimes(desk, 6));

    const double before = cpuSeconds();
    const int callsBefore = desk.store().callCount();
    const TimePoint target = desk.clock.now() + jump;
    QVERIFY2(desk.goTo(target), "it comes to no rest");
    QVERIFY(cpuSeconds() - before < MostCpu);
    QVERIFY(desk.store().callCount() - callsBefore < 50);
    for (const Job &job : all)
        checkLateness(desk, job.id.value, target);
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.advance(3s)); // for the jittery one
    for (const Job &job : all) {
        if (job.jitter == 0ms)
            QCOMPARE(desk.mistakeIn(job.id.value, first), QString());
    }
    QCOMPARE(desk.doubles(), QStringList());
}

void ClockJumpsTest::forward_whileAway_accountsForEachFireTimeOnce()
{
    QFETCH(milliseconds, jump);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QList<Job> all = jobs(desk);
    for (const Job &job : all)
        QVERIFY(!desk.add(job));
    const TimePoint first = *all.first().trigger->next(Start);
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));

    const TimePoint target = desk.clock.now() + jump;
    desk.clock.set(target);
    desk.renew();
    const double before = cpuSeconds();
    QVERIFY(!desk.start());
    QVERIFY2(desk.goTo(target), "it comes to no rest");
    QVERIFY(cpuSeconds() - before < MostCpu);
    for (const Job &job : all)
        checkLateness(desk, job.id.value, target);
    QVERIFY(followFireTimes(desk, 6));
    for (const Job &job : all) {
        if (job.jitter == 0ms)
            QCOMPARE(desk.mistakeIn(job.id.value, first), QString());
    }
    QCOMPARE(desk.doubles(), QStringList());
}

TimePoint ClockJumpsTest::newestFireTime(FaultDesk &desk, const QString &id)
{
    const Run last = desk.rows(id).last();
    return last.until.value_or(last.scheduledAt);
}

// From the later of now and the newest fire time in the ledger, unless that lies too far ahead.
OptionalTime ClockJumpsTest::expectedNext(FaultDesk &desk, const QString &id, OptionalTime newest)
{
    TimePoint after = desk.clock.now();
    if (newest && *newest <= after + WrongClock)
        after = std::max(after, *newest);
    return desk.snapshot(id).job->trigger->next(after);
}

void ClockJumpsTest::back_whileRunning_goesOnAndRepeatsNothing()
{
    QFETCH(milliseconds, jump);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QList<Job> all = jobs(desk);
    for (const Job &job : all)
        QVERIFY(!desk.add(job));
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.advance(3s));
    QHash<QString, OptionalTime> newest;
    for (const Job &job : all)
        newest[job.id.value] = newestFireTime(desk, job.id.value);

    const double before = cpuSeconds();
    QVERIFY2(desk.goTo(desk.clock.now() - jump - 1ms), "it comes to no rest"); // a second or less is no set clock
    QVERIFY(cpuSeconds() - before < MostCpu);
    for (const Job &job : all) {
        if (job.jitter == 0ms)
            QCOMPARE(desk.snapshot(job.id.value).nextRunTime, expectedNext(desk, job.id.value, newest[job.id.value]));
    }
    const qsizetype ran = desk.executor().submitted().size();
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.executor().submitted().size() > ran);
    QCOMPARE(desk.doubles(), QStringList());
}

void ClockJumpsTest::back_whileAway_goesOnAndRepeatsNothing()
{
    QFETCH(milliseconds, jump);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QList<Job> all = jobs(desk);
    for (const Job &job : all)
        QVERIFY(!desk.add(job));
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.advance(3s));
    QHash<QString, OptionalTime> newest;
    for (const Job &job : all)
        newest[job.id.value] = newestFireTime(desk, job.id.value);
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));

    desk.clock.set(desk.clock.now() - jump);
    desk.renew();
    QVERIFY(!desk.start());
    QVERIFY2(desk.goTo(desk.clock.now()), "it comes to no rest");
    for (const Job &job : all) {
        if (job.jitter == 0ms)
            QCOMPARE(desk.snapshot(job.id.value).nextRunTime, expectedNext(desk, job.id.value, newest[job.id.value]));
    }
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(!desk.executor().submitted().isEmpty());
    QCOMPARE(desk.doubles(), QStringList());
}

void ClockJumpsTest::backAndForth_repeatsNothing()
{
    QFETCH(milliseconds, jump);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QList<Job> all = jobs(desk);
    for (const Job &job : all)
        QVERIFY(!desk.add(job));
    for (const int direction : {-1, 1, 1, -1, -1, 1}) {
        QVERIFY(followFireTimes(desk, 4));
        QVERIFY2(desk.advance(direction * (jump + 1500ms)), "it comes to no rest");
    }
    const qsizetype ran = desk.executor().submitted().size();
    QVERIFY(followFireTimes(desk, 6));
    QVERIFY(desk.executor().submitted().size() > ran);
    QCOMPARE(desk.doubles(), QStringList());
}

void ClockJumpsTest::back_whilePaused_goesOnWhenResumed()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, schedules()[1].trigger)));
    QVERIFY(desk.advance(3652 * 24h));
    QVERIFY(desk.wait(desk.scheduler().pauseJobs({{u"a"_s}})));
    QVERIFY(desk.goTo(Start + 1h));
    QVERIFY(desk.wait(desk.scheduler().resumeJobs({{u"a"_s}})));
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1h + 1min);
}

void ClockJumpsTest::back_whilePausedFromTheStart_goesOnWhenResumed()
{
    FaultDesk desk;
    desk.clock.set(Start + 3652 * 24h);
    QVERIFY(desk.wait(desk.scheduler().start(SchedulerState::Paused)));
    QVERIFY(!desk.add(desk.job(u"a"_s, schedules()[1].trigger)));
    QVERIFY(desk.goTo(Start));
    QVERIFY(desk.wait(desk.scheduler().resume()));
    QVERIFY(desk.settle());
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1min);
}

// Nobody says that the clock was set, and what is due next by the wrong one is far away now.
void ClockJumpsTest::back_whileAClaimIsUnderWay_isNoticedAtItsEnd()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, schedules()[1].trigger)));
    QVERIFY(desk.advance(3652 * 24h));
    desk.store().holdAnswers();
    QVERIFY(desk.advance(1min));
    desk.clock.set(Start + 1h);
    desk.store().giveAnswers();
    QTRY_COMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1h + 1min);
}

void ClockJumpsTest::back_whileARetryAndASnoozeWait_theyWaitNoLonger_data()
{
    QTest::addColumn<bool>("isAway"); // the scheduler, as the clock is set
    QTest::newRow("running") << false;
    QTest::newRow("away") << true;
}

void ClockJumpsTest::back_whileARetryAndASnoozeWait_theyWaitNoLonger()
{
    QFETCH(bool, isAway);
    FaultDesk desk;
    QVERIFY(!desk.start());
    const QJsonObject daily{{u"type"_s, u"interval"_s}, {u"days"_s, 1}};
    QVERIFY(!desk.add(desk.job(u"retried"_s, daily, {{u"retries"_s, QJsonObject{{u"count"_s, 2}, {u"delay"_s, 60}}}})));
    QVERIFY(!desk.add(desk.job(u"snoozed"_s, daily)));
    QVERIFY(desk.advance(3652 * 24h));
    desk.executor().setResult({.outcome = Outcome::Error, .reason = u"broken"_s});
    QVERIFY(desk.wait(desk.scheduler().runNow({u"retried"_s})));
    const RunId run = desk.wait(desk.scheduler().runNow({u"snoozed"_s})).value();
    QVERIFY(desk.settle());
    QVERIFY(desk.wait(desk.scheduler().snooze(run, 2min)));
    const auto countOf = [&](const QString &id) {
        const QList<TaskContext> submitted = desk.executor().submitted();
        return std::count_if(submitted.begin(), submitted.end(), [&](const TaskContext &task) { return task.jobId.value == id; });
    };
    const qsizetype retried = isAway ? 0 : countOf(u"retried"_s);
    const qsizetype snoozed = isAway ? 0 : countOf(u"snoozed"_s);
    if (isAway) {
        QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
        desk.renew();
        desk.clock.set(Start + 1h);
        QVERIFY(!desk.start());
        desk.executor().setResult({.outcome = Outcome::Error, .reason = u"broken"_s});
    }
    QVERIFY(desk.goTo(Start + 1h));
    QVERIFY(desk.advance(59s));
    QCOMPARE(countOf(u"retried"_s), retried);
    QVERIFY(desk.advance(1s));
    QCOMPARE(countOf(u"retried"_s), retried + 1);
    QVERIFY(desk.advance(1min));
    QCOMPARE(countOf(u"snoozed"_s), snoozed + 1);
    QVERIFY(desk.goTo(Start + 30min)); // again, and what has waited since waits no longer for that
    QVERIFY(desk.advance(2min));
    QCOMPARE(countOf(u"retried"_s), retried + 2);
    QCOMPARE(countOf(u"snoozed"_s), snoozed + 1);
}

void ClockJumpsTest::forward_whileRunsAreActive_endsThemAsUsual()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, {{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}})));
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.advance(40 * 24h));
    QCOMPARE(desk.executor().submitted().size(), 1); // the first is still running
    desk.executor().end(desk.executor().submitted().first().runId, {});
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.executor().submitted().size(), 2);
    desk.executor().end(desk.executor().submitted().last().runId, {});
    QVERIFY(desk.settle());
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
}

REVEILLE_TEST(ClockJumpsTest)
#include "tst_clockjumps.moc"
