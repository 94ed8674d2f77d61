// SPDX-License-Identifier: MIT
#include "core/executors/eventloopexecutor.h"
#include "tests/support/taskfixture.h"
#include "tests/support/test.h"

#include <QTest>

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

REVEILLE_TEST(EventLoopExecutorTest)

#include "tst_eventloopexecutor.moc"
