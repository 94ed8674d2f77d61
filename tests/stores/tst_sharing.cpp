// SPDX-License-Identifier: MIT
#include "core/stores/sqlconnection.h"
#include "core/stores/sqlsession.h"
#include "tests/stores/serverdatabase.h"
#include "tests/stores/servertest.h"
#include "tests/stores/sharer.h"
#include "tests/stores/storetest.h"

#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Two stores on one database of a server.
class SharingTest final : public ServerTest
{
    Q_OBJECT

public:
    // Lost connections and leases are told of.
    SharingTest()
        : ServerTest(u"Unable to free statement|QMYSQLResult::cleanup|QSocketNotifier: Invalid socket|.*(The lease on|is another's by now)")
    {
    }

private Q_SLOTS:
    void claim_byTwo_isOnesOnly();
    void claim_activeElsewhere_isLostUntilItIsKnown();
    void claim_waitingRunOfAJobActiveElsewhere_waitsOnUntilItIsKnown();
    void claim_thousandJobsByTwoAtOnce_areEachClaimedOnce();
    void changes_ofTheOther_areAnsweredOnce();
    void changed_editByTheOther_isHeard();
    void changed_runOfTheOtherEnded_isHeardWhereItWasKnown();
    void changed_leaseOfTheOtherOver_itsRunsAreActiveNoMore();
    void close_withUnfinishedRuns_leavesThemToTheOther();
    void loadDue_runsOfTheLiving_areLeftToThem();
    void lease_ranOut_runsAreTakenOverOnce();
    void lease_ranOut_lateRecordIsPassedOver();
    void lease_ranOut_runThatCameBackIsItsOwn();
    void lease_ranOut_transactionOfAnotherIsNotWaitedFor();
    void lease_ranOutUnnoticed_keepsWhatNobodyTook();
    void lease_ranOut_runsOfAHostWaitForIt();
    void record_waitingRunOfAnotherHost_isLeftToIt();
    void record_waitingRunAgainAfterItsJobMoved_isLeftToTheNewHost();
    void claim_waitingRunOfAJobThatMoved_waitsOn();
    void requestCancel_ofTheOthersRun_isAnsweredUntilItIsRecorded();
    void requestCancel_waitingRunOfAHostThatIsOff_isAnybodysToEnd();
    void claim_replaces_asksTheOtherToEndItsRuns();
    void claim_waitingRunReplaces_asksTheOtherToEndItsRuns();
    void calls_connectionKilled_takePlaceOnce();
    void availability_serverAway_isToldAlthoughNobodyCalls();

private:
    static constexpr auto ShortLease = 600ms;

    /// `beat`: how often it renews its lease.
    [[nodiscard]] std::unique_ptr<SqlStore> open(milliseconds lease = 30s, milliseconds beat = 10s, milliseconds poll = 50ms,
                                                 const QString &host = u"here"_s) const;
    [[nodiscard]] std::unique_ptr<SqlStore> openAt(const QString &host) const { return open(30s, 10s, 50ms, host); }
    [[nodiscard]] auto openTwo(const QString &host = u"here"_s, const QString &otherHost = u"here"_s) const
    {
        return std::pair{openAt(host), openAt(otherHost)};
    }
    [[nodiscard]] static JobRecord job(const QString &id, const QByteArray &data = "{}");
    [[nodiscard]] static Run run(const QString &id, const QString &job, milliseconds at = 0ms);
    [[nodiscard]] static JobClaim claimOf(const JobRecord &job, const QList<Run> &rows);
};

std::unique_ptr<SqlStore> SharingTest::open(milliseconds lease, milliseconds beat, milliseconds poll, const QString &host) const
{
    auto store = Sharer::storeAt(m_url, lease, beat, poll);
    store->setHost(host);
    const Result<void> opened = answer(store->open());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return store;
}

