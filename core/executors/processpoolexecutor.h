// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/queueingexecutor.h"
#include "core/executors/workerprocess.h"

#include <vector>

namespace reveille {

/// Calls registered functions in worker processes of this program. Other tasks, which only wait, run on the event loop; each has a
/// place, too. main() has to call runWorkerIfAsked(). A function of a job's own can't be sent to another process: accepts() refuses it.
///
/// Workers start on demand and stay. cancel() and a task's timeout end the worker (terminate, 5 s, kill), with all that its
/// function started; the run ends when the worker has. One that crashes makes its run an error which names the signal.
/// Either is replaced at the next call.
class ProcessPoolExecutor final : public QueueingExecutor
{
    Q_OBJECT

public:
    static constexpr int DefaultWorkers = 4;

    /// Borrows both. `services` must live on this thread. `maxWorkers` is how many run at once, and so the number of processes.
    ProcessPoolExecutor(const TaskRegistry &tasks, const TaskServices &services, const ExecutorOptions &options = {},
                        const WorkerProgram &program = {}, QObject *parent = nullptr);
    /// Ends all workers; each that doesn't end within two seconds is killed.
    ~ProcessPoolExecutor() override;

    [[nodiscard]] Result<void> accepts(const Job &job) const override;
    /// How many worker processes there are.
    [[nodiscard]] int workerCount() const { return int(m_workers.size()); }

protected:
    void call(const std::shared_ptr<const Job> &job, const TaskContext &context,
              const std::shared_ptr<const Function> &function) override;
    void cancelCall(const RunId &runId) override;

private:
    [[nodiscard]] WorkerProcess &idleWorker();
    void forget(const WorkerProcess *worker);

    const WorkerProgram m_program;
    std::vector<std::unique_ptr<WorkerProcess>> m_workers;
};

} // namespace reveille
