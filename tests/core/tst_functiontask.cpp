// SPDX-License-Identifier: MIT
#include "core/tasks/functioncall.h"
#include "core/tasks/functiontask.h"
#include "core/tasks/taskregistry.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/test.h"

#include <QJsonArray>
#include <QTest>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

class FunctionTaskTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void makeFunction_anyCallable_returnsItsValue_data();
    void makeFunction_anyCallable_returnsItsValue();
    void makeFunction_callable_isToldOfTheRun();
    void makeFunction_callable_keepsItsState();
    void check_registered_isTakenWithDefaults();
    void check_wrong_namesTheKey_data();
    void check_wrong_namesTheKey();
    void check_unknownName_listsWhatThereIs();
    void check_noneRegistered_saysSo();
    void checkOwn_withoutName_isTaken();
    void checkOwn_name_isRefused();
    void parse_jobWithoutName_isRefused();
    void function_ofJob_isItsOwnOrTheRegistered();
    void function_unknownName_throws();
    void callFunction_throws_isTheReason_data();
    void callFunction_throws_isTheReason();
    void resultOf_longValue_keepsBothEnds();

private:
    [[nodiscard]] static FunctionTable table();

    const TaskRegistry m_tasks = TaskRegistry::builtIn(table());
};

FunctionTable FunctionTaskTest::table()
{
    FunctionTable functions;
    functions.add(u"tidy.up"_s, [] {});
    functions.add(u"answer"_s, [] { return 42; });
    return functions;
}

void FunctionTaskTest::makeFunction_anyCallable_returnsItsValue_data()
{
    QTest::addColumn<Function>("function");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("nothing") << makeFunction([] {}) << QByteArray();
    QTest::newRow("null") << makeFunction([] { return QJsonValue(); }) << QByteArray();
    QTest::newRow("bool") << makeFunction([] { return false; }) << QByteArray("false");
    QTest::newRow("int") << makeFunction([] { return -7; }) << QByteArray("-7");
    QTest::newRow("long") << makeFunction([] { return 7L; }) << QByteArray("7");
    QTest::newRow("size") << makeFunction([] { return sizeof(char); }) << QByteArray("1");
    QTest::newRow("double") << makeFunction([] { return 0.5; }) << QByteArray("0.5");
    QTest::newRow("float") << makeFunction([] { return 0.5F; }) << QByteArray("0.5");
    QTest::newRow("text") << makeFunction([] { return u"é"_s; }) << QByteArray("\"é\"");
    QTest::newRow("array") << makeFunction([] { return QJsonArray{1, 2}; }) << QByteArray("[1,2]");
    QTest::newRow("object") << makeFunction([] { return QJsonObject{{u"a"_s, 1}}; }) << QByteArray("{\"a\":1}");
    QTest::newRow("told, void") << makeFunction([](const FunctionCall &) {}) << QByteArray();
    QTest::newRow("told, int") << makeFunction([](const FunctionCall &call) { return call.attempt; }) << QByteArray("1");
    QTest::newRow("function") << makeFunction(Function([](const FunctionCall &) { return 3; })) << QByteArray("3");
}

void FunctionTaskTest::makeFunction_anyCallable_returnsItsValue()
{
    QFETCH(const Function, function);
    const TaskResult result = resultOf(callFunction(function, {}));
    QCOMPARE(toString(result.outcome), u"success"_s);
    QTEST(result.output, "output");
}

void FunctionTaskTest::makeFunction_callable_isToldOfTheRun()
{
    Job job;
    job.task = {{u"type"_s, u"function"_s}, {u"arguments"_s, QJsonObject{{u"depth"_s, 3}}}};
    const TaskContext context{.jobId = {u"j"_s}, .runId = {u"r"_s}, .scheduledAt = TimePoint(5ms), .attempt = 2};
    const FunctionCall told = functionCall(job, context);
    QVERIFY(told.jobId == context.jobId);
    QVERIFY(told.runId == context.runId);
    QCOMPARE(told.scheduledAt.time_since_epoch().count(), 5);
    QCOMPARE(told.attempt, 2);
    QCOMPARE(told.arguments, (QJsonObject{{u"depth"_s, 3}}));
    QVERIFY(!told.stop.stop_possible());
}

void FunctionTaskTest::makeFunction_callable_keepsItsState()
{
    const Function function = makeFunction([calls = 0]() mutable { return ++calls; });
    QCOMPARE(function({}), QJsonValue(1));
    QCOMPARE(function({}), QJsonValue(2));
}

void FunctionTaskTest::check_registered_isTakenWithDefaults()
{
    const QJsonObject task{{u"type"_s, u"function"_s}, {u"name"_s, u"tidy.up"_s}, {u"arguments"_s, QJsonObject{{u"a"_s, 1}}},
                           {u"timeout"_s, 1.5}};
    const Result<CheckedTask> checked = m_tasks.check(task);
    QVERIFY(checked);
    QCOMPARE(checked->json, task);
    QVERIFY(checked->misfireGraceTime == milliseconds(24h));
    QVERIFY(checked->delivery == Delivery::AtMostOnce);
    QCOMPARE(checked->name, u"tidy.up"_s);
    QVERIFY(functionTimeout(task) == 1500ms);
    QVERIFY(functionTimeout({}) == 0ms);
}

