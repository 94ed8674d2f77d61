// SPDX-License-Identifier: MIT
#include "tests/stores/storetest.h"

#include <algorithm>

using namespace reveille;
using namespace Qt::StringLiterals;

class StoreRunsTest final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void record_allFields_comeBackAsTheyWere();
    void record_binaryOutput_comesBackAsItWas();
    void record_knownId_replacesTheRow();
    void record_withoutOutput_forgetsTheOldOne();
    void record_takenFireTime_isConflict();
    void record_oneConflict_writesNone();
    void record_oneConflict_leavesOtherCallsAlone();
    void record_retry_isUniqueByAttempt();
    void record_manualAndSnooze_mayShareAnInstant();
    void record_sameInstantOfOtherJob_works();
    void record_rowOntoItself_works();
    void record_manyCalls_areAllWritten();

    void runs_empty_answersNone();
    void runs_all_areNewestFirst();
    void runs_sameInstant_areLastRecordedFirst();
    void runs_byJob_answersItsOwn();
    void runs_byId_answersThatOne();
    void runs_bySpan_includesBothEnds();
    void runs_byOutcome_answersThose();
    void runs_byAll_answersWhatFitsAll();
    void runs_limit_answersTheNewest();
    void runs_limitBelowOne_answersNone();
    void runs_withoutOutput_leavesItEmpty();

    void load_unfinishedRuns_areByDueTimeAndWithoutOutput();
    void load_lastRuns_areTheLatestToEnd();
    void load_lastRunsAtOneInstant_areTheLastRecorded();
    void load_failures_countSinceTheLastSuccess();
    void load_failuresAtOneInstant_countInOrder();
    void load_failures_leaveOutThoseRetried();
    void load_failures_leaveOutWhatIsNone();

    void prune_old_isForgotten();
    void prune_old_keepsTheNewestOfAJob();
    void prune_old_keepsNothingOfARemovedJob();
    void prune_old_keepsWhatIsUnfinished();
    void prune_longSpanEndedLately_isKept();
    void prune_tooMany_keepsTheNewest();
    void prune_manyRows_areAllForgotten();
    void prune_forgottenFireTime_isFreeAgain();
    void prune_nothingToDo_answersZero();
    void prune_unfinishedRows_doNotCount();
    void prune_exactlyAsManyAsKept_keepsAll();
    void prune_exactlyAsOldAsKept_keepsIt();
    void record_sameRunTwiceInOneCall_keepsTheLast();
    void record_endedRunAcknowledged_isReplaced();
    void record_movedFireTime_freesTheOldOne();
    void record_endsOfManyRuns_areAllWritten();
    void runs_byUnknownId_answersNone();
    void runs_sameInstantOfSeveralJobs_areLastRecordedFirst();
    void requestCancel_unfinishedRun_isNotedInItsRow_data();
    void requestCancel_unfinishedRun_isNotedInItsRow();
    void requestCancel_endedRun_changesNothing();
    void requestCancel_unknownRun_isNotFound();
};

void StoreRunsTest::record_allFields_comeBackAsTheyWere()
{
    Run full = ended(run(u"full"_s, u"a"_s, at(1ms)), Outcome::Timeout, at(9ms));
    full.dueAt = at(2ms);
    full.cause = Cause::Retry;
    full.attempt = 3;
    full.startedAt = at(3ms);
    full.reason = u"“<b>” 超时"_s;
    full.exitCode = -9;
    full.count = 4;
    full.until = at(8ms);
    full.output = "out";
    full.outputTruncated = true;
    full.acknowledgedAt = at(10ms);
    full.cancelRequested = true;
    const Run plain = run(u"plain"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({full, plain})));
    QCOMPARE(allRuns(), (QList<Run>{full, plain}));
}

void StoreRunsTest::record_binaryOutput_comesBackAsItWas()
{
    Run r = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms));
    for (int i = 0; i < 300'000; ++i)
        r.output.append(char(i));
    QVERIFY(!errorOf(store().record({r})));
    QCOMPARE(allRuns()[0].output, r.output);
}

