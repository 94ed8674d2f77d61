// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");
const QJsonObject EachMinute{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}};

/// A scheduler as a program makes it, on a fake clock, with functions on its event loop.
struct Program
{
    FakeClock clock{Start};
    SchedulerParts parts;
    std::unique_ptr<QtScheduler> scheduler;

    explicit Program(const QVariantMap &settings = {{u"reveille.executors.default.type"_s, u"eventloop"_s}}, const FunctionTable &functions = {})
    {
        parts.clock = &clock;
        parts.functions = functions;
        scheduler = std::make_unique<QtScheduler>(parts);
        const Result<SchedulerConfig> config = SchedulerConfig::fromMap(settings);
        QVERIFY(config);
        QVERIFY(scheduler->configure(*config));
    }

    template<typename T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    void start() { QVERIFY(wait(scheduler->start())); }
    void advance(milliseconds by)
    {
        clock.advance(by);
        scheduler->wakeUp();
        for (int turns = 0; turns < 20; ++turns)
            QCoreApplication::processEvents();
    }
    QStringList ids()
    {
        QStringList ids;
        for (const JobSnapshot &snapshot : scheduler->jobs())
            ids.append(snapshot.job->id.value);
        return ids;
    }
    Error errorOf(QFuture<Result<JobHandle>> future)
    {
        const Result<JobHandle> answer = wait(future);
        return answer ? Error() : answer.error();
    }
};

} // namespace

class SchedulerApiTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void addJob_beforeStart_isPendingAndRunsAfterStart();
    void addJob_pendingTwice_isAConflictUnlessReplaced();
    void addJob_withoutTrigger_runsOnceNow();
    void addJob_nextRunTime_isTheFirst();
    void addJob_replace_keepsPauseAndAnchor();
    void addJob_unregisteredFunction_saysWhatThereIs();
    void addJob_lambdaInADatabase_isRefused();
    void addJob_registeredFunction_getsItsArguments();
    void addJobs_table_addsAllOrNone();
    void addJob_unknownAliases_areRefused();
    void jobDefaults_areThoseOfTheConfiguration();
    void handle_liveJob_isChangedAndRemoved();
    void handle_pendingJob_isChangedAndRemoved();
    void modifyJob_function_staysWithItsJob();
    void stores_two_keepTheirJobsApart();
    void removeJobStore_itsJobs_areGone();
    void removeAllJobs_oneStore_leavesTheOthers();
    void executors_addedAndRemoved_tellSo();
    void start_paused_startsNothing();
    void start_again_isRefused();
    void configure_afterStart_isRefused();
    void config_data();
    void config();
    void config_iniFile();
    void export_import_givesTheSameJobs();
    void import_wrongJob_saysWhichAndAddsNone();
    void describeJobs_saysStoreAndTime();
    void listener_maskAndOrder();
    void listener_throwingOrSlow_harmsNobody();
    void function_throws_isAnError();
    void addJob_nextRunTimeWithoutTrigger_runsOnceThen();
    void nextRunTime_given_survivesAnEdit();
    void nextRunTime_given_survivesAClockSetBack();
    void nextRunTime_given_survivesARestart_data();
    void nextRunTime_given_survivesARestart();
    void modifyJob_unknownExecutor_isRefused();
    void replace_pending_keepsThePause();
    void replace_afterARestart_keepsTheAnchorInADatabase();
    void start_pendingThatIsStored_startsNothingAndMayBeTriedAgain();
    void shutdown_whileStarting_startsNothing();
    void shutdown_hungStore_namesItAfterItsPatience();
    void removeJobStore_withARun_waitsForIt();
    void removeExecutor_active_isRefusedAndThenWorksFromTheAnswer();
    void modifyJob_broken_leavesItsTextAlone();
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
    Program program({{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)}});
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

void SchedulerApiTest::addJob_unknownAliases_areRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"store"_s, u"attic"_s}})).key, u"store"_s);
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"executor"_s, u"robot"_s}})).key, u"executor"_s);
}

