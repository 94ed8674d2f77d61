// SPDX-License-Identifier: MIT
// What a task or function throws is an error of its run, and harms no other.
#include "core/executors/eventloopexecutor.h"
#include "tests/support/executorfixture.h"
#include "tests/support/program.h"

#include <QTimer>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

/// A task that throws where its JSON says (function, createRun, start), or else ends at once.
class ThrowingTask final : public TaskType
{
public:
    [[nodiscard]] QString type() const override { return u"throwing"_s; }
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const override { return CheckedTask{.json = task, .misfireGraceTime = 1h, .name = u"Task"_s}; }
    [[nodiscard]] std::unique_ptr<TaskRun> createRun(const QJsonObject &task, const TaskContext &, const TaskServices &) const override
    {
        if (task.value(u"in"_s) == u"createRun"_s)
            throw std::runtime_error("no paper");
        return std::make_unique<ThrowingRun>(task.value(u"in"_s) == u"start"_s);
    }

    [[nodiscard]] std::shared_ptr<const Function> function(const Job &job) const override
    {
        if (job.task.value(u"in"_s) == u"function"_s)
            throw std::runtime_error("no paper");
        return nullptr;
    }

private:
    class ThrowingRun final : public TaskRun
    {
    public:
        explicit ThrowingRun(bool throws) : m_throws(throws) {}
        void start() override
        {
            if (m_throws)
                throw std::runtime_error("no paper");
            QTimer::singleShot(0, this, [this] { Q_EMIT finished({}); });
        }
        void cancel() override {}

    private:
        const bool m_throws;
    };
};

QJsonObject throwingJob(const QString &id, const QString &where, const QString &executor = u"default"_s)
{
    return {{u"id"_s, id}, {u"executor"_s, executor}, {u"trigger"_s, EachMinute},
            {u"task"_s, QJsonObject{{u"type"_s, u"throwing"_s}, {u"in"_s, where}}}};
}

} // namespace

class GuardedJobsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void addExecutor_ofOtherTasks_refusesAtTheRun();
    void task_throws_isAnErrorAndHarmsNoOther();
    void function_throws_isAnError();
    void functionOfATask_throws_leavesItsPlace();
    void brokenJob_runNowAndSnooze_sayWhy();
    void functionAddsAndRemovesStores_othersGoOn_data();
    void functionAddsAndRemovesStores_othersGoOn();
};

void GuardedJobsTest::addExecutor_ofOtherTasks_refusesAtTheRun()
{
    FakeClock clock{Start};
    ExecutorFixture fixture; // with the tasks that there always are
    QtScheduler scheduler({.clock = &clock, .tasks = {std::make_shared<ThrowingTask>()}});
    QVERIFY(scheduler.addExecutor(u"other"_s, std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{u"other"_s, {}})));
    QVERIFY(Program::wait(scheduler.start()));
    QVERIFY(Program::wait(scheduler.addJob(throwingJob(u"a"_s, u"nowhere"_s, u"other"_s))));
    QVERIFY(Program::wait(scheduler.runNow({u"a"_s})));
    QTRY_VERIFY(scheduler.job({u"a"_s})->lastRun);
    QCOMPARE(scheduler.job({u"a"_s})->lastRun->outcome, std::optional(Outcome::Error));
    QVERIFY(scheduler.job({u"a"_s})->lastRun->reason.contains(u"throwing"_s));
}

void GuardedJobsTest::task_throws_isAnErrorAndHarmsNoOther()
{
    FakeClock clock{Start};
    QtScheduler scheduler({.clock = &clock, .tasks = {std::make_shared<ThrowingTask>()}});
    QVERIFY(Program::wait(scheduler.start()));
    for (const QString &where : {u"createRun"_s, u"start"_s, u"nowhere"_s})
        QVERIFY(Program::wait(scheduler.addJob(throwingJob(where, where))));
    for (int round = 1; round <= 2; ++round) {
        clock.advance(1min);
        scheduler.wakeUp();
        QTRY_COMPARE(Program::wait(scheduler.runs({.outcome = Outcome::Success})).value().size(), round);
        const QList<Run> failed = Program::wait(scheduler.runs({.outcome = Outcome::Error})).value();
        QCOMPARE(failed.size(), 2 * round);
        QCOMPARE(failed.first().reason, u"no paper"_s);
    }
    QVERIFY(Program::wait(scheduler.shutdown(1s)));
}

