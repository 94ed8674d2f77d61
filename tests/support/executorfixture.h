// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/queueingexecutor.h"
#include "tests/support/taskfixture.h"

#include <map>

namespace reveille {

/// Gives an executor what it needs, hands runs to it and notes what it says.
class ExecutorFixture final : public QObject
{
    Q_OBJECT

public:
    explicit ExecutorFixture(const FunctionTable &functions = {}) : tasks(TaskRegistry::builtIn(functions)) {}

    [[nodiscard]] TaskServices services() { return {m_network, m_presenter}; }
    /// Owns the executor and notes what it says from here on.
    template<typename T>
    T *watch(std::unique_ptr<T> executor)
    {
        T *watched = executor.get();
        connect(watched, &Executor::started, this, [this](const RunId &id) { events.append(QStringLiteral("started ") + id.value); });
        connect(watched, &Executor::finished, this, [this](const RunId &id, const TaskResult &result) {
            events.append(QStringLiteral("finished ") + id.value);
            results[id.value] = result;
        });
        m_executor = std::move(executor);
        return watched;
    }
    void destroyExecutor() { m_executor.reset(); }

    void submit(const QString &runId, const QJsonObject &task)
    {
        const auto job = std::make_shared<Job>();
        job->task = task;
        submit(runId, job);
    }
    /// A run of a job with a function of its own.
    template<FunctionCallable Callable>
    void submit(const QString &runId, Callable callable, const QJsonObject &task = {})
    {
        const auto job = std::make_shared<Job>();
        job->task = task;
        job->task[QStringLiteral("type")] = QStringLiteral("function");
        job->function = std::make_shared<const Function>(makeFunction(std::move(callable)));
        submit(runId, job);
    }
    void submitCommand(const QString &runId, const QString &line)
    {
        submit(runId, {{QStringLiteral("type"), QStringLiteral("command")}, {QStringLiteral("command_line"), line},
                       {QStringLiteral("shell"), true}});
    }
    void submitNamed(const QString &runId, const QString &name, const QJsonObject &arguments = {}, double timeout = 0)
    {
        submit(runId, {{QStringLiteral("type"), QStringLiteral("function")}, {QStringLiteral("name"), name},
                       {QStringLiteral("arguments"), arguments}, {QStringLiteral("timeout"), timeout}});
    }

    [[nodiscard]] QString outcome(const QString &runId) const
    {
        const auto found = results.find(runId);
        return found == results.end() ? QString() : toString(found->second.outcome);
    }
    [[nodiscard]] QByteArray output(const QString &runId) { return results[runId].output; }
    [[nodiscard]] QString reason(const QString &runId) { return results[runId].reason; }

    const TaskRegistry tasks;
    QStringList events; ///< "started r", "finished r"
    std::map<QString, TaskResult> results;

private:
    void submit(const QString &runId, const std::shared_ptr<const Job> &job)
    {
        m_executor->submit(job, {.jobId = {QStringLiteral("job")}, .runId = {runId}, .jobName = {}, .scheduledAt = {}});
    }

    QNetworkAccessManager m_network;
    FakePresenter m_presenter;
    std::unique_ptr<Executor> m_executor;
};

} // namespace reveille
