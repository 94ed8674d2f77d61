// SPDX-License-Identifier: MIT
#include "core/executors/processpoolexecutor.h"
#include "core/executors/workerprotocol.h"
#include "tests/support/executorfixture.h"
#include "tests/support/program.h"
#include "tests/support/test.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <thread>
#include <unistd.h>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

// What the workers of this program can call.
const WorkerFunctionRegistration echo(u"echo"_s, [](const FunctionCall &call) { return call.arguments; });
const WorkerFunctionRegistration run(u"run"_s, [](const FunctionCall &call) {
    return QJsonObject{{u"job"_s, call.jobId.value}, {u"run"_s, call.runId.value}, {u"attempt"_s, call.attempt}};
});
const WorkerFunctionRegistration process(u"process"_s, [] { return ::getpid(); });
const WorkerFunctionRegistration fail(u"fail"_s, [] { throw std::runtime_error("no paper"); });
const WorkerFunctionRegistration crash(u"crash"_s, [](const FunctionCall &call) {
    const int number = call.arguments.value("signal"_L1).toInt();
    std::signal(number, SIG_DFL); // a sanitizer's would report it
    std::raise(number);
});
const WorkerFunctionRegistration leave(u"leave"_s, [] { ::_exit(3); });
const WorkerFunctionRegistration chat(u"chat"_s, [] {
    std::puts("printed by a function");
    std::fputs("and by its child: ", stdout);
    std::fflush(stdout);
    return std::system("echo hello; cat") + std::getchar(); // both read the end of the input
});
const WorkerFunctionRegistration hang(u"hang"_s, [](const FunctionCall &call) {
    if (call.arguments.value("deaf"_L1).toBool())
        std::signal(SIGTERM, SIG_IGN);
    QFile file(call.arguments.value("file"_L1).toString()); // says that it hangs
    if (!file.fileName().isEmpty() && file.open(QIODevice::WriteOnly))
        file.close();
    for (;;)
        ::pause();
});
// Its child writes down who it is. One that escapes has a session of its own and a parent that has ended.
const WorkerFunctionRegistration family(u"family"_s, [](const FunctionCall &call) {
    const QByteArray file = QFile::encodeName(call.arguments.value("file"_L1).toString());
    const bool escapes = call.arguments.value("escapes"_L1).toBool();
    const QByteArray script = "echo $$ >'" + file + "'; exec sleep 600";
    if (::fork() == 0) {
        if (escapes && (::setsid() < 0 || ::fork() != 0))
            ::_exit(0);
        ::execl("/bin/sh", "sh", "-c", script.constData(), nullptr);
        ::_exit(1);
    }
    for (;;)
        ::pause();
});

/// Whether a process is there and not a zombie that nobody has taken leave of.
bool isAlive(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray stat = file.readAll();
    return !stat.isEmpty() && !stat.sliced(stat.lastIndexOf(')')).startsWith(") Z");
}

} // namespace

class ProcessPoolExecutorTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void submit_function_isCalledInAnotherProcess();
    void submit_function_isToldOfTheRun();
    void submit_functionThatThrows_isAnErrorAndTheWorkerStays();
    void submit_functionThatPrintsAndReads_harmsNothing();
    void submit_unknownFunction_isAnError();
    void submit_bigArgument_arrives();
    void submit_many_finishAll();
    void limit_beyond_queuesInOrder();
    void limit_boundsTasksThatWaitToo();
    void accepts_ownFunction_isRefused();
    void crash_signal_isNamedAndTheWorkerReplaced_data();
    void crash_signal_isNamedAndTheWorkerReplaced();
    void crash_queue_goesOn();
    void exit_inFunction_isAnError();
    void kill_working_isAnErrorWithItsSignal();
    void kill_idle_isReplaced();
    void kill_idleUnnoticed_isAnErrorWithItsSignal();
    void cancel_queued_finishesWithoutStart();
    void cancel_working_endsTheWorker();
    void cancel_working_endsWhatItStarted_data();
    void cancel_working_endsWhatItStarted();
    void cancel_whileStarting_finishes();
    void cancel_deaf_isKilled();
    void timeout_working_endsTheWorker();
    void start_impossible_isAnErrorOfEachRun_data();
    void start_impossible_isAnErrorOfEachRun();
    void start_insideWorker_isRefused();
    void worker_inputEnds_ends();
    void destroy_working_endsAll();
    void scheduler_workerCrashes_tellsAndRunsItAgain();
    void scheduler_ownFunction_isRefused();

