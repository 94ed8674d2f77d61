// SPDX-License-Identifier: MIT
// What a scheduler is put together from, and its start and end.
#include "core/executors/eventloopexecutor.h"
#include "tests/support/executorfixture.h"
#include "tests/support/program.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

/// A store whose claims never come back, as of a database that hangs.
class HungStore final : public JobStore
{
public:
    QFuture<Result<void>> open() override { return m_memory.open(); }
    QFuture<Result<StoreContents>> loadDue(TimePoint now) override { return m_memory.loadDue(now); }
    QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override { return m_memory.loadPage(after, limit); }
    QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override { return m_memory.jobs(ids); }
    QFuture<Result<StoreChanges>> changes() override { return m_memory.changes(); }
    QFuture<Result<QList<JobRecord>>> add(QList<JobRecord> jobs, const RunList &runs = {}) override { return m_memory.add(std::move(jobs), runs); }
    QFuture<Result<void>> update(const QList<JobRecord> &jobs, const RunList &runs = {}) override { return m_memory.update(jobs, runs); }
    QFuture<Result<void>> remove(const QList<JobId> &ids) override { return m_memory.remove(ids); }
    QFuture<Result<ClaimResult>> claim(const ClaimBatch &) override { return m_never.future(); }
    QFuture<Result<void>> record(const RunList &runs) override { return m_memory.record(runs); }
    QFuture<Result<void>> requestCancel(const RunId &id) override { return m_memory.requestCancel(id); }
    QFuture<Result<QList<Run>>> runs(const RunQuery &query) override { return m_memory.runs(query); }
    QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override { return m_memory.prune(retention, now); }
    QFuture<Result<void>> close() override { return m_memory.close(); }
    bool keepsFunctions() const override { return true; }
    QString url() const override { return u"hung:"_s; }

private:
    MemoryStore m_memory;
    QPromise<Result<ClaimResult>> m_never;
};

/// Starts it with a job each minute in a store that hangs, and one that counts its runs in a store that does not.
void startBesideHungStore(Program &program, int &runs)
{
    QVERIFY(program.wait(program.scheduler->addJobStore(u"hung"_s, std::make_unique<HungStore>())));
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute, {{u"store"_s, u"hung"_s}})));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [&] { ++runs; }, EachMinute)));
}

} // namespace

class SchedulerPartsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void jobDefaults_areThoseOfTheConfiguration();
    void stores_two_keepTheirJobsApart();
    void removeJobStore_itsJobs_areGone();
    void removeAllJobs_oneStore_leavesTheOthers();
    void executors_addedAndRemoved_tellSo();
    void executor_full_whatQueuesThereIsNotMissed();
    void executorMissing_addedOrAnotherGiven_jobCanRun_data();
    void executorMissing_addedOrAnotherGiven_jobCanRun();
    void start_paused_startsNothing();
    void pauseAndResume_areTold();
    void start_again_isRefused();
    void configure_afterStart_isRefused();
    void config_data();
    void config();
    void config_iniFile();
    void start_pendingThatIsStored_startsNothingAndMayBeTriedAgain();
    void shutdown_whileStarting_startsNothing();
    void shutdown_hungStore_namesItAfterItsPatience();
    void shutdown_functionDoesNotEnd_saysSo();
    void resume_hungStore_theOthersGoOn();
    void removeJobStore_withARun_waitsForIt();
    void removeExecutor_active_isRefusedAndThenWorksFromTheAnswer();
    void removeJobStore_isTold();
};

void SchedulerPartsTest::jobDefaults_areThoseOfTheConfiguration()
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

void SchedulerPartsTest::stores_two_keepTheirJobsApart()
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

void SchedulerPartsTest::removeJobStore_itsJobs_areGone()
{
    Program program({{u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.other.type"_s, u"memory"_s}});
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"b"_s, [] {}, EachMinute, {{u"store"_s, u"other"_s}})));
    QVERIFY(program.wait(program.scheduler->removeJobStore(u"other"_s)));
    QCOMPARE(program.ids(), QStringList{u"a"_s});
    QCOMPARE(program.scheduler->jobStores(), QStringList{u"default"_s});
}

