// SPDX-License-Identifier: MIT
#include "tests/support/taskfixture.h"
#include "tests/support/test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>

using namespace reveille;
using namespace Qt::StringLiterals;

class CommandTaskTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void check_goodTask_isKeptAsItIs();
    void check_name_isWhatRuns();
    void check_badTask_namesTheKey_data();
    void check_badTask_namesTheKey();
    void run_program_capturesBothStreams();
    void run_program_getsItsArgumentsAsTheyAre();
    void run_commandLine_isSplitWithoutShell();
    void run_shell_hasPipes();
    void run_environment_isAdded();
    void run_workingDirectory_isUsed();
    void run_input_isEmpty();
    void run_exitCode_isJudged_data();
    void run_exitCode_isJudged();
    void run_signal_isNamed();
    void run_impossible_saysWhy_data();
    void run_impossible_saysWhy();
    void run_muchOutput_keepsBothEnds();
    void run_output_isPassedOnWhileItRuns();
    void run_grandchildHoldsThePipe_endsAnyway();
    void run_leftBehind_goesOn();
    void timeout_sleeper_endsAtOnce();
    void timeout_endlessPrinter_isKilledWithAllItStarted();
    void timeout_orphansWithCleanEnvironment_areKilled();
    void timeout_orphanOfAnEndedParent_isKilled();
    void cancel_running_isCancelledOnce();
    void cancel_atOnce_isCancelled();
    void destroy_running_killsAll();
    void end_normally_leavesNoZombie();

private:
    [[nodiscard]] static QJsonObject shell(const QString &line, double timeout = 0);
    [[nodiscard]] static QJsonObject program(const QString &name, const QStringList &arguments = {});
    /// Processes, zombies too, whose command line or environment contains the mark.
    [[nodiscard]] static QStringList processesWith(const QByteArray &mark);
    [[nodiscard]] static qint64 residentKiB();
    [[nodiscard]] static QStringList zombieChildren();

    TaskFixture m_fixture;
};

QJsonObject CommandTaskTest::shell(const QString &line, double timeout)
{
    return {{u"type"_s, u"command"_s}, {u"command_line"_s, line}, {u"shell"_s, true}, {u"timeout"_s, timeout}};
}

QJsonObject CommandTaskTest::program(const QString &name, const QStringList &arguments)
{
    return {{u"type"_s, u"command"_s}, {u"program"_s, name}, {u"arguments"_s, QJsonArray::fromStringList(arguments)}};
}

QStringList CommandTaskTest::processesWith(const QByteArray &mark)
{
    QStringList found;
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        for (const QString &name : {u"environ"_s, u"cmdline"_s}) {
            QFile file(u"/proc/%1/%2"_s.arg(pid, name));
            if (pid.toLongLong() != QCoreApplication::applicationPid() && file.open(QIODevice::ReadOnly)
                && file.readAll().contains(mark))
                found.append(pid);
        }
    }
    return found;
}

QStringList CommandTaskTest::zombieChildren()
{
    QStringList found;
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile file(u"/proc/%1/stat"_s.arg(pid));
        if (file.open(QIODevice::ReadOnly)
            && file.readAll().contains(") Z " + QByteArray::number(QCoreApplication::applicationPid()) + ' '))
            found.append(pid);
    }
    return found;
}

qint64 CommandTaskTest::residentKiB()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

void CommandTaskTest::check_goodTask_isKeptAsItIs()
{
    const QJsonObject task{{u"type"_s, u"command"_s}, {u"program"_s, u"/usr/bin/pg_dump"_s},
                           {u"arguments"_s, QJsonArray{u"-f"_s, u""_s}}, {u"working_directory"_s, u"/srv"_s},
                           {u"environment"_s, QJsonObject{{u"PGUSER"_s, u"me"_s}}}, {u"timeout"_s, 0.5},
                           {u"success_exit_codes"_s, u"0, 2-4"_s}};
    const CheckedTask checked = m_fixture.tasks.check(task).value();
    QCOMPARE(checked.json, task);
    QVERIFY(checked.misfireGraceTime == milliseconds(24h));
    QCOMPARE(checked.delivery, Delivery::AtMostOnce);
}

void CommandTaskTest::check_name_isWhatRuns()
{
    QCOMPARE(m_fixture.tasks.check(program(u"/usr/bin/pg_dump"_s)).value().name, u"pg_dump"_s);
    QCOMPARE(m_fixture.tasks.check(shell(u"a |\n b"_s)).value().name, u"a | b"_s);
}

