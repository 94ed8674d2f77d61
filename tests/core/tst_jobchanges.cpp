// SPDX-License-Identifier: MIT
// What changes a job: its handle, modifying, rescheduling, replacing, a next run time that is given.
#include "tests/support/program.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace reveille;
using namespace Qt::StringLiterals;

class JobChangesTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void handle_liveJob_isChangedAndRemoved();
    void handle_pendingJob_isChangedAndRemoved();
    void modifyJob_function_staysWithItsJob();
    void nextRunTime_given_survivesAnEdit();
    void nextRunTime_given_survivesAClockSetBack();
    void nextRunTime_given_survivesARestart_data();
    void nextRunTime_given_survivesARestart();
    void nextRunTime_amongTheOptionsOfAFunction_leavesItsTrigger();
    void modifyJob_unknownExecutor_isRefused();
    void replace_pending_keepsThePause();
    void replace_pending_keepsTheAnchor();
    void replace_afterARestart_keepsTheAnchorInADatabase();
    void modifyJob_broken_leavesItsTextAlone();
    void modifyJob_nextRunTime_isTheNextOnce_data();
    void modifyJob_nextRunTime_isTheNextOnce();
    void modifyJob_whatCantBeChanged_isRefused_data();
    void modifyJob_whatCantBeChanged_isRefused();
    void reschedule_triggerWithJitter_setsThatOfTheJob();
    void pausedWithoutTrigger_runsOnceItIsResumed_data();
    void pausedWithoutTrigger_runsOnceItIsResumed();
    void reschedule_pending_forgetsTheTimeThatWasGiven();
    void modifyJob_moreRoom_callsWhatIsQueued_data();
    void modifyJob_moreRoom_callsWhatIsQueued();
};

void JobChangesTest::handle_liveJob_isChangedAndRemoved()
{
    Program program;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}, {u"max_instances"_s, 5}})));
    QCOMPARE(job.snapshot()->job->name, u"Renamed"_s);
    QCOMPARE(job.snapshot()->job->maxInstances, 5);
    QVERIFY(program.wait(job.reschedule({{u"type"_s, u"interval"_s}, {u"hours"_s, 1}})));
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1h));
    QVERIFY(program.wait(job.pause()));
    QCOMPARE(job.nextRunTime(), std::nullopt);
    QVERIFY(program.wait(job.resume()));
    QVERIFY(program.wait(job.remove()));
    QVERIFY(!job.snapshot());
    const Result<JobHandle> changed = program.wait(job.modify({{u"name"_s, u"Gone"_s}}));
    QCOMPARE(changed.error().code, ErrorCode::NotFound);
}

void JobChangesTest::handle_pendingJob_isChangedAndRemoved()
{
    Program program;
    int runs = 0;
    const JobHandle kept = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)).value();
    const JobHandle removed = program.wait(program.scheduler->addJob(u"b"_s, [&] { ++runs; }, EachMinute)).value();
    QVERIFY(program.wait(kept.modify({{u"name"_s, u"Renamed"_s}})));
    QVERIFY(program.wait(kept.pause()));
    QVERIFY(kept.snapshot()->status == JobStatus::Paused);
    QVERIFY(program.wait(kept.resume()));
    QVERIFY(program.wait(removed.remove()));
    program.start();
    program.advance(1min);
    QCOMPARE(runs, 1);
    QCOMPARE(kept.snapshot()->job->name, u"Renamed"_s);
}

void JobChangesTest::modifyJob_function_staysWithItsJob()
{
    Program program;
    int runs = 0;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void JobChangesTest::nextRunTime_given_survivesAnEdit()
{
    Program program;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(FunctionJob{
        .id = u"a"_s, .function = makeFunction([] {}), .trigger = EachMinute, .nextRunTime = Start + 24h})).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    QVERIFY(program.wait(job.pause()));
    QVERIFY(program.wait(job.resume()));
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 24h));
}