void StoreRunsTest::record_knownId_replacesTheRow()
{
    Run r = run(u"r"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({r})));
    r.state = RunState::Running;
    r.startedAt = at(1ms);
    QVERIFY(!errorOf(store().record({r})));
    QCOMPARE(allRuns(), QList<Run>{r});
    r = ended(r, Outcome::Error, at(2ms));
    QVERIFY(!errorOf(store().record({r})));
    QCOMPARE(allRuns(), QList<Run>{r});
}

void StoreRunsTest::record_withoutOutput_forgetsTheOldOne()
{
    Run r = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms));
    r.output = "something";
    QVERIFY(!errorOf(store().record({r})));
    r.output.clear();
    QVERIFY(!errorOf(store().record({r})));
    QVERIFY(allRuns()[0].output.isEmpty());
}

void StoreRunsTest::record_takenFireTime_isConflict()
{
    QVERIFY(!errorOf(store().record({run(u"r1"_s, u"a"_s, at(0ms))})));
    QVERIFY(errorOf(store().record({run(u"r2"_s, u"a"_s, at(0ms))})) == ErrorCode::Conflict);
    QCOMPARE(runIds(), QStringList{u"r1"_s});
}

void StoreRunsTest::record_oneConflict_writesNone()
{
    const Run old = run(u"old"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({old})));
    const Run changed = ended(old, Outcome::Success, at(5ms));
    QVERIFY(errorOf(store().record({changed, run(u"r1"_s, u"a"_s, at(1ms)), run(u"r2"_s, u"a"_s, at(0ms))}))
            == ErrorCode::Conflict);
    QCOMPARE(allRuns(), QList<Run>{old});
}

void StoreRunsTest::record_oneConflict_leavesOtherCallsAlone()
{
    const auto first = store().record({run(u"r1"_s, u"a"_s, at(0ms))});
    const auto second = store().record({run(u"r2"_s, u"a"_s, at(0ms))});
    const auto third = store().record({run(u"r3"_s, u"a"_s, at(1ms))});
    QVERIFY(!errorOf(first));
    QVERIFY(errorOf(second) == ErrorCode::Conflict);
    QVERIFY(!errorOf(third));
    QCOMPARE(runIds(), (QStringList{u"r3"_s, u"r1"_s}));
}

void StoreRunsTest::record_retry_isUniqueByAttempt()
{
    const Run first = run(u"r1"_s, u"a"_s, at(0ms));
    Run second = run(u"r2"_s, u"a"_s, at(0ms));
    second.cause = Cause::Retry;
    second.attempt = 2;
    Run third = second;
    third.id = {u"r3"_s};
    QVERIFY(!errorOf(store().record({first, second})));
    QVERIFY(errorOf(store().record({third})) == ErrorCode::Conflict);
    third.attempt = 3;
    QVERIFY(!errorOf(store().record({third})));
}

void StoreRunsTest::record_manualAndSnooze_mayShareAnInstant()
{
    QList<Run> runs;
    for (const Cause cause : {Cause::Schedule, Cause::Manual, Cause::Manual, Cause::Snooze, Cause::Snooze}) {
        runs.append(run(u"r%1"_s.arg(runs.size()), u"a"_s, at(0ms)));
        runs.last().cause = cause;
    }
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(runIds().size(), 5);
}

void StoreRunsTest::record_sameInstantOfOtherJob_works()
{
    QVERIFY(!errorOf(store().record({run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"b"_s, at(0ms))})));
}

void StoreRunsTest::record_rowOntoItself_works()
{
    const Run r = run(u"r"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({r, r})));
    QVERIFY(!errorOf(store().record({r})));
    QCOMPARE(runIds().size(), 1);
}

