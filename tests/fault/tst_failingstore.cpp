// SPDX-License-Identifier: MIT
#include "tests/fault/failing.h"

#include <QTest>

using namespace reveille;

// A store that fails delays runs, and what it refuses of one job it refuses of that job alone.
class FailingStoreTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anyCall_unavailableForAWhile_losesAndDoublesNothing_data();
    void anyCall_unavailableForAWhile_losesAndDoublesNothing();
    void anyCall_throwsOrAnswersWithNoResult_losesAndDoublesNothing_data();
    void anyCall_throwsOrAnswersWithNoResult_losesAndDoublesNothing();
    void edit_throws_isAnErrorAndChangesNothing_data();
    void edit_throws_isAnErrorAndChangesNothing();
    void add_jobWithoutTrigger_isWrittenWithItsRun_data();
    void add_jobWithoutTrigger_isWrittenWithItsRun();
    void resume_storeAway_goesOnOnceItIsBack();
    void resume_oneJobRefused_theOthersGoOn();
    void shutdown_pausedAfterSomethingWasDue_leavesThatToTheNext();
    void shutdown_pausedBetweenFireTimeAndItsJitter_writesThatOff();
    void clockSetBack_storeIsAwayJustThen_isPutRightOnceItIsBack();
    void clockSetBack_storeIsAway_isTriedAsOften();
    void remove_retryOnItsWay_neverRuns();
    void removeJobStore_rowsCantBeWritten_isSaidAndItIsGone();
    void record_onlyFewGetThrough_allAreWritten();
    void record_oneJobRefused_theRowsOfTheOthersAreWritten();
    void shutdown_rowsComeBackMeanwhile_areWrittenAllTheSame();
    void edit_jobsCantBeLoaded_isAnsweredAtOnce();
    void finishedJob_jobsCantBeLoaded_isRemovedAllTheSame();
    void start_storeIsOut_canBeStartedAgain_data();
    void start_storeIsOut_canBeStartedAgain();
    void destructor_whileItStartsAndEnds_givesUpBoth();
    void destructor_storeNeverAnswers_asksItNoMore();

private:
    using Way = FailingStore::Way;
    static void addWays()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("throws") << Way::Throws;
        QTest::newRow("throws something strange") << Way::ThrowsSomethingStrange;
        QTest::newRow("answers with an exception") << Way::AnswersWithAnException;
        QTest::newRow("is cancelled") << Way::IsCancelled;
        QTest::newRow("is cancelled later") << Way::IsCancelledLater;
        QTest::newRow("answers nothing") << Way::AnswersNothing;
    }
};

// In place of the one of the base class: that the store failed is told in warnings, and is no fault here.
void FailingStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!The store did not take a claim|The ledger could not be written|The jobs can't be loaded|Old runs could not be forgotten|Fire times that a wrong clock gave)"_s));
}

void FailingStoreTest::anyCall_unavailableForAWhile_losesAndDoublesNothing_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 5}) {
        for (int first = 1; first <= 30; ++first)
            QTest::addRow("%d from call %d on", count, first) << first << count;
    }
}

void FailingStoreTest::anyCall_unavailableForAWhile_losesAndDoublesNothing()
{
    QFETCH(int, first);
    QFETCH(int, count);
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"minutely"_s, EveryMinute)));
    QVERIFY(!desk.add(desk.job(u"retried"_s, EveryMinute, {{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 5}}}})));
    QVERIFY(!desk.add(desk.job(u"slow"_s, {{u"type"_s, u"interval"_s}, {u"minutes"_s, 3}}, {{u"coalesce"_s, u"all"_s}})));
    desk.executor().setResult({.outcome = Outcome::Error, .reason = u"broken"_s});

    const int before = desk.store().callCount();
    desk.store().setOutage({before + first, count});
    for (int step = 0; step < 60; ++step)
        QVERIFY(desk.advance(10s));
    QVERIFY2(desk.store().hasFailed(), "the store was not called so often");
    for (int second = 0; second < 20; ++second) // for the last retries and pauses
        QVERIFY(desk.advance(1s));
    for (const QString &id : {u"minutely"_s, u"retried"_s})
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
    QCOMPARE(desk.mistakeIn(u"slow"_s, Start + 3min), QString());
    QCOMPARE(desk.rows(u"slow"_s).size(), 3);
}

