// SPDX-License-Identifier: MIT
#include "tests/fault/failing.h"

#include <QTest>

using namespace reveille;

// What happens to what is due while its claim is under way, or is not taken.
class FailingClaimsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clockSetBack_aRunWaitsForItsClaim_isClaimedAtOnce();
    void clockSetBack_aJobWaitsForItsClaim_isClaimedAtOnce();
    void claim_storeAwayForLong_isTriedLessAndLessOften();
    void claim_asleepMeanwhile_whatIsTooLateIsNotBegun();
    void claim_asleepMeanwhile_whatWaitsBehindItIsNotForgotten();
    void claim_activeRunEndsMeanwhile_whatWaitsForItBegins_data();
    void claim_activeRunEndsMeanwhile_whatWaitsForItBegins();
    void claim_oneOfSeveralEndsMeanwhile_thereIsRoomAndNoneIsReplaced();
    void claim_asleepMeanwhile_whatIsCalledAgainRunsOnce();
    void claim_waitingRowsNeighbourRefused_itRunsAllTheSame();
    void claim_onlyFewGetThrough_allRun();
    void claim_oneJobRefused_theOthersRunAndThatOneIsTriedAgain();
    void claim_waitingRunRefused_theOthersRunAndThatOneIsTriedAgain();
};

// In place of the one of the base class: that the store failed is told in warnings, and is no fault here.
void FailingClaimsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!The store did not take a claim|The ledger could not be written)"_s));
}

void FailingClaimsTest::clockSetBack_aRunWaitsForItsClaim_isClaimedAtOnce()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute, {{u"overlap"_s, u"queue"_s}})));
    QVERIFY(desk.advance(3652 * 24h));
    QVERIFY(desk.advance(1min)); // one is active, one waits for it
    QCOMPARE(desk.executor().activeCount(), 1);
    desk.store().setOutage({desk.store().callCount() + 1, 1'000'000});
    desk.executor().end(desk.executor().submitted().last().runId, {});
    QVERIFY(desk.settle());
    QCOMPARE(desk.executor().activeCount(), 0);
    desk.store().setOutage({});
    QVERIFY(desk.goTo(Start + 10s));
    QVERIFY(desk.advance(5s));
    QCOMPARE(desk.executor().activeCount(), 1);
}

void FailingClaimsTest::clockSetBack_aJobWaitsForItsClaim_isClaimedAtOnce()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, {{u"type"_s, u"interval"_s}, {u"days"_s, 1}})));
    QVERIFY(desk.goTo(Start + 24h - 30s));
    desk.store().refuseClaims({u"a"_s}, Refusal);
    QVERIFY(desk.goTo(Start + 25h)); // an hour wrong; it is due, and refused
    desk.store().refuseClaims({u"a"_s}, std::nullopt);
    QVERIFY(desk.goTo(Start + 24h + 1s));
    QCOMPARE(desk.executor().submitted().size(), 1);
}

void FailingClaimsTest::claim_storeAwayForLong_isTriedLessAndLessOften()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    addAll(desk);
    QVERIFY(desk.settle());
    const int before = desk.store().callCount();
    desk.store().setOutage({before + 1, 1'000'000});
    for (int second = 0; second < 600; ++second)
        QVERIFY(desk.advance(1s));
    // After pauses of 1, 2, 4 ... 60 s; each time a claim and, perhaps, rows.
    QVERIFY2(desk.store().callCount() - before < 40, qPrintable(QString::number(desk.store().callCount() - before)));
    QCOMPARE(desk.executor().submitted().size(), 0);
    desk.store().setOutage({});
    for (int second = 0; second < 61; ++second)
        QVERIFY(desk.advance(1s));
    for (const QString &id : Ids)
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
}

void FailingClaimsTest::claim_asleepMeanwhile_whatIsTooLateIsNotBegun()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"strict"_s, EveryMinute, {{u"misfire_grace_time"_s, 3600}})));
    QVERIFY(!desk.add(desk.job(u"patient"_s, EveryMinute, {{u"misfire_grace_time"_s, QJsonValue()}})));
    desk.store().holdAnswers();
    std::ignore = desk.goTo(Start + 1min);
    desk.clock.set(Start + 1min + 2h);
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    const Run strict = desk.rows(u"strict"_s).first();
    QCOMPARE(strict.outcome, std::optional(Outcome::Missed));
    QCOMPARE(strict.reason, u"late"_s);
    QCOMPARE(desk.rows(u"patient"_s).first().outcome, std::optional(Outcome::Success));
    for (const TaskContext &run : desk.executor().submitted())
        QVERIFY(run.jobId.value == u"patient"_s || run.scheduledAt > Start + 1min);
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.mistakeIn(u"strict"_s, Start + 1min), QString());
    QCOMPARE(desk.mistakeIn(u"patient"_s, Start + 1min), QString());
}

