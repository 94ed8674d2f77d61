// SPDX-License-Identifier: MIT
#include "core/executors/workerprocess.h"

#include "core/executors/workerprotocol.h"

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds Patience = 5s;
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
        if (m_early)
            sendSignal(SIGKILL);
        else
            endEarly({.outcome = Outcome::Error,
                      .reason = tr("The worker process did not report; does main() call runWorkerIfAsked()?")});
    });
}

WorkerProcess::~WorkerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    close();
    if (!m_process.waitForFinished(int(PatienceAtTheEnd.count()))) {
        sendSignal(SIGKILL);
        m_process.waitForFinished();
    }
}

void WorkerProcess::start()
{
    if (qEnvironmentVariableIsSet(WorkerMark)) {
        endEarly({.outcome = Outcome::Error,
                  .reason = tr("This is a worker process itself; does main() call runWorkerIfAsked()?")});
        return;
    }
    // Its own group, so that Ctrl-C in a terminal is not for it, and that what its functions start ends with it.
    m_process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(WorkerMark), u"1"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_patience.start(m_program.patience);
    m_process.start(m_program.program, m_program.arguments + QStringList{QString::fromLatin1(WorkerArgument)});
    m_processId = m_process.processId();
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
    if (m_process.state() == QProcess::NotRunning) {
        leave();
        return;
    }
    m_patience.start(Patience);
    sendSignal(SIGTERM);
}

void WorkerProcess::close()
{
    m_process.closeWriteChannel();
    if (m_runId)
        sendSignal(SIGTERM);
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
    if (m_early)
        sendSignal(SIGKILL); // to what its function started and did not obey
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

void WorkerProcess::sendSignal(int number)
{
    if (m_processId > 0 && ::kill(pid_t(-m_processId), number) != 0 && m_process.processId() > 0)
        ::kill(pid_t(m_processId), number); // it has no group yet
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
