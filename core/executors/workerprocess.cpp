// SPDX-License-Identifier: MIT
#include "core/executors/workerprocess.h"

#include "core/executors/workerprotocol.h"
#include "core/tasks/processtree.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds PatienceAtTheEnd = 2s;

QString signalName(int number)
{
    const char *name = ::sigabbrev_np(number);
    return name ? u"SIG"_s + QLatin1StringView(name) : u"?"_s;
}

TaskResult notUnderstood()
{
    return {.outcome = Outcome::Error, .reason = WorkerProcess::tr("The answer of the worker process could not be understood")};
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerProgram &program, QObject *parent) : QObject(parent), m_program(program)
{
    connect(&m_process, &QProcess::errorOccurred, this, &WorkerProcess::onErrorOccurred);
    connect(&m_process, &QProcess::finished, this, &WorkerProcess::onFinished);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::onReadyRead);
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer); // never early
    connect(&m_timeout, &QTimer::timeout, this, [this] { endEarly(timeoutResult(m_timeLimit)); });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        endEarly({.outcome = Outcome::Error, .reason = tr("The worker process did not report; does main() call runWorkerIfAsked()?")});
    });
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    close();
    const bool hasEnded = m_process.waitForFinished(int(PatienceAtTheEnd.count()));
    if (m_runId || !hasEnded)
        m_tree->kill();
    if (!hasEnded)
        m_process.waitForFinished();
}

void WorkerProcess::start()
{
    if (qEnvironmentVariableIsSet(WorkerMark)) {
        endEarly({.outcome = Outcome::Error,
                  .reason = tr("This is a worker process itself; does main() call runWorkerIfAsked()?")});
        return;
    }
    ProcessTree::adoptOrphans();
    // Its own session, so that Ctrl-C in a terminal is not for it, and that what its functions start ends with it.
    m_process.setChildProcessModifier([] {
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(WorkerMark), u"1"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_patience.start(m_program.patience);
    m_process.start(m_program.program, m_program.arguments + QStringList{QString::fromLatin1(WorkerArgument)});
    if (m_process.state() == QProcess::NotRunning) // there could be no new process
        return;
    m_tree = new ProcessTree(m_process.processId(), *m_runId, this);
    connect(m_tree, &ProcessTree::ended, this, [this] {
        m_treeEnded = true;
        leaveWhenAllEnded();
    });
    connect(m_tree, &ProcessTree::givenUp, this, [this] {
        m_treeEnded = true;
        endCall(*m_early);
        leaveWhenAllEnded();
    });
}

void WorkerProcess::call(const Job &job, const TaskContext &context, milliseconds timeout)
{
    Q_ASSERT(isIdle());
    m_runId = context.runId;
    m_timeLimit = timeout;
    if (timeout > 0ms)
        m_timeout.start(timeout);
    Q_EMIT began(context.runId);
    if (!m_isGone && m_process.state() == QProcess::NotRunning)
        start();
    if (m_isGone)
        return;
    m_tree->setRun(context.runId);
    m_process.write(frameOf({{u"name"_s, job.task.value("name"_L1)},
                             {u"arguments"_s, job.task.value("arguments"_L1).toObject()},
                             {u"job_id"_s, context.jobId.value},
                             {u"run_id"_s, context.runId.value},
                             {u"scheduled_at"_s, qint64(context.scheduledAt.time_since_epoch().count())},
                             {u"attempt"_s, context.attempt}}));
}

void WorkerProcess::endEarly(const TaskResult &result)
{
    if (m_early || m_isGone)
        return;
    m_early = result;
    m_timeout.stop();
    m_patience.stop();
    if (m_process.state() == QProcess::NotRunning) {
        leave();
        return;
    }
    m_tree->end();
}

void WorkerProcess::close()
{
    m_process.closeWriteChannel();
    const auto process = pid_t(m_process.processId());
    if (m_runId && process > 0 && ::kill(-process, SIGTERM) != 0)
        ::kill(process, SIGTERM); // it has no session yet
}

void WorkerProcess::onErrorOccurred(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    const QString reason = tr("The worker process could not be started: %1").arg(m_process.errorString());
    m_early = m_early.value_or(TaskResult{.outcome = Outcome::Error, .reason = reason});
    leave();
}

void WorkerProcess::onFinished()
{
    if (m_early) {
        leaveWhenAllEnded();
        return;
    }
    m_tree->leaveAlone(); // what its functions left behind
    leave();
}

void WorkerProcess::leaveWhenAllEnded()
{
    if (m_treeEnded && m_process.state() == QProcess::NotRunning)
        leave();
}

void WorkerProcess::onReadyRead()
{
    if (m_early)
        return;
    if (!m_hasGreeted) {
        onGreeting();
        if (!m_hasGreeted)
            return;
    }
    const QByteArray header = m_process.peek(FrameHeaderSize);
    if (header.size() < FrameHeaderSize)
        return;
    const quint32 length = frameLength(header.constData());
    if (!m_runId || length > LongestFrame) {
        endEarly(notUnderstood());
    } else if (m_process.bytesAvailable() >= FrameHeaderSize + qint64(length)) {
        m_process.skip(FrameHeaderSize);
        onAnswer(m_process.read(length));
    }
}

void WorkerProcess::onGreeting()
{
    const QByteArray start = m_process.peek(WorkerGreeting.size());
    if (start == WorkerGreeting) {
        m_process.skip(WorkerGreeting.size());
        m_hasGreeted = true;
        m_patience.stop();
    } else if (!WorkerGreeting.startsWith(start)) {
        endEarly({.outcome = Outcome::Error,
                  .reason = tr("“%1” is no worker process; does main() call runWorkerIfAsked()?").arg(m_program.program)});
    }
}

void WorkerProcess::onAnswer(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject answer = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        endEarly(notUnderstood());
    else if (const QJsonValue reason = answer.value("error"_L1); reason.isString())
        endCall(resultOf(tl::unexpected(reason.toString())));
    else
        endCall(resultOf(answer.value("value"_L1)));
}

// There is no process any more.
void WorkerProcess::leave()
{
    m_isGone = true;
    m_patience.stop();
    Q_EMIT gone();
    onReadyRead(); // it may have answered before it ended
    endCall(m_early.value_or(resultByExit()));
}

void WorkerProcess::endCall(const TaskResult &result)
{
    if (!m_runId)
        return;
    m_timeout.stop();
    const RunId id = *std::exchange(m_runId, std::nullopt);
    Q_EMIT done(id, result);
}

TaskResult WorkerProcess::resultByExit() const
{
    const int code = m_process.exitCode();
    const QString reason = m_process.exitStatus() == QProcess::CrashExit
        ? tr("The worker process was ended by signal %1 (%2)").arg(code).arg(signalName(code))
        : tr("The worker process ended by itself with exit code %1").arg(code);
    return {.outcome = Outcome::Error, .reason = reason};
}

} // namespace reveille
