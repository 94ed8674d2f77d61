// SPDX-License-Identifier: MIT
#include "tests/support/schedulerdesk.h"

using namespace reveille;
using namespace Qt::StringLiterals;

class QtSchedulerTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void wakeUp_due_runsOncePerFireTimeInOrderOfEvents();
    void wakeUp_notYetDue_runsNothing();
    void wakeUp_sameInstant_runsInOrderOfCreation();
    void wakeUp_afterLongSleep_coalescesAndSaysSo();
    void pause_scheduler_startsNothingAndCatchesNothingUp();
    void runNow_pausedJob_runsAndLeavesTheScheduleAlone();
    void runNow_whileRunning_isSkippedAsOverlap();
    void overlap_queue_runsTheNextWhenTheFirstEnds();
    void overlap_queuedRunBeginsAsTheNextIsDue_thatIsQueued();
    void overlap_replace_endsTheFirst();
    void overlap_replaceOfSeveral_endsTheOldest();
    void overlap_replaceBySeveral_endsWhatWasThere();
    void retries_failingRun_waitLongerEachTime();
    void failures_inARow_areCountedAfterTheLastRetry();
    void cancelRun_active_endsAsCancelled();
    void snooze_run_comesBackOnceAfterTheDelay();
    void start_afterCrash_interruptsOrRepeats();
    void start_afterCrash_removesWhatIsOverAndNotToBeKept();
    void start_unreadableJob_isKeptAsBroken();
    void start_unreadableJob_leavesItsRunsAsTheyAre();
    void start_dataOfAnotherId_isTheJobThatIsStored();
    void start_overdue_followsMisfireRules();
    void clock_setBack_runsNoFireTimeTwice();
    void shutdown_runningWork_isGivenItsTimeThenEnded();
    void shutdown_paused_writesOffWhatWasNotStarted();
    void wakeUp_twoRunsDueAtOnce_countEachOther();
    void wakeUp_fireTimeThatHasARow_passesOverItAndGoesOn();
    void start_clockWasAhead_computesFireTimesAnew();
    void start_interruptedRun_isAFailure();
    void start_whatWasAddedBefore_isToldToWhoListensThen();
};

void QtSchedulerTest::wakeUp_due_runsOncePerFireTimeInOrderOfEvents()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.settle();
    desk.events.clear();
    for (int i = 0; i < 3; ++i)
        desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"success 1"_s, u"success 2"_s, u"success 3"_s}));
    QCOMPARE(desk.events.first(3), (QStringList{u"submitted a"_s, u"started a"_s, u"executed a"_s}));
    QCOMPARE(desk.events.size(), 9);
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 4min);
    QCOMPARE(desk.snapshot(u"a"_s).revision, 0);
}

void QtSchedulerTest::wakeUp_notYetDue_runsNothing()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(1min - 1ms);
    QCOMPARE(desk.executor->submitted().size(), 0);
    desk.advance(1ms);
    QCOMPARE(desk.executor->submitted().size(), 1);
}

void QtSchedulerTest::wakeUp_sameInstant_runsInOrderOfCreation()
{
    Desk desk;
    desk.start();
    for (const QString &id : {u"c"_s, u"a"_s, u"b"_s})
        desk.add(desk.job(id));
    desk.advance(1min);
    QStringList order;
    for (const TaskContext &context : desk.executor->submitted())
        order.append(context.jobId.value);
    QCOMPARE(order, (QStringList{u"c"_s, u"a"_s, u"b"_s}));
}

void QtSchedulerTest::wakeUp_afterLongSleep_coalescesAndSaysSo()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(90min + 30s);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"missed 1-30 late"_s, u"skipped 31-89 coalesced"_s, u"success 90"_s}));
    QVERIFY(desk.events.contains(u"missed a"_s));
}

void QtSchedulerTest::pause_scheduler_startsNothingAndCatchesNothingUp()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QVERIFY(desk.scheduler.pause());
    desk.advance(5min);
    QCOMPARE(desk.executor->submitted().size(), 0);
    QVERIFY(desk.wait(desk.scheduler.resume()));
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"skipped 1-5 paused"_s, u"success 6"_s}));
}