void CommandTaskTest::check_badTask_namesTheKey_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("key");
    QTest::newRow("nothing") << QByteArray("{}") << u"program"_s;
    QTest::newRow("empty program") << QByteArray(R"({"program": " "})") << u"program"_s;
    QTest::newRow("both") << QByteArray(R"({"program": "a", "command_line": "b"})") << u"command_line"_s;
    QTest::newRow("empty line") << QByteArray(R"({"command_line": " "})") << u"command_line"_s;
    QTest::newRow("empty shell line") << QByteArray(R"({"command_line": " ", "shell": true})") << u"command_line"_s;
    QTest::newRow("arguments of a line") << QByteArray(R"({"command_line": "a", "arguments": ["b"]})") << u"arguments"_s;
    QTest::newRow("shell of a program") << QByteArray(R"({"program": "a", "shell": true})") << u"shell"_s;
    QTest::newRow("null character in an argument") << QByteArray(R"({"program": "a", "arguments": ["\u0000"]})") << u"arguments"_s;
    QTest::newRow("number as argument") << QByteArray(R"({"program": "a", "arguments": [1]})") << u"arguments"_s;
    QTest::newRow("relative folder") << QByteArray(R"({"program": "a", "working_directory": "b"})") << u"working_directory"_s;
    QTest::newRow("bad variable") << QByteArray(R"({"program": "a", "environment": {"A=B": "c"}})") << u"environment"_s;
    QTest::newRow("number as variable") << QByteArray(R"({"program": "a", "environment": {"A": 1}})") << u"environment"_s;
    QTest::newRow("negative timeout") << QByteArray(R"({"program": "a", "timeout": -1})") << u"timeout"_s;
    QTest::newRow("bad exit codes") << QByteArray(R"({"program": "a", "success_exit_codes": "0-"})") << u"success_exit_codes"_s;
    QTest::newRow("falling exit codes") << QByteArray(R"({"program": "a", "success_exit_codes": "4-2"})") << u"success_exit_codes"_s;
    QTest::newRow("exit code too large") << QByteArray(R"({"program": "a", "success_exit_codes": "256"})") << u"success_exit_codes"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"program": "a", "cwd": "/"})") << u"cwd"_s;
}

void CommandTaskTest::check_badTask_namesTheKey()
{
    QFETCH(QByteArray, task);
    QJsonObject json = QJsonDocument::fromJson(task).object();
    json[u"type"_s] = u"command"_s;
    QTEST(m_fixture.errorKey(json), "key");
}

void CommandTaskTest::run_program_capturesBothStreams()
{
    const TaskResult result = m_fixture.run(shell(u"echo one; echo two >&2; printf three"_s));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.exitCode, std::optional<int>(0));
    QCOMPARE(result.output, "one\ntwo\nthree");
    QVERIFY(result.reason.isEmpty());
    QVERIFY(!result.outputTruncated);
}

void CommandTaskTest::run_program_getsItsArgumentsAsTheyAre()
{
    QCOMPARE(m_fixture.run(program(u"printf"_s, {u"[%s]"_s, u"a b"_s, u""_s, u"$HOME;\"'*"_s, u"每"_s})).output,
             QByteArray("[a b][][$HOME;\"'*][每]"));
}

void CommandTaskTest::run_commandLine_isSplitWithoutShell()
{
    QCOMPARE(m_fixture.run({{u"type"_s, u"command"_s}, {u"command_line"_s, u"printf '[%s]' \"a b\" $HOME |"_s}}).output,
             QByteArray("'[a b]''[$HOME]''[|]'"));
}

void CommandTaskTest::run_shell_hasPipes()
{
    QCOMPARE(m_fixture.run(shell(u"echo abc | tr a-c x-z"_s)).output, "xyz\n");
}

void CommandTaskTest::run_environment_isAdded()
{
    QJsonObject task = shell(u"echo $A $REVEILLE_RUN_ID $REVEILLE_JOB_ID; test -n \"$PATH\""_s);
    task[u"environment"_s] = QJsonObject{{u"A"_s, u"x=y"_s}, {u"REVEILLE_RUN_ID"_s, u"forged"_s}};
    const TaskResult result = m_fixture.run(task);
    QCOMPARE(result.output, "x=y run1 job1\n");
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
}

void CommandTaskTest::run_workingDirectory_isUsed()
{
    QJsonObject task = program(u"pwd"_s);
    task[u"working_directory"_s] = u"/usr"_s;
    QCOMPARE(m_fixture.run(task).output, "/usr\n");
}

