// SPDX-License-Identifier: MIT
#include "tests/stores/storetest.h"

#include <algorithm>

using namespace reveille;
using namespace Qt::StringLiterals;

class StoreLoadsTest final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void loadDue_newStore_isEmpty();
    void loadDue_dueBeforeOrNow_isLoaded();
    void loadDue_dueLater_isNotLoaded();
    void loadDue_finishedJob_isNotLoaded();
    void loadDue_beforeTheYear1970_works();
    void loadDue_manyJobs_areInOrderOfCreation();
    void loadDue_jobOfWaitingRun_isLoadedAlthoughNotDue();
    void loadDue_jobOfActiveRun_isLoadedOnce();
    void loadDue_jobDueWithUnfinishedRun_isLoadedOnce();
    void loadDue_runOfGoneJob_isLoadedWithoutAJob();
    void loadDue_runLeftToAnotherHost_isLoadedWhereNobodySharesIt();
    void loadDue_runsDueAtOneInstant_areInTheOrderRecorded();
    void loadDue_endedRun_isNotUnfinished();
    void loadDue_lastRuns_areThoseOfItsJobsOnly();
    void loadDue_afterClaim_isAsClaimed();
    void loadDue_afterUpdate_goesByTheNewFireTime();
    void loadDue_afterRemove_isGone();

    void loadPage_newStore_isEmpty();
    void loadPage_all_areInOrderOfCreation();
    void loadPage_pages_joinToAll();
    void loadPage_afterTheLast_isEmpty();
    void loadPage_removedBetweenPages_areLeftOut();
    void loadPage_addedBetweenPages_comeLast();
    void loadPage_noLimit_isEmpty();
    void loadPage_finishedAndPausedAlike_areLoaded();
    void loadPage_unfinishedRuns_areLeftOut();
    void loadPage_lastRunsAndFailures_areThoseOfThePage();
    void loadPage_outputOfLastRun_isLeftOut();
    void loadPage_longHistory_findsTheLastSuccess();
    void loadPage_longRunEndedLast_isTheLastRun();

    void jobs_ids_areReadAgain();
    void jobs_goneAndUnknown_areLeftOut();
    void jobs_none_works();
    void jobs_afterClaim_hasTheNewTimes();
    void jobs_readdedJob_hasTheNewSequence();
    void changes_newStore_areNone();
    void changes_ownChanges_areLeftOut();

private:
    [[nodiscard]] StoreContents due(milliseconds now) { return answer(store().loadDue(at(now))).value(); }
    [[nodiscard]] StoreContents page(qint64 after, int limit) { return answer(store().loadPage(after, limit)).value(); }
    [[nodiscard]] static QStringList idsOf(const QList<JobRecord> &jobs);
    [[nodiscard]] static Run waiting(Run run);
    [[nodiscard]] static QStringList numbered(int count);
};

QStringList StoreLoadsTest::idsOf(const QList<JobRecord> &jobs)
{
    QStringList ids;
    for (const JobRecord &job : jobs)
        ids.append(job.id.value);
    return ids;
}

Run StoreLoadsTest::waiting(Run run)
{
    run.state = RunState::Waiting;
    return run;
}

QStringList StoreLoadsTest::numbered(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(u"job %1"_s.arg(i * 7 % count)); // not in the order of their names
    return ids;
}

void StoreLoadsTest::loadDue_newStore_isEmpty()
{
    const StoreContents contents = due(0ms);
    QVERIFY(contents.jobs.isEmpty() && contents.unfinishedRuns.isEmpty() && contents.lastRuns.isEmpty() && contents.failures.isEmpty());
}

void StoreLoadsTest::loadDue_dueBeforeOrNow_isLoaded()
{
    const QList<JobRecord> added = answer(store().add({job(u"now"_s, at(0ms)), job(u"before"_s, at(-1ms))})).value();
    QCOMPARE(due(0ms).jobs, added);
}

void StoreLoadsTest::loadDue_dueLater_isNotLoaded()
{
    (void)answer(store().add({job(u"later"_s, at(1ms)), job(u"now"_s, at(0ms))})).value();
    QCOMPARE(idsOf(due(0ms).jobs), QStringList{u"now"_s});
    QCOMPARE(due(1ms).jobs.size(), 2);
}

void StoreLoadsTest::loadDue_finishedJob_isNotLoaded()
{
    (void)answer(store().add({job(u"finished"_s, std::nullopt)})).value();
    QVERIFY(answer(store().loadDue(TimePoint::max())).value().jobs.isEmpty());
}

void StoreLoadsTest::loadDue_beforeTheYear1970_works()
{
    const TimePoint old(-5s);
    (void)answer(store().add({job(u"old"_s, old)})).value();
    QVERIFY(answer(store().loadDue(old - 1ms)).value().jobs.isEmpty());
    QCOMPARE(answer(store().loadDue(old)).value().jobs.value(0).nextFireTime, OptionalTime(old));
}