void StoreRunsTest::record_manyCalls_areAllWritten()
{
    QList<QFuture<Result<void>>> futures;
    for (int i = 0; i < 2000; ++i)
        futures.append(store().record({run(u"r%1"_s.arg(i), u"a"_s, at(milliseconds(i)))}));
    for (const QFuture<Result<void>> &future : std::as_const(futures))
        QVERIFY(!errorOf(future));
    RunQuery query;
    query.limit = 5000;
    QCOMPARE(runIds(query).size(), 2000);
}

void StoreRunsTest::runs_empty_answersNone()
{
    QVERIFY(allRuns().isEmpty());
}

void StoreRunsTest::runs_all_areNewestFirst()
{
    QVERIFY(!errorOf(store().record({run(u"2"_s, u"a"_s, at(2ms)), run(u"3"_s, u"b"_s, at(3ms)), run(u"1"_s, u"a"_s, at(1ms))})));
    QCOMPARE(runIds(), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void StoreRunsTest::runs_sameInstant_areLastRecordedFirst()
{
    QVERIFY(!errorOf(store().record({run(u"x"_s, u"a"_s, at(0ms)), run(u"z"_s, u"b"_s, at(0ms)), run(u"y"_s, u"c"_s, at(0ms))})));
    QVERIFY(!errorOf(store().record({ended(run(u"x"_s, u"a"_s, at(0ms)), Outcome::Success, at(9ms))})));
    QCOMPARE(runIds(), (QStringList{u"y"_s, u"z"_s, u"x"_s}));
}

void StoreRunsTest::runs_byJob_answersItsOwn()
{
    QVERIFY(!errorOf(store().record({run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"b"_s, at(1ms)), run(u"r3"_s, u"a"_s, at(2ms))})));
    RunQuery query;
    query.jobId = JobId{u"a"_s};
    QCOMPARE(runIds(query), (QStringList{u"r3"_s, u"r1"_s}));
}

void StoreRunsTest::runs_byId_answersThatOne()
{
    QVERIFY(!errorOf(store().record({run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"a"_s, at(1ms))})));
    RunQuery query;
    query.runId = RunId{u"r1"_s};
    QCOMPARE(runIds(query), QStringList{u"r1"_s});
    query.runId = RunId{u"R1"_s};
    QVERIFY(runIds(query).isEmpty());
}

void StoreRunsTest::runs_bySpan_includesBothEnds()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(!errorOf(store().record({run(QString::number(i), u"a"_s, at(milliseconds(i)))})));
    RunQuery query;
    query.since = at(1ms);
    query.until = at(3ms);
    QCOMPARE(runIds(query), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void StoreRunsTest::runs_byOutcome_answersThose()
{
    QVERIFY(!errorOf(store().record({ended(run(u"good"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms)),
                                     ended(run(u"bad"_s, u"a"_s, at(1ms)), Outcome::Error, at(2ms)),
                                     run(u"open"_s, u"a"_s, at(2ms))})));
    RunQuery query;
    query.outcome = Outcome::Error;
    QCOMPARE(runIds(query), QStringList{u"bad"_s});
}

void StoreRunsTest::runs_byAll_answersWhatFitsAll()
{
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(1ms)), Outcome::Error, at(9ms)),
                                     ended(run(u"2"_s, u"a"_s, at(2ms)), Outcome::Error, at(9ms)),
                                     ended(run(u"3"_s, u"a"_s, at(3ms)), Outcome::Success, at(9ms)),
                                     ended(run(u"4"_s, u"b"_s, at(2ms)), Outcome::Error, at(9ms))})));
    RunQuery query;
    query.jobId = JobId{u"a"_s};
    query.since = at(2ms);
    query.until = at(3ms);
    query.outcome = Outcome::Error;
    QCOMPARE(runIds(query), QStringList{u"2"_s});
}

void StoreRunsTest::runs_limit_answersTheNewest()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(!errorOf(store().record({run(QString::number(i), u"a"_s, at(milliseconds(i)))})));
    RunQuery query;
    query.limit = 2;
    QCOMPARE(runIds(query), (QStringList{u"4"_s, u"3"_s}));
}

