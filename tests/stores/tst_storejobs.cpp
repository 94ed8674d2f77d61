// SPDX-License-Identifier: MIT
#include "core/jobs/job.h"
#include "tests/stores/storetest.h"

#include <QJsonDocument>

#include <algorithm>

using namespace reveille;
using namespace Qt::StringLiterals;

class StoreJobsTest final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void open_openStore_isRefused();
    void calls_closedStore_areRefused();
    void close_closedStore_isRefused();
    void close_callsBefore_areCarriedOut();
    void url_always_namesTheKind();
    void load_newStore_isEmpty();
    void add_jobs_comeBackInTheirOrder();
    void add_allFields_comeBackAsTheyWere();
    void add_knownId_isConflictAndAddsNone();
    void add_withRuns_addsBoth();
    void add_knownIdWithRuns_addsNeither();
    void add_knownRun_addsNeither();
    void add_knownIdLateInALargeBatch_isNamed();
    void add_sameIdTwiceInOneCall_isConflict();
    void add_afterConflict_works();
    void add_afterRemove_getsNewSequence();
    void add_unusualTexts_comeBackAsTheyWere();
    void add_nothing_works();
    void update_nextRevision_replaces();
    void update_withRuns_writesBoth();
    void update_outdatedWithRuns_writesNeither();
    void update_knownRun_writesNeither();
    void update_sameRevision_isConflict();
    void update_skippedRevision_isConflict();
    void update_goneJob_isNotFound();
    void update_oneOfTwoFails_changesNeither();
    void update_anySequence_keepsTheStoredOne();
    void update_twoRevisionsInOneCall_works();
    void remove_job_leavesTheOthers();
    void remove_unknownId_isNotFoundAndRemovesNone();
    void remove_jobWithRuns_keepsTheLedgerButNotWhatWaits();
    void calls_withoutWaiting_areCarriedOutInOrder();
    void add_manyJobs_works();
    void add_longTexts_comeBackAsTheyWere();
    void add_aJobItself_comesBackAsItsText();
    void update_manyJobs_works();
    void remove_thenAdded_keepsTheLedger();
};

void StoreJobsTest::open_openStore_isRefused()
{
    QVERIFY(errorOf(store().open()) == ErrorCode::Refused);
    QVERIFY(contents().jobs.isEmpty());
}

void StoreJobsTest::calls_closedStore_areRefused()
{
    QVERIFY(!errorOf(store().close()));
    QVERIFY(errorOf(store().loadDue({})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().add({job(u"a"_s)})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().update({job(u"a"_s)})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().remove({{u"a"_s}})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().claim({})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().record({run(u"r"_s, u"a"_s, at(0ms))})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().runs({})) == ErrorCode::Refused);
    QVERIFY(errorOf(store().prune({}, at(0ms))) == ErrorCode::Refused);
}

void StoreJobsTest::close_closedStore_isRefused()
{
    QVERIFY(!errorOf(store().close()));
    QVERIFY(errorOf(store().close()) == ErrorCode::Refused);
}

void StoreJobsTest::close_callsBefore_areCarriedOut()
{
    const auto added = store().add({job(u"a"_s)});
    const auto recorded = store().record({run(u"r"_s, u"a"_s, at(0ms))});
    QVERIFY(!errorOf(store().close()));
    QVERIFY(added.isFinished() && added.result());
    QVERIFY(recorded.isFinished() && recorded.result());
}

void StoreJobsTest::url_always_namesTheKind()
{
    QVERIFY(store().url().contains(u':'));
}

void StoreJobsTest::load_newStore_isEmpty()
{
    const StoreContents all = contents();
    QVERIFY(all.jobs.isEmpty());
    QVERIFY(all.unfinishedRuns.isEmpty());
    QVERIFY(all.lastRuns.isEmpty());
    QVERIFY(all.failures.isEmpty());
}

void StoreJobsTest::add_jobs_comeBackInTheirOrder()
{
    QList<JobRecord> added = addJobs({u"z"_s, u"a"_s});
    added += addJobs({u"m"_s});
    QVERIFY(added[0].sequence < added[1].sequence);
    QVERIFY(added[1].sequence < added[2].sequence);
    QCOMPARE(contents().jobs, added);
}