void StoreLoadsTest::loadDue_manyJobs_areInOrderOfCreation()
{
    QList<JobRecord> jobs;
    for (int i = 0; i < 300; ++i)
        jobs.append(job(u"j%1"_s.arg(i), at(milliseconds((i * 37) % 100))));
    (void)answer(store().add(jobs)).value();
    const QList<JobRecord> loaded = due(49ms).jobs;
    QCOMPARE(loaded.size(), 150);
    QVERIFY(std::is_sorted(loaded.begin(), loaded.end(), [](const auto &a, const auto &b) { return a.sequence < b.sequence; }));
}

void StoreLoadsTest::loadDue_jobOfWaitingRun_isLoadedAlthoughNotDue()
{
    (void)answer(store().add({job(u"a"_s, at(1h)), job(u"b"_s, at(1h))})).value();
    const Run run_ = waiting(run(u"w"_s, u"b"_s, at(9h)));
    QVERIFY(!errorOf(store().record({run_})));
    const StoreContents contents = due(0ms);
    QCOMPARE(idsOf(contents.jobs), QStringList{u"b"_s});
    QCOMPARE(contents.unfinishedRuns, QList<Run>{run_});
}

void StoreLoadsTest::loadDue_jobOfActiveRun_isLoadedOnce()
{
    (void)answer(store().add({job(u"a"_s, std::nullopt)})).value();
    QVERIFY(!errorOf(store().record({run(u"1"_s, u"a"_s, at(0ms)), run(u"2"_s, u"a"_s, at(1ms))})));
    QCOMPARE(due(0ms).jobs.size(), 1);
    QCOMPARE(due(0ms).unfinishedRuns.size(), 2);
}

void StoreLoadsTest::loadDue_jobDueWithUnfinishedRun_isLoadedOnce()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().record({run(u"1"_s, u"a"_s, at(-1ms))})));
    QCOMPARE(due(0ms).jobs.size(), 1);
}

void StoreLoadsTest::loadDue_runOfGoneJob_isLoadedWithoutAJob()
{
    QVERIFY(!errorOf(store().record({run(u"1"_s, u"gone"_s, at(0ms))})));
    QVERIFY(due(0ms).jobs.isEmpty());
    QCOMPARE(due(0ms).unfinishedRuns.size(), 1);
}

void StoreLoadsTest::loadDue_runLeftToAnotherHost_isLoadedWhereNobodySharesIt()
{
    JobRecord ofAnother = job(u"a"_s);
    ofAnother.data = QByteArray(R"({"host":"a.machine.of.another.name"})");
    QVERIFY(answer(store().add({ofAnother, job(u"b"_s)})));
    const Run left = waiting(run(u"1"_s, u"a"_s, at(0ms)));
    const Run own = waiting(run(u"2"_s, u"b"_s, at(0ms)));
    QVERIFY(!errorOf(store().record({left, own})));
    QCOMPARE(due(0ms).unfinishedRuns, store().isShared() ? QList<Run>{own} : (QList<Run>{left, own}));
    QCOMPARE(allRuns().size(), 2);
    // It is another's, and not nobody's: it goes with its job.
    QVERIFY(!errorOf(store().remove({ofAnother.id})));
    QCOMPARE(allRuns(), QList<Run>{own});
}

void StoreLoadsTest::loadDue_runsDueAtOneInstant_areInTheOrderRecorded()
{
    const QList<Run> runs{waiting(run(u"z"_s, u"a"_s, at(0ms))), waiting(run(u"a"_s, u"b"_s, at(0ms))), waiting(run(u"m"_s, u"c"_s, at(0ms)))};
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(due(0ms).unfinishedRuns, runs);
}

void StoreLoadsTest::loadDue_endedRun_isNotUnfinished()
{
    Run run_ = run(u"1"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({run_})));
    run_ = ended(run_, Outcome::Success, at(1ms));
    QVERIFY(!errorOf(store().record({run_})));
    QVERIFY(due(9ms).unfinishedRuns.isEmpty());
    run_.state = RunState::Waiting; // a reminder that snoozes
    QVERIFY(!errorOf(store().record({run_})));
    QCOMPARE(due(9ms).unfinishedRuns.size(), 1);
}

