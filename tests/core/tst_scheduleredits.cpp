// SPDX-License-Identifier: MIT
#include "tests/support/schedulerdesk.h"

using namespace reveille;
using namespace Qt::StringLiterals;

/// What is done to the jobs of a scheduler, and what remains of those that are finished.
class SchedulerEditsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void addJobs_existingId_isRefusedAndNothingAdded();
    void addJobs_neverFires_isRefused();
    void addJobs_withoutTrigger_runsOnceAndIsFinished();
    void modifyJobs_sameTrigger_keepsTheNextFireTime();
    void modifyJobs_newTrigger_isComputedAnew();
    void modifyJobs_unknownId_namesIt();
    void removeJobs_waitingRun_neverRuns();
    void removeJobs_addedAgainAtOnce_isToldOfInThisOrder();
    void pauseJobs_fireTimesPass_areOneRowAtResume();
    void whenFinished_remove_forgetsTheJob();
    void whenFinished_removeOfOneThatIsResumedOrFinished_forgetsTheJob();
    void modifyJobs_runFailsAfterIt_isTriedAgainAsTheJobIsNow();
    void removeAllJobs_oneHasJustGone_removesTheOthers();
    void addJobs_whilePaused_clockSetBackAfterIsNoticed();
    void resume_dueBeforeThePause_isLateOnly();
    void resume_clockSetBackMeanwhile_whatCameDueIsWrittenOff();
    void acknowledge_activeRun_isKeptAtItsEnd();
    void whenFinished_removeAfterAMissedLastTime_forgetsTheJob();
    void restoreJobs_finishedJob_isBackAndDoesNotRunAgain();
};

void SchedulerEditsTest::addJobs_existingId_isRefusedAndNothingAdded()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    const auto result = desk.wait(desk.scheduler.addJobs({desk.job(u"b"_s), desk.job(u"a"_s)}));
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Conflict);
    QCOMPARE(desk.scheduler.jobs().size(), 1);
}

void SchedulerEditsTest::addJobs_neverFires_isRefused()
{
    Desk desk;
    desk.start();
    const auto result = desk.wait(desk.scheduler.addJobs({desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s}, {u"crontab"_s, u"0 0 31 2 *"_s}}}})}));
    QVERIFY(!result);
    QCOMPARE(result.error().key, u"trigger"_s);
}

void SchedulerEditsTest::addJobs_withoutTrigger_runsOnceAndIsFinished()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"trigger"_s, QJsonValue()}}));
    desk.settle();
    desk.advance(1h);
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"success 0"_s});
    QVERIFY(desk.snapshot(u"a"_s).status == JobStatus::Finished);
}

void SchedulerEditsTest::modifyJobs_sameTrigger_keepsTheNextFireTime()
{
    Desk desk;
    desk.start();
    Job job = desk.job(u"a"_s);
    desk.add(job);
    desk.advance(30s);
    job.name = u"Renamed"_s;
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({job})));
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1min);
    QCOMPARE(desk.snapshot(u"a"_s).job->name, u"Renamed"_s);
    QCOMPARE(desk.snapshot(u"a"_s).revision, 1);
    desk.advance(30s);
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"success 1"_s});
}

void SchedulerEditsTest::modifyJobs_newTrigger_isComputedAnew()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 5}}}})})));
    desk.advance(4min);
    QCOMPARE(desk.executor->submitted().size(), 0);
    desk.advance(1min);
    QCOMPARE(desk.executor->submitted().size(), 1);
}

void SchedulerEditsTest::modifyJobs_unknownId_namesIt()
{
    Desk desk;
    desk.start();
    const auto result = desk.wait(desk.scheduler.modifyJobs({desk.job(u"nobody"_s)}));
    QVERIFY(!result && result.error().code == ErrorCode::NotFound);
    QVERIFY(result.error().message.contains(u"nobody"_s));
}

void SchedulerEditsTest::removeJobs_waitingRun_neverRuns()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QVERIFY(desk.wait(desk.scheduler.removeJobs({JobId{u"a"_s}})));
    desk.advance(1h);
    QCOMPARE(desk.executor->submitted().size(), 0);
    QVERIFY(desk.scheduler.jobs().isEmpty());
    QVERIFY(!desk.wait(desk.scheduler.removeJobs({JobId{u"a"_s}})));
}