private:
    void start(std::optional<int> maxWorkers = {}, const WorkerProgram &program = {});
    /// The process of the next worker.
    [[nodiscard]] pid_t processOfWorker();
    /// Submits a run that works until somebody ends its worker, and waits until it does.
    void hangIn(const QString &runId, QJsonObject arguments = {}, double timeout = 0);

    QTemporaryDir m_folder;
    std::unique_ptr<ExecutorFixture> m_fixture;
    ProcessPoolExecutor *m_executor = nullptr;
};

void ProcessPoolExecutorTest::init()
{
    Test::init();
    m_fixture = std::make_unique<ExecutorFixture>(workerFunctions());
}

void ProcessPoolExecutorTest::start(std::optional<int> maxWorkers, const WorkerProgram &program)
{
    m_executor = m_fixture->watch(std::make_unique<ProcessPoolExecutor>(
        m_fixture->tasks, m_fixture->services(), ExecutorOptions{.name = u"processes"_s, .maxWorkers = maxWorkers}, program));
}

pid_t ProcessPoolExecutorTest::processOfWorker()
{
    const QString id = RunId::create().value;
    m_fixture->submitNamed(id, u"process"_s);
    if (!QTest::qWaitFor([&] { return m_fixture->outcome(id) == u"success"; }, 20'000))
        return -1;
    return m_fixture->output(id).toInt();
}

void ProcessPoolExecutorTest::hangIn(const QString &runId, QJsonObject arguments, double timeout)
{
    const QString file = m_folder.filePath(RunId::create().value);
    arguments[u"file"_s] = file;
    m_fixture->submitNamed(runId, u"hang"_s, arguments, timeout);
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file); }, 20'000));
}

void ProcessPoolExecutorTest::submit_function_isCalledInAnotherProcess()
{
    start();
    QCOMPARE(m_executor->maxWorkers(), 4);
    QCOMPARE(m_executor->workerCount(), 0);
    const pid_t first = processOfWorker();
    QVERIFY(first > 0 && first != ::getpid());
    QCOMPARE(processOfWorker(), first); // it stays
    QCOMPARE(m_executor->workerCount(), 1);
    QCOMPARE(m_executor->activeCount(), 0);
}

void ProcessPoolExecutorTest::submit_function_isToldOfTheRun()
{
    start();
    m_fixture->submitNamed(u"r"_s, u"run"_s);
    QTRY_COMPARE(m_fixture->output(u"r"_s), "{\"attempt\":1,\"job\":\"job\",\"run\":\"r\"}");
    QCOMPARE(m_fixture->events, (QStringList{u"started r"_s, u"finished r"_s}));
}

void ProcessPoolExecutorTest::submit_functionThatThrows_isAnErrorAndTheWorkerStays()
{
    start();
    const pid_t first = processOfWorker();
    m_fixture->submitNamed(u"r"_s, u"fail"_s);
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), u"no paper"_s);
    QCOMPARE(processOfWorker(), first);
}

void ProcessPoolExecutorTest::submit_functionThatPrintsAndReads_harmsNothing()
{
    start(1);
    m_fixture->submitNamed(u"a"_s, u"chat"_s);
    m_fixture->submitNamed(u"b"_s, u"echo"_s, {{u"x"_s, u"line\nline"_s}});
    QTRY_COMPARE(m_fixture->output(u"b"_s), "{\"x\":\"line\\nline\"}");
    QCOMPARE(m_fixture->output(u"a"_s), "-1");
}

