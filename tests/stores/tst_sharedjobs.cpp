// SPDX-License-Identifier: MIT
#include "tests/stores/serverdatabase.h"
#include "tests/stores/sharertest.h"

using namespace reveille;
using namespace Qt::StringLiterals;

/// Two schedulers over one database of a server.
class SharedJobsTest final : public SharerTest
{
    Q_OBJECT

private Q_SLOTS:
    void queue_activeElsewhere_runsOnceThatEnds();
    void queue_activeElsewhere_runsOnceTheLeaseIsOver();
    void replace_activeElsewhere_endsThatAndRuns();
    void replace_activeHereAndElsewhere_endsWhatIsHere();
    void replace_activeElsewhereEndsMeanwhile_runsOnce();
    void replace_activeOfTheDead_runsOnceTheLeaseIsOver();
    void runNow_toReplaceWhatIsActiveElsewhere_endsThatAndRuns();
    void cancelRun_activeElsewhere_endsThere();
    void cancelRun_waitsElsewhere_isTakenBackThere();
    void cancelRun_endedElsewhere_changesNothing();
    void runNow_activeElsewhere_waitsForThatToEnd();
};

void SharedJobsTest::queue_activeElsewhere_runsOnceThatEnds()
{
    share({{u"overlap"_s, u"queue"_s}});
    m_clock.advance(1min);
    one().scheduler.wakeUp();
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    m_clock.advance(1min);
    QTRY_COMPARE((other().scheduler.wakeUp(), other().rows(u"a"_s, m_start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QVERIFY(other().executor->submitted().isEmpty());

    // From here on the clock stands still, and nothing of the job is due.
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(other().executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"success 1"_s, u"running 2"_s}));
    QCOMPARE(one().executor->submitted().size(), 1);
    other().executor->end(other().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"success 1"_s, u"success 2"_s}));
}

void SharedJobsTest::queue_activeElsewhere_runsOnceTheLeaseIsOver()
{
    Sharer hung(m_url, m_clock, {}, 4s, 1h);
    other().start();
    other().add(u"a"_s, {{u"overlap"_s, u"queue"_s}});
    hung.start();
    m_clock.advance(1min);
    hung.scheduler.wakeUp();
    QTRY_COMPARE(hung.executor->submitted().size(), 1);
    m_clock.advance(1min);
    QTRY_COMPARE((other().scheduler.wakeUp(), other().rows(u"a"_s, m_start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(other().executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"interrupted 1"_s, u"running 2"_s}));
}

void SharedJobsTest::replace_activeElsewhere_endsThatAndRuns()
{
    share({{u"overlap"_s, u"replace"_s}});
    m_clock.advance(1min);
    one().scheduler.wakeUp();
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    m_clock.advance(1min);
    const auto runs = [&] { return (other().scheduler.wakeUp(), other().executor->submitted().size()); };
    QTRY_COMPARE_WITH_TIMEOUT(runs(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"cancelled 1"_s, u"running 2"_s}));
    QCOMPARE(other().wait(other().scheduler.runs({.jobId = JobId{u"a"_s}})).value().last().reason, u"replaced"_s);
    QCOMPARE(one().executor->submitted().size(), 1);
    other().executor->end(other().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"cancelled 1"_s, u"success 2"_s}));
}

void SharedJobsTest::replace_activeHereAndElsewhere_endsWhatIsHere()
{
    share({{u"overlap"_s, u"replace"_s}, {u"max_instances"_s, 2}});
    m_clock.advance(1min);
    one().scheduler.wakeUp();
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    m_clock.advance(1min);
    const auto othersRuns = [&] { return (other().scheduler.wakeUp(), other().executor->submitted().size()); };
    QTRY_COMPARE_WITH_TIMEOUT(othersRuns(), 1, int(Enough.count()));
    m_clock.advance(1min);
    const auto runs = [&] { return (one().scheduler.wakeUp(), one().executor->submitted().size()); };
    QTRY_COMPARE_WITH_TIMEOUT(runs(), 2, int(Enough.count()));
    QTRY_COMPARE(one().rows(u"a"_s, m_start), (QStringList{u"cancelled 1"_s, u"running 2"_s, u"running 3"_s}));
    const QList<Run> all = one().wait(one().scheduler.runs({.jobId = JobId{u"a"_s}})).value();
    for (const Run &run : all)
        QVERIFY(!run.cancelRequested || run.outcome);
}

void SharedJobsTest::replace_activeElsewhereEndsMeanwhile_runsOnce()
{
    one().start();
    one().add(u"a"_s, {{u"overlap"_s, u"replace"_s}});
    m_clock.advance(1min);
    one().scheduler.wakeUp();
    QTRY_COMPARE(one().rows(u"a"_s, m_start), QStringList{u"running 1"_s});
    other().start(); // and knows of the run
    m_clock.advance(1min);
    other().scheduler.wakeUp();
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    const auto goOn = [&] {
        m_clock.advance(50ms);
        other().scheduler.wakeUp();
        return other().executor->submitted().size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(goOn(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"success 1"_s, u"running 2"_s}));
    QCOMPARE(one().executor->submitted().size(), 1);
}