void GuardedJobsTest::function_throws_isAnError()
{
    Program program;
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, []() -> void { throw std::runtime_error("out of paper"); }, EachMinute)));
    program.start();
    program.advance(1min);
    const QList<Run> runs = program.wait(program.scheduler->runs({.jobId = JobId{u"a"_s}})).value();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().outcome, std::optional(Outcome::Error));
    QVERIFY2(runs.first().reason.contains(u"out of paper"_s), qPrintable(runs.first().reason));
}

void GuardedJobsTest::functionOfATask_throws_leavesItsPlace()
{
    ExecutorFixture fixture;
    TaskRegistry tasks = TaskRegistry::builtIn();
    tasks.add(std::make_shared<ThrowingTask>());
    EventLoopExecutor executor(tasks, fixture.services(), {.maxWorkers = 1});
    QStringList reasons;
    connect(&executor, &Executor::finished, this, [&](const RunId &, const TaskResult &result) { reasons.append(result.reason); });
    const auto submit = [&](const QString &where) {
        const auto job = std::make_shared<Job>();
        job->task = {{u"type"_s, u"throwing"_s}, {u"in"_s, where}};
        executor.submit(job, {.jobId = {u"job"_s}, .runId = RunId::create(), .jobName = {}, .scheduledAt = {}});
    };
    submit(u"nowhere"_s);
    submit(u"function"_s); // as one that was queued
    QTRY_COMPARE(reasons, (QStringList{QString(), u"no paper"_s}));
    submit(u"function"_s);
    QCOMPARE(executor.activeCount(), 0);
    QCOMPARE(executor.queuedCount(), 0);
}

void GuardedJobsTest::brokenJob_runNowAndSnooze_sayWhy()
{
    auto store = std::make_unique<MemoryStore>();
    JobRecord record;
    record.id = {u"a"_s};
    record.data = QByteArray(R"({"id": "a", "task": {"type": "from the future"}})");
    Run run;
    run.id = {u"1"_s};
    run.jobId = record.id;
    run.state = RunState::Finished;
    run.outcome = Outcome::Success;
    QVERIFY(store->open().result());
    QVERIFY(store->add({record}, {run}).result());
    QVERIFY(store->close().result());
    Program program;
    QVERIFY(program.wait(program.scheduler->addJobStore(u"default"_s, std::move(store))));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Job a is broken"_s));
    program.start();
    QCOMPARE(program.wait(program.scheduler->runNow(record.id)).error().code, ErrorCode::Refused);
    QCOMPARE(program.wait(program.scheduler->snooze(run.id, 1min)).error().code, ErrorCode::Refused);
}

void GuardedJobsTest::functionAddsAndRemovesStores_othersGoOn_data()
{
    QTest::addColumn<bool>("isResumed");
    QTest::newRow("when it is due") << false;
    QTest::newRow("at resume") << true;
}

void GuardedJobsTest::functionAddsAndRemovesStores_othersGoOn()
{
    QFETCH(bool, isResumed);
    Program program({{u"reveille.executors.default.type"_s, u"eventloop"_s}, {u"reveille.jobstores.default.type"_s, u"memory"_s},
                     {u"reveille.jobstores.one.type"_s, u"memory"_s}, {u"reveille.jobstores.two.type"_s, u"memory"_s}});
    int runs = 0;
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] {
        ++runs;
        std::ignore = program.scheduler->removeJobStore(u"one"_s);
        for (int i = 0; i < 10; ++i)
            std::ignore = program.scheduler->addJobStore(u"%1 %2"_s.arg(runs).arg(i), std::make_unique<MemoryStore>());
    }, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [&] { ++runs; }, EachMinute, {{u"store"_s, u"two"_s}})));
    program.start();
    program.clock.advance(1min + 1s);
    if (isResumed) {
        QVERIFY(program.scheduler->pause());
        QVERIFY(program.wait(program.scheduler->resume()));
    }
    program.advance(0s);
    QTRY_COMPARE(runs, 2);
    QCOMPARE(program.scheduler->jobStores().size(), 12);
    QVERIFY(!program.scheduler->jobStores().contains(u"one"_s));
}

REVEILLE_TEST(GuardedJobsTest)

#include "tst_guardedjobs.moc"
