// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace reveille {

class TaskRegistry;

struct ExecutorOptions
{
    QString name = QStringLiteral("default");
    std::optional<int> maxWorkers; ///< at least 1; none: what the executor has by default
};

/// What our executors have in common: tasks that wait for others run on the event loop of its thread, functions where the
/// subclass calls them; so many at once as there are places, and the others queue, first come, first served.
class QueueingExecutor : public Executor
{
    Q_OBJECT

public:
    /// What still runs on the event loop is ended, and what is queued is dropped, without a finished().
    ~QueueingExecutor() override;

    void submit(const std::shared_ptr<const Job> &job, const TaskContext &context) final;
    void cancel(const RunId &runId) final;
    [[nodiscard]] int activeCount() const final { return m_taken + queuedCount(); }
    /// How many of these wait for a place.
    [[nodiscard]] int queuedCount() const { return int(m_queue.size()); }
    [[nodiscard]] int maxWorkers() const { return m_maxWorkers; }

protected:
    /// Borrows `tasks` and `services`, which must live on this thread.
    QueueingExecutor(const TaskRegistry &tasks, const TaskServices &services, const QString &name, int maxWorkers, QObject *parent);

    /// Calls the function of a run that has its place: has started() emitted, and finish() called now or later.
    virtual void call(const std::shared_ptr<const Job> &job, const TaskContext &context,
                      const std::shared_ptr<const Function> &function) = 0;
    /// Ends a call early; ids of no call are passed over.
    virtual void cancelCall(const RunId &runId) = 0;

    /// Ends a run, and gives its place to the next.
    void finish(const RunId &runId, const TaskResult &result);
    /// The first half of finish(), for a call that keeps its place: it can't be ended.
    void report(const RunId &runId, const TaskResult &result);
    /// The second half, and the end of takePlace().
    void vacate();
    /// Takes a place for a call that is made at once. False: there is none, or others wait for it.
    [[nodiscard]] bool takePlace();

    [[nodiscard]] const TaskRegistry &tasks() const { return m_tasks; }

private:
    struct Queued
    {
        std::shared_ptr<const Job> job;
        TaskContext context;
    };

    void begin(const std::shared_ptr<const Job> &job, const TaskContext &context);
    void beginRun(const std::shared_ptr<const Job> &job, const TaskContext &context);
    void onRunFinished(const RunId &runId, const TaskResult &result);
    void beginQueued();

    const TaskRegistry &m_tasks;
    const TaskServices m_services;
    const int m_maxWorkers;
    std::unordered_map<QString, std::unique_ptr<TaskRun>> m_runs; ///< on the event loop, by run id
    std::map<quint64, Queued> m_queue;                            ///< by number, in order
    std::unordered_map<QString, quint64> m_queueNumbers;          ///< by run id
    quint64 m_lastNumber = 0;
    int m_taken = 0; ///< places
    bool m_beginning = false;
};

} // namespace reveille
