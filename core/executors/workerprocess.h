// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functioncall.h"

#include <QProcess>
#include <QTimer>

#include <optional>

namespace reveille {

class ProcessTree;

/// How to start a worker process. By default: this program itself, also when its file has been replaced meanwhile.
struct WorkerProgram
{
    QString program = QStringLiteral("/proc/self/exe");
    QStringList arguments = {}; ///< before WorkerArgument
    std::chrono::milliseconds patience = std::chrono::seconds(30); ///< until it must have greeted
};

/// One worker process as seen by the program that starts it. It takes one call at a time, and whatever becomes of the
/// process, the call ends with one done().
class WorkerProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkerProcess)

public:
    explicit WorkerProcess(const WorkerProgram &program, QObject *parent = nullptr);
    /// Ends the process, without a done().
    ~WorkerProcess() override;

    /// Calls a registered function; `timeout` 0: no limit. Only for one that is idle.
    void call(const Job &job, const TaskContext &context, milliseconds timeout);
    /// Ends the process with all that its function started: asks them, and makes them after five seconds. Its call is done with
    /// `result` then.
    void endEarly(const TaskResult &result);
    /// Tells the process that nothing more will come; an idle one then ends, a busy one is asked to.
    void close();

    [[nodiscard]] bool isIdle() const { return !m_runId && !m_early && !m_isGone; }
    [[nodiscard]] const std::optional<RunId> &runId() const { return m_runId; }

Q_SIGNALS:
    /// It has taken the call.
    void began(const reveille::RunId &runId);
    /// The process has ended; this object can't be used any more. Comes before the done() of its call, if there is one.
    void gone();
    void done(const reveille::RunId &runId, const reveille::TaskResult &result);

private:
    void start();
    void onErrorOccurred(QProcess::ProcessError error);
    void onFinished();
    void onReadyRead();
    void onGreeting();
    void onAnswer(const QByteArray &json);
    void leaveWhenAllEnded();
    void leave();
    void endCall(const TaskResult &result);
    [[nodiscard]] TaskResult resultByExit() const;

    const WorkerProgram m_program;
    QProcess m_process;
    ProcessTree *m_tree = nullptr; ///< from start() on, unless that failed
    QTimer m_timeout;  ///< of the call
    QTimer m_patience; ///< until it must have greeted
    milliseconds m_timeLimit = 0ms;
    std::optional<RunId> m_runId; ///< of its call
    std::optional<TaskResult> m_early; ///< why it is being ended
    bool m_treeEnded = false;
    bool m_hasGreeted = false;
    bool m_isGone = false;
};

} // namespace reveille
