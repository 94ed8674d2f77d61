// SPDX-License-Identifier: MIT
#include "tests/stores/serverdatabase.h"
#include "tests/stores/sharer.h"
#include "tests/support/test.h"

#include <QRegularExpression>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Two schedulers over one database of a server.
class SharedJobsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void overlap_activeElsewhere_runsOnceThatEnds_data();
    void overlap_activeElsewhere_runsOnceThatEnds();
    void overlap_activeElsewhere_runsOnceTheLeaseIsOver();
    void runNow_activeElsewhere_waitsForThatToEnd();

protected Q_SLOTS:
    void init();

private:
    QString m_url;
};

void SharedJobsTest::initTestCase_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

void SharedJobsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!.*(The lease on|is another's by now))"_s));
    QFETCH_GLOBAL(QString, server);
    m_url = createServerDatabase(server);
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceThatEnds_data()
{
    QTest::addColumn<QString>("overlap");
    QTest::newRow("queue") << u"queue"_s;
    QTest::newRow("replace") << u"replace"_s;
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceThatEnds()
{
    QFETCH(QString, overlap);
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer one(m_url, clock);
    Sharer other(m_url, clock);
    one.start();
    one.add(u"a"_s, {{u"overlap"_s, overlap}});
    other.start();
    clock.advance(1min);
    one.scheduler.wakeUp();
    QTRY_COMPARE(one.executor->submitted().size(), 1);
    clock.advance(1min);
    QTRY_COMPARE((other.scheduler.wakeUp(), other.rows(u"a"_s, start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QVERIFY(other.executor->submitted().isEmpty());

    // From here on the clock stands still, and nothing of the job is due.
    one.executor->end(one.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(other.executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 1"_s, u"running 2"_s}));
    QCOMPARE(one.executor->submitted().size(), 1);
    other.executor->end(other.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 1"_s, u"success 2"_s}));
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceTheLeaseIsOver()
{
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer hung(m_url, clock, {}, 4s, 1h);
    Sharer other(m_url, clock);
    other.start();
    other.add(u"a"_s, {{u"overlap"_s, u"queue"_s}});
    hung.start();
    clock.advance(1min);
    hung.scheduler.wakeUp();
    QTRY_COMPARE(hung.executor->submitted().size(), 1);
    clock.advance(1min);
    QTRY_COMPARE((other.scheduler.wakeUp(), other.rows(u"a"_s, start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(other.executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"interrupted 1"_s, u"running 2"_s}));
}

void SharedJobsTest::runNow_activeElsewhere_waitsForThatToEnd()
{
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer one(m_url, clock);
    Sharer other(m_url, clock);
    one.start();
    one.add(u"a"_s, {{u"overlap"_s, u"queue"_s}});
    other.start();
    QVERIFY(one.wait(one.scheduler.runNow({u"a"_s})));
    QTRY_COMPARE(one.executor->submitted().size(), 1);
    QVERIFY(other.wait(other.scheduler.runNow({u"a"_s})));
    // It finds out with its claim, and tries again later.
    const auto goOn = [&](milliseconds by) {
        clock.advance(by);
        other.scheduler.wakeUp();
        return other.executor->submitted().size();
    };
    QTRY_VERIFY((goOn(1s), clock.now() > start + 20s));
    QVERIFY(other.executor->submitted().isEmpty());
    QCOMPARE(other.rows(u"a"_s, start), (QStringList{u"running 0"_s, u"waiting 0"_s}));
    one.executor->end(one.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(goOn(50ms), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 0"_s, u"running 0"_s}));
}

REVEILLE_TEST(SharedJobsTest)

#include "tst_sharedjobs.moc"