JobRecord SharingTest::job(const QString &id, const QByteArray &data)
{
    JobRecord job;
    job.id = {id};
    job.nextFireTime = TimePoint(1'800'000'000s);
    job.data = data;
    return job;
}

Run SharingTest::run(const QString &id, const QString &job, milliseconds at)
{
    Run run;
    run.id = {id};
    run.jobId = {job};
    run.scheduledAt = TimePoint(1'800'000'000s) + at;
    run.dueAt = run.scheduledAt;
    return run;
}

JobClaim SharingTest::claimOf(const JobRecord &job, const QList<Run> &rows)
{
    return {.sequence = job.sequence, .revision = job.revision, .expected = *job.nextFireTime,
            .activeElsewhere = job.activeElsewhere, .next = *job.nextFireTime + 1s, .newestFireTime = job.nextFireTime, .rows = rows};
}

void SharingTest::claim_byTwo_isOnesOnly()
{
    const auto [one, other] = openTwo();
    const JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    QVERIFY(answer(one->claim({{claimOf(a, {run(u"1"_s, u"a"_s)})}, {}})).value().lostJobs.isEmpty());
    QCOMPARE(answer(other->claim({{claimOf(a, {run(u"2"_s, u"a"_s)})}, {}})).value().lostJobs, QSet<JobId>{a.id});
    QCOMPARE(answer(other->runs({})).value().size(), 1);
}

void SharingTest::claim_activeElsewhere_isLostUntilItIsKnown()
{
    const auto [one, other] = openTwo();
    JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    Run active = run(u"1"_s, u"a"_s);
    (void)answer(one->claim({{claimOf(a, {active})}, {}}));
    a.nextFireTime = *a.nextFireTime + 1s;
    QCOMPARE(answer(other->claim({{claimOf(a, {run(u"2"_s, u"a"_s, 1s)})}, {}})).value().lostJobs.size(), 1);
    a = answer(other->jobs({a.id})).value()[0];
    QCOMPARE(a.activeElsewhere, 1);
    QCOMPARE(answer(one->jobs({a.id})).value()[0].activeElsewhere, 0);
    QVERIFY(answer(other->claim({{claimOf(a, {run(u"3"_s, u"a"_s, 1s)})}, {}})).value().lostJobs.isEmpty());
    active.state = RunState::Finished;
    active.outcome = Outcome::Success;
    QVERIFY(!errorOf(one->record({active})));
    QCOMPARE(answer(other->loadPage(0, 1)).value().jobs[0].activeElsewhere, 0);
}

void SharingTest::claim_waitingRunOfAJobActiveElsewhere_waitsOnUntilItIsKnown()
{
    const auto [one, other] = openTwo();
    const JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    Run waiting = run(u"waits"_s, u"a"_s);
    waiting.cause = Cause::Manual;
    waiting.state = RunState::Waiting;
    Run ofNone = waiting;
    ofNone.id = {u"of a job that is gone"_s};
    ofNone.jobId = {u"gone"_s};
    QVERIFY(!errorOf(other->record({waiting, ofNone})));
    QVERIFY(answer(one->claim({{claimOf(a, {run(u"1"_s, u"a"_s)})}, {}})).value().lostJobs.isEmpty());

    ofNone.state = RunState::Claimed;
    Run claimed = waiting;
    claimed.state = RunState::Claimed;
    const ClaimResult postponed = answer(other->claim({{}, {claimed, ofNone}})).value();
    QCOMPARE(postponed.lostRuns, QSet<RunId>{claimed.id});
    QCOMPARE(postponed.postponedRuns, QSet<RunId>{claimed.id});
    QCOMPARE(answer(other->runs({.runId = waiting.id})).value(), QList<Run>{waiting});

    const ClaimResult known = answer(other->claim({{}, {claimed}, {{a.id, 1}}})).value();
    QVERIFY(known.lostRuns.isEmpty() && known.postponedRuns.isEmpty());
    QCOMPARE(answer(other->runs({.runId = waiting.id})).value(), QList<Run>{claimed});
}

void SharingTest::claim_thousandJobsByTwoAtOnce_areEachClaimedOnce()
{
    const auto [one, other] = openTwo();
    QList<JobRecord> jobs;
    for (int i = 0; i < 1000; ++i)
        jobs.append(job(u"job %1"_s.arg(i)));
    jobs = answer(one->add(jobs)).value();
    const auto batchOf = [&jobs](const QString &who) {
        ClaimBatch batch;
        for (const JobRecord &each : std::as_const(jobs))
            batch.jobs.append(claimOf(each, {run(who + each.id.value, each.id.value)}));
        return batch;
    };
    ClaimBatch backwards = batchOf(u"other "_s);
    std::reverse(backwards.jobs.begin(), backwards.jobs.end());
    const auto first = one->claim(batchOf(u"one "_s));
    const auto second = other->claim(backwards);
    const qsizetype lost = answer(first).value().lostJobs.size() + answer(second).value().lostJobs.size();
    QCOMPARE(lost, 1000);
    RunQuery query;
    query.limit = 5000;
    QCOMPARE(answer(one->runs(query)).value().size(), 1000);
}

void SharingTest::changes_ofTheOther_areAnsweredOnce()
{
    const auto [one, other] = openTwo();
    const QList<JobRecord> added = answer(one->add({job(u"a"_s), job(u"b"_s)})).value();
    QCOMPARE(answer(other->changes()).value().jobs, added);
    QVERIFY(answer(other->changes()).value().jobs.isEmpty());
    JobRecord edited = added[0];
    edited.revision = 1;
    edited.data = QByteArray("{\"edited\":true}");
    QVERIFY(!errorOf(one->update({edited})));
    QVERIFY(!errorOf(one->remove({added[1].id})));
    const StoreChanges changes = answer(other->changes()).value();
    QCOMPARE(changes.jobs, QList<JobRecord>{edited});
    QCOMPARE(changes.removed, QList<JobId>{added[1].id});
    QVERIFY(answer(one->changes()).value().jobs.isEmpty());
}

void SharingTest::changed_editByTheOther_isHeard()
{
    const auto [one, other] = openTwo();
    QSignalSpy own(one.get(), &JobStore::changed);
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(one->add({job(u"a"_s)})));
    QVERIFY(!heard.isEmpty() || heard.wait());
    QVERIFY(own.isEmpty());
}

void SharingTest::changed_runOfTheOtherEnded_isHeardWhereItWasKnown()
{
    const auto one = open();
    const auto other = open(30s, 10s, 1h);
    JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    const JobRecord b = answer(one->add({job(u"b"_s)})).value()[0];
    (void)answer(other->changes());
    Run first = run(u"1"_s, u"a"_s);
    Run second = run(u"2"_s, u"a"_s, 1s);
    QVERIFY(!errorOf(one->record({first, second, run(u"3"_s, u"b"_s)})));
    a.activeElsewhere = 2;
    QCOMPARE(answer(other->jobs({a.id})).value(), QList<JobRecord>{a});

    for (Run *each : {&first, &second}) {
        QSignalSpy heard(other.get(), &JobStore::changed);
        each->state = RunState::Finished;
        each->outcome = Outcome::Success;
        QVERIFY(!errorOf(one->record({*each})));
        QVERIFY(heard.wait());
        --a.activeElsewhere;
        QCOMPARE(answer(other->changes()).value().jobs, QList<JobRecord>{a});
        QVERIFY(answer(other->changes()).value().jobs.isEmpty());
    }
    // One that is gone meanwhile is told as removed.
    QCOMPARE(answer(other->jobs({b.id})).value()[0].activeElsewhere, 1);
    QVERIFY(!errorOf(one->remove({b.id})));
    Run third = run(u"3"_s, u"b"_s);
    third.state = RunState::Finished;
    QVERIFY(!errorOf(one->record({third})));
    const StoreChanges changes = answer(other->changes()).value();
    QVERIFY(changes.jobs.isEmpty());
    QCOMPARE(changes.removed, QList<JobId>{b.id});
}

void SharingTest::changed_leaseOfTheOtherOver_itsRunsAreActiveNoMore()
{
    const auto hung = open(5s, 1h);
    const auto other = open(30s, 10s, 1h);
    JobRecord a = answer(other->add({job(u"a"_s)})).value()[0];
    const Run claimed = run(u"1"_s, u"a"_s);
    QVERIFY(!errorOf(hung->record({claimed})));
    QCOMPARE(answer(other->jobs({a.id})).value()[0].activeElsewhere, 1);
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(heard.wait(20'000));
    const StoreChanges changes = answer(other->changes()).value();
    QCOMPARE(changes.jobs, QList<JobRecord>{a});
    QCOMPARE(changes.unfinishedRuns, QList<Run>{claimed});
}

void SharingTest::close_withUnfinishedRuns_leavesThemToTheOther()
{
    const auto [one, other] = openTwo();
    Run waiting = run(u"w"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(one->record({waiting})));
    QVERIFY(answer(other->changes()).value().unfinishedRuns.isEmpty());
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(one->close()));
    QVERIFY(!heard.isEmpty() || heard.wait());
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, QList<Run>{waiting});
    QVERIFY(answer(other->changes()).value().unfinishedRuns.isEmpty());
}

void SharingTest::loadDue_runsOfTheLiving_areLeftToThem()
{
    const auto one = open();
    const Run claimed = run(u"1"_s, u"a"_s);
    QVERIFY(!errorOf(one->record({claimed})));
    const auto other = open();
    QVERIFY(answer(other->loadDue(TimePoint())).value().unfinishedRuns.isEmpty());
    QVERIFY(!errorOf(one->close()));
    QCOMPARE(answer(other->loadDue(TimePoint())).value().unfinishedRuns, QList<Run>{claimed});
}

void SharingTest::lease_ranOut_runsAreTakenOverOnce()
{
    const auto hung = open(ShortLease, 1h);
    const auto [one, other] = openTwo();
    const Run claimed = run(u"1"_s, u"a"_s);
    QVERIFY(!errorOf(hung->record({claimed})));
    QSignalSpy heard(one.get(), &JobStore::changed);
    QVERIFY(heard.wait());
    const auto take = [&] {
        const auto first = one->changes();
        const auto second = other->changes();
        return answer(first).value().unfinishedRuns + answer(second).value().unfinishedRuns;
    };
    QList<Run> taken = take();
    for (int turn = 1; turn < 50 && taken.isEmpty(); ++turn) // each may have passed over what the other was looking at
        taken = take();
    QCOMPARE(taken, QList<Run>{claimed});
    QVERIFY(take().isEmpty());
}

void SharingTest::lease_ranOut_lateRecordIsPassedOver()
{
    const auto hung = open(ShortLease, 1h);
    const auto other = open();
    Run claimed = run(u"1"_s, u"a"_s);
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(hung->record({claimed})));
    QVERIFY(heard.wait());
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, QList<Run>{claimed});
    Run settled = claimed;
    settled.state = RunState::Finished;
    settled.outcome = Outcome::Interrupted;
    QVERIFY(!errorOf(other->record({settled})));
    claimed.state = RunState::Finished;
    claimed.outcome = Outcome::Success;
    const Run fresh = run(u"2"_s, u"a"_s, 1s);
    QVERIFY(!errorOf(hung->record({claimed, fresh})));
    QCOMPARE(answer(other->runs({})).value(), (QList<Run>{fresh, settled}));
}

