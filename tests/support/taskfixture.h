// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/reminderpresenter.h"
#include "core/tasks/taskregistry.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>

namespace reveille {

/// Notes reminders and answers what it was told to.
class FakePresenter final : public ReminderPresenter
{
public:
    QFuture<Result<void>> show(const Reminder &reminder) override
    {
        shown.append(reminder);
        return answer;
    }

    QList<Reminder> shown;
    QFuture<Result<void>> answer = QtFuture::makeReadyFuture(Result<void>());
};

/// Runs tasks from their JSON, as an executor does.
class TaskFixture final
{
public:
    /// A run of a task that must be right; not yet started.
    [[nodiscard]] std::unique_ptr<TaskRun> create(const QJsonObject &task, const QString &runId = QStringLiteral("run1"))
    {
        const CheckedTask checked = tasks.check(task).value();
        TaskContext context;
        context.jobId = {QStringLiteral("job1")};
        context.runId = {runId};
        context.jobName = QStringLiteral("A job");
        return tasks.find(task.value(QStringLiteral("type")).toString())
            ->createRun(checked.json, context, {network, presenter});
    }

    /// Starts a run and waits for its end.
    [[nodiscard]] static TaskResult finish(TaskRun &run)
    {
        QSignalSpy finished(&run, &TaskRun::finished);
        run.start();
        return waitFor(finished);
    }
    [[nodiscard]] static TaskResult waitFor(QSignalSpy &finished)
    {
        if (finished.isEmpty() && !finished.wait(20'000))
            return {Outcome::Interrupted, QStringLiteral("the test waited in vain")};
        return finished.first().first().value<TaskResult>();
    }
    [[nodiscard]] TaskResult run(const QJsonObject &task) { return finish(*create(task)); }

    /// The key of the error; empty: there is none.
    [[nodiscard]] QString errorKey(const QJsonObject &task) const
    {
        const Result<CheckedTask> checked = tasks.check(task);
        return checked ? QString() : checked.error().key;
    }

    const TaskRegistry tasks = TaskRegistry::builtIn();
    QNetworkAccessManager network;
    FakePresenter presenter;
};

} // namespace reveille