void QtSchedulerTest::runNow_pausedJob_runsAndLeavesTheScheduleAlone()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"paused"_s, true}}));
    desk.clock.advance(2min);
    QVERIFY(desk.wait(desk.scheduler.runNow({u"a"_s})));
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"success 2"_s});
    QVERIFY(desk.snapshot(u"a"_s).status == JobStatus::Paused);
    QVERIFY(!desk.wait(desk.scheduler.runNow({u"nobody"_s})));
}

void QtSchedulerTest::runNow_whileRunning_isSkippedAsOverlap()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(1min);
    QVERIFY(desk.wait(desk.scheduler.runNow({u"a"_s})));
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s).filter(u"overlap"_s).size(), 1);
    QVERIFY(desk.events.contains(u"max_instances a"_s));
    QCOMPARE(desk.executor->submitted().size(), 1);
}

void QtSchedulerTest::overlap_queue_runsTheNextWhenTheFirstEnds()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"overlap"_s, u"queue"_s}}));
    desk.advance(1min);
    desk.advance(1min);
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"running 1"_s, u"waiting 2"_s, u"skipped 3 overlap"_s}));
    desk.executor->end(desk.executor->submitted().first().runId, {});
    desk.advance(1s);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"success 1"_s, u"running 2"_s, u"skipped 3 overlap"_s}));
}

void QtSchedulerTest::overlap_replace_endsTheFirst()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"overlap"_s, u"replace"_s}}));
    desk.advance(1min);
    desk.advance(1min);
    desk.advance(1s);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"cancelled 1 replaced"_s, u"running 2"_s}));
}

void QtSchedulerTest::overlap_queuedRunBeginsAsTheNextIsDue_thatIsQueued()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"overlap"_s, u"queue"_s}}));
    desk.advance(1min);
    desk.advance(1min);
    desk.clock.advance(1min);
    desk.executor->end(desk.executor->submitted().first().runId, {});
    desk.scheduler.wakeUp();
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"success 1"_s, u"running 2"_s, u"waiting 3"_s}));
}

void QtSchedulerTest::overlap_replaceOfSeveral_endsTheOldest()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"overlap"_s, u"replace"_s}, {u"max_instances"_s, 2}}));
    desk.advance(1min);
    desk.advance(1min);
    desk.advance(1min);
    desk.advance(1s);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"cancelled 1 replaced"_s, u"running 2"_s, u"running 3"_s}));
}

void QtSchedulerTest::overlap_replaceBySeveral_endsWhatWasThere()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"overlap"_s, u"replace"_s}, {u"max_instances"_s, 2}, {u"coalesce"_s, u"all"_s}}));
    desk.advance(1min);
    desk.advance(3min);
    desk.advance(1s);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"cancelled 1 replaced"_s, u"running 2"_s, u"running 3"_s, u"skipped 4 overlap"_s}));
}

void QtSchedulerTest::retries_failingRun_waitLongerEachTime()
{
    Desk desk;
    desk.executor->setResult({.outcome = Outcome::Error, .reason = u"exit code 1"_s, .exitCode = 1});
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"days"_s, 1}}},
                               {u"retries"_s, QJsonObject{{u"count"_s, 2}, {u"delay"_s, 60}, {u"backoff"_s, 3}}}}));
    desk.advance(24h);
    QCOMPARE(desk.executor->submitted().size(), 1);
    desk.advance(59s);
    QCOMPARE(desk.executor->submitted().size(), 1);
    desk.advance(1s);
    QCOMPARE(desk.executor->submitted().size(), 2);
    desk.advance(179s);
    QCOMPARE(desk.executor->submitted().size(), 2);
    desk.advance(1s);
    QCOMPARE(desk.executor->submitted().size(), 3);
    desk.advance(2h);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"error 1440 exit code 1"_s, u"error 1440 attempt 2 exit code 1"_s,
                                             u"error 1440 attempt 3 exit code 1"_s}));
}

void QtSchedulerTest::failures_inARow_areCountedAfterTheLastRetry()
{
    Desk desk;
    desk.executor->setResult({.outcome = Outcome::Error, .reason = u"x"_s});
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 0}}}}));
    desk.advance(1min);
    desk.advance(1s);
    QCOMPARE(desk.snapshot(u"a"_s).failuresInARow, 1);
    desk.advance(59s);
    desk.advance(1s);
    QCOMPARE(desk.snapshot(u"a"_s).failuresInARow, 2);
    desk.executor->setResult({});
    desk.advance(59s);
    QCOMPARE(desk.snapshot(u"a"_s).failuresInARow, 0);
}