void SchedulerEditsTest::removeJobs_addedAgainAtOnce_isToldOfInThisOrder()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QStringList told;
    connect(&desk.scheduler, &QtScheduler::jobsChanged, this, [&](const QList<JobSnapshot> &jobs) { told.append(u"there "_s + jobs.first().job->id.value); });
    connect(&desk.scheduler, &QtScheduler::jobsRemoved, this, [&](const QList<JobId> &ids) { told.append(u"gone "_s + ids.first().value); });
    const auto removed = desk.scheduler.removeJobs({JobId{u"a"_s}});
    QVERIFY(desk.wait(desk.scheduler.addJobs(QList<Job>{desk.job(u"a"_s)})));
    QVERIFY(QTest::qWaitFor([&] { return told.size() >= 2; }));
    QCOMPARE(told, (QStringList{u"gone a"_s, u"there a"_s}));
}

void SchedulerEditsTest::pauseJobs_fireTimesPass_areOneRowAtResume()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    QVERIFY(desk.wait(desk.scheduler.pauseJobs({JobId{u"a"_s}})));
    desk.advance(5min);
    QVERIFY(desk.snapshot(u"a"_s).status == JobStatus::Paused);
    QVERIFY(!desk.snapshot(u"a"_s).nextRunTime);
    QCOMPARE(desk.rows(u"a"_s), QStringList());
    QVERIFY(desk.wait(desk.scheduler.resumeJobs({JobId{u"a"_s}})));
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"skipped 1-5 paused"_s});
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"skipped 1-5 paused"_s, u"success 6"_s}));
}

void SchedulerEditsTest::whenFinished_remove_forgetsTheJob()
{
    Desk desk;
    desk.start();
    const QJsonObject once{{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T00:05:00Z"_s}};
    desk.add(desk.job(u"kept"_s, {{u"trigger"_s, once}}));
    desk.add(desk.job(u"removed"_s, {{u"trigger"_s, once}, {u"when_finished"_s, u"remove"_s}}));
    desk.advance(5min);
    QCOMPARE(desk.scheduler.jobs().size(), 1);
    QVERIFY(desk.snapshot(u"kept"_s).status == JobStatus::Finished);
    QCOMPARE(desk.rows(u"removed"_s), QStringList{u"success 5"_s});
}

void SchedulerEditsTest::whenFinished_removeOfOneThatIsResumedOrFinished_forgetsTheJob()
{
    const QJsonObject soon{{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T00:01:00Z"_s}};
    Desk desk;
    desk.start();
    desk.add(desk.job(u"paused"_s, {{u"trigger"_s, soon}, {u"when_finished"_s, u"remove"_s}}));
    desk.add(desk.job(u"kept"_s, {{u"trigger"_s, soon}}));
    QVERIFY(desk.wait(desk.scheduler.pauseJobs({{u"paused"_s}})));
    desk.advance(2min);
    QCOMPARE(desk.scheduler.jobs().size(), 2);
    QVERIFY(desk.wait(desk.scheduler.resumeJobs({{u"paused"_s}})));
    desk.settle();
    QCOMPARE(desk.scheduler.jobs().size(), 1);
    QCOMPARE(desk.rows(u"paused"_s), QStringList{u"skipped 1 paused"_s});
    Job kept = *desk.snapshot(u"kept"_s).job;
    kept.whenFinished = WhenFinished::Remove;
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({kept})));
    desk.settle();
    QVERIFY(desk.scheduler.jobs().isEmpty());
}

void SchedulerEditsTest::modifyJobs_runFailsAfterIt_isTriedAgainAsTheJobIsNow()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 10}}}}));
    desk.advance(1min);
    Job job = *desk.snapshot(u"a"_s).job;
    job.name = u"new"_s;
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({job})));
    desk.executor->end(desk.executor->submitted().first().runId, {.outcome = Outcome::Error});
    desk.advance(10s);
    QCOMPARE(desk.executor->submitted().size(), 2);
    QCOMPARE(desk.executor->submitted().last().jobName, u"new"_s);
}