void FunctionTaskTest::check_wrong_namesTheKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown name") << u"name"_s << QJsonValue(u"tidy.down"_s);
    QTest::newRow("empty name") << u"name"_s << QJsonValue(QString());
    QTest::newRow("no name") << u"name"_s << QJsonValue();
    QTest::newRow("number as name") << u"name"_s << QJsonValue(1);
    QTest::newRow("list of arguments") << u"arguments"_s << QJsonValue(QJsonArray{1});
    QTest::newRow("negative timeout") << u"timeout"_s << QJsonValue(-1);
    QTest::newRow("unknown key") << u"args"_s << QJsonValue(1);
}

void FunctionTaskTest::check_wrong_namesTheKey()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject task{{u"type"_s, u"function"_s}, {u"name"_s, u"tidy.up"_s}};
    task[key] = value;
    const Result<CheckedTask> checked = m_tasks.check(task);
    QVERIFY(!checked);
    QCOMPARE(checked.error().key, key);
}

void FunctionTaskTest::check_unknownName_listsWhatThereIs()
{
    const auto checked = m_tasks.check({{u"type"_s, u"function"_s}, {u"name"_s, u"x"_s}});
    QCOMPARE(checked.error().text(), u"name: The function “x” is not registered; there are answer, tidy.up"_s);
}

void FunctionTaskTest::check_noneRegistered_saysSo()
{
    const auto checked = TaskRegistry::builtIn().check({{u"type"_s, u"function"_s}, {u"name"_s, u"x"_s}});
    QCOMPARE(checked.error().text(), u"name: The function “x” is not registered; none is"_s);
}

void FunctionTaskTest::checkOwn_withoutName_isTaken()
{
    const QJsonObject task{{u"type"_s, u"function"_s}, {u"arguments"_s, QJsonObject{{u"a"_s, 1}}}};
    const Result<CheckedTask> checked = FunctionTask::checkOwn(task);
    QVERIFY(checked);
    QCOMPARE(checked->json, task);
    QVERIFY(checked->misfireGraceTime == milliseconds(24h));
    QVERIFY(!m_tasks.check(task)); // it can't come back from a store
}

void FunctionTaskTest::checkOwn_name_isRefused()
{
    const auto checked = FunctionTask::checkOwn({{u"type"_s, u"function"_s}, {u"name"_s, u"answer"_s}});
    QVERIFY(!checked);
    QCOMPARE(checked.error().key, u"name"_s);
}

void FunctionTaskTest::parse_jobWithoutName_isRefused()
{
    const QJsonObject json{{u"task"_s, QJsonObject{{u"type"_s, u"function"_s}}}};
    const TriggerKinds kinds = TriggerKinds::builtIn();
    const JobContext context{{kinds, Zone(), TimePoint()}, [this](const QJsonObject &task) { return m_tasks.check(task); }};
    const Result<Job> job = Job::parse(json, context);
    QVERIFY(!job);
    QCOMPARE(job.error().key, u"name"_s);
}

void FunctionTaskTest::function_ofJob_isItsOwnOrTheRegistered()
{
    Job job;
    job.task = {{u"type"_s, u"function"_s}, {u"name"_s, u"answer"_s}};
    QCOMPARE((*m_tasks.function(job))({}), QJsonValue(42));
    job.function = std::make_shared<const Function>(makeFunction([] { return 1; }));
    QCOMPARE((*m_tasks.function(job))({}), QJsonValue(1));
    Job waits;
    waits.task = {{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}};
    QVERIFY(!m_tasks.function(waits));
}

void FunctionTaskTest::function_unknownName_throws()
{
    Job job;
    job.task = {{u"type"_s, u"function"_s}, {u"name"_s, u"x"_s}};
    const TaskResult result = resultOf(callFunction(*m_tasks.function(job), {}));
    QCOMPARE(toString(result.outcome), u"error"_s);
    QVERIFY(result.reason.contains(u"“x” is not registered"_s));
}

void FunctionTaskTest::callFunction_throws_isTheReason_data()
{
    QTest::addColumn<Function>("function");
    QTest::addColumn<QString>("reason");
    QTest::newRow("exception") << makeFunction([] { throw std::runtime_error("no möre paper"); }) << u"no möre paper"_s;
    QTest::newRow("without a text") << makeFunction([] { throw std::runtime_error(""); })
                                    << u"The function threw an exception without a text"_s;
    QTest::newRow("something") << makeFunction([] { throw 42; }) << u"The function threw something that is no std::exception"_s;
    QTest::newRow("empty function") << Function() << u"bad_function_call"_s;
}

void FunctionTaskTest::callFunction_throws_isTheReason()
{
    QFETCH(const Function, function);
    const TaskResult result = resultOf(callFunction(function, {}));
    QCOMPARE(toString(result.outcome), u"error"_s);
    QTEST(result.reason, "reason");
}

void FunctionTaskTest::resultOf_longValue_keepsBothEnds()
{
    const TaskResult result = resultOf(QJsonValue(QString(OutputLimit, u'a') + QString(OutputLimit, u'b')));
    QCOMPARE(result.output.size(), OutputLimit);
    QVERIFY(result.outputTruncated);
    QVERIFY(result.output.startsWith("\"a"));
    QVERIFY(result.output.endsWith("b\""));
}

REVEILLE_TEST(FunctionTaskTest)

#include "tst_functiontask.moc"