void SharingTest::lease_ranOut_runThatCameBackIsItsOwn()
{
    const auto hung = open(ShortLease, 1h);
    const auto other = open();
    Run waiting = run(u"1"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(hung->record({waiting})));
    QVERIFY(heard.wait());
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, QList<Run>{waiting});
    QVERIFY(!errorOf(hung->record({run(u"2"_s, u"a"_s, 1s)}))); // by now it knows
    QVERIFY(!errorOf(other->close()));
    QCOMPARE(answer(hung->changes()).value().unfinishedRuns, QList<Run>{waiting});
    Run ended = waiting;
    ended.state = RunState::Finished;
    ended.outcome = Outcome::Success;
    QVERIFY(!errorOf(hung->record({ended})));
    QCOMPARE(answer(hung->runs({.runId = ended.id})).value(), QList<Run>{ended});
}

void SharingTest::lease_ranOut_transactionOfAnotherIsNotWaitedFor()
{
    const auto frozen = open(ShortLease, 1h, 50ms, u"frozen"_s);
    const auto gone = open(ShortLease, 1h);
    const auto other = open();
    const Run claimed = run(u"1"_s, u"a"_s);
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(gone->record({claimed})));
    QVERIFY(heard.wait()); // both leases are over
    const ServerDialect dialect = QUrl(m_url).scheme() == u"mysql" ? mariadbDialect() : postgresqlDialect();
    const QString name = u"frozen"_s;
    {
        QSqlDatabase database = addConnection(dialect.sql.driver, name);
        QVERIFY(ServerBackend(dialect, QUrl(m_url)).connect(database));
        SqlSession session(database, dialect.sql, m_url);
        session.begin();
        session.command(u"UPDATE instances SET written = written + 1 WHERE host = 'frozen'"_s);
        QVERIFY(session.ok());
        const Result<StoreChanges> changes = answer(other->changes());
        QVERIFY(changes && changes->unfinishedRuns == QList<Run>{claimed});
    }
    removeConnection(name);
}

