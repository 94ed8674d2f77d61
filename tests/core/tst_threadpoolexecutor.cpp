// SPDX-License-Identifier: MIT
#include "core/executors/threadpoolexecutor.h"
#include "tests/support/executorfixture.h"
#include "tests/support/test.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

/// Where functions wait until the test lets them go on.
class Gate final
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_isOpen; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
};

void waitUntilStopped(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any asked;
    std::unique_lock lock(mutex);
    asked.wait(lock, stop, [] { return false; });
}

} // namespace

class ThreadPoolExecutorTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void submit_function_isCalledOnAnotherThread();
    void submit_functionThatThrows_isAnError();
    void submit_named_isCalled();
    void submit_many_finishAll();
    void submit_fromFinished_works();
    void limit_beyond_queuesInOrder();
    void limit_boundsTasksThatWaitToo();
    void limit_places_areUsedAtOnce();
    void cancel_queued_finishesWithoutStart();
    void cancel_working_asksAndFinishesWhenItReturns();
    void cancel_deaf_finishesAsCancelledWhenItReturns();
    void cancel_taskThatWaits_finishes();
    void timeout_deaf_isReportedAndKeepsThePlace();
    void timeout_longEnough_changesNothing();
    void destroy_working_asksItToStop();
    void destroy_deaf_returnsAfterItsPatience();

private:
    ThreadPoolExecutor *start(ExecutorFixture &fixture, std::optional<int> maxWorkers = {})
    {
        return fixture.watch(std::make_unique<ThreadPoolExecutor>(fixture.tasks, fixture.services(),
                                                                  ExecutorOptions{.maxWorkers = maxWorkers}));
    }
};

void ThreadPoolExecutorTest::submit_function_isCalledOnAnotherThread()
{
    ExecutorFixture fixture;
    const auto *executor = start(fixture);
    QCOMPARE(executor->maxWorkers(), 10);
    std::atomic<std::thread::id> thread;
    fixture.submit(u"r"_s, [&] {
        thread = std::this_thread::get_id();
        return 42;
    });
    QCOMPARE(fixture.events, (QStringList{u"started r"_s}));
    QCOMPARE(executor->activeCount(), 1);
    QTRY_COMPARE(fixture.events, (QStringList{u"started r"_s, u"finished r"_s}));
    QCOMPARE(fixture.output(u"r"_s), "42");
    QVERIFY(thread.load() != std::this_thread::get_id());
    QCOMPARE(executor->activeCount(), 0);
}

void ThreadPoolExecutorTest::submit_functionThatThrows_isAnError()
{
    ExecutorFixture fixture;
    start(fixture, 1);
    fixture.submit(u"a"_s, [] { throw std::runtime_error("no paper"); });
    fixture.submit(u"b"_s, [] { throw 1; });
    fixture.submit(u"c"_s, [] {});
    QTRY_COMPARE(fixture.outcome(u"c"_s), u"success"_s);
    QCOMPARE(fixture.outcome(u"a"_s), u"error"_s);
    QCOMPARE(fixture.reason(u"a"_s), u"no paper"_s);
    QCOMPARE(fixture.outcome(u"b"_s), u"error"_s);
}

void ThreadPoolExecutorTest::submit_named_isCalled()
{
    FunctionTable functions;
    functions.add(u"twice"_s, [](const FunctionCall &call) { return 2 * call.arguments.value("n"_L1).toInt(); });
    ExecutorFixture fixture(functions);
    start(fixture);
    fixture.submitNamed(u"r"_s, u"twice"_s, {{u"n"_s, 21}});
    fixture.submitNamed(u"unknown"_s, u"thrice"_s);
    QTRY_COMPARE(fixture.results.size(), size_t(2));
    QCOMPARE(fixture.output(u"r"_s), "42");
    QCOMPARE(fixture.outcome(u"unknown"_s), u"error"_s);
}