void StoreRunsTest::runs_limitBelowOne_answersNone()
{
    QVERIFY(!errorOf(store().record({run(u"r"_s, u"a"_s, at(0ms))})));
    RunQuery query;
    query.limit = 0;
    QVERIFY(runIds(query).isEmpty());
    query.limit = -1;
    QVERIFY(runIds(query).isEmpty());
}

void StoreRunsTest::runs_withoutOutput_leavesItEmpty()
{
    Run r = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms));
    r.output = "much";
    r.outputTruncated = true;
    QVERIFY(!errorOf(store().record({r})));
    RunQuery query;
    query.withOutput = false;
    r.output.clear();
    QCOMPARE(allRuns(query), QList<Run>{r});
}

void StoreRunsTest::load_unfinishedRuns_areByDueTimeAndWithoutOutput()
{
    addJobs({u"a"_s});
    Run late = run(u"late"_s, u"a"_s, at(0ms));
    late.dueAt = at(9ms);
    late.state = RunState::Waiting;
    Run early = run(u"early"_s, u"a"_s, at(1ms));
    early.state = RunState::Running;
    early.output = "so far";
    QVERIFY(!errorOf(store().record({late, early, ended(run(u"done"_s, u"a"_s, at(2ms)), Outcome::Success, at(3ms))})));
    early.output.clear();
    QCOMPARE(contents().unfinishedRuns, (QList<Run>{early, late}));
}

void StoreRunsTest::load_lastRuns_areTheLatestToEnd()
{
    addJobs({u"a"_s, u"b"_s, u"c"_s});
    Run slow = ended(run(u"slow"_s, u"a"_s, at(0ms)), Outcome::Success, at(50ms));
    slow.output = "much";
    const Run quick = ended(run(u"quick"_s, u"a"_s, at(10ms)), Outcome::Error, at(11ms));
    const Run other = ended(run(u"other"_s, u"b"_s, at(10ms)), Outcome::Skipped, at(10ms));
    QVERIFY(!errorOf(store().record({slow, quick, other, run(u"open"_s, u"b"_s, at(11ms)), run(u"c1"_s, u"c"_s, at(0ms))})));
    slow.output.clear();
    const QHash<JobId, Run> expected{{{u"a"_s}, slow}, {{u"b"_s}, other}};
    QCOMPARE(contents().lastRuns, expected);
}

void StoreRunsTest::load_lastRunsAtOneInstant_areTheLastRecorded()
{
    addJobs({u"a"_s});
    const Run first = ended(run(u"z"_s, u"a"_s, at(0ms)), Outcome::Missed, at(5ms));
    const Run second = ended(run(u"a"_s, u"a"_s, at(1ms)), Outcome::Skipped, at(5ms));
    QVERIFY(!errorOf(store().record({first, second})));
    QCOMPARE(contents().lastRuns.value({u"a"_s}), second);
}

void StoreRunsTest::load_failures_countSinceTheLastSuccess()
{
    addJobs({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(1ms)), Outcome::Error, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(2ms)), Outcome::Success, at(2ms)),
                                     ended(run(u"3"_s, u"a"_s, at(3ms)), Outcome::Timeout, at(3ms)),
                                     ended(run(u"4"_s, u"a"_s, at(4ms)), Outcome::Interrupted, at(4ms)),
                                     ended(run(u"5"_s, u"b"_s, at(5ms)), Outcome::Error, at(5ms)),
                                     ended(run(u"6"_s, u"c"_s, at(6ms)), Outcome::Success, at(6ms))})));
    const QHash<JobId, int> expected{{{u"a"_s}, 2}, {{u"b"_s}, 1}};
    QCOMPARE(contents().failures, expected);
}

void StoreRunsTest::load_failuresAtOneInstant_countInOrder()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(1ms)), Outcome::Error, at(9ms)),
                                     ended(run(u"2"_s, u"a"_s, at(2ms)), Outcome::Success, at(9ms)),
                                     ended(run(u"3"_s, u"a"_s, at(3ms)), Outcome::Error, at(9ms))})));
    QCOMPARE(contents().failures.value({u"a"_s}), 1);
}

