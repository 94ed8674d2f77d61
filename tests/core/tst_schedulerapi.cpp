// SPDX-License-Identifier: MIT
#include "tests/support/program.h"

#include <QTemporaryDir>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

class SchedulerApiTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void addJob_beforeStart_isPendingAndRunsAfterStart();
    void addJob_pendingTwice_isAConflictUnlessReplaced();
    void addJob_withoutTrigger_runsOnceNow();
    void addJob_nextRunTime_isTheFirst();
    void pruneHistory_keepsWhatTheConfigurationSays();
    void addJob_replace_keepsPauseAndAnchor();
    void addJob_unregisteredFunction_saysWhatThereIs();
    void addJob_lambdaInADatabase_isRefused();
    void addJob_registeredFunction_getsItsArguments();
    void addJobs_table_addsAllOrNone();
    void start_editsMeanwhile_waitForTheJobsOfAllStores();
    void addJob_unknownAliases_areRefused();
    void export_import_givesTheSameJobs();
    void import_wrongJob_saysWhichAndAddsNone();
    void describeJobs_saysStoreAndTime();
    void addJob_nextRunTimeWithoutTrigger_runsOnceThen();
    void events_ofEdits_areToldInOrder_data();
    void events_ofEdits_areToldInOrder();
    void eventTypes_areApschedulersCodes();
    void export_whileLoading_hasAllJobs();
    void runNow_twiceAtOnceAndBothFail_areBothTriedAgain_data();
    void runNow_twiceAtOnceAndBothFail_areBothTriedAgain();
};

void SchedulerApiTest::addJob_beforeStart_isPendingAndRunsAfterStart()
{
    Program program;
    int runs = 0;
    const Result<JobHandle> job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute));
    QVERIFY(job);
    QVERIFY(job->isPending());
    QCOMPARE(program.ids(), QStringList{u"a"_s});
    program.start();
    QVERIFY(!job->isPending());
    program.advance(1min);
    program.advance(1min);
    QCOMPARE(runs, 2);
}

void SchedulerApiTest::addJob_pendingTwice_isAConflictUnlessReplaced()
{
    Program program;
    int first = 0;
    int second = 0;
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { ++first; }, EachMinute)));
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [&] { ++second; }, EachMinute)).code, ErrorCode::Conflict);
    QVERIFY(program.wait(program.scheduler->addJob(
        FunctionJob{.id = u"a"_s, .function = makeFunction([&] { ++second; }), .trigger = EachMinute, .ifKnown = NewJob::IfKnown::Replace})));
    QCOMPARE(program.ids(), QStringList{u"a"_s});
    program.start();
    program.advance(1min);
    QCOMPARE(std::pair(first, second), std::pair(0, 1));
}

void SchedulerApiTest::addJob_withoutTrigger_runsOnceNow()
{
    Program program;
    int runs = 0;
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; })));
    program.advance(1min);
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void SchedulerApiTest::addJob_nextRunTime_isTheFirst()
{
    Program program;
    QList<TimePoint> times;
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(FunctionJob{
        .id = u"a"_s, .function = makeFunction([&](const FunctionCall &call) { times.append(call.scheduledAt); }), .trigger = EachMinute,
        .nextRunTime = Start + 10s})));
    program.advance(10s);
    QCOMPARE(times, QList<TimePoint>{Start + 10s});
    program.advance(50s);
    QCOMPARE(times, (QList<TimePoint>{Start + 10s, Start + 1min}));
}

void SchedulerApiTest::pruneHistory_keepsWhatTheConfigurationSays()
{
    Program program({{u"reveille.executors.default.type"_s, u"eventloop"_s}, {u"reveille.retention.days"_s, 2}, {u"reveille.retention.runs_per_job"_s, 3}});
    program.start();
    const auto count = [&](const QString &id) { return program.wait(program.scheduler->runs({.jobId = JobId{id}})).value().size(); };
    QVERIFY(program.wait(program.scheduler->addJob(u"often"_s, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"once a day"_s, [] {}, {{u"type"_s, u"interval"_s}, {u"days"_s, 1}})));
    for (int minute = 0; minute < 5; ++minute)
        program.advance(1min);
    QVERIFY(program.wait(program.scheduler->pruneHistory()));
    QCOMPARE(count(u"often"_s), 3);
    for (int day = 0; day < 5; ++day)
        program.advance(24h);
    program.advance(1h);
    QVERIFY(program.wait(program.scheduler->pruneHistory(u"default"_s)));
    QCOMPARE(count(u"once a day"_s), 2);
    QVERIFY(!program.wait(program.scheduler->pruneHistory(u"nowhere"_s)));
    QVERIFY(!program.scheduler->setRetention({}));
}