void SchedulerPartsTest::removeAllJobs_oneStore_leavesTheOthers()
{
    Program program({{u"reveille.jobstores.default.type"_s, u"memory"_s}, {u"reveille.jobstores.other.type"_s, u"memory"_s}});
    program.start();
    for (const QString &id : {u"a"_s, u"b"_s})
        QVERIFY(program.wait(program.scheduler->addJob(id, [] {}, EachMinute)));
    QVERIFY(program.wait(program.scheduler->addJob(u"c"_s, [] {}, EachMinute, {{u"store"_s, u"other"_s}})));
    QVERIFY(program.wait(program.scheduler->removeAllJobs(u"default"_s)));
    QCOMPARE(program.ids(), QStringList{u"c"_s});
}

void SchedulerPartsTest::executors_addedAndRemoved_tellSo()
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

void SchedulerPartsTest::executor_full_whatQueuesThereIsNotMissed()
{
    Program program({{u"reveille.executors.default.type"_s, u"threadpool"_s}, {u"reveille.executors.default.max_workers"_s, 1}});
    program.start();
    QSemaphore goesOn;
    QStringList events;
    connect(program.scheduler.get(), &QtScheduler::eventsHappened, this, [&](const QList<Event> &happened) {
        for (const Event &event : happened) {
            if (event.jobId().value == u"second")
                events.append(toString(event.type));
        }
    });
    const QJsonObject trigger{{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(Start + 1min)}};
    QVERIFY(program.wait(program.scheduler->addJob(u"first"_s, [&] { goesOn.acquire(); }, trigger)));
    QVERIFY(program.wait(program.scheduler->addJob(u"second"_s, [] {}, trigger, {{u"misfire_grace_time"_s, 1}})));
    program.advance(1min);
    program.advance(1h); // far beyond its grace time
    QVERIFY(!program.scheduler->job({u"second"_s})->lastRun);
    goesOn.release();
    QTRY_COMPARE(events, (QStringList{u"job_added"_s, u"job_submitted"_s, u"job_started"_s, u"job_executed"_s}));
}

void SchedulerPartsTest::executorMissing_addedOrAnotherGiven_jobCanRun_data()
{
    QTest::addColumn<bool>("isAdded");
    QTest::newRow("added") << true;
    QTest::newRow("another given") << false;
}

void SchedulerPartsTest::executorMissing_addedOrAnotherGiven_jobCanRun()
{
    QFETCH(bool, isAdded);
    const QTemporaryDir folder;
    FunctionTable functions;
    int runs = 0;
    functions.add(u"count"_s, [&] {
        if (++runs == 1)
            throw std::runtime_error("no paper");
    });
    QVariantMap settings{{u"reveille.jobstores.default.url"_s, u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s)},
                         {u"reveille.executors.default.type"_s, u"eventloop"_s}, {u"reveille.executors.late.type"_s, u"eventloop"_s}};
    {
        Program program(settings, functions);
        program.start();
        QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"executor"_s, u"late"_s}, {u"trigger"_s, EachMinute},
            {u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 90}}},
            {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"count"_s}}}})));
        program.advance(1min);
        QTRY_COMPARE(runs, 1);
        QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    }
    settings.remove(u"reveille.executors.late.type"_s);
    Program program(settings, functions);
    program.clock.advance(2min + 10s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Job a is broken: There is no executor"_s));
    program.start();
    QVERIFY(program.wait(program.scheduler->allJobs()));
    QVERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Broken);
    ExecutorFixture fixture(functions);
    if (!isAdded)
        QVERIFY(program.wait(program.scheduler->modifyJob({u"a"_s}, {{u"executor"_s, u"default"_s}})));
    else
        QVERIFY(program.scheduler->addExecutor(u"late"_s, std::make_unique<EventLoopExecutor>(fixture.tasks, fixture.services(), ExecutorOptions{u"late"_s, {}})));
    QVERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Scheduled);
    program.advance(0s); // what was due meanwhile
    QTRY_COMPARE(runs, 2);
    program.advance(20s); // the retry of what failed before
    QTRY_COMPARE(runs, 3);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

void SchedulerPartsTest::start_paused_startsNothing()
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

void SchedulerPartsTest::pauseAndResume_areTold()
{
    Program program;
    QStringList events;
    QObject::connect(program.scheduler.get(), &QtScheduler::eventsHappened, program.scheduler.get(), [&](const QList<Event> &news) {
        for (const Event &event : news) {
            if (event.type <= EventType::SchedulerResumed)
                events.append(toString(event.type));
        }
    });
    program.start();
    QVERIFY(program.scheduler->pause());
    QVERIFY(program.scheduler->pause());
    QVERIFY(program.wait(program.scheduler->resume()));
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    QTRY_COMPARE(events, (QStringList{u"scheduler_started"_s, u"scheduler_paused"_s, u"scheduler_resumed"_s, u"scheduler_shutdown"_s}));
}