void SchedulerApiTest::jobDefaults_areThoseOfTheConfiguration()
{
    Program program({{u"apscheduler.job_defaults.coalesce"_s, false}, {u"apscheduler.job_defaults.max_instances"_s, 3},
                     {u"apscheduler.job_defaults.misfire_grace_time"_s, 15}, {u"apscheduler.timezone"_s, u"Asia/Shanghai"_s}});
    const Result<JobHandle> job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"max_instances"_s, 2}}));
    QVERIFY(job);
    const Job &added = *job->snapshot()->job;
    QCOMPARE(added.coalesce, Coalesce::All);
    QCOMPARE(added.maxInstances, 2);
    QCOMPARE(added.misfireGraceTime, std::optional<milliseconds>(15s));
    QCOMPARE(added.trigger->zone().name(), u"Asia/Shanghai"_s);
}

void SchedulerApiTest::handle_liveJob_isChangedAndRemoved()
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

void SchedulerApiTest::handle_pendingJob_isChangedAndRemoved()
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

void SchedulerApiTest::modifyJob_function_staysWithItsJob()
{
    Program program;
    int runs = 0;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)).value();
    QVERIFY(program.wait(job.modify({{u"name"_s, u"Renamed"_s}})));
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void SchedulerApiTest::stores_two_keepTheirJobsApart()
{
    QTemporaryDir folder;
    const QString url = u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s);
    const QVariantMap settings{{u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.disk.url"_s, url},
                               {u"reveille.executors.default.type"_s, u"eventloop"_s}};
    int runs = 0;
    FunctionTable functions;
    functions.add(u"count"_s, [&] { ++runs; });
    {
        Program program(settings, functions);
        program.start();
        const QJsonObject task{{u"type"_s, u"function"_s}, {u"name"_s, u"count"_s}};
        QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"task"_s, task}, {u"trigger"_s, EachMinute}})));
        QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"b"_s}, {u"task"_s, task}, {u"trigger"_s, EachMinute}, {u"store"_s, u"disk"_s}})));
        QCOMPARE(program.errorOf(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"task"_s, task}, {u"trigger"_s, EachMinute}, {u"store"_s, u"disk"_s}})).code,
                 ErrorCode::Conflict);
        program.advance(1min);
        QTRY_COMPARE(runs, 2);
        QCOMPARE(program.scheduler->jobs(u"disk"_s).size(), 1);
        QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    }
    Program again(settings, functions);
    again.start();
    QVERIFY(again.wait(again.scheduler->allJobs()));
    QCOMPARE(again.ids(), QStringList{u"b"_s});
    QVERIFY(again.wait(again.scheduler->shutdown(1s)));
}

void SchedulerApiTest::removeJobStore_itsJobs_areGone()
{
    Program program({{u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.other.type"_s, u"memory"_s}});
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [] {}, EachMinute, {{u"store"_s, u"other"_s}})));
    QVERIFY(program.wait(program.scheduler->removeJobStore(u"other"_s)));
    QCOMPARE(program.ids(), QStringList{u"a"_s});
    QCOMPARE(program.scheduler->jobStores(), QStringList{u"default"_s});
}

void SchedulerApiTest::removeAllJobs_oneStore_leavesTheOthers()
{
    Program program({{u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.other.type"_s, u"memory"_s}});
    program.start();
    for (const QString &id : {u"a"_s, u"b"_s})
        QVERIFY(program.wait(program.scheduler->addJob(id, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"c"_s, [] {}, EachMinute, {{u"store"_s, u"other"_s}})));
    QVERIFY(program.wait(program.scheduler->removeAllJobs(u"default"_s)));
    QCOMPARE(program.ids(), QStringList{u"c"_s});
}

void SchedulerApiTest::executors_addedAndRemoved_tellSo()
{
    Program program({{u"reveille.executors.default.type"_s, u"eventloop"_s}, {u"reveille.executors.pool.type"_s, u"threadpool"_s},
                     {u"reveille.executors.pool.max_workers"_s, 2}});
    QStringList events;
    QObject::connect(program.scheduler.get(), &QtScheduler::eventsHappened, program.scheduler.get(), [&](const QList<Event> &news) {
        for (const Event &event : news)
            events.append(toString(event.type));
    });
    program.start();
    QCOMPARE(program.scheduler->executors(), (QStringList{u"default"_s, u"pool"_s}));
    QVERIFY(program.scheduler->removeExecutor(u"pool"_s));
    QCOMPARE(program.scheduler->removeExecutor(u"pool"_s).error().code, ErrorCode::NotFound);
    QTRY_VERIFY(events.contains(u"executor_removed"_s));
}

void SchedulerApiTest::start_paused_startsNothing()
{
    Program program;
    int runs = 0;
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)));
    QVERIFY(program.wait(program.scheduler->start(SchedulerState::Paused)));
    program.advance(5min);
    QCOMPARE(runs, 0);
    QVERIFY(program.wait(program.scheduler->resume()));
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void SchedulerApiTest::start_again_isRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.wait(program.scheduler->start()).error().code, ErrorCode::Refused);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    QCOMPARE(program.wait(program.scheduler->start()).error().code, ErrorCode::Refused);
}