void QtSchedulerTest::cancelRun_active_endsAsCancelled()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(1min);
    const RunId run = desk.executor->submitted().first().runId;
    QVERIFY(desk.scheduler.cancelRun(run).result());
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"cancelled 1 cancelled"_s});
    QCOMPARE(desk.wait(desk.scheduler.cancelRun(run)).error().code, ErrorCode::NotFound);
}

void QtSchedulerTest::snooze_run_comesBackOnceAfterTheDelay()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"days"_s, 1}}}}));
    desk.advance(24h);
    QVERIFY(desk.wait(desk.scheduler.snooze(desk.executor->submitted().first().runId, 10min)));
    desk.advance(10min - 1ms);
    QCOMPARE(desk.executor->submitted().size(), 1);
    desk.advance(1ms);
    QCOMPARE(desk.executor->submitted().size(), 2);
    const QList<Run> runs = desk.wait(desk.scheduler.runs({})).value();
    QVERIFY(runs.first().cause == Cause::Snooze);
    QCOMPARE(runs.last().acknowledgedAt, Start + 24h);
    QVERIFY(!desk.wait(desk.scheduler.snooze({u"nothing"_s}, 1min)));
}

void QtSchedulerTest::start_afterCrash_interruptsOrRepeats()
{
    Desk desk;
    const auto claimed = [](const QString &id, const QString &job) {
        return Run{.id = {id}, .jobId = {job}, .scheduledAt = Start, .dueAt = Start, .state = RunState::Running, .startedAt = Start};
    };
    QList<JobRecord> records;
    for (const auto &[id, delivery] : {std::pair(u"once"_s, u"at_most_once"_s), std::pair(u"again"_s, u"at_least_once"_s)}) {
        JobRecord record = toRecord(std::make_shared<const Job>(desk.job(id, {{u"delivery"_s, delivery}})));
        record.nextFireTime = Start + 1h;
        records.append(record);
    }
    desk.leave(records, {claimed(u"r1"_s, u"once"_s), claimed(u"r2"_s, u"again"_s), claimed(u"r3"_s, u"gone"_s)});
    desk.clock.advance(5s);
    desk.start();
    desk.advance(1s);
    QCOMPARE(desk.rows(u"once"_s), QStringList{u"interrupted 0 interrupted"_s});
    QCOMPARE(desk.rows(u"again"_s), (QStringList{u"interrupted 0 interrupted"_s, u"success 0 attempt 2"_s}));
    QCOMPARE(desk.rows(u"gone"_s), QStringList{u"interrupted 0 interrupted"_s});
}

void QtSchedulerTest::start_afterCrash_removesWhatIsOverAndNotToBeKept()
{
    Desk desk;
    QList<JobRecord> records;
    for (const QString &id : {u"interrupted"_s, u"ended"_s, u"kept"_s, u"paused"_s, u"waiting"_s, u"both"_s}) {
        records.append(toRecord(std::make_shared<const Job>(desk.job(id, {
            {u"trigger"_s, id == u"paused"_s ? QJsonValue() : QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(Start)}}},
            {u"when_finished"_s, id == u"kept"_s ? u"keep"_s : u"remove"_s}, {u"paused"_s, id == u"paused"_s}}))));
    }
    Run running{.id = {u"r1"_s}, .jobId = {u"interrupted"_s}, .scheduledAt = Start, .dueAt = Start, .state = RunState::Running, .startedAt = Start};
    Run waiting{.id = {u"r2"_s}, .jobId = {u"waiting"_s}, .scheduledAt = Start, .dueAt = Start + 1h, .cause = Cause::Retry,
                .state = RunState::Waiting, .attempt = 2};
    Run ofBoth = running;
    ofBoth.id = {u"r3"_s};
    ofBoth.jobId = {u"both"_s};
    const Run snoozed{.id = {u"r4"_s}, .jobId = {u"both"_s}, .scheduledAt = Start, .dueAt = Start + 10s, .cause = Cause::Snooze,
                      .state = RunState::Waiting};
    desk.leave(records, {running, waiting, ofBoth, snoozed});
    desk.clock.advance(5s);
    desk.start();
    const auto left = [&] {
        QStringList ids;
        for (const JobSnapshot &snapshot : desk.scheduler.jobs())
            ids.append(snapshot.job->id.value);
        return ids;
    };
    QTRY_COMPARE(left().join(u' '), u"kept paused waiting both"_s);
    QCOMPARE(desk.rows(u"interrupted"_s), QStringList{u"interrupted 0 interrupted"_s});
    desk.advance(5s);
    QCOMPARE(desk.rows(u"both"_s), (QStringList{u"interrupted 0 interrupted"_s, u"success 0"_s}));
    QTRY_COMPARE(left().join(u' '), u"kept paused waiting"_s);
}

