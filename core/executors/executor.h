// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

#include <optional>

namespace reveille {

/// Where a run's work happens. Lives on the engine thread and never blocks it, but for a function that is called there.
class Executor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Executor)

public:
    /// `name` is what jobs call it in their `executor`.
    explicit Executor(const QString &name = QStringLiteral("default"), QObject *parent = nullptr)
        : QObject(parent), m_name(name)
    {
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    /// Whether it can run this job at all; an error with key `executor` if not.
    [[nodiscard]] virtual Result<void> accepts(const Job &) const { return {}; }

    /// Takes on a run of `job`, whose task its type accepted; it is queued until there is a place for it. Every submitted run
    /// has at most one started() and exactly one finished(), in this order. Both may come from inside this call.
    virtual void submit(const std::shared_ptr<const Job> &job, const TaskContext &context) = 0;
    /// Calls the function of a job here and now, for a run that is not submitted then, where this executor calls functions
    /// so and has a place; nullopt: it is to be submitted. Who waits for the place has it before this returns.
    [[nodiscard]] virtual std::optional<TaskResult> callNow(const Job &, const Run &) { return std::nullopt; }
    /// Asks a run to end early; ids that are not active are passed over. The finished() of a run that was queued comes from
    /// inside this call, without a started().
    virtual void cancel(const RunId &runId) = 0;
    /// How many runs are active or queued, or take a place although they were reported; 0: it may go.
    [[nodiscard]] virtual int activeCount() const = 0;

Q_SIGNALS:
    void started(const reveille::RunId &runId);
    void outputAdded(const reveille::RunId &runId, const QByteArray &data);
    void finished(const reveille::RunId &runId, const reveille::TaskResult &result);

private:
    const QString m_name;
};

} // namespace reveille
