// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "core/time/clockwatch.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeexecutor.h"
#include "tests/support/test.h"

#include <QDBusMessage>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Setting the clock of the machine is nothing for a test: that the kernel reports it is taken from what it says of the
/// timer. The system bus is one of this test, and logind a part of it.
class ClockWatchTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void timer_isArmedToBeCancelledWhenTheClockIsSet();
    void descriptor_canBeRead_isAJumpEachTime();
    void descriptor_closedAtItsOtherEnd_isNoBusyLoop();
    void sleep_end_isAJump();
    void noBusAndNoDescriptor_saysNothing();
    void busThatIsGone_saysNothing();
    void scheduler_afterSleep_readsTheClockAtOnce();

private:
    /// Answers with its address.
    static QString startBus(QProcess &daemon);
    /// As logind says it.
    static void sayPrepareForSleep(QDBusConnection &from, bool begins);
    /// Returns once the bus knows what somebody wants to hear.
    static void waitForSubscription(const QDBusConnection &listener);
    [[nodiscard]] static QByteArrayList armedTimers();

    QProcess m_daemon;
    std::optional<QDBusConnection> m_logind;
    std::optional<QDBusConnection> m_bus; ///< of those who listen
};

void ClockWatchTest::initTestCase()
{
    const QString address = startBus(m_daemon);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toLatin1());
    m_logind = QDBusConnection::connectToBus(address, u"logind"_s);
    m_bus = QDBusConnection::connectToBus(address, u"listener"_s);
    QVERIFY(m_bus->isConnected());
}

QString ClockWatchTest::startBus(QProcess &daemon)
{
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    while (!daemon.canReadLine()) {
        if (!daemon.waitForReadyRead())
            qFatal("There is no dbus-daemon");
    }
    return QString::fromLatin1(daemon.readLine().trimmed());
}

void ClockWatchTest::cleanupTestCase()
{
    for (const QString &name : {u"logind"_s, u"listener"_s})
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void ClockWatchTest::sayPrepareForSleep(QDBusConnection &from, bool begins)
{
    QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
    signal.setArguments({begins});
    QVERIFY(from.send(signal));
}

void ClockWatchTest::waitForSubscription(const QDBusConnection &listener)
{
    const QString bus = u"org.freedesktop.DBus"_s;
    // The bus answers in order.
    const QDBusMessage answer = listener.call(QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, u"GetId"_s));
    QCOMPARE(answer.type(), QDBusMessage::ReplyMessage);
}

// What the kernel says of the timers of this process; see proc_pid_fdinfo(5).
QByteArrayList ClockWatchTest::armedTimers()
{
    QByteArrayList timers;
    for (const QString &name : QDir(u"/proc/self/fdinfo"_s).entryList(QDir::Files)) {
        QFile file(u"/proc/self/fdinfo/"_s + name);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (text.contains("clockid:"))
            timers.append(text);
    }
    return timers;
}

void ClockWatchTest::timer_isArmedToBeCancelledWhenTheClockIsSet()
{
#ifdef Q_OS_LINUX
    const auto watches = [] {
        const QByteArrayList timers = armedTimers();
        return std::count_if(timers.cbegin(), timers.cend(), [](const QByteArray &timer) {
            // CLOCK_REALTIME, and TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET
            return timer.contains("clockid: 0\n") && timer.contains("settime flags: 03\n") && !timer.contains("it_value: (0, 0)");
        });
    };
    const auto before = watches();
    {
        const ClockWatch watch;
        QVERIFY2(watches() == before + 1, armedTimers().join("\n").constData());
    }
    QCOMPARE(watches(), before);
#else
    QSKIP("only Linux has such timers");
#endif
}

void ClockWatchTest::descriptor_canBeRead_isAJumpEachTime()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    {
        const ClockWatch watch(ends[0], *m_bus);
        QSignalSpy jumps(&watch, &ClockWatch::clockJumped);
        for (int time = 1; time <= 3; ++time) {
            const quint64 one = 1;
            QCOMPARE(::write(ends[1], &one, sizeof one), ssize_t(sizeof one));
            QTRY_COMPARE(jumps.count(), time);
        }
        QVERIFY(!QTest::qWaitFor([&] { return jumps.count() > 3; }, 20));
    }
    QCOMPARE(::fcntl(ends[0], F_GETFD), -1); // it was closed
    ::close(ends[1]);
}

void ClockWatchTest::descriptor_closedAtItsOtherEnd_isNoBusyLoop()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    const ClockWatch watch(ends[0], *m_bus);
    QSignalSpy jumps(&watch, &ClockWatch::clockJumped);
    ::close(ends[1]);
    QTRY_COMPARE(jumps.count(), 1);
    QVERIFY(!QTest::qWaitFor([&] { return jumps.count() > 1; }, 20));
}

void ClockWatchTest::sleep_end_isAJump()
{
    const ClockWatch watch(-1, *m_bus);
    QSignalSpy jumps(&watch, &ClockWatch::clockJumped);
    waitForSubscription(*m_bus);
    for (int time = 1; time <= 3; ++time) {
        sayPrepareForSleep(*m_logind, true);
        sayPrepareForSleep(*m_logind, false);
        QTRY_COMPARE(jumps.count(), time); // the order of the two is kept, so that the first is not counted
    }
}

void ClockWatchTest::noBusAndNoDescriptor_saysNothing()
{
    const ClockWatch watch(-1, QDBusConnection(u"nowhere"_s));
    QSignalSpy jumps(&watch, &ClockWatch::clockJumped);
    sayPrepareForSleep(*m_logind, false);
    QVERIFY(!QTest::qWaitFor([&] { return jumps.count() > 0; }, 20));
}

void ClockWatchTest::busThatIsGone_saysNothing()
{
    QProcess daemon;
    const QString address = startBus(daemon);
    const QString name = u"gone"_s;
    const QDBusConnection bus = QDBusConnection::connectToBus(address, name);
    const ClockWatch before(-1, bus);
    daemon.kill();
    QVERIFY(daemon.waitForFinished());
    QTRY_VERIFY(!bus.isConnected());
    const ClockWatch after(-1, bus);
    QDBusConnection::disconnectFromBus(name);
}

void ClockWatchTest::scheduler_afterSleep_readsTheClockAtOnce()
{
    if (QDBusConnection::systemBus().baseService().isEmpty())
        QSKIP("another test of this program has looked for the system bus before");
    const TriggerKinds kinds = TriggerKinds::builtIn();
    FakeClock clock(at("2026-11-20T00:00:00Z"));
    const auto context = [&] {
        return JobContext{{kinds, Zone(), clock.now()}, [](const QJsonObject &task) { return CheckedTask{.json = task, .misfireGraceTime = 24h, .name = u"Task"_s}; }};
    };
    auto *executor = new FakeExecutor(FakeExecutor::Runs::EndAtOnce);
    QtScheduler scheduler(clock, context, std::make_unique<MemoryStore>(), std::unique_ptr<Executor>(executor));
    const auto started = scheduler.start();
    QTRY_VERIFY(started.isFinished());
    waitForSubscription(QDBusConnection::systemBus());
    const QJsonObject job{{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"fake"_s}}},
                          {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"hours"_s, 1}}}};
    const auto added = scheduler.addJobs(QList<Job>{Job::parse(job, context()).value()});
    QTRY_VERIFY(added.isFinished());

    clock.advance(8h); // its timer has slept, too
    sayPrepareForSleep(*m_logind, false);
    QTRY_COMPARE(executor->submitted().size(), 1);
}

REVEILLE_TEST(ClockWatchTest)

#include "tst_clockwatch.moc"
