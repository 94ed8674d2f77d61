// SPDX-License-Identifier: MIT
#include "core/scheduler/listeners.h"
#include "tests/support/program.h"

#include <QSemaphore>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

class ListenersTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void listener_maskAndOrder();
    void listener_throwingOrSlow_harmsNobody();
    void listener_aMillionBehind_missesWhatComesUntilItHasCaughtUp();
    void removeListener_slow_isNotWaitedFor();
    void removeListener_schedulerEnds_hearsAllTheSame();
    void destructor_listenerIsFarBehind_isNotWaitedFor();
    void destructor_listenerDoesNotReturn_isLeftToItself();
};

void ListenersTest::listener_maskAndOrder()
{
    Program program;
    QStringList heard;
    QSemaphore done;
    const ListenerId id = program.scheduler->addListener([&](const Event &event) {
        heard.append(toString(event.type));
        if (event.type == EventType::JobExecuted)
            done.release();
    }, EventType::JobSubmitted | EventType::JobStarted | EventType::JobExecuted);
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    program.start();
    program.advance(1min);
    done.acquire();
    QFuture<void> removed = program.scheduler->removeListener(id);
    QTRY_VERIFY(removed.isFinished());
    QCOMPARE(heard, (QStringList{u"job_submitted"_s, u"job_started"_s, u"job_executed"_s}));
    program.advance(1min);
    QCOMPARE(heard.size(), 3);
}

void ListenersTest::listener_throwingOrSlow_harmsNobody()
{
    Program program;
    QSemaphore mayGoOn;
    QSemaphore done;
    int runs = 0;
    const ListenerId slow = program.scheduler->addListener([&](const Event &) { mayGoOn.acquire(); }, EventType::JobExecuted);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"listener failed at job_executed.*oh"_s));
    const ListenerId throwing = program.scheduler->addListener([&](const Event &) {
        done.release();
        throw std::runtime_error("oh");
    }, EventType::JobExecuted);
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)));
    program.start();
    program.advance(1min);
    done.acquire(); // while the slow one has not heard yet
    QCOMPARE(runs, 1);
    mayGoOn.release(100);
    for (const ListenerId id : {slow, throwing}) {
        const QFuture<void> removed = program.scheduler->removeListener(id);
        QTRY_VERIFY(removed.isFinished());
    }
    QVERIFY(program.scheduler->removeListener(slow).isFinished());
}

void ListenersTest::listener_aMillionBehind_missesWhatComesUntilItHasCaughtUp()
{
    std::atomic<int> heard = 0;
    QSemaphore mayGoOn;
    Listeners listeners;
    listeners.add([&](const Event &) {
        if (heard++ == 0)
            mayGoOn.acquire();
    }, EventType::JobAdded);
    const Event event{.type = EventType::JobAdded, .at = Start, .job = nullptr, .run = nullptr, .text = {}};
    const QList<Event> tenThousand(10'000, event);
    for (int i = 0; i < 101; ++i)
        listeners.tell(tenThousand);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A listener is 1010000 events behind"_s));
    listeners.tell({event, event});
    mayGoOn.release();
    QTRY_COMPARE(heard.load(), 1'010'000);
    // It counts as caught up a moment after the last of them.
    QTRY_VERIFY((listeners.tell({event}), heard > 1'010'000));
}

void ListenersTest::removeListener_slow_isNotWaitedFor()
{
    Program program;
    QSemaphore mayGoOn;
    int heard = 0;
    const ListenerId slow = program.scheduler->addListener([&](const Event &) {
        mayGoOn.acquire();
        ++heard;
    }, EventType::JobExecuted);
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    program.start();
    program.advance(1min);
    program.advance(1min);
    const QFuture<void> removed = program.scheduler->removeListener(slow);
    program.advance(1min);
    QVERIFY(!removed.isFinished());
    mayGoOn.release(100);
    QTRY_VERIFY(removed.isFinished());
    QCOMPARE(heard, 2);
}

void ListenersTest::removeListener_schedulerEnds_hearsAllTheSame()
{
    int heard = 0;
    std::optional<Program> program(std::in_place);
    const ListenerId id = program->scheduler->addListener([&](const Event &) { ++heard; }, EventType::JobExecuted);
    QVERIFY(program->wait(program->scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    program->start();
    program->advance(1min);
    const QFuture<void> removed = program->scheduler->removeListener(id);
    program.reset();
    QVERIFY(removed.isFinished());
    QCOMPARE(heard, 1);
}

void ListenersTest::destructor_listenerIsFarBehind_isNotWaitedFor()
{
    constexpr int Jobs = 1000;
    std::atomic<int> heard = 0;
    {
        Program program;
        QSemaphore goesOn;
        program.scheduler->addListener([&](const Event &) {
            ++heard;
            std::ignore = goesOn.tryAcquire(1, 100);
        }, EventType::JobAdded);
        QList<FunctionJob> jobs;
        for (int i = 0; i < Jobs; ++i)
            jobs.append({.id = QString::number(i), .function = makeFunction([] {}), .trigger = EachMinute});
        QVERIFY(program.wait(program.scheduler->addJobs(jobs)));
        program.start();
        QTRY_VERIFY(heard > 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A listener is behind"_s));
        program.scheduler.reset();
    }
    QVERIFY(heard < Jobs);
}

void ListenersTest::destructor_listenerDoesNotReturn_isLeftToItself()
{
    const auto called = std::make_shared<QSemaphore>();
    const auto goesOn = std::make_shared<QSemaphore>();
    const auto returned = std::make_shared<QSemaphore>();
    Program program;
    program.scheduler->addListener([called, goesOn, returned](const Event &) {
        called->release();
        goesOn->acquire();
        returned->release();
    }, EventType::JobAdded);
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    program.start();
    QTRY_COMPARE(called->available(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A listener is behind"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A listener does not return"_s));
    program.scheduler.reset();
    goesOn->release();
    QVERIFY(returned->tryAcquire(1, 20'000));
}

REVEILLE_TEST(ListenersTest)

#include "tst_listeners.moc"