void CommandTaskTest::run_input_isEmpty()
{
    QCOMPARE(toString(m_fixture.run(program(u"cat"_s)).outcome), toString(Outcome::Success));
}

void CommandTaskTest::run_exitCode_isJudged_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("good");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("0") << 0 << u"0"_s << Outcome::Success;
    QTest::newRow("3") << 3 << u"0"_s << Outcome::Error;
    QTest::newRow("3 allowed") << 3 << u"0,2-4"_s << Outcome::Success;
    QTest::newRow("0 not allowed") << 0 << u"1"_s << Outcome::Error;
    QTest::newRow("255") << 255 << u"1-254"_s << Outcome::Error;
}

void CommandTaskTest::run_exitCode_isJudged()
{
    QFETCH(int, code);
    QFETCH(QString, good);
    QJsonObject task = shell(u"exit %1"_s.arg(code));
    task[u"success_exit_codes"_s] = good;
    const TaskResult result = m_fixture.run(task);
    QFETCH(Outcome, outcome);
    QCOMPARE(toString(result.outcome), toString(outcome));
    QCOMPARE(result.exitCode, std::optional(code));
    QCOMPARE(result.reason, result.outcome == Outcome::Success ? QString() : u"exit code %1"_s.arg(code));
}

void CommandTaskTest::run_signal_isNamed()
{
    const TaskResult result = m_fixture.run(shell(u"kill -SEGV $$"_s));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY2(result.reason.contains(u"SIGSEGV"), qPrintable(result.reason));
    QVERIFY(!result.exitCode);
}

void CommandTaskTest::run_impossible_saysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("part");
    QTest::newRow("no program in PATH") << u"no-such-program"_s << u"/"_s << u"no-such-program"_s;
    QTest::newRow("no program") << u"/no/such"_s << u"/"_s << u"/no/such"_s;
    QTest::newRow("a folder") << u"/etc"_s << u"/"_s << u"/etc"_s;
    QTest::newRow("a file") << u"/etc/hostname"_s << u"/"_s << u"/etc/hostname"_s;
    QTest::newRow("no folder") << u"/bin/true"_s << u"/no/folder"_s << u"/no/folder"_s;
}

void CommandTaskTest::run_impossible_saysWhy()
{
    QFETCH(QString, name);
    QFETCH(QString, folder);
    QFETCH(QString, part);
    QJsonObject task = program(name);
    task[u"working_directory"_s] = folder;
    const TaskResult result = m_fixture.run(task);
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY2(result.reason.contains(part), qPrintable(result.reason));
    QVERIFY(!result.exitCode);
}

void CommandTaskTest::run_muchOutput_keepsBothEnds()
{
    const TaskResult result = m_fixture.run(shell(u"echo begin; yes | head -c 5000000; echo end"_s));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.output.size(), OutputLimit);
    QVERIFY(result.outputTruncated);
    QVERIFY(result.output.startsWith("begin\n"));
    QVERIFY(result.output.endsWith("end\n"));
}

void CommandTaskTest::run_output_isPassedOnWhileItRuns()
{
    QTemporaryDir folder;
    const auto run = m_fixture.create(shell(u"echo first; until test -e %1/go; do sleep 0.02; done; echo second"_s.arg(folder.path())));
    QSignalSpy output(run.get(), &TaskRun::outputAdded);
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    QVERIFY(output.wait());
    QCOMPARE(output[0][0].toByteArray(), "first\n");
    QVERIFY(QFile(folder.filePath(u"go"_s)).open(QIODevice::WriteOnly));
    QCOMPARE(m_fixture.waitFor(finished).output, "first\nsecond\n");
    QCOMPARE(output.last()[0].toByteArray(), "second\n");
}