void ProcessPoolExecutorTest::submit_unknownFunction_isAnError()
{
    start();
    m_fixture->submitNamed(u"r"_s, u"nobody"_s);
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QVERIFY(m_fixture->reason(u"r"_s).contains(u"nobody"_s));
}

void ProcessPoolExecutorTest::submit_bigArgument_arrives()
{
    start();
    const QString text(1024 * 1024, u'é');
    m_fixture->submitNamed(u"r"_s, u"echo"_s, {{u"text"_s, text}});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->outcome(u"r"_s), u"success"_s, 20'000);
    QVERIFY(m_fixture->results[u"r"_s].outputTruncated);
    QCOMPARE(m_fixture->output(u"r"_s).size(), OutputLimit);
    QVERIFY(m_fixture->output(u"r"_s).startsWith("{\"text\":\"éé"));
    QVERIFY(m_fixture->output(u"r"_s).endsWith("é\"}"));
}

void ProcessPoolExecutorTest::submit_many_finishAll()
{
    start();
    for (int i = 0; i < 5000; ++i)
        m_fixture->submitNamed(QString::number(i), u"echo"_s, {{u"n"_s, i}});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->results.size(), size_t(5000), 120'000);
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(m_fixture->output(QString::number(i)), QStringLiteral("{\"n\":%1}").arg(i).toUtf8());
    QCOMPARE(m_executor->workerCount(), 4);
}

void ProcessPoolExecutorTest::limit_beyond_queuesInOrder()
{
    start(2);
    hangIn(u"a"_s);
    for (const QString &id : {u"b"_s, u"c"_s, u"d"_s})
        m_fixture->submitNamed(id, u"echo"_s);
    QCOMPARE(m_fixture->events, (QStringList{u"started a"_s, u"started b"_s}));
    QCOMPARE(m_executor->queuedCount(), 2);
    QTRY_COMPARE(m_fixture->results.size(), size_t(3));
    QCOMPARE(m_fixture->events.mid(2), (QStringList{u"finished b"_s, u"started c"_s, u"finished c"_s, u"started d"_s,
                                                    u"finished d"_s}));
    QCOMPARE(m_executor->workerCount(), 2);
}

void ProcessPoolExecutorTest::limit_boundsTasksThatWaitToo()
{
    start(1);
    hangIn(u"a"_s);
    m_fixture->submitCommand(u"b"_s, u"echo B"_s);
    m_fixture->submitNamed(u"c"_s, u"echo"_s);
    QCOMPARE(m_executor->queuedCount(), 2);
    m_executor->cancel({u"a"_s});
    QTRY_COMPARE(m_fixture->outcome(u"c"_s), u"success"_s);
    QCOMPARE(m_fixture->output(u"b"_s), "B\n");
    QCOMPARE(m_fixture->events, (QStringList{u"started a"_s, u"finished a"_s, u"started b"_s, u"finished b"_s, u"started c"_s,
                                             u"finished c"_s}));
}

void ProcessPoolExecutorTest::accepts_ownFunction_isRefused()
{
    start();
    Job job;
    job.task = {{u"type"_s, u"function"_s}, {u"name"_s, u"echo"_s}};
    QVERIFY(m_executor->accepts(job));
    job.function = std::make_shared<const Function>(makeFunction([] {}));
    const Result<void> accepted = m_executor->accepts(job);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().key, u"executor"_s);
    QVERIFY(accepted.error().message.contains(u"“processes”"_s));

    m_fixture->submit(u"r"_s, [] {}); // also when nobody asked before
    QCOMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), accepted.error().message);
}

