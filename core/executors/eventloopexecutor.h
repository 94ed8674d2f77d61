// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"

#include <memory>
#include <unordered_map>

namespace reveille {

class TaskRegistry;

/// Carries runs out on the event loop of its thread; for tasks that mostly wait for others.
class EventLoopExecutor final : public Executor
{
    Q_OBJECT

public:
    /// Borrows both. `services` must live on this thread.
    EventLoopExecutor(const TaskRegistry &tasks, const TaskServices &services, QObject *parent = nullptr);
    /// What still runs is ended without a finished().
    ~EventLoopExecutor() override;

    void submit(const std::shared_ptr<const Job> &job, const TaskContext &context) override;
    void cancel(const RunId &runId) override;
    [[nodiscard]] int activeCount() const override { return int(m_runs.size()); }

private:
    void onFinished(const RunId &runId, const TaskResult &result);

    const TaskRegistry &m_tasks;
    const TaskServices m_services;
    std::unordered_map<QString, std::unique_ptr<TaskRun>> m_runs; ///< by run id
};

} // namespace reveille