void FailingStoreTest::anyCall_throwsOrAnswersWithNoResult_losesAndDoublesNothing_data()
{
    addWays();
}

void FailingStoreTest::anyCall_throwsOrAnswersWithNoResult_losesAndDoublesNothing()
{
    QFETCH(Way, way);
    for (const int count : {1, 3}) {
        for (int first = 1; first <= 12; ++first) {
            FaultDesk desk;
            QVERIFY(!desk.start());
            QVERIFY(!desk.add(desk.job(u"minutely"_s, EveryMinute)));
            QVERIFY(!desk.add(desk.job(u"slow"_s, {{u"type"_s, u"interval"_s}, {u"minutes"_s, 3}}, {{u"coalesce"_s, u"all"_s}})));
            desk.store().setOutage({desk.store().callCount() + first, count, way});
            for (int step = 0; step < 60; ++step)
                QVERIFY(desk.advance(10s));
            QVERIFY2(desk.store().hasFailed(), "the store was not called so often");
            for (int second = 0; second < 50; ++second) // for the last pauses, not up to the next minute
                QVERIFY(desk.advance(1s));
            QVERIFY(desk.wait(desk.scheduler().shutdown(0ms))); // which tries once more what was refused
            desk.renew();
            QVERIFY(!desk.start());
            QCOMPARE(desk.mistakeIn(u"minutely"_s, Start + 1min), QString());
            QCOMPARE(desk.mistakeIn(u"slow"_s, Start + 3min), QString());
        }
    }
}

void FailingStoreTest::edit_throws_isAnErrorAndChangesNothing_data()
{
    addWays();
}

void FailingStoreTest::edit_throws_isAnErrorAndChangesNothing()
{
    QFETCH(Way, way);
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.settle());
    desk.store().setOutage({desk.store().callCount() + 1, 4, way});
    const std::optional<Error> added = desk.add(desk.job(u"b"_s, EveryMinute));
    QVERIFY(added && added->code == ErrorCode::Refused);
    QVERIFY2(added->message.startsWith(u"The job store failed: "_s), qPrintable(added->message));
    QVERIFY(!desk.wait(desk.scheduler().pauseJobs({{u"a"_s}})));
    QVERIFY(!desk.wait(desk.scheduler().removeJobs({{u"a"_s}})));
    QVERIFY(!desk.wait(desk.scheduler().runs({})));
    QCOMPARE(desk.scheduler().jobs().size(), 1);
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
}

// Once it is said that the job was added, it runs, also where the store fails right after.
void FailingStoreTest::add_jobWithoutTrigger_isWrittenWithItsRun_data()
{
    QTest::addColumn<bool>("replaces");
    QTest::newRow("new") << false;
    QTest::newRow("replaces another") << true;
}

void FailingStoreTest::add_jobWithoutTrigger_isWrittenWithItsRun()
{
    QFETCH(bool, replaces);
    FaultDesk desk;
    QVERIFY(!desk.start());
    Job once = desk.job(u"once"_s, EveryMinute);
    if (replaces)
        QVERIFY(!desk.add(once));
    QVERIFY(desk.settle());
    desk.store().setOutage({desk.store().callCount() + 2, 1});
    once.trigger.reset();
    const NewJob added{.job = std::make_shared<const Job>(once), .ifKnown = NewJob::IfKnown::Replace};
    QVERIFY(desk.wait(desk.scheduler().addJobs(QList<NewJob>{added})));
    QVERIFY(desk.settle());
    QVERIFY(desk.store().hasFailed());
    QVERIFY(desk.advance(2s));
    QCOMPARE(desk.executor().submitted().size(), 1);
    QVERIFY(desk.rows(u"once"_s).first().outcome == Outcome::Success);
}