void SharingTest::lease_ranOutUnnoticed_keepsWhatNobodyTook()
{
    const auto hung = open(1ms, 1h);
    Run claimed = run(u"1"_s, u"a"_s);
    QVERIFY(!errorOf(hung->record({claimed}))); // its lease is over by now
    claimed.state = RunState::Running;
    QVERIFY(!errorOf(hung->record({claimed})));
    QCOMPARE(answer(hung->runs({})).value(), QList<Run>{claimed});
    QVERIFY(answer(hung->changes()).value().unfinishedRuns.isEmpty());
}

void SharingTest::lease_ranOut_runsOfAHostWaitForIt()
{
    const auto hung = open(ShortLease, 1h);
    const auto other = openAt(u"there"_s);
    QVERIFY(answer(other->add({job(u"a"_s, R"({"host":"here"})"), job(u"b"_s)})));
    const Run claimed = run(u"1"_s, u"a"_s);
    const Run ofAny = run(u"2"_s, u"b"_s);
    const Run ofNone = run(u"3"_s, u"gone"_s);
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(hung->record({claimed, ofAny, ofNone})));
    QVERIFY(heard.wait());
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, (QList<Run>{ofAny, ofNone}));
    QCOMPARE(answer(other->loadDue(TimePoint())).value().unfinishedRuns, (QList<Run>{ofAny, ofNone}));

    // What it may not take is no news to it: it hears of nothing until the next edit.
    heard.clear();
    const auto own = openAt(u"here"_s);
    QVERIFY(answer(own->add({job(u"c"_s)})));
    QVERIFY(!heard.isEmpty() || heard.wait());
    QCOMPARE(answer(other->changes()).value().jobs.size(), 1);
    heard.clear();
    QCOMPARE(answer(own->loadDue(TimePoint())).value().unfinishedRuns, QList<Run>{claimed});
    QVERIFY(answer(other->changes()).value().unfinishedRuns.isEmpty());
    QVERIFY(heard.isEmpty());
}

