// SPDX-License-Identifier: MIT
#include "core/scheduler/schedulerparts.h"

#include "core/executors/eventloopexecutor.h"
#include "core/executors/processpoolexecutor.h"
#include "core/executors/threadpoolexecutor.h"
#include "core/scheduler/answers.h"

#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.reminders")

/// Shows reminders where a program without a screen can.
class LoggedReminders final : public ReminderPresenter
{
public:
    [[nodiscard]] QFuture<Result<void>> show(const Reminder &reminder) override
    {
        qCInfo(log).noquote() << reminder.title << reminder.message;
        return ready<void>({});
    }
};

TaskRegistry registryOf(const SchedulerParts &parts)
{
    TaskRegistry registry = TaskRegistry::builtIn(parts.functions);
    for (const std::shared_ptr<const TaskType> &type : parts.tasks)
        registry.add(type);
    return registry;
}

} // namespace

SchedulerHome::SchedulerHome(const SchedulerParts &parts)
    : m_clock(parts.clock ? *parts.clock : m_systemClock)
    , m_kinds(parts.kinds)
    , m_tasks(registryOf(parts))
    , m_log(std::make_unique<LoggedReminders>())
    , m_reminders(parts.reminders ? *parts.reminders : *m_log)
{
}

SchedulerHome::~SchedulerHome() = default;

void SchedulerHome::configure(const SchedulerConfig &config)
{
    m_defaults = config.jobDefaults;
    m_timezone = config.timezone;
}

JobContext SchedulerHome::context() const
{
    return {{m_kinds, m_timezone, m_clock.now()}, [this](const QJsonObject &task) { return m_tasks.check(task); }};
}

std::unique_ptr<Executor> SchedulerHome::createExecutor(const QString &alias, const SchedulerConfig::Executor &config)
{
    const TaskServices services{m_network, m_reminders};
    const ExecutorOptions options{.name = alias, .maxWorkers = config.maxWorkers};
    switch (config.kind) {
    case SchedulerConfig::Executor::Kind::ThreadPool:
        return std::make_unique<ThreadPoolExecutor>(m_tasks, services, options);
    case SchedulerConfig::Executor::Kind::ProcessPool:
        return std::make_unique<ProcessPoolExecutor>(m_tasks, services, options);
    case SchedulerConfig::Executor::Kind::EventLoop:
        return std::make_unique<EventLoopExecutor>(m_tasks, services, options);
    }
    Q_UNREACHABLE();
}

} // namespace reveille