void FailingStoreTest::resume_storeAway_goesOnOnceItIsBack()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.scheduler().pause());
    QVERIFY(desk.advance(1min));
    desk.store().setOutage({desk.store().callCount() + 1, 1});
    QCOMPARE(desk.wait(desk.scheduler().resume()).error().code, ErrorCode::Unavailable);
    QVERIFY(desk.rows(u"a"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.rows(u"a"_s).size(), 1, 30'000);
    QCOMPARE(desk.rows(u"a"_s).first().reason, u"paused"_s);
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.executor().submitted().size(), 1);
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
}

void FailingStoreTest::resume_oneJobRefused_theOthersGoOn()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    addAll(desk);
    QVERIFY(desk.scheduler().pause());
    QVERIFY(desk.advance(1min));
    desk.store().refuseClaims({u"c"_s}, Refusal);
    QVERIFY(desk.wait(desk.scheduler().resume()));
    QVERIFY(desk.advance(1min));
    for (const QString &id : Ids) {
        QCOMPARE(desk.rows(id).size(), id == u"c" ? 0 : 2);
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
    }
    QCOMPARE(desk.executor().submitted().size(), Ids.size() - 1);
}

void FailingStoreTest::shutdown_pausedAfterSomethingWasDue_leavesThatToTheNext()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"before"_s, EveryMinute)));
    QVERIFY(!desk.add(desk.job(u"since"_s, {{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T00:02:00Z"_s}})));
    desk.clock.set(Start + 90s); // and nobody has looked at it
    QVERIFY(desk.scheduler().pause());
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.renew();
    QVERIFY(!desk.start());
    QVERIFY(desk.advance(0s));
    QCOMPARE(desk.mistakeIn(u"before"_s, Start + 1min), QString());
    QCOMPARE(desk.executor().submitted().size(), 1);
    QCOMPARE(desk.executor().submitted().first().jobId.value, u"before"_s);
    QCOMPARE(desk.rows(u"since"_s).first().reason, u"paused"_s);
}

void FailingStoreTest::shutdown_pausedBetweenFireTimeAndItsJitter_writesThatOff()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    const TimePoint fireTime = Start + 1h;
    const Job job = desk.job(u"a"_s, {{u"type"_s, u"date"_s}, {u"run_date"_s, u"2026-11-20T01:00:00Z"_s}}, {{u"jitter"_s, 3600}});
    const TimePoint due = dueTime(job, fireTime);
    QVERIFY(due > fireTime + 1s);
    QVERIFY(!desk.add(job));
    QVERIFY(desk.goTo(fireTime + 1s));
    QVERIFY(desk.scheduler().pause());
    QVERIFY(desk.goTo(due + 1s));
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.renew();
    QVERIFY(!desk.start());
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.executor().submitted().isEmpty());
    QCOMPARE(desk.rows(u"a"_s).first().reason, u"paused"_s);
}

void FailingStoreTest::clockSetBack_storeIsAwayJustThen_isPutRightOnceItIsBack()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.advance(3652 * 24h));
    QVERIFY(desk.advance(1min));
    desk.store().setOutage({desk.store().callCount() + 1, 1'000'000});
    QVERIFY(desk.goTo(Start + 1h));
    QVERIFY(desk.snapshot(u"a"_s).nextRunTime > Start + 24h);
    desk.store().setOutage({});
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 1h + 2min);
}

void FailingStoreTest::clockSetBack_storeIsAway_isTriedAsOften()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.advance(3652 * 24h));
    desk.store().setOutage({desk.store().callCount() + 1, 1'000'000});
    QVERIFY(desk.advance(1min)); // so that its claims have to wait
    QVERIFY(desk.goTo(Start + 10s));
    desk.store().setOutage({});
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 3min);
    QCOMPARE(desk.executor().submitted().last().scheduledAt, Start + 2min);
}