void StoreJobsTest::add_allFields_comeBackAsTheyWere()
{
    JobRecord full = job(u"full"_s, at(1ms));
    full.revision = 7;
    full.newestFireTime = at(-1ms);
    const JobRecord empty = job(u"empty"_s, std::nullopt);
    const QList<JobRecord> added = answer(store().add({full, empty})).value();
    full.sequence = added[0].sequence;
    QCOMPARE(added[0], full);
    QCOMPARE(contents().jobs, added);
    QVERIFY(!contents().jobs[1].nextFireTime);
}

void StoreJobsTest::add_knownId_isConflictAndAddsNone()
{
    addJobs({u"a"_s});
    const Result<QList<JobRecord>> result = answer(store().add({job(u"b"_s), job(u"a"_s)}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Conflict);
    QVERIFY2(result.error().message.contains(u"“a”"), qPrintable(result.error().message));
    QCOMPARE(contents().jobs.size(), 1);
}

void StoreJobsTest::add_withRuns_addsBoth()
{
    Run asked = run(u"r"_s, u"a"_s, at(0ms));
    asked.state = RunState::Waiting;
    QVERIFY(answer(store().add({job(u"a"_s, std::nullopt)}, RunList({asked}))));
    const StoreContents found = contents();
    QCOMPARE(found.jobs.size(), 1);
    QCOMPARE(found.unfinishedRuns, QList<Run>{asked});
}

void StoreJobsTest::add_knownIdWithRuns_addsNeither()
{
    addJobs({u"a"_s});
    QVERIFY(errorOf(store().add({job(u"b"_s), job(u"a"_s)}, RunList({run(u"r"_s, u"b"_s, at(0ms))}))) == ErrorCode::Conflict);
    QCOMPARE(contents().jobs.size(), 1);
    QVERIFY(allRuns().isEmpty());
}

void StoreJobsTest::add_knownRun_addsNeither()
{
    addJobs({u"a"_s});
    Run known = run(u"r"_s, u"a"_s, at(0ms));
    QVERIFY(!errorOf(store().record({known})));
    Run other = run(u"s"_s, u"a"_s, at(0ms)); // its fire time has a row
    QVERIFY(errorOf(store().add({job(u"b"_s)}, RunList({other}))) == ErrorCode::Conflict);
    QCOMPARE(contents().jobs.size(), 1);
    QCOMPARE(runIds(), QStringList{u"r"_s});
}

void StoreJobsTest::add_knownIdLateInALargeBatch_isNamed()
{
    addJobs({u"known"_s});
    QList<JobRecord> batch;
    for (int i = 0; i < 1100; ++i)
        batch.append(job(u"job %1"_s.arg(i)));
    batch.append(job(u"known"_s));
    const Result<QList<JobRecord>> result = answer(store().add(batch));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Conflict);
    QVERIFY2(result.error().message.contains(u"“known”"), qPrintable(result.error().message));
    QCOMPARE(contents().jobs.size(), 1);
}

void StoreJobsTest::add_sameIdTwiceInOneCall_isConflict()
{
    QVERIFY(errorOf(store().add({job(u"a"_s), job(u"a"_s)})) == ErrorCode::Conflict);
    QVERIFY(contents().jobs.isEmpty());
}

void StoreJobsTest::add_afterConflict_works()
{
    addJobs({u"a"_s});
    QVERIFY(errorOf(store().add({job(u"a"_s)})) == ErrorCode::Conflict);
    addJobs({u"b"_s});
    QCOMPARE(contents().jobs.size(), 2);
}

void StoreJobsTest::add_afterRemove_getsNewSequence()
{
    const qint64 first = addJobs({u"a"_s})[0].sequence;
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    QVERIFY(addJobs({u"a"_s})[0].sequence > first);
}

void StoreJobsTest::add_unusualTexts_comeBackAsTheyWere()
{
    const QList<JobRecord> jobs = addJobs({u"'; DROP TABLE jobs; --"_s, u"每个工作日"_s, u"<b>x</b>"_s, u"😀"_s, u"%1"_s});
    QCOMPARE(contents().jobs, jobs);
}

void StoreJobsTest::add_nothing_works()
{
    QVERIFY(!errorOf(store().add({})));
}