void SchedulerPartsTest::start_again_isRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.wait(program.scheduler->start()).error().code, ErrorCode::Refused);
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
    QCOMPARE(program.wait(program.scheduler->start()).error().code, ErrorCode::Refused);
}

void SchedulerPartsTest::configure_afterStart_isRefused()
{
    Program program;
    program.start();
    QCOMPARE(program.scheduler->configure({}).error().code, ErrorCode::Refused);
}

void SchedulerPartsTest::config_data()
{
    QTest::addColumn<QVariantMap>("map");
    QTest::addColumn<QString>("wrongKey");
    QTest::newRow("nothing") << QVariantMap() << QString();
    QTest::newRow("of others") << QVariantMap{{u"window.width"_s, 3}} << QString();
    QTest::newRow("nested") << QVariantMap{{u"apscheduler.executors.default"_s, QVariantMap{{u"type"_s, u"threadpool"_s}, {u"max_workers"_s, u"20"_s}}}} << QString();
    QTest::newRow("no limit") << QVariantMap{{u"reveille.job_defaults.misfire_grace_time"_s, QString()}} << QString();
    QTest::newRow("no limit, in Python") << QVariantMap{{u"apscheduler.job_defaults.misfire_grace_time"_s, u"None"_s}} << QString();
    QTest::newRow("as in APScheduler's guide") << QVariantMap{
        {u"apscheduler.jobstores.default"_s, QVariantMap{{u"type"_s, u"sqlalchemy"_s}, {u"url"_s, u"sqlite:///jobs.sqlite"_s}}},
        {u"apscheduler.jobstores.fast"_s, QVariantMap{{u"class"_s, u"apscheduler.jobstores.memory:MemoryJobStore"_s}}},
        {u"apscheduler.executors.default"_s, QVariantMap{{u"class"_s, u"apscheduler.executors.pool:ThreadPoolExecutor"_s}, {u"max_workers"_s, u"20"_s}}},
        {u"apscheduler.executors.processpool"_s, QVariantMap{{u"type"_s, u"processpool"_s}, {u"max_workers"_s, u"5"_s}}},
        {u"apscheduler.job_defaults.coalesce"_s, u"false"_s}, {u"apscheduler.job_defaults.max_instances"_s, u"3"_s},
        {u"apscheduler.timezone"_s, u"UTC"_s}} << QString();
    QTest::newRow("SQLAlchemy") << QVariantMap{{u"apscheduler.jobstores.default.type"_s, u"sqlalchemy"_s}, {u"apscheduler.jobstores.default.url"_s, u"sqlite:///jobs.sqlite"_s}} << QString();
    const auto wrong = [](const char *name, const QString &key, const QVariant &value) { QTest::newRow(name) << QVariantMap{{key, value}} << key; };
    wrong("typing error", u"reveille.jobstore.default.type"_s, u"memory"_s);
    wrong("store type", u"reveille.jobstores.default.type"_s, u"mongodb"_s);
    wrong("store without url", u"reveille.jobstores.default.type"_s, u"postgresql"_s);
    wrong("executor type", u"reveille.executors.default.type"_s, u"gevent"_s);
    wrong("executor class", u"apscheduler.executors.default.class"_s, u"apscheduler.executors.gevent:GeventExecutor"_s);
    wrong("workers", u"reveille.executors.default.max_workers"_s, 0);
    wrong("workers in words", u"reveille.executors.default.max_workers"_s, u"many"_s);
    wrong("coalesce", u"reveille.job_defaults.coalesce"_s, u"perhaps"_s);
    wrong("max instances", u"reveille.job_defaults.max_instances"_s, -1);
    wrong("grace", u"reveille.job_defaults.misfire_grace_time"_s, -5);
    wrong("default", u"reveille.job_defaults.colour"_s, u"red"_s);
    wrong("retention", u"reveille.retention.days"_s, 0);
    wrong("retention of what", u"reveille.retention.hours"_s, 3);
    wrong("timezone", u"apscheduler.timezone"_s, u"Mars/Olympus"_s);
}

void SchedulerPartsTest::config()
{
    QFETCH(QVariantMap, map);
    QFETCH(QString, wrongKey);
    const Result<SchedulerConfig> config = SchedulerConfig::fromMap(map);
    QCOMPARE(config ? QString() : config.error().key, wrongKey);
    QCOMPARE(config.has_value(), wrongKey.isEmpty());
}