void JobChangesTest::nextRunTime_given_survivesAClockSetBack()
{
    Program program;
    int runs = 0;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(FunctionJob{
        .id = u"a"_s, .function = makeFunction([&] { ++runs; }), .trigger = EachMinute, .nextRunTime = Start + 1h})).value();
    program.advance(10min);
    program.advance(-30min);
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1h));
    program.advance(80min);
    QCOMPARE(runs, 1);
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1h + 1min)); // from here on it is the trigger's
    program.advance(-30min);
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1h + 1min));
}

void JobChangesTest::nextRunTime_given_survivesARestart_data()
{
    QTest::addColumn<milliseconds>("given");
    QTest::newRow("no time of the trigger") << milliseconds(24h + 1234ms);
    QTest::newRow("a time of the trigger") << milliseconds(24h);
}

// In a database, also where others edited the job before; a time that nobody gave is put right as before.
void JobChangesTest::nextRunTime_given_survivesARestart()
{
    QFETCH(milliseconds, given);
    const QTemporaryDir folder;
    const QVariantMap settings{{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)}};
    const auto json = [](const QString &id) {
        return QJsonObject{{u"id"_s, id}, {u"task"_s, QJsonObject{{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}}}, {u"trigger"_s, EachMinute}};
    };
    const auto nextOf = [](Program &program, const QString &id) { return program.scheduler->job({id})->nextRunTime; };
    const auto refuse = NewJob::IfKnown::Refuse;
    {
        Program program(settings);
        QVERIFY(program.wait(program.scheduler->addJob(json(u"given"_s), refuse, Start + given)));
        QVERIFY(program.wait(program.scheduler->addJob(json(u"edited"_s), refuse, Start + given)));
        QVERIFY(program.wait(program.scheduler->addJob(json(u"replaced"_s))));
        QVERIFY(program.wait(program.scheduler->addJob(json(u"replaced"_s), NewJob::IfKnown::Replace, Start + given)));
        QVERIFY(program.wait(program.scheduler->addJob(json(u"nobody's"_s))));
        program.start();
        QVERIFY(program.wait(program.scheduler->modifyJob({u"edited"_s}, {{u"name"_s, u"Renamed"_s}})));
        QVERIFY(program.wait(program.scheduler->shutdown(0ms)));
    }
    for (int start = 0; start < 2; ++start) {
        Program program(settings);
        program.start();
        QVERIFY(program.wait(program.scheduler->allJobs()));
        for (const QString &id : {u"given"_s, u"edited"_s, u"replaced"_s})
            QCOMPARE(nextOf(program, id), OptionalTime(Start + given));
        QCOMPARE(nextOf(program, u"nobody's"_s), OptionalTime(Start + 1min));
        QVERIFY(program.wait(program.scheduler->shutdown(0ms)));
    }
}

void JobChangesTest::nextRunTime_amongTheOptionsOfAFunction_leavesItsTrigger()
{
    Program program;
    program.start();
    int runs = 0;
    const QJsonObject options{{u"trigger"_s, EachMinute}, {u"next_run_time"_s, formatInstant(Start + 30s)}};
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, {}, options)).value();
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 30s));
    program.advance(30s);
    QCOMPARE(runs, 1);
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1min));
}

void JobChangesTest::modifyJob_unknownExecutor_isRefused()
{
    Program program;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).value();
    QCOMPARE(program.errorOf(job.modify({{u"executor"_s, u"robot"_s}})).key, u"executor"_s);
    QCOMPARE(job.snapshot()->job->executor, u"default"_s);
}

void JobChangesTest::replace_pending_keepsThePause()
{
    Program program;
    const FunctionJob row{.id = u"a"_s, .function = makeFunction([] {}), .trigger = EachMinute, .ifKnown = NewJob::IfKnown::Replace};
    const JobHandle job = program.wait(program.scheduler->addJob(row)).value();
    QVERIFY(program.wait(job.pause()));
    QVERIFY(program.wait(program.scheduler->addJob(row)));
    program.start();
    QVERIFY(job.snapshot()->status == JobStatus::Paused);
}