void ProcessPoolExecutorTest::crash_signal_isNamedAndTheWorkerReplaced_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("reason");
    QTest::newRow("SIGSEGV") << SIGSEGV << u"The worker process was ended by signal 11 (SIGSEGV)"_s;
    QTest::newRow("SIGABRT") << SIGABRT << u"The worker process was ended by signal 6 (SIGABRT)"_s;
    QTest::newRow("SIGKILL") << SIGKILL << u"The worker process was ended by signal 9 (SIGKILL)"_s;
}

void ProcessPoolExecutorTest::crash_signal_isNamedAndTheWorkerReplaced()
{
    QFETCH(const int, number);
    start();
    const pid_t first = processOfWorker();
    m_fixture->submitNamed(u"r"_s, u"crash"_s, {{u"signal"_s, number}});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->outcome(u"r"_s), u"error"_s, 20'000);
    QTEST(m_fixture->reason(u"r"_s), "reason");
    QCOMPARE(m_executor->workerCount(), 0);
    const pid_t second = processOfWorker();
    QVERIFY(second > 0 && second != first);
}

void ProcessPoolExecutorTest::crash_queue_goesOn()
{
    start(1);
    for (int i = 0; i < 20; ++i) {
        m_fixture->submitNamed(u"crash%1"_s.arg(i), u"crash"_s, {{u"signal"_s, SIGKILL}});
        m_fixture->submitNamed(u"echo%1"_s.arg(i), u"echo"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->results.size(), size_t(40), 60'000);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(m_fixture->outcome(u"crash%1"_s.arg(i)), u"error"_s);
        QCOMPARE(m_fixture->outcome(u"echo%1"_s.arg(i)), u"success"_s);
    }
}

void ProcessPoolExecutorTest::exit_inFunction_isAnError()
{
    start();
    m_fixture->submitNamed(u"r"_s, u"leave"_s);
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), u"The worker process ended by itself with exit code 3"_s);
}

void ProcessPoolExecutorTest::kill_working_isAnErrorWithItsSignal()
{
    start();
    const pid_t worker = processOfWorker();
    hangIn(u"r"_s);
    ::kill(worker, SIGKILL);
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), u"The worker process was ended by signal 9 (SIGKILL)"_s);
    QVERIFY(processOfWorker() > 0);
}

void ProcessPoolExecutorTest::kill_idle_isReplaced()
{
    start();
    const pid_t first = processOfWorker();
    ::kill(first, SIGKILL);
    QTRY_COMPARE(m_executor->workerCount(), 0);
    const pid_t second = processOfWorker();
    QVERIFY(second > 0 && second != first);
}

void ProcessPoolExecutorTest::kill_idleUnnoticed_isAnErrorWithItsSignal()
{
    start(1);
    const pid_t worker = processOfWorker();
    ::kill(worker, SIGKILL);
    while (isAlive(worker)) // without the event loop, which would notice
        std::this_thread::yield();
    m_fixture->submitNamed(u"r"_s, u"echo"_s);
    m_fixture->submitNamed(u"next"_s, u"echo"_s);
    QTRY_COMPARE(m_fixture->outcome(u"next"_s), u"success"_s);
    QCOMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), u"The worker process was ended by signal 9 (SIGKILL)"_s);
}

void ProcessPoolExecutorTest::cancel_queued_finishesWithoutStart()
{
    start(1);
    hangIn(u"a"_s);
    m_fixture->submitNamed(u"b"_s, u"echo"_s);
    m_executor->cancel({u"b"_s});
    QCOMPARE(m_fixture->outcome(u"b"_s), u"cancelled"_s);
    QCOMPARE(m_fixture->events, (QStringList{u"started a"_s, u"finished b"_s}));
}

void ProcessPoolExecutorTest::cancel_working_endsTheWorker()
{
    start();
    const pid_t worker = processOfWorker();
    hangIn(u"r"_s);
    m_executor->cancel({u"r"_s});
    m_executor->cancel({u"r"_s});
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"cancelled"_s);
    QVERIFY(::kill(worker, 0) != 0);
    QVERIFY(processOfWorker() > 0);
    QCOMPARE(m_fixture->events.filter(u"finished r"_s).size(), 1);
}