void SchedulerEditsTest::removeAllJobs_oneHasJustGone_removesTheOthers()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.add(desk.job(u"b"_s));
    const auto one = desk.scheduler.removeJobs({{u"a"_s}});
    const auto all = desk.scheduler.removeAllJobs();
    QVERIFY(desk.wait(one));
    QVERIFY(desk.wait(all));
    QVERIFY(desk.scheduler.jobs().isEmpty());
}

void SchedulerEditsTest::addJobs_whilePaused_clockSetBackAfterIsNoticed()
{
    Desk desk;
    desk.start(SchedulerState::Paused);
    desk.clock.advance(5h);
    desk.add(desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s}, {u"minute"_s, 0}}}}));
    desk.advance(-3h);
    QVERIFY(desk.wait(desk.scheduler.resume()));
    desk.settle();
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, OptionalTime(Start + 3h));
}

void SchedulerEditsTest::resume_dueBeforeThePause_isLateOnly()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.clock.advance(90s); // and nobody has looked at it
    QVERIFY(desk.scheduler.pause());
    desk.advance(1min);
    QVERIFY(desk.executor->submitted().isEmpty());
    QVERIFY(desk.wait(desk.scheduler.resume()));
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"success 1"_s, u"skipped 2 paused"_s}));
    desk.advance(30s);
    QCOMPARE(desk.rows(u"a"_s).size(), 3);
}

void SchedulerEditsTest::resume_clockSetBackMeanwhile_whatCameDueIsWrittenOff()
{
    Desk desk;
    desk.start();
    desk.clock.advance(10h);
    QVERIFY(desk.scheduler.pause());
    desk.add(desk.job(u"a"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s}, {u"minute"_s, u"*"_s}}}}));
    desk.advance(-1h);
    desk.advance(5min);
    QVERIFY(desk.wait(desk.scheduler.resume()));
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"skipped 541-545 paused"_s});
    QVERIFY(desk.executor->submitted().isEmpty());
}

void SchedulerEditsTest::acknowledge_activeRun_isKeptAtItsEnd()
{
    Desk desk(Runs::LastUntilEnded);
    desk.start();
    desk.add(desk.job(u"a"_s));
    desk.advance(1min);
    const RunId id = desk.executor->submitted().first().runId;
    QVERIFY(desk.wait(desk.scheduler.acknowledge(id)));
    desk.executor->end(id, {});
    desk.settle();
    const QList<Run> runs = desk.wait(desk.scheduler.runs({.runId = id})).value();
    QVERIFY(runs.first().state == RunState::Finished && runs.first().acknowledgedAt);
}

void SchedulerEditsTest::whenFinished_removeAfterAMissedLastTime_forgetsTheJob()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"when_finished"_s, u"remove"_s},
                               {u"trigger"_s, QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T00:05:00Z"_s}}}}));
    desk.advance(3h);
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"missed 5 late"_s});
    QVERIFY(desk.scheduler.jobs().isEmpty());
}

void SchedulerEditsTest::restoreJobs_finishedJob_isBackAndDoesNotRunAgain()
{
    Desk desk;
    desk.executor->setResult({.outcome = Outcome::Error, .reason = u"x"_s});
    desk.start();
    const Job once = desk.job(u"once"_s, {{u"trigger"_s, QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T00:05:00Z"_s}}}});
    const Job now = desk.job(u"now"_s, {{u"trigger"_s, QJsonValue()}});
    desk.add(once);
    desk.add(now);
    desk.advance(5min);
    QCOMPARE(desk.executor->submitted().size(), 2);
    QVERIFY(desk.wait(desk.scheduler.removeJobs({once.id, now.id})));
    QVERIFY(desk.wait(desk.scheduler.restoreJobs({once, now})));
    desk.advance(1h);
    QCOMPARE(desk.executor->submitted().size(), 2);
    QVERIFY(desk.snapshot(u"once"_s).status == JobStatus::Finished);
    QCOMPARE(desk.snapshot(u"once"_s).failuresInARow, 1);
    QVERIFY(desk.snapshot(u"now"_s).lastRun != nullptr);
}

REVEILLE_TEST(SchedulerEditsTest)
#include "tst_scheduleredits.moc"
