// SPDX-License-Identifier: MIT
#include "tests/stores/storetest.h"

using namespace reveille;
using namespace Qt::StringLiterals;

class StoreClaimsTest final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void claim_expectedState_advancesAndInserts();
    void claim_lastFireTime_leavesNone();
    void claim_otherRevision_isLost();
    void claim_otherFireTime_isLost();
    void claim_jobWithoutFireTime_isLost();
    void claim_goneJob_isLost();
    void claim_sameTwice_isLostTheSecondTime();
    void claim_oneLost_writesTheOthers();
    void claim_takenFireTime_losesOnlyThatRow();
    void claim_sameFireTimeAgain_losesTheRowAndAdvances();
    void claim_knownRunId_losesOnlyThatRow();
    void claim_sameFireTimeTwiceInOneClaim_keepsTheFirst();
    void claim_spanRow_takesItsFirstFireTime();
    void claim_manyRows_areAllInserted();
    void claim_waitingRun_becomesWhatIsGiven();
    void claim_waitingRunTakenBefore_isLost();
    void claim_goneWaitingRun_isLost();
    void claim_waitingRunOntoTakenFireTime_isLost();
    void claim_jobsAndWaiting_areReportedApart();
    void claim_thousandJobs_works();
    void claim_nothing_works();
    void claim_otherSequence_isLost();
    void claim_readdedJob_isLost();
    void claim_updatedJob_isLost();
    void claim_finishedRows_areInsertedAsTheyAre();
    void claim_rowWithOutput_isInserted();
    void claim_longAndUnusualIds_work();
    void claim_thenEnded_isOneRow();
    void claim_waitingRunWithOutput_keepsWhatIsGiven();
};

void StoreClaimsTest::claim_expectedState_advancesAndInserts()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    const Run first = run(u"r"_s, u"a"_s, at(0ms));
    const ClaimResult result = answer(store().claim({{claimOf(a, at(10ms), {first})}, {}})).value();
    QVERIFY(result.lostJobs.isEmpty());
    const StoreContents all = contents();
    QCOMPARE(all.unfinishedRuns, QList<Run>{first});
    QVERIFY(all.jobs[0].nextFireTime == at(10ms));
    QVERIFY(all.jobs[0].newestFireTime == at(0ms));
    QCOMPARE(all.jobs[0].revision, 0);
}

void StoreClaimsTest::claim_lastFireTime_leavesNone()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    (void)answer(store().claim({{claimOf(a, std::nullopt, {run(u"r"_s, u"a"_s, at(0ms))})}, {}}));
    QVERIFY(!contents().jobs[0].nextFireTime);
}

void StoreClaimsTest::claim_otherRevision_isLost()
{
    JobRecord a = addJobs({u"a"_s})[0];
    a.revision = 1;
    const ClaimResult result = answer(store().claim({{claimOf(a, at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}})).value();
    QCOMPARE(result.lostJobs, QSet<JobId>{a.id});
    QVERIFY(contents().jobs[0].nextFireTime == at(0ms));
    QVERIFY(runIds().isEmpty());
}

void StoreClaimsTest::claim_otherFireTime_isLost()
{
    JobRecord a = addJobs({u"a"_s})[0];
    a.nextFireTime = at(1ms);
    const ClaimResult result = answer(store().claim({{claimOf(a, at(10ms), {run(u"r"_s, u"a"_s, at(1ms))})}, {}})).value();
    QCOMPARE(result.lostJobs, QSet<JobId>{a.id});
    QVERIFY(runIds().isEmpty());
}

void StoreClaimsTest::claim_jobWithoutFireTime_isLost()
{
    (void)answer(store().add({job(u"a"_s, std::nullopt)}));
    const ClaimResult result = answer(store().claim({{claimOf(job(u"a"_s), at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}})).value();
    QCOMPARE(result.lostJobs.size(), 1);
}

void StoreClaimsTest::claim_goneJob_isLost()
{
    const ClaimResult result = answer(store().claim({{claimOf(job(u"a"_s), at(1ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}})).value();
    QCOMPARE(result.lostJobs.size(), 1);
    QVERIFY(runIds().isEmpty());
}

void StoreClaimsTest::claim_sameTwice_isLostTheSecondTime()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    const auto first = store().claim({{claimOf(a, at(10ms), {run(u"r1"_s, u"a"_s, at(0ms))})}, {}});
    const auto second = store().claim({{claimOf(a, at(10ms), {run(u"r2"_s, u"a"_s, at(0ms))})}, {}});
    QVERIFY(answer(first).value().lostJobs.isEmpty());
    QCOMPARE(answer(second).value().lostJobs.size(), 1);
    QCOMPARE(runIds(), QStringList{u"r1"_s});
}

void StoreClaimsTest::claim_oneLost_writesTheOthers()
{
    QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s, u"c"_s});
    jobs[1].revision = 9;
    ClaimBatch batch;
    for (const JobRecord &j : std::as_const(jobs))
        batch.jobs.append(claimOf(j, at(10ms), {run(u"r-"_s + j.id.value, j.id.value, at(0ms))}));
    QCOMPARE(answer(store().claim(batch)).value().lostJobs, QSet<JobId>{jobs[1].id});
    QCOMPARE(runIds(), (QStringList{u"r-c"_s, u"r-a"_s}));
    QVERIFY(contents().jobs[1].nextFireTime == at(0ms));
}

void StoreClaimsTest::claim_takenFireTime_losesOnlyThatRow()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s});
    QVERIFY(!errorOf(store().record({run(u"old"_s, u"a"_s, at(5ms))})));
    const QList<Run> rows{run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"a"_s, at(5ms)), run(u"r3"_s, u"a"_s, at(6ms))};
    const ClaimBatch batch{{claimOf(jobs[0], at(10ms), rows),
                            claimOf(jobs[1], at(10ms), {run(u"r4"_s, u"b"_s, at(1ms))})}, {}};
    const ClaimResult result = answer(store().claim(batch)).value();
    QVERIFY(result.lostJobs.isEmpty());
    QCOMPARE(result.lostRuns, QSet<RunId>{{u"r2"_s}});
    QCOMPARE(runIds(), (QStringList{u"r3"_s, u"old"_s, u"r4"_s, u"r1"_s}));
    QVERIFY(contents().jobs[0].nextFireTime == at(10ms));
    QVERIFY(contents().jobs[1].nextFireTime == at(10ms));
}