void SchedulerApiTest::addJob_replace_keepsPauseAndAnchor()
{
    Program program;
    program.start();
    const QJsonObject json{{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}}}, {u"trigger"_s, EachMinute}};
    const Result<JobHandle> job = program.wait(program.scheduler->addJob(json));
    QVERIFY(job);
    program.advance(40s);
    QVERIFY(program.wait(program.scheduler->addJob(json, NewJob::IfKnown::Replace)));
    QCOMPARE(job->nextRunTime(), OptionalTime(Start + 1min));
    QVERIFY(program.wait(job->pause()));
    QVERIFY(program.wait(program.scheduler->addJob(json, NewJob::IfKnown::Replace)));
    QVERIFY(job->snapshot()->status == JobStatus::Paused);
}

void SchedulerApiTest::addJob_unregisteredFunction_saysWhatThereIs()
{
    FunctionTable functions;
    functions.add(u"tidy"_s, [] {});
    Program program({}, functions);
    const Error error = program.errorOf(program.scheduler->addJob(
        {{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"tidi"_s}}}, {u"trigger"_s, EachMinute}}));
    QCOMPARE(error.key, u"name"_s);
    QVERIFY2(error.message.contains(u"tidi"_s) && error.message.contains(u"tidy"_s), qPrintable(error.message));
}

void SchedulerApiTest::addJob_lambdaInADatabase_isRefused()
{
    QTemporaryDir folder;
    Program program({{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)},
                     {u"reveille.executors.default.type"_s, u"threadpool"_s}});
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).key, u"store"_s);
    program.start();
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).key, u"store"_s);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

void SchedulerApiTest::addJob_registeredFunction_getsItsArguments()
{
    QTemporaryDir folder;
    QJsonObject arguments;
    FunctionTable functions;
    functions.add(u"note"_s, [&](const FunctionCall &call) { arguments = call.arguments; });
    Program program({{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)},
                     {u"reveille.executors.default.type"_s, u"eventloop"_s}}, functions);
    program.start();
    const QJsonObject given{{u"list"_s, QJsonArray{1, 2}}};
    QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"trigger"_s, EachMinute},
        {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"note"_s}, {u"arguments"_s, given}}}})));
    program.advance(1min);
    QTRY_COMPARE(arguments, given);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

void SchedulerApiTest::addJobs_table_addsAllOrNone()
{
    Program program;
    program.start();
    int runs = 0;
    const Function count = makeFunction([&] { ++runs; });
    const QList<FunctionJob> table{{u"a"_s, count, EachMinute}, {u"b"_s, count, {{u"type"_s, u"interval"_s}, {u"minutes"_s, 2}}}};
    QVERIFY(program.wait(program.scheduler->addJobs(table)));
    program.advance(2min);
    QCOMPARE(runs, 2);
    const auto answer = program.wait(program.scheduler->addJobs(QList<FunctionJob>{{u"c"_s, count, EachMinute}, {u"d"_s, count, {{u"type"_s, u"never"_s}}}}));
    QCOMPARE(answer.error().key, u"d.type"_s);
    QCOMPARE(program.ids(), (QStringList{u"a"_s, u"b"_s}));
}

void SchedulerApiTest::start_editsMeanwhile_waitForTheJobsOfAllStores()
{
    QTemporaryDir folder;
    FunctionTable functions;
    functions.add(u"tidy"_s, [] {});
    const QVariantMap settings{{u"reveille.jobstores.disk.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)},
                               {u"reveille.executors.default.type"_s, u"eventloop"_s}};
    Program before(settings, functions);
    before.start();
    QVERIFY(before.wait(before.scheduler->addJob({{u"id"_s, u"a"_s}, {u"store"_s, u"disk"_s}, {u"trigger"_s, EachMinute},
        {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"tidy"_s}}}})));
    QVERIFY(before.wait(before.scheduler->shutdown(1s)));
    Program program(settings, functions);
    const auto started = program.scheduler->start();
    const auto paused = program.scheduler->pauseJobs({{u"a"_s}});
    const auto run = program.scheduler->runNow({u"a"_s});
    QVERIFY(program.wait(started));
    QVERIFY(program.wait(paused));
    QVERIFY(program.wait(run));
    QVERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Paused);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