void CommandTaskTest::run_grandchildHoldsThePipe_endsAnyway()
{
    QElapsedTimer timer;
    timer.start();
    const TaskResult result = m_fixture.run(shell(u"sleep 30 & echo $!"_s));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QVERIFY(timer.elapsed() < 10'000);
    const pid_t sleeper = result.output.trimmed().toInt();
    QVERIFY(sleeper > 1);
    QCOMPARE(::kill(sleeper, SIGKILL), 0);
    QCOMPARE(::waitpid(sleeper, nullptr, 0), sleeper); // adopted
}

void CommandTaskTest::run_leftBehind_goesOn()
{
    QTemporaryDir folder;
    const QString line = u"(until test -e %1/go; do sleep 0.02; done; touch %1/done) > /dev/null 2>&1 & echo $!"_s.arg(folder.path());
    const TaskResult result = m_fixture.run(shell(line));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QVERIFY(QFile(folder.filePath(u"go"_s)).open(QIODevice::WriteOnly));
    QTRY_VERIFY(QFileInfo::exists(folder.filePath(u"done"_s)));
    QVERIFY(::waitpid(result.output.trimmed().toInt(), nullptr, 0) > 1); // adopted
}

void CommandTaskTest::timeout_sleeper_endsAtOnce()
{
    QElapsedTimer timer;
    timer.start();
    const TaskResult result = m_fixture.run(shell(u"echo out; sleep 60"_s, 0.3));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QVERIFY(result.output.startsWith("out\n")); // then the shell may say that its child was terminated
    QVERIFY(!result.reason.isEmpty());
    QVERIFY2(timer.elapsed() >= 300 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void CommandTaskTest::timeout_endlessPrinter_isKilledWithAllItStarted()
{
    const auto run = m_fixture.create(
        shell(u"trap '' TERM; setsid sh -c \"trap '' TERM; while :; do sleep 0.1; done\" & (trap '' TERM; sleep 61) & "
              "yes"_s, 1), u"stubborn"_s);
    const qint64 before = residentKiB();
    QElapsedTimer timer;
    timer.start();
    const TaskResult result = m_fixture.finish(*run);
    const qint64 grown = residentKiB() - before;
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QVERIFY2(timer.elapsed() < 7000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(processesWith("REVEILLE_RUN_ID=stubborn"), QStringList());
    qInfo("ended after %lld ms; memory grew by %lld KiB", timer.elapsed(), grown);
    QVERIFY2(grown < 16 * 1024 || REVEILLE_SANITIZED, qPrintable(QString::number(grown)));
    QCOMPARE(zombieChildren(), QStringList());
}

void CommandTaskTest::timeout_orphansWithCleanEnvironment_areKilled()
{
    const TaskResult result = m_fixture.run(shell(u"env -i setsid sleep 60.7 & sleep 60"_s, 0.5));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QCOMPARE(processesWith(QByteArray("sleep\00060.7", 10)), QStringList());
    QCOMPARE(zombieChildren(), QStringList());
}

// Nothing tells whose it is but that it came to us while the command was running.
void CommandTaskTest::timeout_orphanOfAnEndedParent_isKilled()
{
    const TaskResult result = m_fixture.run(shell(u"(env -i setsid sleep 60.8 &); sleep 60"_s, 0.5));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QCOMPARE(processesWith(QByteArray("sleep\00060.8", 10)), QStringList());
    QCOMPARE(zombieChildren(), QStringList());
}

void CommandTaskTest::cancel_running_isCancelledOnce()
{
    const auto run = m_fixture.create(shell(u"echo out; sleep 60"_s));
    QSignalSpy output(run.get(), &TaskRun::outputAdded);
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    QVERIFY(output.wait());
    run->cancel();
    run->cancel();
    QVERIFY(finished.isEmpty());
    const TaskResult result = m_fixture.waitFor(finished);
    QCOMPARE(toString(result.outcome), toString(Outcome::Cancelled));
    QCOMPARE(result.reason, u"cancelled"_s);
    QVERIFY(result.output.startsWith("out\n")); // then the shell may say that its child was terminated
    run->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

void CommandTaskTest::cancel_atOnce_isCancelled()
{
    const auto run = m_fixture.create(shell(u"sleep 60"_s), u"early"_s);
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    run->cancel();
    QVERIFY(finished.isEmpty());
    QCOMPARE(toString(m_fixture.waitFor(finished).outcome), toString(Outcome::Cancelled));
    QCOMPARE(processesWith("REVEILLE_RUN_ID=early"), QStringList());
}

void CommandTaskTest::destroy_running_killsAll()
{
    auto run = m_fixture.create(shell(u"echo out; sleep 60 & setsid sleep 60"_s), u"doomed"_s);
    QSignalSpy output(run.get(), &TaskRun::outputAdded);
    run->start();
    QVERIFY(output.wait());
    run.reset();
    QCOMPARE(processesWith("REVEILLE_RUN_ID=doomed"), QStringList());
}

void CommandTaskTest::end_normally_leavesNoZombie()
{
    for (int i = 0; i < 20; ++i)
        QCOMPARE(toString(m_fixture.run(program(u"true"_s)).outcome), toString(Outcome::Success));
    QCOMPARE(zombieChildren(), QStringList());
}

REVEILLE_TEST(CommandTaskTest)

#include "tst_commandtask.moc"
