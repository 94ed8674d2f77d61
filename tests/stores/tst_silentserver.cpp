// SPDX-License-Identifier: MIT
#include "tests/stores/cuttingproxy.h"
#include "tests/stores/servertest.h"
#include "tests/stores/sharer.h"

#include <QSignalSpy>

using namespace reveille;

/// A server that hangs: it is shown as away, nothing is begun on doubt, nobody waits for it, and all goes on once it answers.
class SilentServerTest final : public ServerTest
{
    Q_OBJECT

public:
    SilentServerTest() : ServerTest(u".*(The lease on|can't be loaded, trying again)") {}

private Q_SLOTS:
    void claim_isShownAsAwayAndDoneOnceItAnswers();
    void start_followsOnceItAnswers();

private:
    const TimePoint m_start = at("2026-11-20T00:00:00Z");
};

void SilentServerTest::claim_isShownAsAwayAndDoneOnceItAnswers()
{
    CuttingProxy proxy(m_url);
    FakeClock clock{m_start};
    Sharer sharer(proxy.url(), clock, {}, 30s, 10s, 2s);
    QSignalSpy availability(&sharer.scheduler, &QtScheduler::storeAvailabilityChanged);
    const auto isAway = [&] { return !availability.isEmpty() && availability.last()[1].value<std::optional<Error>>(); };
    sharer.start();
    sharer.add(u"a"_s);
    proxy.fallSilent();
    clock.advance(1min);
    sharer.scheduler.wakeUp();
    QTRY_VERIFY_WITH_TIMEOUT(isAway(), int(Enough.count()));
    QCOMPARE(sharer.executor->submitted().size(), 0);
    QCOMPARE(sharer.wait(sharer.scheduler.runs({})).error().code, ErrorCode::Unavailable);
    QCOMPARE(sharer.wait(sharer.scheduler.runNow({u"a"_s})).error().code, ErrorCode::Unavailable);

    proxy.restore();
    QTRY_COMPARE_WITH_TIMEOUT(sharer.executor->submitted().size(), 1, int(Enough.count()));
    QVERIFY(!isAway());
    sharer.executor->end(sharer.executor->submitted()[0].runId, {});
    QTRY_COMPARE(sharer.rows(u"a"_s, m_start), QStringList{u"success 1"_s});
}

void SilentServerTest::start_followsOnceItAnswers()
{
    CuttingProxy proxy(m_url);
    FakeClock clock{m_start};
    {
        Sharer before(m_url, clock);
        before.start();
        before.add(u"a"_s);
        QVERIFY(before.wait(before.scheduler.shutdown(0ms)));
    }
    clock.advance(1min);
    Sharer sharer(proxy.url(), clock, {}, 30s, 10s, 2s);
    proxy.fallSilent();
    QVERIFY(sharer.wait(sharer.scheduler.start()));
    QVERIFY(sharer.scheduler.state() == SchedulerState::Running);
    QVERIFY(sharer.scheduler.jobs().isEmpty());
    proxy.restore();
    QTRY_COMPARE_WITH_TIMEOUT(sharer.executor->submitted().size(), 1, 4 * int(Enough.count())); // where that attempt was over, with the next
}

REVEILLE_TEST(SilentServerTest)
#include "tst_silentserver.moc"