void ProcessPoolExecutorTest::cancel_working_endsWhatItStarted_data()
{
    QTest::addColumn<bool>("escapes");
    QTest::newRow("of its group") << false;
    QTest::newRow("of another session") << true;
}

void ProcessPoolExecutorTest::cancel_working_endsWhatItStarted()
{
    QFETCH(bool, escapes);
    start();
    QFile file(m_folder.filePath(escapes ? u"escaped"_s : u"family"_s));
    m_fixture->submitNamed(u"r"_s, u"family"_s, {{u"file"_s, file.fileName()}, {u"escapes"_s, escapes}});
    QTRY_VERIFY_WITH_TIMEOUT(file.exists() && file.size() > 0, 20'000);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qint64 child = file.readAll().trimmed().toLongLong();
    QVERIFY(child > 0 && isAlive(child));
    m_executor->cancel({u"r"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->outcome(u"r"_s), u"cancelled"_s, 20'000);
    QVERIFY(!isAlive(child));
}

void ProcessPoolExecutorTest::cancel_whileStarting_finishes()
{
    start();
    m_fixture->submitNamed(u"a"_s, u"hang"_s);
    m_executor->cancel({u"a"_s});
    QTRY_COMPARE(m_fixture->outcome(u"a"_s), u"cancelled"_s);
    const auto connection = connect(m_executor, &Executor::started, this, [this](const RunId &id) { m_executor->cancel(id); });
    m_fixture->submitNamed(u"b"_s, u"hang"_s);
    QTRY_COMPARE(m_fixture->outcome(u"b"_s), u"cancelled"_s);
    disconnect(connection);
    QVERIFY(processOfWorker() > 0);
}

void ProcessPoolExecutorTest::cancel_deaf_isKilled()
{
    start();
    hangIn(u"r"_s, {{u"deaf"_s, true}});
    m_executor->cancel({u"r"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->outcome(u"r"_s), u"cancelled"_s, 30'000);
}

void ProcessPoolExecutorTest::timeout_working_endsTheWorker()
{
    start(1);
    m_fixture->submitNamed(u"r"_s, u"hang"_s, {}, 0.05);
    m_fixture->submitNamed(u"next"_s, u"echo"_s, {}, 60);
    QTRY_COMPARE(m_fixture->outcome(u"r"_s), u"timeout"_s);
    QCOMPARE(m_fixture->reason(u"r"_s), u"It took longer than 0.05 s"_s);
    QTRY_COMPARE(m_fixture->outcome(u"next"_s), u"success"_s);
}

void ProcessPoolExecutorTest::start_impossible_isAnErrorOfEachRun_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("patience");
    QTest::addColumn<QString>("reason");
    const QString shell = u"/bin/sh"_s;
    QTest::newRow("no program") << u"/no/such/program"_s << QStringList() << 30'000 << u"could not be started"_s;
    QTest::newRow("other arguments") << shell << QStringList{u"-c"_s, u"exit 3"_s} << 30'000 << u"exit code 3"_s;
    QTest::newRow("prints") << shell << QStringList{u"-c"_s, u"echo Usage: a program; exec sleep 60"_s} << 30'000
                            << u"is no worker process"_s;
    QTest::newRow("is silent") << shell << QStringList{u"-c"_s, u"exec sleep 60"_s} << 50 << u"did not report"_s;
    const QString nonsense = u"echo 'Reveille worker 1'; printf '\\0\\0\\0\\001x'; exec sleep 60"_s;
    QTest::newRow("answers nonsense") << shell << QStringList{u"-c"_s, nonsense} << 30'000 << u"could not be understood"_s;
}

void ProcessPoolExecutorTest::start_impossible_isAnErrorOfEachRun()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, patience);
    QFETCH(const QString, reason);
    start(2, {program, arguments, milliseconds(patience)});
    for (int i = 0; i < 5; ++i)
        m_fixture->submitNamed(QString::number(i), u"echo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->results.size(), size_t(5), 20'000);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_fixture->outcome(QString::number(i)), u"error"_s);
        QVERIFY2(m_fixture->reason(QString::number(i)).contains(reason), qPrintable(m_fixture->reason(QString::number(i))));
    }
    QCOMPARE(m_executor->workerCount(), 0);
    QCOMPARE(m_executor->activeCount(), 0);
}

void ProcessPoolExecutorTest::start_insideWorker_isRefused()
{
    qputenv(WorkerMark, "1");
    start();
    m_fixture->submitNamed(u"r"_s, u"echo"_s);
    qunsetenv(WorkerMark);
    QCOMPARE(m_fixture->outcome(u"r"_s), u"error"_s);
    QCOMPARE(m_fixture->events, (QStringList{u"started r"_s, u"finished r"_s}));
    QCOMPARE(m_executor->workerCount(), 0);
}

void ProcessPoolExecutorTest::worker_inputEnds_ends()
{
    QProcess worker;
    worker.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(WorkerArgument)});
    QVERIFY(worker.waitForStarted());
    worker.closeWriteChannel();
    QVERIFY(worker.waitForFinished());
    QCOMPARE(worker.exitStatus(), QProcess::NormalExit);
    QCOMPARE(worker.exitCode(), 0);
    QCOMPARE(worker.readAllStandardOutput(), WorkerGreeting.toByteArray());
}