void SchedulerPartsTest::config_iniFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"scheduler.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[reveille]\ntimezone=Europe/Berlin\njobstores.default.url=sqlite:jobs,new.sqlite\nexecutors.default.type=processpool\n"
               "executors.default.max_workers=3\njob_defaults.coalesce=earliest\nretention.days=7\nretention.runs_per_job=50000\n[window]\nwidth=3\n");
    file.close();
    const Result<SchedulerConfig> config = SchedulerConfig::fromIniFile(file.fileName());
    QVERIFY2(config, config ? "" : qPrintable(config.error().text()));
    QCOMPARE(config->timezone.name(), u"Europe/Berlin"_s);
    QCOMPARE(config->jobStores.value(u"default"_s), u"sqlite:jobs,new.sqlite"_s);
    QCOMPARE(config->executors.value(u"default"_s).kind, SchedulerConfig::Executor::Kind::ProcessPool);
    QCOMPARE(config->executors.value(u"default"_s).maxWorkers, std::optional(3));
    QCOMPARE(config->jobDefaults.coalesce, std::optional(Coalesce::Earliest));
    QCOMPARE(config->retention.age, std::chrono::days(7));
    QCOMPARE(config->retention.runsPerJob, 50'000);
    QCOMPARE(SchedulerConfig::fromIniFile(folder.filePath(u"none.ini"_s)).error().code, ErrorCode::Unavailable);
}

void SchedulerPartsTest::start_pendingThatIsStored_startsNothingAndMayBeTriedAgain()
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

void SchedulerPartsTest::shutdown_whileStarting_startsNothing()
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

void SchedulerPartsTest::shutdown_hungStore_namesItAfterItsPatience()
{
    Program program;
    int runs = 0;
    startBesideHungStore(program, runs);
    program.advance(1min);
    program.advance(1min);
    QCOMPARE(runs, 2); // the other store goes on
    auto ended = program.scheduler->shutdown(0ms);
    QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 30'000);
    QCOMPARE(ended.result().error().code, ErrorCode::Unavailable);
    QVERIFY2(ended.result().error().message.contains(u"hung"_s), qPrintable(ended.result().error().message));
}

void SchedulerPartsTest::shutdown_functionDoesNotEnd_saysSo()
{
    QSemaphore mayEnd;
    Program program{QVariantMap()};
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob(u"a"_s, [&] { mayEnd.acquire(); })));
    QTRY_VERIFY(program.scheduler->job({u"a"_s})->status == JobStatus::Running);
    auto ended = program.scheduler->shutdown(0ms);
    QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 30'000);
    mayEnd.release();
    QVERIFY2(ended.result().error().message.contains(u"do not end"_s), qPrintable(ended.result().error().message));
}

void SchedulerPartsTest::resume_hungStore_theOthersGoOn()
{
    Program program;
    int runs = 0;
    startBesideHungStore(program, runs);
    QVERIFY(program.scheduler->pause());
    program.advance(1min);
    QVERIFY(!program.scheduler->resume().isFinished());
    QVERIFY(program.scheduler->state() == SchedulerState::Running);
    program.advance(1min);
    QCOMPARE(runs, 1);
}

void SchedulerPartsTest::removeJobStore_withARun_waitsForIt()
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

void SchedulerPartsTest::removeExecutor_active_isRefusedAndThenWorksFromTheAnswer()
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

void SchedulerPartsTest::removeJobStore_isTold()
{
    Program program;
    QStringList events;
    QObject::connect(program.scheduler.get(), &QtScheduler::eventsHappened, program.scheduler.get(), [&](const QList<Event> &news) {
        for (const Event &event : news) {
            if (event.type == EventType::JobStoreAdded || event.type == EventType::JobStoreRemoved)
                events.append(toString(event.type) + u' ' + event.text);
        }
    });
    program.start();
    QVERIFY(program.wait(program.scheduler->addJobStore(u"other"_s, std::make_unique<MemoryStore>())));
    QVERIFY(program.wait(program.scheduler->removeJobStore(u"other"_s)));
    QTRY_COMPARE(events, (QStringList{u"jobstore_added default"_s, u"jobstore_added other"_s, u"jobstore_removed other"_s}));
}

REVEILLE_TEST(SchedulerPartsTest)
#include "tst_schedulerparts.moc"