void StoreLoadsTest::loadDue_lastRuns_areThoseOfItsJobsOnly()
{
    (void)answer(store().add({job(u"due"_s, at(0ms)), job(u"later"_s, at(1h))})).value();
    QVERIFY(!errorOf(store().record({ended(run(u"1"_s, u"due"_s, at(-2ms)), Outcome::Error, at(-1ms)),
                                     ended(run(u"2"_s, u"later"_s, at(-2ms)), Outcome::Error, at(-1ms))})));
    const StoreContents contents = due(0ms);
    QCOMPARE(contents.lastRuns.keys(), QList<JobId>{{u"due"_s}});
    QCOMPARE(contents.failures.keys(), QList<JobId>{{u"due"_s}});
}

void StoreLoadsTest::loadDue_afterClaim_isAsClaimed()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    (void)answer(store().claim({{claimOf(a, at(10ms), {ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Skipped, at(1ms))})}, {}}));
    QVERIFY(due(9ms).jobs.isEmpty());
    QCOMPARE(due(10ms).jobs.size(), 1);
}

void StoreLoadsTest::loadDue_afterUpdate_goesByTheNewFireTime()
{
    JobRecord a = addJobs({u"a"_s})[0];
    a.revision = 1;
    a.nextFireTime = at(50ms);
    QVERIFY(!errorOf(store().update({a})));
    QVERIFY(due(49ms).jobs.isEmpty());
    QCOMPARE(due(50ms).jobs, QList<JobRecord>{a});
}

void StoreLoadsTest::loadDue_afterRemove_isGone()
{
    addJobs({u"a"_s, u"b"_s});
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    QCOMPARE(idsOf(due(0ms).jobs), QStringList{u"b"_s});
}

void StoreLoadsTest::loadPage_newStore_isEmpty()
{
    QVERIFY(page(0, 10).jobs.isEmpty());
}

void StoreLoadsTest::loadPage_all_areInOrderOfCreation()
{
    const QList<JobRecord> added = addJobs({u"z"_s, u"a"_s, u"m"_s});
    QCOMPARE(page(0, 10).jobs, added);
    QCOMPARE(page(0, 3).jobs, added);
}

void StoreLoadsTest::loadPage_pages_joinToAll()
{
    const QList<JobRecord> added = addJobs(numbered(25));
    QList<JobRecord> all;
    qint64 after = 0;
    int pages = 0;
    for (QList<JobRecord> next; !(next = page(after, 10).jobs).isEmpty(); after = next.last().sequence, ++pages)
        all += next;
    QCOMPARE(all, added);
    QCOMPARE(pages, 3);
}

void StoreLoadsTest::loadPage_afterTheLast_isEmpty()
{
    QVERIFY(page(addJobs({u"a"_s, u"b"_s}).last().sequence, 10).jobs.isEmpty());
}

void StoreLoadsTest::loadPage_removedBetweenPages_areLeftOut()
{
    addJobs({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    const QList<JobRecord> first = page(0, 2).jobs;
    QVERIFY(!errorOf(store().remove({{u"b"_s}, {u"c"_s}})));
    QCOMPARE(idsOf(page(first.last().sequence, 2).jobs), QStringList{u"d"_s});
}

void StoreLoadsTest::loadPage_addedBetweenPages_comeLast()
{
    addJobs({u"x"_s, u"y"_s});
    const QList<JobRecord> first = page(0, 1).jobs;
    addJobs({u"a"_s});
    QCOMPARE(idsOf(page(first.last().sequence, 10).jobs), (QStringList{u"y"_s, u"a"_s}));
}

void StoreLoadsTest::loadPage_noLimit_isEmpty()
{
    addJobs({u"a"_s});
    QVERIFY(page(0, 0).jobs.isEmpty());
}

void StoreLoadsTest::loadPage_finishedAndPausedAlike_areLoaded()
{
    (void)answer(store().add({job(u"finished"_s, std::nullopt), job(u"never"_s, TimePoint(date::sys_days(date::year(2199) / 12 / 31)))})).value();
    QCOMPARE(page(0, 10).jobs.size(), 2);
}

void StoreLoadsTest::loadPage_unfinishedRuns_areLeftOut()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().record({run(u"1"_s, u"a"_s, at(0ms))})));
    QVERIFY(page(0, 10).unfinishedRuns.isEmpty());
    QVERIFY(page(0, 10).lastRuns.isEmpty());
}

void StoreLoadsTest::loadPage_lastRunsAndFailures_areThoseOfThePage()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s});
    const Run first = ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Error, at(1ms));
    const Run second = ended(run(u"2"_s, u"b"_s, at(0ms)), Outcome::Timeout, at(1ms));
    QVERIFY(!errorOf(store().record({first, second})));
    QCOMPARE(page(0, 1).lastRuns, (QHash<JobId, Run>{{jobs[0].id, first}}));
    QCOMPARE(page(jobs[0].sequence, 1).lastRuns, (QHash<JobId, Run>{{jobs[1].id, second}}));
    QCOMPARE(page(jobs[0].sequence, 1).failures, (QHash<JobId, int>{{jobs[1].id, 1}}));
}

