// SPDX-License-Identifier: MIT
#include "core/time/precisetimer.h"
#include "tests/support/test.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace reveille;
using namespace std::chrono_literals;

class PreciseTimerTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void rings_onceAndNotBeforeItsTime_data();
    void rings_onceAndNotBeforeItsTime();
    void noTimeLeft_ringsInTheNextTurn();
    void stopped_isSilent();
    void startedAgain_forgetsTheFirstTime();

private:
    /// Until a timer rings that was started after the others.
    static void waitForLater()
    {
        PreciseTimer later;
        QSignalSpy rings(&later, &PreciseTimer::rang);
        later.start(20ms);
        QVERIFY(rings.wait());
    }
};

void PreciseTimerTest::rings_onceAndNotBeforeItsTime_data()
{
    QTest::addColumn<std::chrono::nanoseconds>("wait");
    for (const std::chrono::nanoseconds wait : {1ns, 300'000ns, 1'000'000ns, 2'500'000ns})
        QTest::addRow("%lld ns", static_cast<long long>(wait.count())) << wait;
}

void PreciseTimerTest::rings_onceAndNotBeforeItsTime()
{
    QFETCH(std::chrono::nanoseconds, wait);
    PreciseTimer timer;
    QSignalSpy rings(&timer, &PreciseTimer::rang);
    QElapsedTimer elapsed;
    elapsed.start();
    timer.start(wait);
    QVERIFY(rings.wait());
    QVERIFY(elapsed.nsecsElapsed() >= wait.count());
    waitForLater();
    QCOMPARE(rings.count(), 1);
}

void PreciseTimerTest::noTimeLeft_ringsInTheNextTurn()
{
    PreciseTimer timer;
    QSignalSpy rings(&timer, &PreciseTimer::rang);
    for (const std::chrono::nanoseconds wait : {0ns, -5ns}) {
        timer.start(1h);
        timer.start(wait);
        QCOMPARE(rings.count(), 0);
        QVERIFY(rings.wait());
        rings.clear();
    }
}

void PreciseTimerTest::stopped_isSilent()
{
    PreciseTimer timer;
    QSignalSpy rings(&timer, &PreciseTimer::rang);
    timer.start(1ms);
    timer.stop();
    timer.start(0ms);
    timer.stop();
    waitForLater();
    QCOMPARE(rings.count(), 0);
}

void PreciseTimerTest::startedAgain_forgetsTheFirstTime()
{
    PreciseTimer timer;
    QSignalSpy rings(&timer, &PreciseTimer::rang);
    timer.start(1ms);
    timer.start(1h);
    waitForLater();
    QCOMPARE(rings.count(), 0);
    timer.start(1ms);
    QVERIFY(rings.wait());
}

REVEILLE_TEST(PreciseTimerTest)
#include "tst_precisetimer.moc"