void SharedJobsTest::replace_activeOfTheDead_runsOnceTheLeaseIsOver()
{
    other().start();
    other().add(u"a"_s, {{u"overlap"_s, u"replace"_s}, {u"delivery"_s, u"at_least_once"_s}});
    {
        Sharer dead(m_url, m_clock);
        dead.start();
        m_clock.advance(1min);
        dead.scheduler.wakeUp();
        QTRY_COMPARE(dead.rows(u"a"_s, m_start), QStringList{u"running 1"_s});
        // Its lease goes on for a while, and nobody is there.
        const QString schema = QUrl(m_url).scheme() == u"mysql" ? QString() : u"reveille."_s;
        executeAll(m_url, {u"INSERT INTO %1instances (id, host, lease_until, written) SELECT 'dead', '', MAX(lease_until) - 24000, 0 FROM %1instances"_s.arg(schema),
                           u"UPDATE %1runs SET instance = 'dead' WHERE state = 'running'"_s.arg(schema)});
    }
    m_clock.advance(1min);
    QTRY_COMPARE((other().scheduler.wakeUp(), other().rows(u"a"_s, m_start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QVERIFY(other().wait(other().scheduler.runs({.jobId = JobId{u"a"_s}})).value().last().cancelRequested);
    QVERIFY(other().executor->submitted().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(other().executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"interrupted 1"_s, u"running 2"_s}));
}

void SharedJobsTest::runNow_toReplaceWhatIsActiveElsewhere_endsThatAndRuns()
{
    one().start();
    one().add(u"a"_s, {{u"overlap"_s, u"replace"_s}});
    QVERIFY(one().wait(one().scheduler.runNow({u"a"_s})));
    QTRY_COMPARE(one().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
    other().start();
    QVERIFY(other().wait(other().scheduler.runNow({u"a"_s})));
    QTRY_COMPARE_WITH_TIMEOUT(other().executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"cancelled 0"_s, u"running 0"_s}));
}

void SharedJobsTest::cancelRun_activeElsewhere_endsThere()
{
    share();
    const RunId run = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QTRY_COMPARE(other().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
    QVERIFY(other().wait(other().scheduler.cancelRun(run)));
    QTRY_COMPARE_WITH_TIMEOUT(other().rows(u"a"_s, m_start), QStringList{u"cancelled 0"_s}, int(Enough.count()));
    QCOMPARE(one().executor->activeCount(), 0);
    QVERIFY(other().executor->submitted().isEmpty());
}

void SharedJobsTest::cancelRun_waitsElsewhere_isTakenBackThere()
{
    share({{u"overlap"_s, u"queue"_s}});
    QVERIFY(one().wait(one().scheduler.runNow({u"a"_s})));
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    const RunId waiting = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QVERIFY(other().wait(other().scheduler.cancelRun(waiting)));
    QTRY_COMPARE_WITH_TIMEOUT(other().rows(u"a"_s, m_start), (QStringList{u"running 0"_s, u"cancelled 0"_s}), int(Enough.count()));
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"success 0"_s, u"cancelled 0"_s}));
    QCOMPARE(one().executor->submitted().size(), 1);
}

void SharedJobsTest::cancelRun_endedElsewhere_changesNothing()
{
    share();
    const RunId run = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    one().executor->end(run, {.outcome = Outcome::Success});
    QTRY_COMPARE(other().rows(u"a"_s, m_start), QStringList{u"success 0"_s});
    QCOMPARE(other().wait(other().scheduler.cancelRun(run)).error().code, ErrorCode::NotFound);
    QCOMPARE(other().rows(u"a"_s, m_start), QStringList{u"success 0"_s});
}

void SharedJobsTest::runNow_activeElsewhere_waitsForThatToEnd()
{
    share({{u"overlap"_s, u"queue"_s}});
    QVERIFY(one().wait(one().scheduler.runNow({u"a"_s})));
    QTRY_COMPARE(one().executor->submitted().size(), 1);
    QVERIFY(other().wait(other().scheduler.runNow({u"a"_s})));
    // It finds out with its claim, and tries again later.
    const auto goOn = [&](milliseconds by) {
        m_clock.advance(by);
        other().scheduler.wakeUp();
        return other().executor->submitted().size();
    };
    QTRY_VERIFY((goOn(1s), m_clock.now() > m_start + 20s));
    QVERIFY(other().executor->submitted().isEmpty());
    QCOMPARE(other().rows(u"a"_s, m_start), (QStringList{u"running 0"_s, u"waiting 0"_s}));
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(goOn(50ms), 1, int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"success 0"_s, u"running 0"_s}));
}

REVEILLE_TEST(SharedJobsTest)

#include "tst_sharedjobs.moc"
