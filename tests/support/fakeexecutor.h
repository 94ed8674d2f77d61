// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"

#include <QSet>

namespace reveille {

/// An executor whose runs last until the test ends them, or end at once.
class FakeExecutor final : public Executor
{
    Q_OBJECT

public:
    enum class Runs { EndAtOnce, LastUntilEnded };

    explicit FakeExecutor(Runs runs) : m_runs(runs) {}

    void submit(const std::shared_ptr<const Job> &, const TaskContext &context) override
    {
        m_submitted.append(context);
        m_active.insert(context.runId);
        Q_EMIT started(context.runId);
        if (m_runs == Runs::EndAtOnce)
            end(context.runId, m_result);
    }
    void cancel(const RunId &id) override
    {
        if (m_active.contains(id))
            end(id, {.outcome = Outcome::Cancelled});
    }
    [[nodiscard]] int activeCount() const override { return int(m_active.size()); }

    /// What runs that end at once end with.
    void setResult(const TaskResult &result) { m_result = result; }
    void end(const RunId &id, const TaskResult &result)
    {
        m_active.remove(id);
        Q_EMIT finished(id, result);
    }
    /// Everything that was ever submitted.
    [[nodiscard]] const QList<TaskContext> &submitted() const { return m_submitted; }

private:
    const Runs m_runs;
    TaskResult m_result;
    QList<TaskContext> m_submitted;
    QSet<RunId> m_active;
};

} // namespace reveille