void QtSchedulerTest::start_unreadableJob_leavesItsRunsAsTheyAre()
{
    Desk desk;
    JobRecord unknown = toRecord(std::make_shared<const Job>(desk.job(u"unknown"_s)));
    unknown.data = unknown.data.text().replace("\"fake\"", "\"unknown\"");
    const Run waiting{.id = {u"r"_s}, .jobId = {u"unknown"_s}, .scheduledAt = Start, .dueAt = Start + 1s, .cause = Cause::Retry,
                      .state = RunState::Waiting, .attempt = 2};
    desk.leave({unknown}, {waiting});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown.*is broken"_s));
    desk.start();
    desk.advance(1h);
    QCOMPARE(desk.rows(u"unknown"_s), QStringList{u"waiting 0 attempt 2"_s});
    QCOMPARE(desk.executor->submitted().size(), 0);
}

void QtSchedulerTest::start_unreadableJob_isKeptAsBroken()
{
    Desk desk;
    JobRecord unknown = toRecord(std::make_shared<const Job>(desk.job(u"unknown"_s)));
    unknown.data = unknown.data.text().replace("\"fake\"", "\"unknown\"");
    unknown.nextFireTime = Start;
    JobRecord garbled = toRecord(std::make_shared<const Job>(desk.job(u"garbled"_s)));
    garbled.data = QByteArray("{]");
    desk.leave({unknown, garbled});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"unknown.*is broken"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"garbled.*is broken"_s));
    desk.start();
    desk.advance(1h);
    QVERIFY(desk.snapshot(u"unknown"_s).status == JobStatus::Broken);
    QVERIFY(desk.snapshot(u"garbled"_s).status == JobStatus::Broken);
    QVERIFY(desk.snapshot(u"unknown"_s).brokenReason.contains(u"no such task"_s));
    QCOMPARE(desk.executor->submitted().size(), 0);
    QVERIFY(desk.events.contains(u"broken garbled"_s));
    QVERIFY(!desk.wait(desk.scheduler.runNow({u"unknown"_s})));
    QVERIFY(desk.wait(desk.scheduler.removeJobs({JobId{u"garbled"_s}})));
}

void QtSchedulerTest::start_dataOfAnotherId_isTheJobThatIsStored()
{
    Desk desk;
    JobRecord stored = toRecord(std::make_shared<const Job>(desk.job(u"stored"_s)));
    stored.data = stored.data.text().replace("\"stored\"", "\"another\"");
    stored.nextFireTime = Start;
    desk.leave({stored});
    desk.start();
    desk.advance(1s);
    QCOMPARE(desk.snapshot(u"stored"_s).job->id, JobId{u"stored"_s});
    QVERIFY(desk.events.contains(u"executed stored"_s));
    QCOMPARE(desk.rows(u"stored"_s).size(), 1);
}

void QtSchedulerTest::start_overdue_followsMisfireRules()
{
    Desk desk;
    JobRecord record = toRecord(std::make_shared<const Job>(desk.job(u"a"_s)));
    record.nextFireTime = Start + 1min;
    desk.leave({record});
    desk.clock.advance(2h);
    desk.start();
    desk.advance(0ms);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"missed 1-59 late"_s, u"skipped 60-119 coalesced"_s, u"success 120"_s}));
}

void QtSchedulerTest::clock_setBack_runsNoFireTimeTwice()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    for (int i = 0; i < 10; ++i)
        desk.advance(1min);
    desk.advance(-5min);
    for (int i = 0; i < 7; ++i)
        desk.advance(1min);
    QStringList expected;
    for (int minute = 1; minute <= 12; ++minute)
        expected.append(u"success %1"_s.arg(minute));
    QCOMPARE(desk.rows(u"a"_s), expected);
}