void SchedulerApiTest::configure_afterStart_isRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.scheduler->configure({}).error().code, ErrorCode::Refused);
}

void SchedulerApiTest::config_data()
{
    QTest::addColumn<QVariantMap>("map");
    QTest::addColumn<QString>("wrongKey");
    QTest::newRow("nothing") << QVariantMap() << QString();
    QTest::newRow("of others") << QVariantMap{{u"window.width"_s, 3}} << QString();
    QTest::newRow("nested") << QVariantMap{{u"apscheduler.executors.default"_s, QVariantMap{{u"type"_s, u"threadpool"_s}, {u"max_workers"_s, u"20"_s}}}} << QString();
    QTest::newRow("no limit") << QVariantMap{{u"reveille.job_defaults.misfire_grace_time"_s, QString()}} << QString();
    QTest::newRow("SQLAlchemy") << QVariantMap{{u"apscheduler.jobstores.default.type"_s, u"sqlalchemy"_s}, {u"apscheduler.jobstores.default.url"_s, u"sqlite:///jobs.sqlite"_s}} << QString();
    const auto wrong = [](const char *name, const QString &key, const QVariant &value) { QTest::newRow(name) << QVariantMap{{key, value}} << key; };
    wrong("typing error", u"reveille.jobstore.default.type"_s, u"memory"_s);
    wrong("store type", u"reveille.jobstores.default.type"_s, u"mongodb"_s);
    wrong("store without url", u"reveille.jobstores.default.type"_s, u"postgresql"_s);
    wrong("executor type", u"reveille.executors.default.type"_s, u"gevent"_s);
    wrong("workers", u"reveille.executors.default.max_workers"_s, 0);
    wrong("workers in words", u"reveille.executors.default.max_workers"_s, u"many"_s);
    wrong("coalesce", u"reveille.job_defaults.coalesce"_s, u"perhaps"_s);
    wrong("max instances", u"reveille.job_defaults.max_instances"_s, -1);
    wrong("grace", u"reveille.job_defaults.misfire_grace_time"_s, -5);
    wrong("default", u"reveille.job_defaults.colour"_s, u"red"_s);
    wrong("timezone", u"apscheduler.timezone"_s, u"Mars/Olympus"_s);
}

void SchedulerApiTest::config()
{
    QFETCH(QVariantMap, map);
    QFETCH(QString, wrongKey);
    const Result<SchedulerConfig> config = SchedulerConfig::fromMap(map);
    QCOMPARE(config ? QString() : config.error().key, wrongKey);
    QCOMPARE(config.has_value(), wrongKey.isEmpty());
}

void SchedulerApiTest::config_iniFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"scheduler.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[reveille]\ntimezone=Europe/Berlin\njobstores.default.url=sqlite:jobs.sqlite\nexecutors.default.type=processpool\n"
               "executors.default.max_workers=3\njob_defaults.coalesce=earliest\n[window]\nwidth=3\n");
    file.close();
    const Result<SchedulerConfig> config = SchedulerConfig::fromIniFile(file.fileName());
    QVERIFY2(config, config ? "" : qPrintable(config.error().text()));
    QCOMPARE(config->timezone.name(), u"Europe/Berlin"_s);
    QCOMPARE(config->jobStores.value(u"default"_s), u"sqlite:jobs.sqlite"_s);
    QCOMPARE(config->executors.value(u"default"_s).kind, SchedulerConfig::Executor::Kind::ProcessPool);
    QCOMPARE(config->executors.value(u"default"_s).maxWorkers, std::optional(3));
    QCOMPARE(config->jobDefaults.coalesce, std::optional(Coalesce::Earliest));
    QCOMPARE(SchedulerConfig::fromIniFile(folder.filePath(u"none.ini"_s)).error().code, ErrorCode::Unavailable);
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
    const QJsonArray exported = program.scheduler->exportJobs();
    QCOMPARE(exported.size(), 2);

    Program other({}, functions);
    other.start();
    QVERIFY(other.wait(other.scheduler->importJobs(exported)));
    QCOMPARE(other.scheduler->exportJobs(), exported);
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