void StoreLoadsTest::loadPage_outputOfLastRun_isLeftOut()
{
    addJobs({u"a"_s});
    Run last = ended(run(u"1"_s, u"a"_s, at(0ms)), Outcome::Error, at(1ms));
    last.output = "much";
    last.reason = u"exit code 1"_s;
    last.exitCode = 1;
    QVERIFY(!errorOf(store().record({last})));
    last.output.clear();
    QCOMPARE(page(0, 1).lastRuns.value({u"a"_s}), last);
}

void StoreLoadsTest::loadPage_longHistory_findsTheLastSuccess()
{
    addJobs({u"a"_s, u"b"_s});
    QList<Run> runs;
    for (int i = 0; i < 300; ++i) {
        const Outcome outcome = i == 10 ? Outcome::Success : i % 3 == 0 ? Outcome::Skipped : Outcome::Error;
        runs.append(ended(run(u"a%1"_s.arg(i), u"a"_s, at(milliseconds(i))), outcome, at(milliseconds(i))));
        runs.append(ended(run(u"b%1"_s.arg(i), u"b"_s, at(milliseconds(i))), Outcome::Error, at(milliseconds(i))));
    }
    QVERIFY(!errorOf(store().record(runs)));
    const StoreContents contents = page(0, 10);
    QCOMPARE(contents.failures.value({u"a"_s}), 289 - 96);
    QCOMPARE(contents.failures.value({u"b"_s}), 300);
    QCOMPARE(contents.lastRuns.value({u"a"_s}).id, (RunId{u"a299"_s}));
}

void StoreLoadsTest::loadPage_longRunEndedLast_isTheLastRun()
{
    addJobs({u"a"_s});
    QList<Run> runs{ended(run(u"long"_s, u"a"_s, at(0ms)), Outcome::Success, at(1h))};
    for (int i = 1; i < 10; ++i)
        runs.append(ended(run(u"s%1"_s.arg(i), u"a"_s, at(std::chrono::seconds(i))), Outcome::Skipped, at(std::chrono::seconds(i))));
    QVERIFY(!errorOf(store().record(runs)));
    QCOMPARE(page(0, 1).lastRuns.value({u"a"_s}), runs[0]);
}

void StoreLoadsTest::jobs_ids_areReadAgain()
{
    const QList<JobRecord> added = addJobs({u"a"_s, u"b"_s, u"c"_s});
    QCOMPARE(answer(store().jobs({{u"c"_s}, {u"a"_s}})).value(), (QList<JobRecord>{added[2], added[0]}));
}

void StoreLoadsTest::jobs_goneAndUnknown_areLeftOut()
{
    addJobs({u"a"_s, u"b"_s});
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    QCOMPARE(idsOf(answer(store().jobs({{u"a"_s}, {u"x"_s}, {u"b"_s}})).value()), QStringList{u"b"_s});
}

void StoreLoadsTest::jobs_none_works()
{
    QVERIFY(answer(store().jobs({})).value().isEmpty());
}

void StoreLoadsTest::jobs_afterClaim_hasTheNewTimes()
{
    JobRecord a = addJobs({u"a"_s})[0];
    (void)answer(store().claim({{claimOf(a, at(10ms), {run(u"r"_s, u"a"_s, at(0ms))})}, {}}));
    a.nextFireTime = at(10ms);
    a.newestFireTime = at(0ms);
    QCOMPARE(answer(store().jobs({a.id})).value(), QList<JobRecord>{a});
}

void StoreLoadsTest::jobs_readdedJob_hasTheNewSequence()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    const JobRecord again = addJobs({u"a"_s})[0];
    QCOMPARE(answer(store().jobs({again.id})).value(), QList<JobRecord>{again});
}

void StoreLoadsTest::changes_newStore_areNone()
{
    const StoreChanges changes = answer(store().changes()).value();
    QVERIFY(changes.jobs.isEmpty() && changes.removed.isEmpty() && changes.unfinishedRuns.isEmpty());
}

void StoreLoadsTest::changes_ownChanges_areLeftOut()
{
    JobRecord a = addJobs({u"a"_s, u"b"_s})[0];
    a.revision = 1;
    QVERIFY(!errorOf(store().update({a})));
    QVERIFY(!errorOf(store().remove({{u"b"_s}})));
    QVERIFY(!errorOf(store().record({run(u"r"_s, u"a"_s, at(0ms))})));
    const StoreChanges changes = answer(store().changes()).value();
    QVERIFY(changes.jobs.isEmpty() && changes.removed.isEmpty() && changes.unfinishedRuns.isEmpty());
}

REVEILLE_TEST(StoreLoadsTest)

#include "tst_storeloads.moc"