// A clock that was ahead and then put right makes a job come to the same fire time again.
void StoreClaimsTest::claim_sameFireTimeAgain_losesTheRowAndAdvances()
{
    JobRecord a = addJobs({u"a"_s})[0];
    QVERIFY(answer(store().claim({{claimOf(a, at(10ms), {run(u"r1"_s, u"a"_s, at(0ms))})}, {}})).value().lostRuns.isEmpty());
    ++a.revision;
    QVERIFY(!errorOf(store().update({a}))); // back to where it was
    JobClaim again = claimOf(a, at(20ms), {run(u"r2"_s, u"a"_s, at(0ms))});
    again.newestFireTime = at(15ms);
    const ClaimResult result = answer(store().claim({{again}, {}})).value();
    QVERIFY(result.lostJobs.isEmpty());
    QCOMPARE(result.lostRuns, QSet<RunId>{{u"r2"_s}});
    QCOMPARE(runIds(), QStringList{u"r1"_s});
    QVERIFY(contents().jobs[0].nextFireTime == at(20ms));
    QVERIFY(contents().jobs[0].newestFireTime == at(15ms));
}

void StoreClaimsTest::claim_knownRunId_losesOnlyThatRow()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    const Run old = run(u"r"_s, u"a"_s, at(-5ms));
    QVERIFY(!errorOf(store().record({old})));
    const ClaimResult result = answer(store().claim({{claimOf(a, at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}})).value();
    QVERIFY(result.lostJobs.isEmpty());
    QCOMPARE(result.lostRuns, QSet<RunId>{old.id});
    QCOMPARE(allRuns(), QList<Run>{old});
    QVERIFY(contents().jobs[0].nextFireTime == at(10ms));
}

void StoreClaimsTest::claim_sameFireTimeTwiceInOneClaim_keepsTheFirst()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    const QList<Run> rows{run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"a"_s, at(0ms))};
    const ClaimResult result = answer(store().claim({{claimOf(a, at(10ms), rows)}, {}})).value();
    QVERIFY(result.lostJobs.isEmpty());
    QCOMPARE(result.lostRuns, QSet<RunId>{{u"r2"_s}});
    QCOMPARE(runIds(), QStringList{u"r1"_s});
}

void StoreClaimsTest::claim_spanRow_takesItsFirstFireTime()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    Run span = ended(run(u"span"_s, u"a"_s, at(0ms)), Outcome::Missed, at(100ms));
    span.count = 3;
    span.until = at(20ms);
    span.reason = u"late"_s;
    QVERIFY(answer(store().claim({{claimOf(a, at(30ms), {span})}, {}})).value().lostJobs.isEmpty());
    QCOMPARE(allRuns(), QList<Run>{span});
    QVERIFY(errorOf(store().record({run(u"r1"_s, u"a"_s, at(0ms))})) == ErrorCode::Conflict);
    QVERIFY(!errorOf(store().record({run(u"r2"_s, u"a"_s, at(10ms))})));
}