void StoreJobsTest::update_nextRevision_replaces()
{
    JobRecord changed = addJobs({u"a"_s, u"b"_s})[0];
    ++changed.revision;
    changed.data = QByteArray("{\"changed\":true}");
    changed.nextFireTime = std::nullopt;
    changed.newestFireTime = at(5ms);
    QVERIFY(!errorOf(store().update({changed})));
    QCOMPARE(contents().jobs[0], changed);
}

void StoreJobsTest::update_withRuns_writesBoth()
{
    addJobs({u"a"_s});
    JobRecord next = job(u"a"_s, std::nullopt);
    next.revision = contents().jobs[0].revision + 1;
    Run asked = run(u"r"_s, u"a"_s, at(0ms));
    asked.state = RunState::Waiting;
    QVERIFY(answer(store().update({next}, RunList({asked}))));
    QVERIFY(!contents().jobs[0].nextFireTime);
    QCOMPARE(contents().unfinishedRuns, QList<Run>{asked});
}

void StoreJobsTest::update_outdatedWithRuns_writesNeither()
{
    addJobs({u"a"_s});
    JobRecord outdated = job(u"a"_s, std::nullopt);
    outdated.revision = contents().jobs[0].revision;
    QVERIFY(errorOf(store().update({outdated}, RunList({run(u"r"_s, u"a"_s, at(0ms))}))) == ErrorCode::Conflict);
    QVERIFY(allRuns().isEmpty());
}

void StoreJobsTest::update_knownRun_writesNeither()
{
    addJobs({u"a"_s});
    QVERIFY(!errorOf(store().record({run(u"r"_s, u"a"_s, at(0ms))})));
    JobRecord next = job(u"a"_s, std::nullopt);
    next.revision = contents().jobs[0].revision + 1;
    QVERIFY(errorOf(store().update({next}, RunList({run(u"s"_s, u"a"_s, at(0ms))}))) == ErrorCode::Conflict); // its fire time has a row
    QVERIFY(contents().jobs[0].nextFireTime);
    QCOMPARE(runIds(), QStringList{u"r"_s});
}

void StoreJobsTest::update_sameRevision_isConflict()
{
    const JobRecord a = addJobs({u"a"_s})[0];
    QVERIFY(errorOf(store().update({a})) == ErrorCode::Conflict);
}

void StoreJobsTest::update_skippedRevision_isConflict()
{
    JobRecord a = addJobs({u"a"_s})[0];
    a.revision += 2;
    QVERIFY(errorOf(store().update({a})) == ErrorCode::Conflict);
    QCOMPARE(contents().jobs[0].revision, 0);
}

void StoreJobsTest::update_goneJob_isNotFound()
{
    JobRecord a = job(u"a"_s);
    a.revision = 1;
    QVERIFY(errorOf(store().update({a})) == ErrorCode::NotFound);
}

void StoreJobsTest::update_oneOfTwoFails_changesNeither()
{
    const QList<JobRecord> before = addJobs({u"a"_s, u"b"_s});
    QList<JobRecord> after = before;
    after[0].revision = 1;
    after[1].revision = 5;
    QVERIFY(errorOf(store().update(after)) == ErrorCode::Conflict);
    QCOMPARE(contents().jobs, before);
}

void StoreJobsTest::update_anySequence_keepsTheStoredOne()
{
    JobRecord a = addJobs({u"a"_s})[0];
    const qint64 sequence = std::exchange(a.sequence, 4711);
    a.revision = 1;
    QVERIFY(!errorOf(store().update({a})));
    QCOMPARE(contents().jobs[0].sequence, sequence);
}

void StoreJobsTest::update_twoRevisionsInOneCall_works()
{
    JobRecord a = addJobs({u"a"_s})[0];
    a.revision = 1;
    JobRecord b = a;
    b.revision = 2;
    QVERIFY(!errorOf(store().update({a, b})));
    QCOMPARE(contents().jobs[0].revision, 2);
}