void ThreadPoolExecutorTest::submit_many_finishAll()
{
    ExecutorFixture fixture;
    const auto *executor = start(fixture);
    std::atomic<int> calls = 0;
    for (int i = 0; i < 5000; ++i)
        fixture.submit(u"r%1"_s.arg(i), [&calls] { ++calls; });
    QCOMPARE(executor->activeCount(), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.results.size(), size_t(5000), 60'000);
    QCOMPARE(calls.load(), 5000);
    QCOMPARE(fixture.events.size(), 10'000);
    QCOMPARE(executor->activeCount(), 0);
}

void ThreadPoolExecutorTest::submit_fromFinished_works()
{
    ExecutorFixture fixture;
    const auto *executor = start(fixture, 1);
    int runs = 0;
    connect(executor, &Executor::finished, this, [&] {
        if (++runs < 3)
            fixture.submit(u"again"_s, [] {});
    });
    fixture.submit(u"r"_s, [] {});
    QTRY_COMPARE(runs, 3);
}

void ThreadPoolExecutorTest::limit_beyond_queuesInOrder()
{
    Gate gate;
    ExecutorFixture fixture;
    const auto *executor = start(fixture, 2);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        fixture.submit(id, [&] { gate.pass(); });
    QCOMPARE(fixture.events, (QStringList{u"started a"_s, u"started b"_s}));
    QCOMPARE(executor->activeCount(), 4);
    QCOMPARE(executor->queuedCount(), 2);
    gate.open();
    QTRY_COMPARE(fixture.results.size(), size_t(4));
    QCOMPARE(fixture.events.filter(u"started"_s),
             (QStringList{u"started a"_s, u"started b"_s, u"started c"_s, u"started d"_s}));
}

void ThreadPoolExecutorTest::limit_boundsTasksThatWaitToo()
{
    Gate gate;
    ExecutorFixture fixture;
    const auto *executor = start(fixture, 1);
    fixture.submit(u"a"_s, [&] { gate.pass(); });
    fixture.submitCommand(u"b"_s, u"echo B"_s);
    fixture.submit(u"c"_s, [] {});
    QCOMPARE(executor->queuedCount(), 2);
    gate.open();
    QTRY_COMPARE(fixture.outcome(u"c"_s), u"success"_s);
    QCOMPARE(fixture.output(u"b"_s), "B\n");
    QCOMPARE(fixture.events, (QStringList{u"started a"_s, u"finished a"_s, u"started b"_s, u"finished b"_s, u"started c"_s,
                                          u"finished c"_s}));
}

void ThreadPoolExecutorTest::limit_places_areUsedAtOnce()
{
    ExecutorFixture fixture;
    start(fixture, 3);
    std::atomic<int> inside = 0;
    Gate gate;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        fixture.submit(id, [&] {
            if (++inside == 3) // none gets on unless all are in
                gate.open();
            gate.pass();
        });
    }
    QTRY_COMPARE(fixture.results.size(), size_t(3));
}

void ThreadPoolExecutorTest::cancel_queued_finishesWithoutStart()
{
    Gate gate;
    ExecutorFixture fixture;
    auto *executor = start(fixture, 1);
    fixture.submit(u"a"_s, [&] { gate.pass(); });
    std::atomic<bool> called = false;
    fixture.submit(u"b"_s, [&] { called = true; });
    executor->cancel({u"b"_s});
    executor->cancel({u"b"_s});
    QCOMPARE(fixture.outcome(u"b"_s), u"cancelled"_s);
    QCOMPARE(executor->activeCount(), 1);
    gate.open();
    QTRY_COMPARE(fixture.outcome(u"a"_s), u"success"_s);
    QVERIFY(!called);
    QCOMPARE(fixture.events, (QStringList{u"started a"_s, u"finished b"_s, u"finished a"_s}));
}

void ThreadPoolExecutorTest::cancel_working_asksAndFinishesWhenItReturns()
{
    ExecutorFixture fixture;
    auto *executor = start(fixture);
    fixture.submit(u"r"_s, [](const FunctionCall &call) { waitUntilStopped(call.stop); });
    executor->cancel({u"r"_s});
    QTRY_COMPARE(fixture.outcome(u"r"_s), u"cancelled"_s);
    QCOMPARE(fixture.reason(u"r"_s), u"cancelled"_s);
    executor->cancel({u"r"_s}); // passed over
    QCOMPARE(fixture.events.size(), 2);
}

void ThreadPoolExecutorTest::cancel_deaf_finishesAsCancelledWhenItReturns()
{
    Gate gate;
    ExecutorFixture fixture;
    auto *executor = start(fixture);
    fixture.submit(u"r"_s, [&] {
        gate.pass();
        return 1;
    });
    executor->cancel({u"r"_s});
    QCoreApplication::processEvents();
    QCOMPARE(executor->activeCount(), 1);
    gate.open();
    QTRY_COMPARE(fixture.outcome(u"r"_s), u"cancelled"_s);
    QCOMPARE(fixture.output(u"r"_s), "1");
}

void ThreadPoolExecutorTest::cancel_taskThatWaits_finishes()
{
    ExecutorFixture fixture;
    auto *executor = start(fixture);
    fixture.submitCommand(u"r"_s, u"sleep 60"_s);
    executor->cancel({u"r"_s});
    QTRY_COMPARE(fixture.outcome(u"r"_s), u"cancelled"_s);
}

void ThreadPoolExecutorTest::timeout_deaf_isReportedAndKeepsThePlace()
{
    Gate gate;
    ExecutorFixture fixture;
    const auto *executor = start(fixture, 1);
    std::atomic<bool> asked = false;
    fixture.submit(u"a"_s, [&](const FunctionCall &call) {
        gate.pass();
        asked = call.stop.stop_requested();
    }, {{u"timeout"_s, 0.02}});
    fixture.submit(u"b"_s, [] {});
    QTRY_COMPARE(fixture.outcome(u"a"_s), u"timeout"_s);
    QCOMPARE(fixture.reason(u"a"_s), u"It took longer than 0.02 s"_s);
    QCOMPARE(executor->activeCount(), 2);
    QCOMPARE(executor->queuedCount(), 1);
    gate.open();
    QTRY_COMPARE(fixture.outcome(u"b"_s), u"success"_s);
    QVERIFY(asked);
    QCOMPARE(fixture.events, (QStringList{u"started a"_s, u"finished a"_s, u"started b"_s, u"finished b"_s}));
}

void ThreadPoolExecutorTest::timeout_longEnough_changesNothing()
{
    ExecutorFixture fixture;
    start(fixture);
    fixture.submit(u"r"_s, [] {}, {{u"timeout"_s, 1e7}});
    QTRY_COMPARE(fixture.outcome(u"r"_s), u"success"_s);
}

void ThreadPoolExecutorTest::destroy_working_asksItToStop()
{
    ExecutorFixture fixture;
    start(fixture, 2);
    std::atomic<int> stopped = 0;
    const auto work = [&](const FunctionCall &call) {
        waitUntilStopped(call.stop);
        ++stopped;
    };
    for (const QString &id : {u"a"_s, u"b"_s, u"queued"_s})
        fixture.submit(id, work);
    fixture.submitCommand(u"command"_s, u"sleep 60"_s);
    fixture.destroyExecutor();
    QVERIFY(stopped <= 2); // one that its thread had not come to is not called
    QCoreApplication::processEvents();
    QVERIFY(fixture.results.empty());
}

void ThreadPoolExecutorTest::destroy_deaf_returnsAfterItsPatience()
{
    // What it touches must outlive the test.
    struct Shared
    {
        Gate gate;
        std::atomic<int> step = 0;
    };
    const auto shared = std::make_shared<Shared>();
    ExecutorFixture fixture;
    fixture.watch(std::make_unique<ThreadPoolExecutor>(fixture.tasks, fixture.services(), ExecutorOptions(), 10ms));
    fixture.submit(u"r"_s, [shared] {
        shared->step = 1;
        shared->gate.pass();
        shared->step = 2;
    });
    QTRY_COMPARE(shared->step.load(), 1);
    fixture.destroyExecutor();
    QCOMPARE(shared->step.load(), 1);
    shared->gate.open();
    QTRY_COMPARE(shared->step.load(), 2);
    QVERIFY(fixture.results.empty());
}

REVEILLE_TEST(ThreadPoolExecutorTest)

#include "tst_threadpoolexecutor.moc"
