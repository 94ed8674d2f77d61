// SPDX-License-Identifier: MIT
#include "core/executors/eventloopexecutor.h"
#include "tests/support/executorfixture.h"
#include "tests/support/test.h"

#include <QTest>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

class EventLoopExecutorTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void submit_task_startsThenFinishesOnce();
    void submit_many_finishAll();
    void submit_outputs_carryTheRunsId();
    void submit_fromFinished_works();
    void cancel_active_finishesAsCancelled();
    void cancel_unknown_isPassedOver();
    void destroy_active_endsItWithoutAWord();
    void submit_function_isCalledInside();
    void submit_functionThatThrows_isAnError();
    void submit_functionThatSubmits_works();
    void submit_manyFunctions_finishAll();
    void limit_beyond_queuesInOrder();
    void limit_manyQueuedFunctions_areCalledWithoutDepth();
    void cancel_queued_finishesWithoutStart();
    void accepts_anything();

private:
    void submit(const QString &runId, const QString &line);

    TaskFixture m_fixture;
    std::unique_ptr<EventLoopExecutor> m_executor;
};

void EventLoopExecutorTest::init()
{
    Test::init();
    m_executor = std::make_unique<EventLoopExecutor>(m_fixture.tasks, TaskServices{m_fixture.network, m_fixture.presenter});
}

void EventLoopExecutorTest::submit(const QString &runId, const QString &line)
{
    TaskContext context;
    context.jobId = {u"job"_s};
    context.runId = {runId};
    const auto job = std::make_shared<Job>();
    job->task = {{u"type"_s, u"command"_s}, {u"command_line"_s, line}, {u"shell"_s, true}};
    m_executor->submit(job, context);
}

void EventLoopExecutorTest::submit_task_startsThenFinishesOnce()
{
    QStringList order;
    connect(m_executor.get(), &Executor::started, this, [&](const RunId &id) { order.append(u"started "_s + id.value); });
    connect(m_executor.get(), &Executor::finished, this, [&](const RunId &id, const TaskResult &result) {
        order.append(u"finished "_s + id.value + u' ' + toString(result.outcome));
        QCOMPARE(m_executor->activeCount(), 0);
    });
    submit(u"r"_s, u"exit 0"_s);
    QCOMPARE(m_executor->activeCount(), 1);
    QTRY_COMPARE(order, (QStringList{u"started r"_s, u"finished r success"_s}));
}

void EventLoopExecutorTest::submit_many_finishAll()
{
    QSet<QString> finished;
    connect(m_executor.get(), &Executor::finished, this, [&](const RunId &id) { finished.insert(id.value); });
    for (int i = 0; i < 50; ++i)
        submit(u"r%1"_s.arg(i), u"true"_s);
    QCOMPARE(m_executor->activeCount(), 50);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 50, 20'000);
    QCOMPARE(m_executor->activeCount(), 0);
}

void EventLoopExecutorTest::submit_outputs_carryTheRunsId()
{
    QHash<QString, QByteArray> live;
    QHash<QString, QByteArray> kept;
    connect(m_executor.get(), &Executor::outputAdded, this, [&](const RunId &id, const QByteArray &data) { live[id.value] += data; });
    connect(m_executor.get(), &Executor::finished, this, [&](const RunId &id, const TaskResult &result) { kept[id.value] = result.output; });
    submit(u"a"_s, u"echo A"_s);
    submit(u"b"_s, u"echo B"_s);
    QTRY_COMPARE(kept.size(), 2);
    QCOMPARE(kept[u"a"_s], "A\n");
    QCOMPARE(kept[u"b"_s], "B\n");
    QCOMPARE(live, kept);
}

void EventLoopExecutorTest::submit_fromFinished_works()
{
    int runs = 0;
    connect(m_executor.get(), &Executor::finished, this, [&](const RunId &id) {
        if (++runs < 3)
            submit(id.value, u"true"_s);
    });
    submit(u"r"_s, u"true"_s);
    QTRY_COMPARE(runs, 3);
}

void EventLoopExecutorTest::cancel_active_finishesAsCancelled()
{
    QSignalSpy finished(m_executor.get(), &Executor::finished);
    submit(u"r"_s, u"sleep 60"_s);
    m_executor->cancel({u"r"_s});
    QVERIFY(finished.wait());
    QCOMPARE(toString(finished[0][1].value<TaskResult>().outcome), u"cancelled"_s);
    QCOMPARE(finished.size(), 1);
}

void EventLoopExecutorTest::cancel_unknown_isPassedOver()
{
    m_executor->cancel({u"nobody"_s});
    QCOMPARE(m_executor->activeCount(), 0);
}

void EventLoopExecutorTest::destroy_active_endsItWithoutAWord()
{
    QSignalSpy finished(m_executor.get(), &Executor::finished);
    submit(u"r"_s, u"sleep 60"_s);
    m_executor.reset();
    QCoreApplication::processEvents();
    QVERIFY(finished.isEmpty());
}