void FailingStoreTest::remove_retryOnItsWay_neverRuns()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    const Job job = desk.job(u"a"_s, EveryMinute, {{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 3600}}}});
    QVERIFY(!desk.add(job));
    QVERIFY(desk.advance(1min));
    desk.store().holdAnswers();
    const auto removed = desk.scheduler().removeJobs({job.id});
    desk.executor().end(desk.executor().submitted().first().runId, {.outcome = Outcome::Error});
    std::ignore = desk.settle();
    desk.store().giveAnswers();
    QVERIFY(desk.wait(removed));
    QVERIFY(desk.settle());
    for (const Run &run : desk.rows(u"a"_s))
        QVERIFY(run.state == RunState::Finished);
    // Nor as one of another job that has its id.
    QVERIFY(!desk.add(desk.job(u"a"_s, {{u"type"_s, u"date"_s}, {u"run_date"_s, u"2027-01-01T00:00:00Z"_s}})));
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.renew();
    QVERIFY(!desk.start());
    QVERIFY(desk.advance(2h));
    QVERIFY(desk.executor().submitted().isEmpty());
}

void FailingStoreTest::removeJobStore_rowsCantBeWritten_isSaidAndItIsGone()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.advance(1min));
    desk.store().refuseRows({u"a"_s}, Error{ErrorCode::Unavailable, u"the store is out"_s, {}});
    desk.executor().end(desk.executor().submitted().first().runId, {});
    const auto removed = desk.wait(desk.scheduler().removeJobStore(u"default"_s));
    QVERIFY(!removed && removed.error().code == ErrorCode::Unavailable);
    QVERIFY(desk.scheduler().jobStores().isEmpty());
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
}

void FailingStoreTest::record_onlyFewGetThrough_allAreWritten()
{
    constexpr int Jobs = 3000;
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QList<Job> jobs;
    for (int i = 0; i < Jobs; ++i)
        jobs.append(desk.job(QString::number(i), {{u"type"_s, u"interval"_s}, {u"hours"_s, 1}}));
    QVERIFY(desk.wait(desk.scheduler().addJobs(jobs)));
    QVERIFY(desk.goTo(Start + 1h));
    const QList<TaskContext> active = desk.executor().submitted();
    QCOMPARE(active.size(), Jobs);
    desk.store().setLongest(Jobs, 1100);
    for (const TaskContext &run : active) // all in one turn
        desk.executor().end(run.runId, {});
    QVERIFY(desk.settle());
    QVERIFY(!desk.store().hasFailed());
    for (const QString &id : {u"0"_s, u"1500"_s, u"2999"_s})
        QCOMPARE(desk.mistakeIn(id, Start + 1h), QString());
}

void FailingStoreTest::record_oneJobRefused_theRowsOfTheOthersAreWritten()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    addAll(desk);
    desk.store().refuseRows({u"c"_s}, Refusal);
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.advance(1min));
    for (const QString &id : Ids) {
        if (id != u"c"_s)
            QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
    }
    QVERIFY(desk.advance(1s));
    QVERIFY(desk.wait(desk.scheduler().runNow({u"a"_s}))); // the row that waits stands in nobody's way
    QVERIFY(!desk.wait(desk.scheduler().runNow({u"c"_s})));
    QVERIFY(desk.settle());
    QCOMPARE(desk.executor().submitted().size(), 2 * Ids.size() + 1);

    desk.store().refuseRows({u"c"_s}, std::nullopt);
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.renew();
    QVERIFY(!desk.start());
    for (const QString &id : Ids)
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
    const QList<Run> rows = desk.rows(u"c"_s);
    QVERIFY(std::all_of(rows.cbegin(), rows.cend(), [](const Run &run) { return run.outcome == Outcome::Success; }));
}

void FailingStoreTest::shutdown_rowsComeBackMeanwhile_areWrittenAllTheSame()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    addAll(desk);
    QVERIFY(desk.advance(1min));
    const QList<TaskContext> active = desk.executor().submitted();
    QCOMPARE(active.size(), Ids.size());

    FailingStore &store = desk.store();
    const int calls = store.callCount();
    store.setOutage({calls + 1, 1}); // of the one row that is on its way as the scheduler shuts down
    store.holdAnswers();
    desk.executor().end(active.first().runId, {});
    QVERIFY(QTest::qWaitFor([&] { return store.callCount() == calls + 1; }));
    for (const TaskContext &run : active.sliced(1))
        desk.executor().end(run.runId, {});
    const QFuture<Result<void>> ended = desk.scheduler().shutdown(1min);
    QVERIFY(QTest::qWaitFor([&] { return store.callCount() == calls + 2; }));
    store.giveAnswers();
    QVERIFY(desk.wait(ended));

    desk.renew();
    QVERIFY(!desk.start());
    for (const QString &id : Ids) {
        const QList<Run> rows = desk.rows(id);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().outcome == Outcome::Success);
    }
}