void StoreClaimsTest::claim_manyRows_areAllInserted()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    QList<Run> rows;
    for (int i = 0; i < 100; ++i)
        rows.append(run(u"r%1"_s.arg(i), u"a"_s, at(milliseconds(i))));
    QVERIFY(answer(store().claim({{claimOf(a, at(1s), rows)}, {}})).value().lostJobs.isEmpty());
    QCOMPARE(runIds().size(), 100);
}

void StoreClaimsTest::claim_waitingRun_becomesWhatIsGiven()
{
    Run waiting = run(u"w"_s, u"a"_s, at(0ms));
    waiting.state = RunState::Waiting;
    waiting.cause = Cause::Retry;
    waiting.attempt = 2;
    QVERIFY(!errorOf(store().record({waiting})));
    Run claimed = waiting;
    claimed.state = RunState::Claimed;
    QVERIFY(answer(store().claim({{}, {claimed}})).value().lostRuns.isEmpty());
    QCOMPARE(allRuns(), QList<Run>{claimed});
}

void StoreClaimsTest::claim_waitingRunTakenBefore_isLost()
{
    Run waiting = run(u"w"_s, u"a"_s, at(0ms));
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(store().record({waiting})));
    const Run claimed = run(u"w"_s, u"a"_s, at(0ms));
    QVERIFY(answer(store().claim({{}, {claimed}})).value().lostRuns.isEmpty());
    QCOMPARE(answer(store().claim({{}, {claimed}})).value().lostRuns, QSet<RunId>{claimed.id});
}

void StoreClaimsTest::claim_goneWaitingRun_isLost()
{
    const Run gone = run(u"w"_s, u"a"_s, at(0ms));
    QCOMPARE(answer(store().claim({{}, {gone}})).value().lostRuns, QSet<RunId>{gone.id});
    QVERIFY(runIds().isEmpty());
}

void StoreClaimsTest::claim_waitingRunOntoTakenFireTime_isLost()
{
    Run waiting = run(u"w"_s, u"a"_s, at(0ms));
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(store().record({waiting, run(u"r"_s, u"a"_s, at(5ms))})));
    Run moved = waiting;
    moved.scheduledAt = at(5ms);
    moved.state = RunState::Claimed;
    QCOMPARE(answer(store().claim({{}, {moved}})).value().lostRuns, QSet<RunId>{waiting.id});
    QCOMPARE(allRuns().last(), waiting);
}

void StoreClaimsTest::claim_jobsAndWaiting_areReportedApart()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    Run waiting = run(u"w"_s, u"a"_s, at(-9ms));
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(store().record({waiting})));
    const Run skipped = ended(waiting, Outcome::Skipped, at(0ms));
    const ClaimBatch batch{{claimOf(a, at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {skipped, run(u"x"_s, u"a"_s, at(1ms))}};
    const ClaimResult result = answer(store().claim(batch)).value();
    QVERIFY(result.lostJobs.isEmpty());
    QCOMPARE(result.lostRuns, QSet<RunId>{{u"x"_s}});
    QCOMPARE(runIds(), (QStringList{u"r"_s, u"w"_s}));
}

void StoreClaimsTest::claim_thousandJobs_works()
{
    QStringList ids;
    for (int i = 0; i < 1000; ++i)
        ids.append(u"job%1"_s.arg(i));
    ClaimBatch batch;
    const QList<JobRecord> jobs = addJobs(ids);
    for (const JobRecord &j : jobs)
        batch.jobs.append(claimOf(j, at(1s), {run(u"r-"_s + j.id.value, j.id.value, at(0ms))}));
    QVERIFY(answer(store().claim(batch)).value().lostJobs.isEmpty());
    QCOMPARE(contents().unfinishedRuns.size(), 1000);
}

void StoreClaimsTest::claim_nothing_works()
{
    QVERIFY(!errorOf(store().claim({})));
}

void StoreClaimsTest::claim_otherSequence_isLost()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s});
    JobClaim claim = claimOf(jobs[0], at(10ms), {run(u"r"_s, u"a"_s, at(0ms))});
    claim.sequence = jobs[1].sequence + 100;
    QCOMPARE(answer(store().claim({{claim}, {}})).value().lostJobs, QSet<JobId>{jobs[0].id});
    QVERIFY(runIds().isEmpty());
    QVERIFY(contents().jobs[1].nextFireTime == at(0ms));
}