void StoreRunsTest::load_failures_leaveOutThoseRetried()
{
    addJobs({u"a"_s, u"b"_s});
    const Run first = ended(run(u"1"_s, u"a"_s, at(1ms)), Outcome::Error, at(2ms));
    Run retry = ended(run(u"2"_s, u"a"_s, at(1ms)), Outcome::Error, at(3ms));
    retry.cause = Cause::Retry;
    retry.attempt = 2;
    Run manual = ended(run(u"3"_s, u"b"_s, at(1ms)), Outcome::Error, at(2ms));
    manual.cause = Cause::Manual;
    Run waiting = run(u"4"_s, u"b"_s, at(1ms));
    waiting.cause = Cause::Retry;
    waiting.attempt = 2;
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(store().record({first, retry, manual, waiting})));
    const QHash<JobId, int> expected{{{u"a"_s}, 1}};
    QCOMPARE(contents().failures, expected);
}

void StoreRunsTest::load_failures_leaveOutWhatIsNone()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(1ms)), Outcome::Missed, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(2ms)), Outcome::Skipped, at(2ms)),
                                     ended(run(u"3"_s, u"a"_s, at(3ms)), Outcome::Cancelled, at(3ms))})));
    QVERIFY(contents().failures.isEmpty());
}

void StoreRunsTest::prune_old_isForgotten()
{
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(48h)), Outcome::Success, at(48h)),
                                     ended(run(u"3"_s, u"a"_s, at(72h)), Outcome::Success, at(72h))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(72h))).value(), 1);
    QCOMPARE(runIds(), (QStringList{u"3"_s, u"2"_s}));
}

void StoreRunsTest::prune_old_keepsTheNewestOfAJob()
{
    addJobs({u"a"_s, u"b"_s});
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(1ms)), Outcome::Error, at(2ms)),
                                     ended(run(u"3"_s, u"b"_s, at(0ms)), Outcome::Success, at(1ms))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(100h))).value(), 1);
    QCOMPARE(runIds(), (QStringList{u"2"_s, u"3"_s}));
}

void StoreRunsTest::prune_old_keepsNothingOfARemovedJob()
{
    addJobs({u"b"_s});
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(1ms)), Outcome::Error, at(2ms)),
                                     ended(run(u"3"_s, u"b"_s, at(0ms)), Outcome::Success, at(1ms))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(100h))).value(), 2);
    QCOMPARE(runIds(), QStringList{u"3"_s});
}

void StoreRunsTest::prune_old_keepsWhatIsUnfinished()
{
    Run waiting = run(u"w"_s, u"a"_s, at(0ms));
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(store().record({waiting, run(u"c"_s, u"a"_s, at(1ms)),
                                     ended(run(u"new"_s, u"a"_s, at(99h)), Outcome::Success, at(99h))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1}, at(100h))).value(), 0);
    QCOMPARE(runIds().size(), 3);
}