void FailingStoreTest::edit_jobsCantBeLoaded_isAnsweredAtOnce()
{
    constexpr int FirstPage = 3; // after open() and loadDue()
    FaultDesk desk;
    desk.store().setOutage({FirstPage, 1'000'000});
    const QFuture<Result<QList<JobSnapshot>>> whileLoading = desk.scheduler().allJobs();
    const QFuture<Result<QList<JobSnapshot>>> too = desk.scheduler().allJobs(); // none of them takes another's answer
    QVERIFY(desk.wait(desk.scheduler().start()));
    QVERIFY(desk.wait(whileLoading).error().code == ErrorCode::Unavailable);
    QVERIFY(desk.wait(too).error().code == ErrorCode::Unavailable);
    const std::optional<Error> error = desk.add(desk.job(u"a"_s, EveryMinute));
    QVERIFY(error && error->code == ErrorCode::Unavailable);
}

void FailingStoreTest::finishedJob_jobsCantBeLoaded_isRemovedAllTheSame()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"once"_s, {{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(Start + 1min)}}, {{u"when_finished"_s, u"remove"_s}})));
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.clock.set(Start + 1min);
    desk.renew();
    constexpr int FirstPage = 3; // after open() and loadDue()
    desk.store().setOutage({desk.store().callCount() + FirstPage, 1});
    QVERIFY(desk.wait(desk.scheduler().start()));
    QVERIFY(QTest::qWaitFor([&] { return desk.scheduler().jobs().isEmpty(); }));
    QCOMPARE(desk.executor().submitted().size(), 1);
}

void FailingStoreTest::start_storeIsOut_canBeStartedAgain_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<Way>("way");
    QTest::newRow("open") << 1 << Way::Unavailable;
    QTest::newRow("load what is due") << 2 << Way::Unavailable;
    QTest::newRow("open throws") << 1 << Way::Throws;
    QTest::newRow("load what is due throws") << 2 << Way::Throws;
}

void FailingStoreTest::start_storeIsOut_canBeStartedAgain()
{
    QFETCH(int, call);
    QFETCH(Way, way);
    FaultDesk desk;
    desk.store().setOutage({call, 1, way});
    const std::optional<Error> error = desk.start();
    QVERIFY(error && error->code == (way == Way::Throws ? ErrorCode::Refused : ErrorCode::Unavailable));
    QVERIFY(desk.scheduler().state() == SchedulerState::Stopped);
    const std::optional<Error> again = desk.start();
    QVERIFY2(!again, qPrintable(again.value_or(Error()).message));
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute)));
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
}

void FailingStoreTest::destructor_whileItStartsAndEnds_givesUpBoth()
{
    FaultDesk desk;
    for (int turns = 0; turns < 10; ++turns) {
        const QFuture<Result<void>> started = desk.scheduler().start();
        const QFuture<Result<void>> stopped = desk.scheduler().shutdown(0ms);
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        desk.renew();
        QVERIFY(started.isFinished());
        QVERIFY(stopped.isFinished());
        std::ignore = desk.wait(desk.store().close()); // the one before had no time for it
    }
}

void FailingStoreTest::destructor_storeNeverAnswers_asksItNoMore()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    addAll(desk);
    desk.store().setOutage({desk.store().callCount() + 1, 1'000'000, Way::NeverAnswers});
    const auto added = desk.scheduler().addJobs(QList<Job>{desk.job(u"f"_s, EveryMinute)});
    desk.clock.set(Start + 1min);
    desk.scheduler().wakeUp();
    desk.renew(); // while all of that is under way
    QVERIFY(added.isFinished());
    QVERIFY(desk.settle());
}

REVEILLE_TEST(FailingStoreTest)

#include "tst_failingstore.moc"