void JobChangesTest::replace_pending_keepsTheAnchor()
{
    Program program;
    const FunctionJob row{.id = u"a"_s, .function = makeFunction([] {}), .trigger = EachMinute, .ifKnown = NewJob::IfKnown::Replace};
    QVERIFY(program.wait(program.scheduler->addJob(row)));
    program.clock.advance(30s);
    const JobHandle job = program.wait(program.scheduler->addJob(row)).value();
    program.start();
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1min));
}

void JobChangesTest::replace_afterARestart_keepsTheAnchorInADatabase()
{
    const QTemporaryDir folder;
    const QVariantMap settings{{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)}};
    const QJsonObject json{{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}}},
                           {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"hours"_s, 1}}}};
    {
        Program program(settings);
        QVERIFY(program.wait(program.scheduler->addJob(json, NewJob::IfKnown::Replace)));
        program.start();
        QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    }
    Program again(settings);
    again.clock.advance(50min);
    const JobHandle job = again.wait(again.scheduler->addJob(json, NewJob::IfKnown::Replace)).value();
    again.start();
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 1h));
    QVERIFY(again.wait(again.scheduler->shutdown(1s)));
}

void JobChangesTest::modifyJob_broken_leavesItsTextAlone()
{
    Program program;
    auto store = std::make_unique<MemoryStore>();
    MemoryStore *memory = store.get();
    QVERIFY(memory->open().result());
    JobRecord record;
    record.id = {u"a"_s};
    record.data = QByteArray(R"({"id": "a", "task": {"type": "from the future"}, "trigger": {"type": "cron", "hour": 3}})");
    QVERIFY(memory->add({record}).result());
    QVERIFY(memory->close().result());
    QVERIFY(program.wait(program.scheduler->addJobStore(u"default"_s, std::move(store))));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Job a is broken"_s));
    program.start();
    QVERIFY(program.wait(program.scheduler->allJobs()));
    QCOMPARE(program.errorOf(program.scheduler->modifyJob({u"a"_s}, {{u"name"_s, u"Renamed"_s}})).code, ErrorCode::Refused);
    QVERIFY(memory->jobs({{u"a"_s}}).result()->first().data == record.data);
    QVERIFY(program.wait(program.scheduler->exportJobs()).value().isEmpty());
}

void JobChangesTest::modifyJob_nextRunTime_isTheNextOnce_data()
{
    QTest::addColumn<bool>("isPending");
    QTest::newRow("before the start") << true;
    QTest::newRow("while it runs") << false;
}

void JobChangesTest::modifyJob_nextRunTime_isTheNextOnce()
{
    QFETCH(bool, isPending);
    Program program;
    int runs = 0;
    if (!isPending)
        program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)).value();
    QVERIFY(program.wait(job.modify({{u"next_run_time"_s, formatInstant(Start + 90s)}})));
    if (isPending)
        program.start();
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 90s));
    program.advance(90s);
    QCOMPARE(runs, 1);
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 2min));
}

void JobChangesTest::modifyJob_whatCantBeChanged_isRefused_data()
{
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<QString>("key");
    QTest::newRow("another id") << QJsonObject{{u"id"_s, u"b"_s}} << u"id"_s;
    QTest::newRow("no next time") << QJsonObject{{u"next_run_time"_s, QJsonValue()}} << u"next_run_time"_s;
    QTest::newRow("no instant") << QJsonObject{{u"next_run_time"_s, u"soon"_s}} << u"next_run_time"_s;
    QTest::newRow("a time without a trigger") << QJsonObject{{u"next_run_time"_s, u"2026-11-20T01:00:00Z"_s}, {u"trigger"_s, QJsonValue()}}
                                              << u"trigger"_s;
}