void StoreRunsTest::prune_longSpanEndedLately_isKept()
{
    Run span = ended(run(u"span"_s, u"a"_s, at(0ms)), Outcome::Missed, at(99h));
    span.count = 99;
    span.until = at(99h);
    QVERIFY(!errorOf(store().record({span, ended(run(u"new"_s, u"a"_s, at(99h)), Outcome::Success, at(99h))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(100h))).value(), 0);
}

void StoreRunsTest::prune_tooMany_keepsTheNewest()
{
    QList<Run> runs;
    for (int i = 0; i < 10; ++i)
        runs.append(ended(run(u"a%1"_s.arg(i), u"a"_s, at(milliseconds(i))), Outcome::Success, at(50ms)));
    runs.append(ended(run(u"b"_s, u"b"_s, at(0ms)), Outcome::Success, at(1ms)));
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(answer(store().prune({std::chrono::days(90), 3}, at(1h))).value(), 7);
    QCOMPARE(runIds(), (QStringList{u"a9"_s, u"a8"_s, u"a7"_s, u"b"_s}));
}

void StoreRunsTest::prune_manyRows_areAllForgotten()
{
    QList<Run> runs;
    for (int i = 0; i < 3500; ++i)
        runs.append(ended(run(u"r%1"_s.arg(i), u"a"_s, at(milliseconds(i))), Outcome::Success, at(10s)));
    QVERIFY(!errorOf(store().record(runs)));
    const auto pruned = store().prune({std::chrono::days(90), 10}, at(1h));
    const auto recorded = store().record({run(u"meanwhile"_s, u"a"_s, at(20s))});
    QVERIFY(!errorOf(recorded));
    QCOMPARE(answer(pruned).value(), 3490);
    QCOMPARE(runIds().size(), 11);
}

void StoreRunsTest::prune_forgottenFireTime_isFreeAgain()
{
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms)),
                                     ended(run(u"2"_s, u"a"_s, at(1ms)), Outcome::Success, at(2ms))})));
    QCOMPARE(answer(store().prune({std::chrono::days(90), 1}, at(1h))).value(), 1);
    QVERIFY(!errorOf(store().record({run(u"3"_s, u"a"_s, at(0ms))})));
}

void StoreRunsTest::prune_nothingToDo_answersZero()
{
    QCOMPARE(answer(store().prune({}, at(0ms))).value(), 0);
}

void StoreRunsTest::prune_unfinishedRows_doNotCount()
{
    QList<Run> runs;
    for (int i = 0; i < 4; ++i) {
        runs.append(run(u"u%1"_s.arg(i), u"a"_s, at(milliseconds(i))));
        runs.append(ended(run(u"e%1"_s.arg(i), u"a"_s, at(milliseconds(100 + i))), Outcome::Success, at(1s)));
    }
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(answer(store().prune({std::chrono::days(90), 4}, at(1h))).value(), 0);
    QCOMPARE(answer(store().prune({std::chrono::days(90), 3}, at(1h))).value(), 1);
    QCOMPARE(runIds().size(), 7);
}

void StoreRunsTest::prune_exactlyAsManyAsKept_keepsAll()
{
    QList<Run> runs;
    for (int i = 0; i < 5; ++i)
        runs.append(ended(run(u"r%1"_s.arg(i), u"a"_s, at(milliseconds(i))), Outcome::Success, at(1s)));
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(answer(store().prune({std::chrono::days(90), 5}, at(1h))).value(), 0);
}

void StoreRunsTest::prune_exactlyAsOldAsKept_keepsIt()
{
    QVERIFY(!errorOf(store().record({ended(run(u"edge"_s, u"a"_s, at(0h)), Outcome::Success, at(0h)),
                                     ended(run(u"new"_s, u"a"_s, at(1h)), Outcome::Success, at(1h))})));
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(24h))).value(), 0);
    QCOMPARE(answer(store().prune({std::chrono::days(1), 1000}, at(24h) + 1ms)).value(), 1);
}

void StoreRunsTest::record_sameRunTwiceInOneCall_keepsTheLast()
{
    const Run claimed = run(u"r"_s, u"a"_s, at(0ms));
    const Run failed = ended(claimed, Outcome::Error, at(1ms));
    const Run succeeded = ended(claimed, Outcome::Success, at(2ms));
    QVERIFY(!errorOf(store().record({claimed, failed, succeeded})));
    QCOMPARE(allRuns(), QList<Run>{succeeded});
}

void StoreRunsTest::record_endedRunAcknowledged_isReplaced()
{
    Run reminder = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms));
    QVERIFY(!errorOf(store().record({reminder})));
    reminder.acknowledgedAt = at(1h);
    QVERIFY(!errorOf(store().record({reminder})));
    QCOMPARE(allRuns(), QList<Run>{reminder});
    reminder.acknowledgedAt.reset();
    QVERIFY(!errorOf(store().record({reminder})));
    QCOMPARE(allRuns(), QList<Run>{reminder});
}

