// SPDX-License-Identifier: MIT
#include "core/stores/memoryledger.h"
#include "tests/support/test.h"

#include <QTest>

#include <limits>

using namespace reveille;
using namespace Qt::StringLiterals;

/// What a ledger in memory forgets so that it does not grow for ever. All else of it is tested as a store.
class MemoryLedgerTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void write_moreEndedThanTheMost_forgetsTheOldest();
    void write_moreEndedThanTheMost_keepsTheNewestOfEachJob();
    void write_afterTheLastOfAGoneJob_forgetsItsShelf();
    void write_changedSinceItEnded_isForgottenAsItIsNow();

private:
    static constexpr int Most = MemoryLedger::MostEndedRuns;

    [[nodiscard]] static Run run(const QString &job, int at, RunState state = RunState::Finished);
    static MemoryShelf &addJob(MemoryLedger &ledger, const QString &job);
    /// One at each millisecond.
    static void insertEnded(MemoryLedger &ledger, const QString &job, int first, int count);
    /// When the runs of a job were due, newest first.
    [[nodiscard]] static QList<qint64> times(const MemoryLedger &ledger, const QString &job);
};

Run MemoryLedgerTest::run(const QString &job, int at, RunState state)
{
    Run run;
    run.id = RunId::create();
    run.jobId = {job};
    run.scheduledAt = TimePoint(milliseconds(at));
    run.dueAt = run.scheduledAt;
    run.state = state;
    if (state == RunState::Finished)
        run.end(Outcome::Success, {}, run.scheduledAt);
    return run;
}

MemoryShelf &MemoryLedgerTest::addJob(MemoryLedger &ledger, const QString &job)
{
    MemoryShelf &shelf = ledger.shelfOf({job});
    shelf.job.emplace().id = {job};
    return shelf;
}

void MemoryLedgerTest::insertEnded(MemoryLedger &ledger, const QString &job, int first, int count)
{
    MemoryShelf &shelf = ledger.shelfOf({job});
    for (int at = first; at < first + count; ++at)
        QVERIFY(ledger.insert(shelf, makeRun(run(job, at))));
}

QList<qint64> MemoryLedgerTest::times(const MemoryLedger &ledger, const QString &job)
{
    QList<qint64> times;
    for (const Run &run : ledger.runs({.jobId = JobId{job}, .limit = std::numeric_limits<int>::max()}))
        times.append(run.scheduledAt.time_since_epoch().count());
    return times;
}

void MemoryLedgerTest::write_moreEndedThanTheMost_forgetsTheOldest()
{
    MemoryLedger ledger;
    addJob(ledger, u"a"_s);
    insertEnded(ledger, u"a"_s, 0, Most + 10);
    const QList<qint64> left = times(ledger, u"a"_s);
    QCOMPARE(left.size(), Most);
    QCOMPARE(left.first(), Most + 9);
    QCOMPARE(left.last(), 10);
}

void MemoryLedgerTest::write_moreEndedThanTheMost_keepsTheNewestOfEachJob()
{
    MemoryLedger ledger;
    addJob(ledger, u"a"_s);
    insertEnded(ledger, u"a"_s, 0, 3);
    const Run active = run(u"b"_s, 0, RunState::Running);
    QVERIFY(ledger.insert(addJob(ledger, u"b"_s), makeRun(active)));
    insertEnded(ledger, u"b"_s, 1, Most + 10);
    QCOMPARE(times(ledger, u"a"_s), QList<qint64>{2});
    const QList<qint64> left = times(ledger, u"b"_s);
    QCOMPARE(left.size(), Most); // with the one that is not over
    QCOMPARE(left.last(), 0);
}

void MemoryLedgerTest::write_afterTheLastOfAGoneJob_forgetsItsShelf()
{
    MemoryLedger ledger;
    MemoryShelf &gone = addJob(ledger, u"gone"_s);
    insertEnded(ledger, u"gone"_s, 0, 3);
    QCOMPARE(ledger.takeJob(gone).id, JobId{u"gone"_s});
    addJob(ledger, u"a"_s);
    insertEnded(ledger, u"a"_s, 0, Most - 1);
    QCOMPARE(times(ledger, u"gone"_s), QList<qint64>{2});
    insertEnded(ledger, u"a"_s, Most - 1, 1);
    QVERIFY(!ledger.find({u"gone"_s}));
    QCOMPARE(times(ledger, u"a"_s).size(), Most);
}

// A row that moves, is not over any more or was pruned stands in the line of those that ended no longer as it did.
void MemoryLedgerTest::write_changedSinceItEnded_isForgottenAsItIsNow()
{
    MemoryLedger ledger;
    MemoryShelf &shelf = addJob(ledger, u"a"_s);
    Run moved = run(u"a"_s, 0);
    Run again = run(u"a"_s, 1);
    for (const Run &each : {moved, again})
        QVERIFY(ledger.insert(shelf, makeRun(each)));
    insertEnded(ledger, u"a"_s, 2, 10);
    moved.scheduledAt = TimePoint(milliseconds(50));
    again.state = RunState::Running;
    QVERIFY(ledger.write({moved}));
    QVERIFY(ledger.write({again}));
    QCOMPARE(ledger.prune({.age = std::chrono::days(1), .runsPerJob = 4}, TimePoint()), 7); // of eleven that are over
    QCOMPARE(times(ledger, u"a"_s), (QList<qint64>{50, 11, 10, 9, 1}));
    insertEnded(ledger, u"a"_s, 100, Most - 2);
    QCOMPARE(times(ledger, u"a"_s).last(3), (QList<qint64>{11, 10, 1})); // the one that moved had its turn first, then 9
    again.state = RunState::Finished;
    QVERIFY(ledger.write({again}));
    QCOMPARE(times(ledger, u"a"_s).last(3), (QList<qint64>{100, 11, 1}));
}

REVEILLE_TEST(MemoryLedgerTest)
#include "tst_memoryledger.moc"
