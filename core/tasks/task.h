// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace reveille {

class ReminderPresenter;

/// How much of a run's output is kept: the first half and the last half of it.
inline constexpr qsizetype OutputLimit = 256 * 1024;
/// Of a task: a QTimer counts its milliseconds in 31 bits, which are a little more.
inline constexpr std::chrono::milliseconds LongestTimeout = std::chrono::days(24);

/// How a task ended.
struct TaskResult
{
    Outcome outcome = Outcome::Success; ///< Success, Error, Timeout or Cancelled
    QString reason = {};                ///< empty on success
    std::optional<int> exitCode = {};
    QByteArray output = {};
    bool outputTruncated = false;
};

/// What a run gives to its task.
struct TaskContext
{
    JobId jobId;
    RunId runId;
    QString jobName;
    TimePoint scheduledAt;
    int attempt = 1;
};

/// One execution of a task, on an event loop: start() returns at once and finished() is emitted exactly once after it,
/// never from inside start().
class TaskRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskRun)

public:
    explicit TaskRun(QObject *parent = nullptr) : QObject(parent) {}

    virtual void start() = 0;
    /// Ends it early; finished() follows, with Outcome::Cancelled unless it was over already. May be called repeatedly.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// More output while it runs.
    void outputAdded(const QByteArray &data);
    void finished(const reveille::TaskResult &result);

protected:
    /// Emits finished(), from the event loop; only the first call counts.
    void end(const TaskResult &result);
    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    bool m_ended = false;
};

/// What a task type needs from its surroundings.
struct TaskServices
{
    QNetworkAccessManager &network; ///< lives on the engine thread
    ReminderPresenter &reminders;
};

/// A kind of task: checks its JSON, and either makes runs that wait for others (createRun()) or names a function that computes
/// (function()): that is what executors go by. To add one, write a subclass and name it in TaskRegistry::builtIn().
class TaskType
{
public:
    virtual ~TaskType() = default;

    /// The `type` in JSON.
    [[nodiscard]] virtual QString type() const = 0;
    /// Checks a task's JSON, fills in nothing that the person did not say, and refuses unknown keys.
    [[nodiscard]] virtual Result<CheckedTask> check(const QJsonObject &task) const = 0;
    /// A run of a task that check() accepted, for an event loop; null where function() is not. Called on the engine thread.
    [[nodiscard]] virtual std::unique_ptr<TaskRun> createRun(const QJsonObject &task, const TaskContext &context,
                                                             const TaskServices &services) const = 0;
    /// What a job of this type calls, on whatever thread or process its executor has for it; null: createRun() has its runs.
    [[nodiscard]] virtual std::shared_ptr<const Function> function(const Job &) const { return nullptr; }
};

} // namespace reveille

Q_DECLARE_METATYPE(reveille::TaskResult)