void StoreJobsTest::remove_job_leavesTheOthers()
{
    const QList<JobRecord> jobs = addJobs({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(!errorOf(store().remove({jobs[0].id, jobs[2].id})));
    QCOMPARE(contents().jobs, QList<JobRecord>{jobs[1]});
}

void StoreJobsTest::remove_unknownId_isNotFoundAndRemovesNone()
{
    addJobs({u"a"_s});
    const Result<void> result = answer(store().remove({{u"a"_s}, {u"x"_s}}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QVERIFY(result.error().message.contains(u"“x”"));
    QCOMPARE(contents().jobs.size(), 1);
}

void StoreJobsTest::remove_jobWithRuns_keepsTheLedgerButNotWhatWaits()
{
    addJobs({u"a"_s, u"b"_s});
    Run waiting = run(u"waiting"_s, u"a"_s, at(1ms));
    waiting.state = RunState::Waiting;
    Run othersWaiting = run(u"other"_s, u"b"_s, at(1ms));
    othersWaiting.state = RunState::Waiting;
    const Run done = ended(run(u"done"_s, u"a"_s, at(2ms)), Outcome::Success, at(3ms));
    const Run active = run(u"active"_s, u"a"_s, at(4ms));
    QVERIFY(!errorOf(store().record({waiting, othersWaiting, done, active})));
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    QCOMPARE(runIds(), (QStringList{u"active"_s, u"done"_s, u"other"_s}));
    QVERIFY(contents().lastRuns.isEmpty());
}

void StoreJobsTest::calls_withoutWaiting_areCarriedOutInOrder()
{
    QList<QFuture<Result<void>>> futures;
    (void)store().add({job(u"a"_s)});
    for (int revision = 1; revision <= 50; ++revision) {
        JobRecord a = job(u"a"_s);
        a.revision = revision;
        futures.append(store().update({a}));
        futures.append(store().record({run(u"r%1"_s.arg(revision), u"a"_s, at(milliseconds(revision)))}));
    }
    for (const QFuture<Result<void>> &future : std::as_const(futures))
        QVERIFY(!errorOf(future));
    QCOMPARE(contents().jobs[0].revision, 50);
    QCOMPARE(runIds().size(), 50);
}

void StoreJobsTest::add_manyJobs_works()
{
    QStringList ids;
    for (int i = 0; i < 2500; ++i)
        ids.append(u"job %1"_s.arg(i));
    const QList<JobRecord> added = addJobs(ids);
    QVERIFY(std::is_sorted(added.begin(), added.end(), [](const auto &a, const auto &b) { return a.sequence < b.sequence; }));
    QCOMPARE(answer(store().loadPage(0, 5000)).value().jobs, added);
}

void StoreJobsTest::add_longTexts_comeBackAsTheyWere()
{
    JobRecord a = job(QString(200, u'長'));
    a.data = QByteArray("{\"x\":\"") + QString(100'000, u'é').toUtf8() + "\\u0000\\n\"}";
    a.sequence = answer(store().add({a})).value()[0].sequence;
    QCOMPARE(contents().jobs, QList<JobRecord>{a});
}

void StoreJobsTest::add_aJobItself_comesBackAsItsText()
{
    Job given;
    given.id = {u"a"_s};
    given.name = u"每天 \"x\""_s;
    given.task = {{u"type"_s, u"reminder"_s}, {u"message"_s, u"Tea"_s}};
    JobRecord record = job(u"a"_s);
    record.data = JobText(std::make_shared<const Job>(given));
    QVERIFY(!errorOf(store().add({record})));
    QCOMPARE(contents().jobs[0].data.text(), QJsonDocument(given.toJson()).toJson(QJsonDocument::Compact));
}

void StoreJobsTest::update_manyJobs_works()
{
    QStringList ids;
    for (int i = 0; i < 500; ++i)
        ids.append(QString::number(i));
    QList<JobRecord> jobs = addJobs(ids);
    for (JobRecord &each : jobs) {
        each.revision = 1;
        each.nextFireTime = at(milliseconds(each.sequence));
    }
    QVERIFY(!errorOf(store().update(jobs)));
    QCOMPARE(contents().jobs, jobs);
}

void StoreJobsTest::remove_thenAdded_keepsTheLedger()
{
    addJobs({u"a"_s});
    const Run before = ended(run(u"r"_s, u"a"_s, at(0ms)), Outcome::Error, at(1ms));
    QVERIFY(!errorOf(store().record({before})));
    QVERIFY(!errorOf(store().remove({{u"a"_s}})));
    addJobs({u"a"_s});
    QCOMPARE(contents().lastRuns.value({u"a"_s}), before);
    QVERIFY(errorOf(store().record({run(u"again"_s, u"a"_s, at(0ms))})) == ErrorCode::Conflict);
}

REVEILLE_TEST(StoreJobsTest)

#include "tst_storejobs.moc"
