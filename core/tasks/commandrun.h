// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/numberranges.h"
#include "core/tasks/outputrecorder.h"

#include <QCoreApplication>
#include <QProcess>

#include <memory>
#include <optional>

namespace reveille {

class ProcessTree;

/// What to run, and how.
struct Command
{
    QString program; ///< a path, or a name to look for in PATH
    QStringList arguments;
    QString workingDirectory; ///< empty: ours
    QProcessEnvironment environment;
    milliseconds timeout = 0ms; ///< 0: none
    NumberRanges successExitCodes;
};

/// One execution of a command, in a session of its own so that all of it can be ended.
class CommandRun final : public TaskRun
{
    Q_DECLARE_TR_FUNCTIONS(CommandRun)

public:
    CommandRun(const Command &command, const TaskContext &context);
    /// What still runs is killed.
    ~CommandRun() override;

    void start() override;
    void cancel() override;

private:
    [[nodiscard]] QString whyItCannotStart() const;
    void onErrorOccurred(QProcess::ProcessError error);
    void onFinished();
    void endEarly(Outcome outcome, const QString &reason);
    void endWhenAllEnded();
    void endWithoutProcess();
    void readOutput();
    [[nodiscard]] TaskResult resultByExit() const;
    void endWith(TaskResult result);

    const Command m_command;
    const RunId m_runId;
    std::unique_ptr<QProcess> m_process = std::make_unique<QProcess>(); ///< null: given up
    ProcessTree *m_tree = nullptr; ///< from start() on, unless that failed
    OutputRecorder m_output;
    QTimer m_timeout;
    std::optional<TaskResult> m_early; ///< how it is to end, where it does not by itself
    bool m_treeEnded = false;
};

} // namespace reveille