void SchedulerApiTest::listener_maskAndOrder()
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
    program.scheduler->removeListener(id);
    QCOMPARE(heard, (QStringList{u"job_submitted"_s, u"job_started"_s, u"job_executed"_s}));
    program.advance(1min);
    QCOMPARE(heard.size(), 3);
}

void SchedulerApiTest::listener_throwingOrSlow_harmsNobody()
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
    program.scheduler->removeListener(slow);
    program.scheduler->removeListener(throwing);
}

void SchedulerApiTest::function_throws_isAnError()
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

void SchedulerApiTest::nextRunTime_given_survivesAnEdit()
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

void SchedulerApiTest::nextRunTime_given_survivesAClockSetBack()
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

void SchedulerApiTest::nextRunTime_given_survivesARestart_data()
{
    QTest::addColumn<milliseconds>("given");
    QTest::newRow("no time of the trigger") << milliseconds(24h + 1234ms);
    QTest::newRow("a time of the trigger") << milliseconds(24h);
}

// In a database, also where others edited the job before; a time that nobody gave is put right as before.
void SchedulerApiTest::nextRunTime_given_survivesARestart()
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

void SchedulerApiTest::modifyJob_unknownExecutor_isRefused()
{
    Program program;
    program.start();
    const JobHandle job = program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).value();
    QCOMPARE(program.errorOf(job.modify({{u"executor"_s, u"robot"_s}})).key, u"executor"_s);
    QCOMPARE(job.snapshot()->job->executor, u"default"_s);
}

void SchedulerApiTest::replace_pending_keepsThePause()
{
    Program program;
    const FunctionJob row{.id = u"a"_s, .function = makeFunction([] {}), .trigger = EachMinute, .ifKnown = NewJob::IfKnown::Replace};
    const JobHandle job = program.wait(program.scheduler->addJob(row)).value();
    QVERIFY(program.wait(job.pause()));
    QVERIFY(program.wait(program.scheduler->addJob(row)));
    program.start();
    QVERIFY(job.snapshot()->status == JobStatus::Paused);
}

void SchedulerApiTest::replace_afterARestart_keepsTheAnchorInADatabase()
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

void SchedulerApiTest::start_pendingThatIsStored_startsNothingAndMayBeTriedAgain()
{
    const QTemporaryDir folder;
    const QVariantMap settings{{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)},
                               {u"reveille.executors.default.type"_s, u"eventloop"_s}};
    int runs = 0;
    FunctionTable functions;
    functions.add(u"count"_s, [&] { ++runs; });
    const QJsonObject json{{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"count"_s}}}, {u"trigger"_s, EachMinute}};
    {
        Program program(settings, functions);
        QVERIFY(program.wait(program.scheduler->addJob(json)));
        program.start();
        QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    }
    Program again(settings, functions);
    const JobHandle job = again.wait(again.scheduler->addJob(json)).value();
    const Result<void> started = again.wait(again.scheduler->start());
    QCOMPARE(started.error().code, ErrorCode::Conflict);
    QVERIFY(again.scheduler->state() == SchedulerState::Stopped);
    again.advance(5min);
    QCOMPARE(runs, 0);
    QVERIFY(again.wait(job.remove())); // the pending one or the stored one of this id: then there is no conflict
    again.start();
    QVERIFY(again.wait(again.scheduler->shutdown(1s)));
}

void SchedulerApiTest::shutdown_whileStarting_startsNothing()
{
    Program program;
    int runs = 0;
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { ++runs; }, EachMinute)));
    auto started = program.scheduler->start();
    QVERIFY(program.wait(program.scheduler->shutdown(0ms)));
    QVERIFY(!program.wait(started));
    QVERIFY(program.scheduler->state() == SchedulerState::Stopped);
    program.advance(5min);
    QCOMPARE(runs, 0);
}