void FailingClaimsTest::claim_asleepMeanwhile_whatWaitsBehindItIsNotForgotten()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute, {{u"misfire_grace_time"_s, 3600}, {u"coalesce"_s, u"all"_s}, {u"overlap"_s, u"queue"_s}})));
    desk.store().holdAnswers();
    std::ignore = desk.goTo(Start + 2min);
    desk.clock.set(Start + 2min + 2h);
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    for (const Run &run : desk.rows(u"a"_s))
        QVERIFY2(run.state == RunState::Finished, qPrintable(formatInstant(run.scheduledAt)));
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
}

void FailingClaimsTest::claim_activeRunEndsMeanwhile_whatWaitsForItBegins_data()
{
    QTest::addColumn<QString>("overlap");
    QTest::newRow("queue") << u"queue"_s;
    QTest::newRow("replace") << u"replace"_s;
}

void FailingClaimsTest::claim_activeRunEndsMeanwhile_whatWaitsForItBegins()
{
    QFETCH(QString, overlap);
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute, {{u"overlap"_s, overlap}})));
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.executor().submitted().size(), 1);
    desk.store().holdAnswers();
    std::ignore = desk.advance(1min);
    desk.executor().end(desk.executor().submitted().first().runId, {});
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    QCOMPARE(desk.executor().submitted().size(), 2);
    QCOMPARE(desk.executor().submitted().last().scheduledAt, Start + 2min);
}

void FailingClaimsTest::claim_oneOfSeveralEndsMeanwhile_thereIsRoomAndNoneIsReplaced()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute, {{u"overlap"_s, u"replace"_s}, {u"max_instances"_s, 2}})));
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.advance(1min));
    desk.store().holdAnswers();
    std::ignore = desk.advance(1min);
    desk.executor().end(desk.executor().submitted().first().runId, {});
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    QCOMPARE(desk.executor().submitted().size(), 3);
    QCOMPARE(desk.executor().activeCount(), 2);
    for (const Run &run : desk.rows(u"a"_s))
        QVERIFY(run.outcome != Outcome::Cancelled);
}

// One that waited is claimed together with a new one, and the end of that claim comes after a sleep.
void FailingClaimsTest::claim_asleepMeanwhile_whatIsCalledAgainRunsOnce()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    const QJsonObject options{{u"overlap"_s, u"queue"_s}, {u"max_instances"_s, 2}, {u"misfire_grace_time"_s, QJsonValue()}};
    QVERIFY(!desk.add(desk.job(u"a"_s, EveryMinute, options)));
    for (int minute = 0; minute < 3; ++minute)
        QVERIFY(desk.advance(1min));
    const QList<TaskContext> first = desk.executor().submitted();
    QCOMPARE(first.size(), 2);
    desk.store().holdAnswers();
    for (const TaskContext &run : first)
        desk.executor().end(run.runId, {});
    std::ignore = desk.advance(1min);
    desk.clock.set(desk.clock.now() + 2min);
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    QSet<RunId> ended;
    for (int turn = 0; turn < 10 && desk.executor().activeCount() > 0; ++turn) { // the one that waited is the last of them
        const QList<TaskContext> begun = desk.executor().submitted().sliced(first.size());
        const auto next = std::find_if(begun.begin(), begun.end(), [&](const TaskContext &run) { return !ended.contains(run.runId); });
        ended.insert(next->runId);
        desk.executor().end(next->runId, {});
        QVERIFY(desk.settle());
    }
    QCOMPARE(desk.executor().activeCount(), 0);
    for (const Run &run : desk.rows(u"a"_s))
        QVERIFY2(run.state == RunState::Finished, qPrintable(formatInstant(run.scheduledAt)));
    QCOMPARE(desk.mistakeIn(u"a"_s, Start + 1min), QString());
    QCOMPARE(desk.doubles(), QStringList());
}

