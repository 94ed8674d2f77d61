// SPDX-License-Identifier: MIT
#include "core/tasks/commandrun.h"

#include "core/tasks/processtree.h"

#include <QDir>
#include <QStandardPaths>

#include <cstring>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

QString signalName(int number)
{
    const char *name = ::sigabbrev_np(number);
    return name ? u"SIG"_s + QLatin1StringView(name) : QString::number(number);
}

} // namespace

CommandRun::CommandRun(const Command &command, const TaskContext &context) : m_command(command), m_runId(context.runId)
{
    QProcessEnvironment environment = command.environment;
    environment.insert(u"REVEILLE_RUN_ID"_s, context.runId.value);
    environment.insert(u"REVEILLE_JOB_ID"_s, context.jobId.value);
    m_process->setProcessEnvironment(environment);
    m_process->setProgram(command.program);
    m_process->setArguments(command.arguments);
    m_process->setWorkingDirectory(command.workingDirectory);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] { ::setsid(); });
    connect(m_process.get(), &QProcess::errorOccurred, this, &CommandRun::onErrorOccurred);
    connect(m_process.get(), &QProcess::finished, this, &CommandRun::onFinished);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &CommandRun::readOutput);
    connect(&m_output, &OutputRecorder::added, this, &CommandRun::outputAdded);
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer); // never early
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        endEarly(Outcome::Timeout, tr("It took longer than %1 s").arg(toSeconds(m_command.timeout)));
    });
}

CommandRun::~CommandRun()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning) {
        m_tree->kill();
        m_process->waitForFinished(); // it is dead; only QProcess does not know yet
    }
}

void CommandRun::start()
{
    if (const QString reason = whyItCannotStart(); !reason.isEmpty()) {
        end({.outcome = Outcome::Error, .reason = reason});
        return;
    }
    ProcessTree::adoptOrphans();
    m_process->start(QIODevice::ReadOnly);
    if (m_process->state() == QProcess::NotRunning) // there could be no new process
        return;
    m_tree = new ProcessTree(m_process->processId(), m_runId, this);
    connect(m_tree, &ProcessTree::ended, this, [this] {
        m_treeEnded = true;
        endWhenAllEnded();
    });
    connect(m_tree, &ProcessTree::givenUp, this, &CommandRun::endWithoutProcess);
    if (m_command.timeout > 0ms)
        m_timeout.start(m_command.timeout);
}

QString CommandRun::whyItCannotStart() const
{
    const QString folder = m_command.workingDirectory;
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        return tr("The working directory “%1” does not exist").arg(folder);
    if (!m_command.program.contains(u'/')) {
        return QStandardPaths::findExecutable(m_command.program).isEmpty()
            ? tr("The program “%1” was not found").arg(m_command.program)
            : QString();
    }
    const QFileInfo program(QDir(folder.isEmpty() ? QDir::currentPath() : folder), m_command.program);
    if (!program.exists())
        return tr("The program “%1” was not found").arg(m_command.program);
    if (program.isDir() || !program.isExecutable())
        return tr("“%1” can't be executed").arg(m_command.program);
    return {};
}

void CommandRun::onErrorOccurred(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart) {
        m_timeout.stop();
        endWith(m_early.value_or(TaskResult{
            .outcome = Outcome::Error,
            .reason = tr("“%1” could not be started: %2").arg(m_command.program, m_process->errorString())}));
    }
}

void CommandRun::onFinished()
{
    m_timeout.stop();
    readOutput();
    if (m_early) {
        endWhenAllEnded();
        return;
    }
    // What it left behind in the background, and which may hold its output open, is not waited for.
    m_tree->leaveAlone();
    endWith(resultByExit());
}

void CommandRun::cancel()
{
    endEarly(Outcome::Cancelled, u"cancelled"_s);
}

void CommandRun::endEarly(Outcome outcome, const QString &reason)
{
    if (m_early || hasEnded())
        return;
    m_early = TaskResult{.outcome = outcome, .reason = reason};
    m_timeout.stop();
    if (m_tree)
        m_tree->end();
    else
        endWith(*m_early);
}

void CommandRun::endWhenAllEnded()
{
    if (m_treeEnded && m_process->state() == QProcess::NotRunning)
        endWith(*m_early);
}

void CommandRun::endWithoutProcess()
{
    readOutput();
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning) {
        // A QProcess waits for its process when it is destroyed, and this one may not end before the computer does. So it
        // belongs to itself from here on; the tree goes with it, so that nobody else takes leave of the process.
        QProcess *process = m_process.release();
        m_tree->disconnect(this);
        m_tree->setParent(process);
        process->closeReadChannel(QProcess::StandardOutput);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
    endWith(*m_early);
}

void CommandRun::readOutput()
{
    m_output.append(m_process->readAllStandardOutput());
}

TaskResult CommandRun::resultByExit() const
{
    if (m_process->exitStatus() == QProcess::CrashExit) {
        return {.outcome = Outcome::Error,
                .reason = tr("It was ended by the signal %1").arg(signalName(m_process->exitCode()))};
    }
    const int code = m_process->exitCode();
    if (m_command.successExitCodes.contains(code))
        return {.exitCode = code};
    return {.outcome = Outcome::Error, .reason = tr("exit code %1").arg(code), .exitCode = code};
}

void CommandRun::endWith(TaskResult result)
{
    m_output.flush();
    m_output.writeTo(result);
    end(result);
}

} // namespace reveille