void SharingTest::record_waitingRunOfAnotherHost_isLeftToIt()
{
    const auto one = openAt(u"here"_s);
    const auto third = openAt(u"nowhere"_s);
    const auto other = openAt(u"there"_s);
    QVERIFY(answer(one->add({job(u"a"_s, R"({"host":"there"})")})));
    for (const auto &store : {one.get(), third.get(), other.get()})
        (void)answer(store->changes());
    Run waiting = run(u"w"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    waiting.cause = Cause::Manual;
    QSignalSpy heard(other.get(), &JobStore::changed);
    QVERIFY(!errorOf(one->record({waiting})));
    QVERIFY(!heard.isEmpty() || heard.wait());
    for (const auto &store : {one.get(), third.get()})
        QVERIFY(answer(store->changes()).value().unfinishedRuns.isEmpty());
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, QList<Run>{waiting});
    Run claimed = waiting;
    claimed.state = RunState::Claimed;
    QCOMPARE(answer(one->claim({{}, {claimed}})).value().lostRuns.size(), 1);
    QVERIFY(answer(other->claim({{}, {claimed}})).value().lostRuns.isEmpty());
}

void SharingTest::record_waitingRunAgainAfterItsJobMoved_isLeftToTheNewHost()
{
    const auto [one, other] = openTwo(u"here"_s, u"there"_s);
    JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    Run waiting = run(u"w"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(one->record({waiting})));
    a.revision = 1;
    a.data = QByteArray(R"({"host":"there"})");
    QVERIFY(!errorOf(one->update({a})));
    QVERIFY(answer(other->changes()).value().unfinishedRuns.isEmpty());
    QVERIFY(!errorOf(one->record({waiting})));
    QCOMPARE(answer(other->changes()).value().unfinishedRuns, QList<Run>{waiting});
    // And back.
    a.revision = 2;
    a.data = QByteArray("{}");
    QVERIFY(!errorOf(other->update({a})));
    QVERIFY(!errorOf(other->close()));
    QCOMPARE(answer(one->changes()).value().unfinishedRuns, QList<Run>{waiting});
}