// Its retry is due at once, and stands beside a row that the store refuses.
void FailingClaimsTest::claim_waitingRowsNeighbourRefused_itRunsAllTheSame()
{
    FaultDesk desk(TriggerKinds::builtIn(), FakeExecutor::Runs::LastUntilEnded);
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"bad"_s, EveryMinute)));
    QVERIFY(!desk.add(desk.job(u"good"_s, EveryMinute, {{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 0}}}})));
    desk.store().refuseRows({u"bad"_s}, Refusal);
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.executor().submitted().size(), 2);
    desk.store().holdAnswers();
    for (const TaskContext &run : QList(desk.executor().submitted()))
        desk.executor().end(run.runId, {.outcome = Outcome::Error});
    std::ignore = desk.settle();
    desk.store().giveAnswers();
    QVERIFY(desk.settle());
    QCOMPARE(desk.executor().submitted().size(), 3);
    QCOMPARE(desk.executor().submitted().last().jobId.value, u"good"_s);
}

void FailingClaimsTest::claim_onlyFewGetThrough_allRun()
{
    constexpr int Jobs = 300;
    FaultDesk desk;
    QVERIFY(!desk.start());
    QList<Job> jobs;
    for (int i = 0; i < Jobs; ++i)
        jobs.append(desk.job(QString::number(i), {{u"type"_s, u"interval"_s}, {u"hours"_s, 1}}));
    QVERIFY(desk.wait(desk.scheduler().addJobs(jobs)));
    desk.store().setLongest(20, Jobs);
    for (int second = 0; second < 600 && desk.executor().submitted().size() < Jobs; ++second)
        QVERIFY(desk.goTo(Start + 1h + second * 1s));
    QCOMPARE(desk.executor().submitted().size(), Jobs);
    QCOMPARE(desk.doubles(), QStringList());
    QCOMPARE(desk.mistakeIn(u"7"_s, Start + 1h), QString());
}

void FailingClaimsTest::claim_oneJobRefused_theOthersRunAndThatOneIsTriedAgain()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    addAll(desk);
    desk.store().refuseClaims({u"c"_s}, Refusal);
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.executor().submitted().size(), Ids.size() - 1);
    const int before = desk.store().callCount();
    for (int second = 1; second < 60; ++second)
        QVERIFY(desk.advance(1s));
    QCOMPARE(desk.store().callCount(), before); // nothing is due, and what is refused is not tried all the time
    // The others run every minute, and it is tried less and less often: after 1, 3, 7, 15 and 31 minutes.
    QVERIFY(desk.advance(1s));
    const int refusedBefore = desk.store().refusedCount();
    for (int minute = 2; minute < 32; ++minute)
        QVERIFY(desk.advance(1min));
    QCOMPARE(desk.store().refusedCount() - refusedBefore, 2 * 4); // with the others, and alone
    QCOMPARE(desk.executor().submitted().size(), 32 * (Ids.size() - 1));
    QVERIFY(desk.rows(u"c"_s).isEmpty());

    desk.store().refuseClaims({u"c"_s}, std::nullopt);
    QVERIFY(desk.advance(16min));
    for (const QString &id : Ids)
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
    QVERIFY(!desk.rows(u"c"_s).isEmpty());
}

void FailingClaimsTest::claim_waitingRunRefused_theOthersRunAndThatOneIsTriedAgain()
{
    FaultDesk desk;
    QVERIFY(!desk.start());
    for (const QString &id : Ids)
        QVERIFY(!desk.add(desk.job(id, {{u"type"_s, u"interval"_s}, {u"hours"_s, 1}})));
    desk.store().refuseClaims({u"c"_s}, Refusal);
    for (const QString &id : Ids)
        QVERIFY(desk.wait(desk.scheduler().runNow({id})));
    QVERIFY(desk.advance(1s));
    QCOMPARE(desk.executor().submitted().size(), Ids.size() - 1);
    desk.store().refuseClaims({u"c"_s}, std::nullopt);
    QVERIFY(desk.advance(58s));
    QCOMPARE(desk.executor().submitted().size(), Ids.size() - 1);
    QVERIFY(desk.advance(3s));
    QVERIFY(desk.rows(u"c"_s).first().outcome == Outcome::Success);
    QCOMPARE(desk.doubles(), QStringList());
}

REVEILLE_TEST(FailingClaimsTest)

#include "tst_failingclaims.moc"
