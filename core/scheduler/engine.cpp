// SPDX-License-Identifier: MIT
#include "core/scheduler/engine.h"

#include "core/executors/eventloopexecutor.h"
#include "core/scheduler/qtscheduler.h"
#include "core/time/clock.h"

#include <QNetworkAccessManager>
#include <QPromise>

namespace reveille {

/// What lives on the engine thread, in the order in which it has to be made.
struct Engine::Parts
{
    QNetworkAccessManager network;
    std::unique_ptr<QtScheduler> scheduler;
};

Engine::Engine(const Clock &clock, TriggerKinds kinds, TaskRegistry tasks, ReminderPresenter &reminders,
               std::unique_ptr<JobStore> store, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_kinds(std::move(kinds))
    , m_tasks(std::move(tasks))
    , m_storeUrl(store->url())
    , m_sharesStore(store->isShared())
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_doorstep.moveToThread(&m_thread);
    store->moveToThread(&m_thread);
    m_thread.start();
    const auto build = [this, &reminders, &store] {
        m_parts = std::make_unique<Parts>();
        auto executor = std::make_unique<EventLoopExecutor>(m_tasks, TaskServices{m_parts->network, reminders});
        m_parts->scheduler = std::make_unique<QtScheduler>(m_clock, [this] { return jobContext(); }, std::move(store),
                                                           std::move(executor));
    };
    QMetaObject::invokeMethod(&m_doorstep, build, Qt::BlockingQueuedConnection);

    const QtScheduler *scheduler = m_parts->scheduler.get();
    connect(scheduler, &QtScheduler::jobsChanged, this, &Engine::jobsChanged, Qt::DirectConnection);
    connect(scheduler, &QtScheduler::jobsRemoved, this, &Engine::jobsRemoved, Qt::DirectConnection);
    connect(scheduler, &QtScheduler::eventsHappened, this, &Engine::eventsHappened, Qt::DirectConnection);
    connect(scheduler, &QtScheduler::runOutputAdded, this, &Engine::runOutputAdded, Qt::DirectConnection);
    connect(scheduler, &QtScheduler::storeAvailabilityChanged, this,
            [this](const QString &, const std::optional<Error> &reason) { Q_EMIT storeAvailabilityChanged(reason); }, Qt::DirectConnection);
    connect(scheduler, &QtScheduler::stateChanged, this, &Engine::stateChanged, Qt::DirectConnection);
}

Engine::~Engine()
{
    QMetaObject::invokeMethod(&m_doorstep, [this] { m_parts.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

JobContext Engine::jobContext() const
{
    return {triggerContext(), [this](const QJsonObject &task) { return m_tasks.check(task); }};
}

TriggerContext Engine::triggerContext() const
{
    return {m_kinds, Zone::system(), m_clock.now()};
}

Result<Job> Engine::parseJob(const QJsonObject &json) const
{
    return Job::parse(json, jobContext());
}

// Carries a call over to the engine thread, and its answer back to this one.
template<typename T, typename Call>
QFuture<Result<T>> Engine::ask(Call call)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const QFuture<Result<T>> answer = here(promise->future(), this);
    QMetaObject::invokeMethod(&m_doorstep, [this, promise, call = std::move(call)] {
        const auto give = [promise](const Result<T> &result) {
            promise->addResult(result);
            promise->finish();
        };
        if constexpr (std::is_same_v<decltype(call(*m_parts->scheduler)), Result<T>>)
            give(call(*m_parts->scheduler));
        else
            call(*m_parts->scheduler).then(&m_doorstep, give);
    });
    return answer;
}

QFuture<Result<void>> Engine::start(SchedulerState mode)
{
    return ask<void>([mode](QtScheduler &scheduler) { return scheduler.start(mode); });
}

QFuture<Result<void>> Engine::shutdown(milliseconds deadline)
{
    return ask<void>([deadline](QtScheduler &scheduler) { return scheduler.shutdown(deadline); });
}

QFuture<Result<QList<JobSnapshot>>> Engine::jobs()
{
    return ask<QList<JobSnapshot>>([](QtScheduler &scheduler) { return scheduler.allJobs(); });
}

QFuture<Result<JobSnapshot>> Engine::job(const JobId &id)
{
    return ask<JobSnapshot>([id](QtScheduler &scheduler) {
        const auto find = [&scheduler, id] {
            const std::optional<JobSnapshot> job = scheduler.job(id);
            return job ? ready<JobSnapshot>(*job) : failed<JobSnapshot>(noSuchJob(id));
        };
        return scheduler.job(id) ? find() : andThen(scheduler.allJobs(), &scheduler, [find](const QList<JobSnapshot> &) { return find(); });
    });
}

QFuture<Result<QList<JobSnapshot>>> Engine::addJobs(const QList<Job> &jobs)
{
    return ask<QList<JobSnapshot>>([jobs](QtScheduler &scheduler) { return scheduler.addJobs(jobs); });
}

QFuture<Result<QList<JobSnapshot>>> Engine::restoreJobs(const QList<Job> &jobs)
{
    return ask<QList<JobSnapshot>>([jobs](QtScheduler &scheduler) { return scheduler.restoreJobs(jobs); });
}

QFuture<Result<QList<JobSnapshot>>> Engine::modifyJobs(const QList<Job> &jobs)
{
    return ask<QList<JobSnapshot>>([jobs](QtScheduler &scheduler) { return scheduler.modifyJobs(jobs); });
}

QFuture<Result<void>> Engine::removeJobs(const QList<JobId> &ids)
{
    return ask<void>([ids](QtScheduler &scheduler) { return scheduler.removeJobs(ids); });
}

QFuture<Result<void>> Engine::pauseJobs(const QList<JobId> &ids)
{
    return ask<void>([ids](QtScheduler &scheduler) { return scheduler.pauseJobs(ids); });
}

QFuture<Result<void>> Engine::resumeJobs(const QList<JobId> &ids)
{
    return ask<void>([ids](QtScheduler &scheduler) { return scheduler.resumeJobs(ids); });
}

QFuture<Result<RunId>> Engine::runNow(const JobId &id)
{
    return ask<RunId>([id](QtScheduler &scheduler) { return scheduler.runNow(id); });
}

QFuture<Result<void>> Engine::cancelRun(const RunId &id)
{
    return ask<void>([id](QtScheduler &scheduler) { return scheduler.cancelRun(id); });
}

QFuture<Result<RunId>> Engine::snooze(const RunId &id, milliseconds delay)
{
    return ask<RunId>([id, delay](QtScheduler &scheduler) { return scheduler.snooze(id, delay); });
}

QFuture<Result<void>> Engine::acknowledge(const RunId &id)
{
    return ask<void>([id](QtScheduler &scheduler) { return scheduler.acknowledge(id); });
}

QFuture<Result<QList<Run>>> Engine::runs(const RunQuery &query)
{
    return ask<QList<Run>>([query](QtScheduler &scheduler) { return scheduler.runs(query); });
}

QFuture<Result<void>> Engine::pause()
{
    return ask<void>([](QtScheduler &scheduler) { return scheduler.pause(); });
}

QFuture<Result<void>> Engine::resume()
{
    return ask<void>([](QtScheduler &scheduler) { return scheduler.resume(); });
}

} // namespace reveille