void SchedulerApiTest::addJob_unknownAliases_areRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"store"_s, u"attic"_s}})).key, u"store"_s);
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"executor"_s, u"robot"_s}})).key, u"executor"_s);
}

void SchedulerApiTest::export_import_givesTheSameJobs()
{
    FunctionTable functions;
    functions.add(u"tidy"_s, [] {});
    Program program({}, functions);
    program.start();
    const QJsonObject task{{u"type"_s, u"function"_s}, {u"name"_s, u"tidy"_s}};
    for (const QString &id : {u"a"_s, u"b"_s})
        QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, id}, {u"task"_s, task}, {u"trigger"_s, EachMinute}, {u"tags"_s, QJsonArray{id}}})));
    QVERIFY(program.wait(program.scheduler->addJob(u"lambda"_s, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"later"_s}, {u"task"_s, task}, {u"trigger"_s, EachMinute}}, NewJob::IfKnown::Refuse, Start + 1h)));
    const QJsonArray exported = program.wait(program.scheduler->exportJobs()).value();
    QCOMPARE(exported.size(), 3);

    Program other({}, functions);
    other.start();
    QVERIFY(other.wait(other.scheduler->importJobs(exported)));
    QCOMPARE(other.wait(other.scheduler->exportJobs()).value(), exported);
    QCOMPARE(other.scheduler->job({u"later"_s})->nextRunTime, OptionalTime(Start + 1h));
    QJsonObject shown = program.scheduler->job({u"a"_s})->toJson(); // as it is shown: nobody chose when it runs next
    shown.insert(u"id"_s, u"shown"_s);
    QVERIFY(other.wait(other.scheduler->addJob(shown)));
    QVERIFY(!other.scheduler->job({u"shown"_s})->givenTime);
    QVERIFY(other.wait(other.scheduler->removeJobs({{u"shown"_s}})));
    QCOMPARE(other.wait(other.scheduler->importJobs(exported)).error().code, ErrorCode::Conflict);
    QVERIFY(other.wait(other.scheduler->importJobs(exported, NewJob::IfKnown::Replace)));
}

void SchedulerApiTest::import_wrongJob_saysWhichAndAddsNone()
{
    Program program;
    program.start();
    const QJsonObject task{{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}};
    const auto answer = program.wait(program.scheduler->importJobs(
        {QJsonObject{{u"id"_s, u"a"_s}, {u"task"_s, task}}, QJsonObject{{u"id"_s, u"b"_s}, {u"task"_s, task}, {u"jitter"_s, -1}}}));
    QCOMPARE(answer.error().key, u"1.jitter"_s);
    const auto noTime = program.wait(program.scheduler->importJobs({QJsonObject{{u"id"_s, u"a"_s}, {u"task"_s, task}, {u"next_run_time"_s, u"soon"_s}}}));
    QCOMPARE(noTime.error().key, u"0.next_run_time"_s);
    QVERIFY(program.ids().isEmpty());
}

void SchedulerApiTest::describeJobs_saysStoreAndTime()
{
    Program program;
    QCOMPARE(program.scheduler->describeJobs(), u"No jobs\n"_s);
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"name"_s, u"Tick"_s}})));
    QVERIFY(program.scheduler->describeJobs().startsWith(u"Pending jobs:\n    Tick ("_s));
    program.start();
    const QString text = program.scheduler->describeJobs();
    QVERIFY2(text.startsWith(u"Job store default:\n    Tick ("_s) && text.contains(u"2026-11-20T00:01:00Z"_s), qPrintable(text));
}

void SchedulerApiTest::addJob_nextRunTimeWithoutTrigger_runsOnceThen()
{
    Program program;
    program.start();
    int runs = 0;
    QVERIFY(program.wait(program.scheduler->addJob(FunctionJob{.id = u"a"_s, .function = makeFunction([&] { ++runs; }), .nextRunTime = Start + 1h})));
    program.advance(59min);
    QCOMPARE(runs, 0);
    program.advance(1min);
    program.advance(1h);
    QCOMPARE(runs, 1);
}