void SharingTest::claim_waitingRunOfAJobThatMoved_waitsOn()
{
    const auto [one, other] = openTwo(u"here"_s, u"there"_s);
    JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    Run waiting = run(u"w"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(one->record({waiting})));
    a.revision = 1;
    a.data = QByteArray(R"({"host":"there"})");
    QVERIFY(!errorOf(other->update({a})));
    Run claimed = waiting;
    claimed.state = RunState::Claimed;
    const ClaimResult lost = answer(one->claim({{}, {claimed}})).value();
    QCOMPARE(lost.lostRuns, QSet<RunId>{waiting.id});
    QCOMPARE(lost.postponedRuns, QSet<RunId>{waiting.id});
    QCOMPARE(answer(one->runs({})).value(), QList<Run>{waiting});
}

void SharingTest::requestCancel_ofTheOthersRun_isAnsweredUntilItIsRecorded()
{
    using Requests = QHash<RunId, QString>;
    const auto [one, other] = openTwo();
    Run active = run(u"1"_s, u"a"_s);
    QVERIFY(!errorOf(one->record({active})));
    QSignalSpy heard(one.get(), &JobStore::changed);
    QVERIFY(!errorOf(other->requestCancel(active.id)));
    QVERIFY(!heard.isEmpty() || heard.wait());
    const Requests asked{{active.id, u"cancelled"_s}};
    QCOMPARE(answer(one->changes()).value().cancelRequests, asked);
    QVERIFY(answer(other->changes()).value().cancelRequests.isEmpty());
    active.state = RunState::Running; // as it was on its way
    QVERIFY(!errorOf(one->record({active})));
    QCOMPARE(answer(one->changes()).value().cancelRequests, asked);
    active.cancelRequested = true;
    QVERIFY(!errorOf(one->record({active})));
    QVERIFY(answer(one->changes()).value().cancelRequests.isEmpty());
    QVERIFY(!errorOf(other->requestCancel(active.id)));
    QVERIFY(answer(one->changes()).value().cancelRequests.isEmpty());

    Run endsBefore = run(u"2"_s, u"a"_s, 1s);
    QVERIFY(!errorOf(one->record({endsBefore})));
    QVERIFY(!errorOf(other->requestCancel(endsBefore.id)));
    endsBefore.state = RunState::Finished;
    endsBefore.outcome = Outcome::Success;
    QVERIFY(!errorOf(one->record({endsBefore})));
    QVERIFY(answer(one->changes()).value().cancelRequests.isEmpty());
    QCOMPARE(errorOf(other->requestCancel(endsBefore.id)), ErrorCode::NotFound);
    QVERIFY(answer(other->runs({.runId = endsBefore.id})).value()[0].outcome == Outcome::Success);
}

void SharingTest::requestCancel_waitingRunOfAHostThatIsOff_isAnybodysToEnd()
{
    const auto one = openAt(u"here"_s);
    (void)answer(one->add({job(u"a"_s, R"({"host":"there"})")}));
    Run waiting = run(u"w"_s, u"a"_s);
    waiting.state = RunState::Waiting;
    QVERIFY(!errorOf(one->record({waiting})));
    QVERIFY(answer(one->changes()).value().unfinishedRuns.isEmpty());
    QSignalSpy heard(one.get(), &JobStore::changed);
    QVERIFY(!errorOf(one->requestCancel(waiting.id)));
    QVERIFY(!heard.isEmpty() || heard.wait());
    waiting.cancelRequested = true;
    QCOMPARE(answer(one->changes()).value().unfinishedRuns, QList<Run>{waiting});
    QVERIFY(answer(one->changes()).value().unfinishedRuns.isEmpty());
}