void JobChangesTest::modifyJob_whatCantBeChanged_isRefused()
{
    QFETCH(QJsonObject, changes);
    QFETCH(QString, key);
    Program program;
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).value();
    QCOMPARE(program.errorOf(job.modify(changes)).key, key);
    program.start();
    QCOMPARE(program.errorOf(job.modify(changes)).key, key);
    QVERIFY(program.wait(job.modify({{u"id"_s, u"a"_s}})));
    QVERIFY(program.wait(job.modify(job.snapshot()->toJson()))); // as it is shown
    QVERIFY(!job.snapshot()->givenTime);
}

void JobChangesTest::reschedule_triggerWithJitter_setsThatOfTheJob()
{
    Program program;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"jitter"_s, 5}})).value();
    QVERIFY(program.wait(job.reschedule({{u"type"_s, u"interval"_s}, {u"minutes"_s, 5}, {u"jitter"_s, 30}})));
    QCOMPARE(job.snapshot()->job->jitter, milliseconds(30s));
    QVERIFY(program.wait(job.reschedule(EachMinute)));
    QCOMPARE(job.snapshot()->job->jitter, milliseconds(30s));
}

void JobChangesTest::pausedWithoutTrigger_runsOnceItIsResumed_data()
{
    QTest::addColumn<bool>("isPending");
    QTest::newRow("before the start") << true;
    QTest::newRow("while it runs") << false;
}

void JobChangesTest::pausedWithoutTrigger_runsOnceItIsResumed()
{
    QFETCH(bool, isPending);
    Program program;
    int runs = 0;
    if (!isPending)
        program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, {}, {{u"paused"_s, !isPending}})).value();
    if (isPending) {
        QVERIFY(program.wait(job.pause()));
        program.start();
    }
    program.advance(1min);
    QCOMPARE(runs, 0);
    QVERIFY(program.wait(job.resume()));
    program.advance(1min);
    QCOMPARE(runs, 1);
    QVERIFY(program.wait(job.pause()));
    QVERIFY(program.wait(job.resume()));
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void JobChangesTest::reschedule_pending_forgetsTheTimeThatWasGiven()
{
    Program program;
    const JobHandle job = program.wait(program.scheduler->addJob(FunctionJob{
        .id = u"a"_s, .function = makeFunction([] {}), .trigger = EachMinute, .nextRunTime = Start + 24h})).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    QCOMPARE(job.snapshot()->givenTime, OptionalTime(Start + 24h));
    QCOMPARE(program.errorOf(job.reschedule({{u"type"_s, u"date"_s}, {u"run_date"_s, u"2020-01-01T00:00:00Z"_s}})).key, u"trigger"_s);
    QVERIFY(program.wait(job.reschedule({{u"type"_s, u"interval"_s}, {u"minutes"_s, 5}})));
    program.start();
    QCOMPARE(job.nextRunTime(), OptionalTime(Start + 5min));
}

void JobChangesTest::modifyJob_moreRoom_callsWhatIsQueued_data()
{
    QTest::addColumn<QJsonObject>("changes");
    QTest::newRow("more instances") << QJsonObject{{u"max_instances"_s, 2}};
    QTest::newRow("overlap allowed") << QJsonObject{{u"overlap"_s, u"allow"_s}};
}

void JobChangesTest::modifyJob_moreRoom_callsWhatIsQueued()
{
    QFETCH(QJsonObject, changes);
    Program program({{u"reveille.executors.default.type"_s, u"threadpool"_s}});
    QSemaphore mayEnd;
    std::atomic<int> begun = 0;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++begun; mayEnd.acquire(); }, EachMinute,
                                                                 {{u"overlap"_s, u"queue"_s}})).value();
    program.advance(1min);
    QTRY_COMPARE(begun.load(), 1);
    program.advance(1min);
    QCOMPARE(begun.load(), 1);
    const Result<JobHandle> changed = program.wait(job.modify(changes));
    QTRY_COMPARE(begun.load(), 2);
    mayEnd.release(10);
    QVERIFY(changed);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

REVEILLE_TEST(JobChangesTest)

#include "tst_jobchanges.moc"