void SchedulerApiTest::shutdown_hungStore_namesItAfterItsPatience()
{
    // A store whose claims never come back, as of a database that hangs.
    class HungStore final : public JobStore
    {
    public:
        QFuture<Result<void>> open() override { return m_memory.open(); }
        QFuture<Result<StoreContents>> loadDue(TimePoint now) override { return m_memory.loadDue(now); }
        QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override { return m_memory.loadPage(after, limit); }
        QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override { return m_memory.jobs(ids); }
        QFuture<Result<StoreChanges>> changes() override { return m_memory.changes(); }
        QFuture<Result<QList<JobRecord>>> add(const QList<JobRecord> &jobs) override { return m_memory.add(jobs); }
        QFuture<Result<void>> update(const QList<JobRecord> &jobs) override { return m_memory.update(jobs); }
        QFuture<Result<void>> remove(const QList<JobId> &ids) override { return m_memory.remove(ids); }
        QFuture<Result<ClaimResult>> claim(const ClaimBatch &) override { return m_never.future(); }
        QFuture<Result<void>> record(const RunList &runs) override { return m_memory.record(runs); }
        QFuture<Result<QList<Run>>> runs(const RunQuery &query) override { return m_memory.runs(query); }
        QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override { return m_memory.prune(retention, now); }
        QFuture<Result<void>> close() override { return m_memory.close(); }
        bool keepsFunctions() const override { return true; }
        QString url() const override { return u"hung:"_s; }

    private:
        MemoryStore m_memory;
        QPromise<Result<ClaimResult>> m_never;
    };
    Program program;
    int runs = 0;
    QVERIFY(program.wait(program.scheduler->addJobStore(u"hung"_s, std::make_unique<HungStore>())));
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"store"_s, u"hung"_s}})));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [&] { ++runs; }, EachMinute)));
    program.advance(1min);
    program.advance(1min);
    QCOMPARE(runs, 2); // the other store goes on
    auto ended = program.scheduler->shutdown(0ms);
    QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 30'000);
    QCOMPARE(ended.result().error().code, ErrorCode::Unavailable);
    QVERIFY2(ended.result().error().message.contains(u"hung"_s), qPrintable(ended.result().error().message));
}

void SchedulerApiTest::removeJobStore_withARun_waitsForIt()
{
    const QTemporaryDir folder;
    QSemaphore mayEnd;
    FunctionTable functions;
    functions.add(u"wait"_s, [&] { mayEnd.acquire(); });
    Program program({{u"reveille.jobstores.default.type"_s, u"memory"_s},
                     {u"reveille.jobstores.disk.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)}}, functions);
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"wait"_s}}},
                                                    {u"store"_s, u"disk"_s}})));
    QTRY_VERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Running);
    auto removed = program.scheduler->removeJobStore(u"disk"_s);
    QVERIFY(!removed.isFinished());
    mayEnd.release();
    QVERIFY(program.wait(removed));
    QCOMPARE(program.scheduler->jobStores(), QStringList{u"default"_s});
}

void SchedulerApiTest::removeExecutor_active_isRefusedAndThenWorksFromTheAnswer()
{
    QSemaphore mayEnd;
    Program program({{u"reveille.executors.default.type"_s, u"eventloop"_s}, {u"reveille.executors.pool.type"_s, u"threadpool"_s},
                     {u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.other.type"_s, u"memory"_s}});
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { mayEnd.acquire(); }, {}, {{u"executor"_s, u"pool"_s}, {u"store"_s, u"other"_s}})));
    QTRY_VERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Running);
    QCOMPARE(program.scheduler->removeExecutor(u"pool"_s).error().code, ErrorCode::Refused);
    bool isRemoved = false;
    program.scheduler->removeJobStore(u"other"_s).then(program.scheduler.get(), [&](const Result<void> &) {
        isRemoved = program.scheduler->removeExecutor(u"pool"_s).has_value();
    });
    mayEnd.release();
    QTRY_VERIFY(isRemoved);
}

void SchedulerApiTest::modifyJob_broken_leavesItsTextAlone()
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
    QVERIFY(program.scheduler->exportJobs().isEmpty());
}

REVEILLE_TEST(SchedulerApiTest)
#include "tst_schedulerapi.moc"