void StoreClaimsTest::claim_readdedJob_isLost()
{
    const JobRecord before = addJobs({u"a"_s})[0];
    QVERIFY(!errorOf(store().remove({before.id})));
    addJobs({u"a"_s});
    QCOMPARE(answer(store().claim({{claimOf(before, at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}})).value().lostJobs.size(), 1);
    QVERIFY(contents().jobs[0].nextFireTime == at(0ms));
}

void StoreClaimsTest::claim_updatedJob_isLost()
{
    const JobRecord before = addJobs({u"a"_s})[0];
    JobRecord after = before;
    after.revision = 1;
    QVERIFY(!errorOf(store().update({after})));
    QCOMPARE(answer(store().claim({{claimOf(before, at(10ms), {run(u"r1"_s, u"a"_s, at(0ms))})}, {}})).value().lostJobs.size(), 1);
    QVERIFY(answer(store().claim({{claimOf(after, at(10ms), {run(u"r2"_s, u"a"_s, at(0ms))})}, {}})).value().lostJobs.isEmpty());
}

void StoreClaimsTest::claim_finishedRows_areInsertedAsTheyAre()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s});
    Run missed = ended(run(u"missed"_s, u"a"_s, at(-9ms)), Outcome::Missed, at(1ms));
    missed.startedAt.reset();
    missed.reason = u"“late”\n\\ \t每天"_s;
    missed.count = 7;
    missed.until = at(-1ms);
    const Run claimed = run(u"claimed"_s, u"a"_s, at(0ms));
    Run waiting = run(u"waiting"_s, u"b"_s, at(0ms));
    waiting.state = RunState::Waiting;
    waiting.dueAt = at(5ms);
    const ClaimBatch batch{{claimOf(jobs[0], at(10ms), {missed, claimed}), claimOf(jobs[1], at(10ms), {waiting})}, {}};
    const ClaimResult result = answer(store().claim(batch)).value();
    QVERIFY(result.lostJobs.isEmpty() && result.lostRuns.isEmpty());
    QCOMPARE(allRuns(), (QList<Run>{waiting, claimed, missed}));
}

void StoreClaimsTest::claim_rowWithOutput_isInserted()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    Run row = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Error, at(1ms));
    row.output = QByteArray("a\0b\xff", 4);
    QVERIFY(answer(store().claim({{claimOf(a, at(10ms), {row, run(u"s"_s, u"a"_s, at(1ms))})}, {}})).value().lostRuns.isEmpty());
    QCOMPARE(allRuns().last(), row);
}

void StoreClaimsTest::claim_longAndUnusualIds_work()
{
    const QStringList ids{QString(200, u'界'), QString(196, u'x') + u"\\\"'"_s, u"😀 %1 ? :a $1 -- ;"_s, u"a "_s, u"a"_s, u"A"_s, u"ä"_s};
    const QList<JobRecord> jobs = addJobs(ids);
    ClaimBatch batch;
    for (const JobRecord &job : jobs)
        batch.jobs.append(claimOf(job, at(10ms), {run(u"r"_s + QString::number(batch.jobs.size()), job.id.value, at(0ms))}));
    const ClaimResult result = answer(store().claim(batch)).value();
    QVERIFY(result.lostJobs.isEmpty() && result.lostRuns.isEmpty());
    for (const QString &id : ids) {
        RunQuery query;
        query.jobId = {id};
        QCOMPARE(allRuns(query).size(), 1);
    }
    QCOMPARE(runIds().size(), ids.size());
}

void StoreClaimsTest::claim_thenEnded_isOneRow()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s});
    QList<Run> rows{run(u"r1"_s, u"a"_s, at(0ms)), run(u"r2"_s, u"b"_s, at(0ms))};
    (void)answer(store().claim({{claimOf(jobs[0], at(10ms), {rows[0]}), claimOf(jobs[1], at(10ms), {rows[1]})}, {}}));
    rows[0] = ended(rows[0], Outcome::Success, at(3ms));
    rows[0].exitCode = 0;
    rows[1] = ended(rows[1], Outcome::Error, at(4ms));
    const Run fresh = ended(run(u"r3"_s, u"b"_s, at(1ms)), Outcome::Success, at(4ms)); // not known before
    QVERIFY(!errorOf(store().record({rows[0], rows[1], fresh})));
    QCOMPARE(allRuns(), (QList<Run>{fresh, rows[1], rows[0]}));
    QVERIFY(contents().unfinishedRuns.isEmpty());
}

void StoreClaimsTest::claim_waitingRunWithOutput_keepsWhatIsGiven()
{
    Run waiting = run(u"w"_s, u"a"_s, at(0ms));
    waiting.state = RunState::Waiting;
    waiting.output = "before";
    QVERIFY(!errorOf(store().record({waiting})));
    Run claimed = waiting;
    claimed.state = RunState::Claimed;
    claimed.dueAt = at(7ms);
    QVERIFY(answer(store().claim({{}, {claimed}})).value().lostRuns.isEmpty());
    QCOMPARE(allRuns(), QList<Run>{claimed});
}

REVEILLE_TEST(StoreClaimsTest)

#include "tst_storeclaims.moc"