void SharingTest::claim_replaces_asksTheOtherToEndItsRuns()
{
    const auto [one, other] = openTwo();
    JobRecord a = answer(one->add({job(u"a"_s)})).value()[0];
    const Run active = run(u"1"_s, u"a"_s);
    QVERIFY(answer(one->claim({{claimOf(a, {active})}, {}})).value().lostJobs.isEmpty());
    QVERIFY(!errorOf(one->record({run(u"of b"_s, u"b"_s)})));
    a.nextFireTime = *a.nextFireTime + 1s;
    Run waiting = run(u"2"_s, u"a"_s, 1s);
    waiting.state = RunState::Waiting;
    ClaimBatch batch{{claimOf(a, {waiting})}, {}};
    batch.jobs[0].replacesElsewhere = true;
    QCOMPARE(answer(other->claim(batch)).value().lostJobs.size(), 1);
    QVERIFY(answer(one->changes()).value().cancelRequests.isEmpty());

    batch.jobs[0].activeElsewhere = answer(other->jobs({a.id})).value()[0].activeElsewhere;
    QVERIFY(answer(other->claim(batch)).value().lostJobs.isEmpty());
    QCOMPARE(answer(one->changes()).value().cancelRequests, (QHash<RunId, QString>{{active.id, u"replaced"_s}}));
    QVERIFY(answer(other->changes()).value().cancelRequests.isEmpty());
}

void SharingTest::claim_waitingRunReplaces_asksTheOtherToEndItsRuns()
{
    const auto [one, other] = openTwo();
    const Run active = run(u"1"_s, u"a"_s);
    const Run own = run(u"2"_s, u"a"_s, 1s);
    QVERIFY(!errorOf(one->record({active})));
    QVERIFY(!errorOf(other->record({own})));
    ClaimBatch batch;
    batch.replacedElsewhere = {active.jobId};
    QVERIFY(!errorOf(other->claim(batch)));
    QCOMPARE(answer(one->changes()).value().cancelRequests, (QHash<RunId, QString>{{active.id, u"replaced"_s}}));
    QVERIFY(answer(other->changes()).value().cancelRequests.isEmpty());
}

void SharingTest::calls_connectionKilled_takePlaceOnce()
{
    const auto store = open();
    JobRecord a = answer(store->add({job(u"a"_s)})).value()[0];
    const auto kill = [this] { killConnections(m_url); };
    kill();
    const JobRecord b = answer(store->add({job(u"b"_s)})).value()[0];
    kill();
    Run claimed = run(u"1"_s, u"a"_s);
    Run waiting = run(u"2"_s, u"b"_s); // it goes with its job
    waiting.state = RunState::Waiting;
    const ClaimResult result = answer(store->claim({{claimOf(a, {claimed}), claimOf(b, {waiting})}, {}})).value();
    QVERIFY(result.lostJobs.isEmpty() && result.lostRuns.isEmpty());
    kill();
    claimed.state = RunState::Running;
    QVERIFY(!errorOf(store->record({claimed})));
    kill();
    a.revision = 1;
    QVERIFY(!errorOf(store->update({a})));
    kill();
    QVERIFY(!errorOf(store->remove({b.id})));
    kill();
    QCOMPARE(answer(store->runs({})).value(), QList<Run>{claimed});
    kill();
    const StoreContents contents = answer(store->loadDue(TimePoint::max())).value();
    QCOMPARE(contents.jobs, QList<JobRecord>{a});
    QCOMPARE(contents.unfinishedRuns, QList<Run>{claimed});
    kill();
    QVERIFY(answer(store->changes()).value().unfinishedRuns.isEmpty());
    kill();
    QVERIFY(!errorOf(store->close()));
}

void SharingTest::availability_serverAway_isToldAlthoughNobodyCalls()
{
    const auto store = open(30s, 50ms);
    QSignalSpy available(store.get(), &JobStore::availabilityChanged);
    closeDatabase(m_url);
    QVERIFY(available.wait());
    QVERIFY(available[0][0].value<std::optional<Error>>());
    QVERIFY(errorOf(store->add({job(u"a"_s)})) == ErrorCode::Unavailable);
    QCOMPARE(available.size(), 1);
    reopenDatabase(m_url);
    QVERIFY(available.size() > 1 || available.wait());
    QVERIFY(!available[1][0].value<std::optional<Error>>());
    QVERIFY(!errorOf(store->add({job(u"b"_s)})));
    QCOMPARE(answer(store->loadPage(0, 10)).value().jobs.size(), 1);
}

REVEILLE_TEST(SharingTest)

#include "tst_sharing.moc"