void QtSchedulerTest::shutdown_runningWork_isGivenItsTimeThenEnded()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(1min);
    const QFuture<Result<void>> stopped = desk.scheduler.shutdown(1h);
    desk.settle();
    QVERIFY(!stopped.isFinished());
    QCOMPARE(desk.executor->activeCount(), 1);
    QVERIFY(desk.wait(desk.scheduler.shutdown(0ms)));
    QVERIFY(stopped.isFinished());
    QCOMPARE(desk.executor->activeCount(), 0);
    QCOMPARE(desk.events.last(), u"shutdown"_s);
}

void QtSchedulerTest::shutdown_paused_writesOffWhatWasNotStarted()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QVERIFY(desk.scheduler.pause());
    desk.clock.advance(3min);
    QVERIFY(desk.wait(desk.scheduler.shutdown(0ms)));
    QVERIFY(desk.wait(desk.store->open()));
    const QList<Run> runs = desk.wait(desk.store->runs({})).value();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().reason, u"paused"_s);
    QCOMPARE(runs.first().count, 3);
}

void QtSchedulerTest::wakeUp_twoRunsDueAtOnce_countEachOther()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.clock.advance(1min);
    const auto first = desk.scheduler.runNow({u"a"_s});
    const auto second = desk.scheduler.runNow({u"a"_s});
    desk.settle();
    desk.scheduler.wakeUp();
    desk.settle();
    QCOMPARE(desk.executor->submitted().size(), 1);
    QCOMPARE(desk.rows(u"a"_s).filter(u"overlap"_s).size(), 2);
}

void QtSchedulerTest::wakeUp_fireTimeThatHasARow_passesOverItAndGoesOn()
{
    Desk desk;
    JobRecord record = toRecord(std::make_shared<const Job>(desk.job(u"a"_s)));
    record.nextFireTime = Start + 1min;
    desk.leave({record}, {{.id = {u"before"_s}, .jobId = {u"a"_s}, .scheduledAt = Start + 2min, .dueAt = Start + 2min,
                            .state = RunState::Finished, .finishedAt = Start, .outcome = Outcome::Success}});
    desk.start();
    for (int i = 0; i < 3; ++i)
        desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"success 1"_s, u"success 2"_s, u"success 3"_s}));
    QCOMPARE(desk.executor->submitted().size(), 2);
}

void QtSchedulerTest::start_clockWasAhead_computesFireTimesAnew()
{
    Desk desk;
    JobRecord record = toRecord(std::make_shared<const Job>(desk.job(u"a"_s)));
    record.nextFireTime = Start + 24h * 365;
    record.newestFireTime = *record.nextFireTime - 1min;
    desk.leave({record});
    desk.start();
    QTRY_COMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1min); // it is not due, so start() does not wait for it
}

void QtSchedulerTest::start_interruptedRun_isAFailure()
{
    Desk desk;
    JobRecord record = toRecord(std::make_shared<const Job>(desk.job(u"a"_s)));
    record.nextFireTime = Start + 1h;
    desk.leave({record}, {{.id = {u"r"_s}, .jobId = {u"a"_s}, .scheduledAt = Start, .dueAt = Start,
                            .state = RunState::Running, .startedAt = Start}});
    int failures = 0;
    connect(&desk.scheduler, &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        for (const Event &event : events)
            failures += event.type == EventType::JobError ? event.failuresInARow : 0;
    });
    desk.start();
    desk.settle();
    QCOMPARE(failures, 1);
    QCOMPARE(desk.snapshot(u"a"_s).failuresInARow, 1);
}

void QtSchedulerTest::start_whatWasAddedBefore_isToldToWhoListensThen()
{
    Desk desk;
    desk.settle();
    QStringList heard;
    connect(&desk.scheduler, &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        for (const Event &event : events)
            heard.append((toString(event.type) + u' ' + event.text).trimmed());
    });
    desk.start();
    QCOMPARE(heard, (QStringList{u"executor_added default"_s, u"jobstore_added default"_s, u"scheduler_started"_s}));
}

REVEILLE_TEST(QtSchedulerTest)
#include "tst_qtscheduler.moc"