void SchedulerApiTest::events_ofEdits_areToldInOrder_data()
{
    QTest::addColumn<bool>("isPending");
    QTest::newRow("before the start") << true;
    QTest::newRow("while it runs") << false;
}

void SchedulerApiTest::events_ofEdits_areToldInOrder()
{
    QFETCH(bool, isPending);
    Program program;
    QStringList events;
    QObject::connect(program.scheduler.get(), &QtScheduler::eventsHappened, program.scheduler.get(), [&](const QList<Event> &news) {
        for (const Event &event : news) {
            if (event.type >= EventType::AllJobsRemoved && event.type <= EventType::JobModified)
                events.append(toString(event.type) + u' ' + event.jobId().value);
        }
    });
    if (!isPending)
        program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    QVERIFY(program.wait(job.pause()));
    QVERIFY(program.wait(job.remove()));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->removeAllJobs()));
    if (isPending)
        program.start();
    QStringList expected{u"job_modified a"_s, u"job_modified a"_s, u"job_removed a"_s, u"job_removed b"_s, u"all_jobs_removed "_s};
    if (!isPending) { // what is pending is added when it is stored
        expected.insert(3, u"job_added b"_s);
        expected.prepend(u"job_added a"_s);
    }
    QTRY_COMPARE(events, expected);
}

// As in apscheduler.events.
void SchedulerApiTest::eventTypes_areApschedulersCodes()
{
    const QList<EventType> types{
        EventType::SchedulerStarted, EventType::SchedulerShutdown, EventType::SchedulerPaused, EventType::SchedulerResumed, EventType::ExecutorAdded,
        EventType::ExecutorRemoved, EventType::JobStoreAdded, EventType::JobStoreRemoved, EventType::AllJobsRemoved, EventType::JobAdded,
        EventType::JobRemoved, EventType::JobModified, EventType::JobExecuted, EventType::JobError, EventType::JobMissed, EventType::JobSubmitted,
        EventType::JobMaxInstances};
    for (qsizetype i = 0; i < types.size(); ++i)
        QCOMPARE(quint32(types[i]), 1u << i);
}

void SchedulerApiTest::export_whileLoading_hasAllJobs()
{
    const QTemporaryDir folder;
    const QVariantMap settings{{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)}};
    constexpr int Jobs = 5000; // more than a page
    {
        Program program(settings);
        QJsonArray jobs;
        for (int i = 0; i < Jobs; ++i)
            jobs.append(QJsonObject{{u"task"_s, QJsonObject{{u"type"_s, u"command"_s}, {u"program"_s, u"true"_s}}}, {u"trigger"_s, EachMinute}});
        program.start();
        QVERIFY(program.wait(program.scheduler->importJobs(jobs)));
        QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    }
    Program again(settings);
    again.start();
    QCOMPARE(again.wait(again.scheduler->exportJobs()).value().size(), Jobs);
    QVERIFY(again.wait(again.scheduler->shutdown(1s)));
}

void SchedulerApiTest::runNow_twiceAtOnceAndBothFail_areBothTriedAgain_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("memory") << u"memory:"_s;
    QTest::newRow("SQLite") << u"sqlite:%1/jobs.sqlite"_s;
}

void SchedulerApiTest::runNow_twiceAtOnceAndBothFail_areBothTriedAgain()
{
    QFETCH(QString, url);
    const QTemporaryDir folder;
    int runs = 0;
    FunctionTable functions;
    functions.add(u"fail"_s, [&] { ++runs; throw std::runtime_error("no paper"); });
    Program program({{u"reveille.jobstores.default.url"_s, url.contains(u'%') ? url.arg(folder.path()) : url},
                     {u"reveille.executors.default.type"_s, u"eventloop"_s}}, functions);
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"trigger"_s, EachMinute}, {u"overlap"_s, u"allow"_s},
        {u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 10}}},
        {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"fail"_s}}}})));
    const auto one = program.scheduler->runNow({u"a"_s});
    const auto other = program.scheduler->runNow({u"a"_s});
    QVERIFY(program.wait(one));
    QVERIFY(program.wait(other));
    program.advance(1ms);
    QTRY_COMPARE(runs, 2);
    QTRY_COMPARE(program.wait(program.scheduler->runs({.outcome = Outcome::Error})).value().size(), 2);
    program.advance(11s);
    QTRY_COMPARE(runs, 4);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

REVEILLE_TEST(SchedulerApiTest)
#include "tst_schedulerapi.moc"