void ProcessPoolExecutorTest::destroy_working_endsAll()
{
    start(3);
    hangIn(u"a"_s);
    const pid_t idle = processOfWorker();
    hangIn(u"deaf"_s, {{u"deaf"_s, true}});
    m_fixture->submitNamed(u"c"_s, u"hang"_s);
    m_fixture->submitNamed(u"queued"_s, u"echo"_s);
    m_fixture->results.clear();
    m_fixture->destroyExecutor();
    QVERIFY(::kill(idle, 0) != 0);
    QCoreApplication::processEvents();
    QVERIFY(m_fixture->results.empty());
}

void ProcessPoolExecutorTest::scheduler_workerCrashes_tellsAndRunsItAgain()
{
    Program program({{u"reveille.executors.default.type"_s, u"processpool"_s}}, workerFunctions());
    QStringList errors;
    QObject::connect(program.scheduler.get(), &QtScheduler::eventsHappened, program.scheduler.get(), [&](const QList<Event> &news) {
        for (const Event &event : news) {
            if (event.type == EventType::JobError)
                errors.append(event.jobId().value + u' ' + QString::number(event.run->attempt) + u' ' + event.run->reason);
        }
    });
    program.start();
    QVERIFY(program.wait(program.scheduler->addJob({{u"id"_s, u"a"_s}, {u"trigger"_s, EachMinute},
        {u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 1}}},
        {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"crash"_s}, {u"arguments"_s, QJsonObject{{u"signal"_s, SIGSEGV}}}}}})));
    program.advance(1min);
    QTRY_COMPARE(errors.size(), 1);
    program.advance(1s);
    QTRY_COMPARE(errors.size(), 2);
    program.advance(1min);
    QTRY_COMPARE(errors.size(), 3);
    for (const QString &error : std::as_const(errors))
        QVERIFY2(error.contains(u"SIGSEGV"_s), qPrintable(error));
    QVERIFY(errors[1].startsWith(u"a 2"_s));
    QVERIFY(program.wait(program.scheduler->shutdown(1s)));
}

void ProcessPoolExecutorTest::scheduler_ownFunction_isRefused()
{
    Program program({{u"reveille.executors.default.type"_s, u"processpool"_s}});
    program.start();
    QCOMPARE(program.errorOf(program.scheduler->addJob(u"a"_s, [] {}, EachMinute)).key, u"executor"_s);
}

REVEILLE_TEST(ProcessPoolExecutorTest)

#include "tst_processpoolexecutor.moc"
