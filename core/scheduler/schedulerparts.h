// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"
#include "core/scheduler/schedulerconfig.h"
#include "core/tasks/functiontable.h"
#include "core/tasks/reminderpresenter.h"
#include "core/tasks/taskregistry.h"
#include "core/time/clock.h"
#include "core/triggers/triggerkinds.h"

#include <QNetworkAccessManager>

#include <memory>

namespace reveille {

/// What of a program a scheduler works with. Pointers are borrowed and outlive it.
struct SchedulerParts
{
    const Clock *clock = nullptr;             ///< null: the system's
    ReminderPresenter *reminders = nullptr;   ///< null: reminders are written to the log
    TriggerKinds kinds = TriggerKinds::builtIn();
    FunctionTable functions;                  ///< what jobs may name
    std::vector<std::shared_ptr<const TaskType>> tasks; ///< beside the built-in ones
};

/// The surroundings of one scheduler: what its jobs are read with, and what its executors work with. Lives on its thread.
class SchedulerHome final
{
    Q_DISABLE_COPY_MOVE(SchedulerHome)

public:
    explicit SchedulerHome(const SchedulerParts &parts);
    ~SchedulerHome();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// As the configuration says; may be called on any thread once the scheduler has started.
    [[nodiscard]] JobContext context() const;
    [[nodiscard]] const JobDefaults &jobDefaults() const { return m_defaults; }
    void configure(const SchedulerConfig &config);
    [[nodiscard]] std::unique_ptr<Executor> createExecutor(const QString &alias, const SchedulerConfig::Executor &config);

private:
    const SystemClock m_systemClock;
    const Clock &m_clock;
    const TriggerKinds m_kinds;
    TaskRegistry m_tasks;
    JobDefaults m_defaults;
    Zone m_timezone = Zone::system();
    QNetworkAccessManager m_network;
    const std::unique_ptr<ReminderPresenter> m_log;
    ReminderPresenter &m_reminders;
};

} // namespace reveille