void StoreRunsTest::record_movedFireTime_freesTheOldOne()
{
    Run moved = run(u"r"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({moved})));
    moved.scheduledAt = at(5ms);
    moved.dueAt = at(5ms);
    QVERIFY(!errorOf(store().record({moved})));
    QVERIFY(!errorOf(store().record({run(u"other"_s, u"a"_s, at(0ms))})));
    QCOMPARE(runIds(), (QStringList{u"r"_s, u"other"_s}));
}

void StoreRunsTest::requestCancel_unfinishedRun_isNotedInItsRow_data()
{
    QTest::addColumn<int>("state");
    for (const RunState state : {RunState::Waiting, RunState::Claimed, RunState::Running})
        QTest::newRow(qPrintable(toString(state))) << int(state);
}

void StoreRunsTest::requestCancel_unfinishedRun_isNotedInItsRow()
{
    QFETCH(int, state);
    Run asked = run(u"r"_s, u"a"_s, at(0ms));
    asked.state = RunState(state);
    const Run other = run(u"other"_s, u"a"_s, at(1ms));
    QVERIFY(!errorOf(store().record({asked, other})));
    for (int times = 0; times < 2; ++times)
        QVERIFY(!errorOf(store().requestCancel(asked.id)));
    asked.cancelRequested = true;
    QCOMPARE(allRuns(), (QList<Run>{other, asked}));
}

void StoreRunsTest::requestCancel_endedRun_changesNothing()
{
    const Run done = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Success, at(1ms));
    QVERIFY(!errorOf(store().record({done})));
    QCOMPARE(errorOf(store().requestCancel(done.id)), ErrorCode::NotFound);
    QCOMPARE(allRuns(), QList<Run>{done});
}

void StoreRunsTest::requestCancel_unknownRun_isNotFound()
{
    QCOMPARE(errorOf(store().requestCancel({u"nobody"_s})), ErrorCode::NotFound);
}

void StoreRunsTest::record_endsOfManyRuns_areAllWritten()
{
    QList<Run> runs;
    for (int i = 0; i < 1500; ++i)
        runs.append(run(u"r%1"_s.arg(i), u"job%1"_s.arg(i % 7), at(milliseconds(i))));
    QVERIFY(!errorOf(store().record(runs)));
    for (int i = 0; i < runs.size(); ++i) {
        runs[i] = ended(runs[i], i % 2 == 0 ? Outcome::Success : Outcome::Error, at(milliseconds(i + 1)));
        if (i % 3 == 0)
            runs[i].exitCode = i;
        if (i % 100 == 0)
            runs[i].output = QByteArray(1000, char(i));
    }
    QVERIFY(!errorOf(store().record(runs)));
    std::reverse(runs.begin(), runs.end());
    RunQuery query;
    query.limit = 2000;
    QCOMPARE(allRuns(query), runs);
}

void StoreRunsTest::runs_byUnknownId_answersNone()
{
    QVERIFY(!errorOf(store().record({run(u"r"_s, u"a"_s, at(0ms))})));
    RunQuery query;
    query.runId = {u"R"_s};
    QVERIFY(allRuns(query).isEmpty());
}

void StoreRunsTest::runs_sameInstantOfSeveralJobs_areLastRecordedFirst()
{
    QVERIFY(!errorOf(store().record({run(u"m"_s, u"c"_s, at(0ms)), run(u"z"_s, u"a"_s, at(0ms)), run(u"a"_s, u"b"_s, at(0ms))})));
    QCOMPARE(runIds(), (QStringList{u"a"_s, u"z"_s, u"m"_s}));
    RunQuery query;
    query.limit = 2;
    QCOMPARE(runIds(query), (QStringList{u"a"_s, u"z"_s}));
}

REVEILLE_TEST(StoreRunsTest)

#include "tst_storeruns.moc"