void EventLoopExecutorTest::submit_function_isCalledInside()
{
    ExecutorFixture fixture;
    fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services()));
    fixture.submit(u"r"_s, [&](const FunctionCall &call) {
        fixture.events.append(u"called "_s + call.runId.value);
        return call.arguments;
    }, {{u"arguments"_s, QJsonObject{{u"a"_s, 1}}}});
    QCOMPARE(fixture.events, (QStringList{u"started r"_s, u"called r"_s, u"finished r"_s}));
    QCOMPARE(fixture.outcome(u"r"_s), u"success"_s);
    QCOMPARE(fixture.output(u"r"_s), "{\"a\":1}");
}

void EventLoopExecutorTest::submit_functionThatThrows_isAnError()
{
    ExecutorFixture fixture;
    const auto *executor = fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services()));
    fixture.submit(u"a"_s, [] { throw std::runtime_error("no paper"); });
    fixture.submit(u"b"_s, [] {});
    QCOMPARE(fixture.outcome(u"a"_s), u"error"_s);
    QCOMPARE(fixture.reason(u"a"_s), u"no paper"_s);
    QCOMPARE(fixture.outcome(u"b"_s), u"success"_s);
    QCOMPARE(executor->activeCount(), 0);
}

void EventLoopExecutorTest::submit_functionThatSubmits_works()
{
    for (const std::optional<int> limit : {std::optional<int>(), std::optional(1)}) {
        ExecutorFixture fixture;
        fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{.maxWorkers = limit}));
        fixture.submit(u"a"_s, [&] { fixture.submit(u"b"_s, [] {}); });
        QStringList expected{u"started a"_s, u"started b"_s, u"finished b"_s, u"finished a"_s};
        if (limit)
            expected = {u"started a"_s, u"finished a"_s, u"started b"_s, u"finished b"_s};
        QCOMPARE(fixture.events, expected);
    }
}

void EventLoopExecutorTest::submit_manyFunctions_finishAll()
{
    ExecutorFixture fixture;
    fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services()));
    int calls = 0;
    for (int i = 0; i < 5000; ++i)
        fixture.submit(u"r%1"_s.arg(i), [&] { ++calls; });
    QCOMPARE(calls, 5000);
    QCOMPARE(fixture.results.size(), size_t(5000));
}

void EventLoopExecutorTest::limit_beyond_queuesInOrder()
{
    ExecutorFixture fixture;
    const auto *executor =
        fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{.maxWorkers = 2}));
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        fixture.submitCommand(id, u"true"_s);
    fixture.submit(u"e"_s, [] {});
    QCOMPARE(fixture.events, (QStringList{u"started a"_s, u"started b"_s}));
    QCOMPARE(executor->activeCount(), 5);
    QCOMPARE(executor->queuedCount(), 3);
    QTRY_COMPARE(fixture.results.size(), size_t(5));
    QCOMPARE(fixture.events.filter(u"started"_s),
             (QStringList{u"started a"_s, u"started b"_s, u"started c"_s, u"started d"_s, u"started e"_s}));
    QCOMPARE(executor->activeCount(), 0);
    QCOMPARE(executor->queuedCount(), 0);
}

void EventLoopExecutorTest::limit_manyQueuedFunctions_areCalledWithoutDepth()
{
    ExecutorFixture fixture;
    fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{.maxWorkers = 1}));
    fixture.submitCommand(u"first"_s, u"true"_s);
    int calls = 0;
    for (int i = 0; i < 50'000; ++i)
        fixture.submit(u"r%1"_s.arg(i), [&] { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 50'000);
}

void EventLoopExecutorTest::cancel_queued_finishesWithoutStart()
{
    ExecutorFixture fixture;
    auto *executor =
        fixture.watch(std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{.maxWorkers = 1}));
    fixture.submitCommand(u"a"_s, u"true"_s);
    fixture.submitCommand(u"b"_s, u"true"_s);
    fixture.submitCommand(u"c"_s, u"true"_s);
    executor->cancel({u"b"_s});
    QCOMPARE(fixture.outcome(u"b"_s), u"cancelled"_s);
    QCOMPARE(executor->activeCount(), 2);
    QTRY_COMPARE(fixture.results.size(), size_t(3));
    QVERIFY(!fixture.events.contains(u"started b"_s));
    QCOMPARE(fixture.outcome(u"c"_s), u"success"_s);
}

void EventLoopExecutorTest::accepts_anything()
{
    QCOMPARE(m_executor->name(), u"default"_s);
    Job job;
    job.function = std::make_shared<const Function>(makeFunction([] {}));
    QVERIFY(m_executor->accepts(job));
}

REVEILLE_TEST(EventLoopExecutorTest)

#include "tst_eventloopexecutor.moc"
