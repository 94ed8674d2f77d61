// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"

#include "core/time/clock.h"

#include <QCoreApplication>
#include <QMetaMethod>

#include <algorithm>

namespace reveille {

namespace {

constexpr milliseconds LongestWait = 60s; // after a suspend or a set clock nothing is later than this
constexpr milliseconds SetBack = 1s;      // the clock went back by more: it was set
constexpr milliseconds LastPatience = 10s; // with a store that does not answer at the end

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

template<typename T>
QFuture<Result<T>> failed(const Error &error)
{
    return ready<T>(tl::unexpected(error));
}

Error noSuchStore(const QString &alias)
{
    return {ErrorCode::Invalid, Messages::tr("there is no job store “%1”").arg(alias), QStringLiteral("store")};
}

Error knownJob(const JobId &id)
{
    return {ErrorCode::Conflict, Messages::tr("There is already a job “%1”").arg(id.value), QStringLiteral("id")};
}

JobSnapshot pendingSnapshot(const NewJob &pending)
{
    JobSnapshot snapshot;
    snapshot.job = pending.job;
    snapshot.status = pending.job->paused ? JobStatus::Paused : JobStatus::Scheduled;
    snapshot.isPending = true;
    return snapshot;
}

} // namespace

QtScheduler::QtScheduler(const Clock &clock, ContextSource context, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_context(std::move(context))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &QtScheduler::wakeUp);
}

QtScheduler::QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<JobStore> store,
                         std::unique_ptr<Executor> executor, QObject *parent)
    : QtScheduler(clock, std::move(context), parent)
{
    std::ignore = addExecutor(QStringLiteral("default"), std::move(executor));
    std::ignore = addJobStore(QStringLiteral("default"), std::move(store));
}

QtScheduler::~QtScheduler()
{
    // What is under way in a store is given up with it, and whoever waits for that is told here: then there must be none left.
    const Stores stores = std::exchange(m_stores, {});
}

// ---- Stores and executors

Surroundings QtScheduler::surroundings()
{
    return {m_clock, m_executors, m_context, [this](const JobId &id) { return storeOf(id) != nullptr; }};
}

StoreScheduler *QtScheduler::storeNamed(const QString &alias) const
{
    const auto found = std::find_if(m_stores.begin(), m_stores.end(), [&](const auto &store) { return store->alias() == alias; });
    return found == m_stores.end() ? nullptr : found->get();
}

StoreScheduler *QtScheduler::storeOf(const JobId &id) const
{
    const auto found = std::find_if(m_stores.begin(), m_stores.end(), [&](const auto &store) { return store->books().jobs.find(id); });
    return found == m_stores.end() ? nullptr : found->get();
}

QStringList QtScheduler::jobStores() const
{
    QStringList aliases;
    for (const auto &store : m_stores)
        aliases.append(store->alias());
    return aliases;
}

QFuture<Result<void>> QtScheduler::addJobStore(const QString &alias, std::unique_ptr<JobStore> store)
{
    if (storeNamed(alias))
        return failed<void>({ErrorCode::Conflict, Messages::tr("There is already a job store “%1”").arg(alias), QStringLiteral("store")});
    StoreScheduler *added = m_stores.emplace_back(std::make_unique<StoreScheduler>(alias, std::move(store), surroundings())).get();
    connectStore(*added);
    post(EventType::JobStoreAdded, alias);
    if (m_state == SchedulerState::Stopped)
        return ready<void>({});
    return andThen(added->open(), this, [this, added] {
        if (m_state == SchedulerState::Running)
            added->run();
        else if (m_state == SchedulerState::Paused)
            added->pause();
        return ready<void>({});
    });
}

void QtScheduler::connectStore(StoreScheduler &store)
{
    connect(&store, &StoreScheduler::dueChanged, this, &QtScheduler::armTimer);
    connect(&store, &StoreScheduler::storeAvailabilityChanged, this, [this, &store](const std::optional<Error> &reason) {
        Q_EMIT storeAvailabilityChanged(store.alias(), reason);
    });
    const Outbox *outbox = &store.books().outbox;
    connect(outbox, &Outbox::eventsReady, this, &QtScheduler::eventsHappened);
    connect(outbox, &Outbox::jobsRemoved, this, &QtScheduler::jobsRemoved);
    connect(outbox, &Outbox::jobsChanged, this, [this](const std::vector<JobEntry *> &entries) {
        if (!isSignalConnected(QMetaMethod::fromSignal(&QtScheduler::jobsChanged)))
            return;
        QList<JobSnapshot> snapshots;
        snapshots.reserve(qsizetype(entries.size()));
        for (const JobEntry *entry : entries)
            snapshots.append(entry->snapshot());
        Q_EMIT jobsChanged(snapshots);
    });
}

QFuture<Result<void>> QtScheduler::removeJobStore(const QString &alias)
{
    StoreScheduler *store = storeNamed(alias);
    if (!store)
        return failed<void>(noSuchStore(alias));
    const QFuture<Result<void>> closed = m_state == SchedulerState::Stopped ? ready<void>({}) : store->close();
    return andThen(closed, this, [this, alias] {
        QList<JobId> gone;
        for (const JobEntry *entry : storeNamed(alias)->books().jobs.all())
            gone.append(entry->record.id);
        std::erase_if(m_stores, [&](const auto &one) { return one->alias() == alias; });
        post(EventType::JobStoreRemoved, alias);
        Q_EMIT jobsRemoved(gone);
        armTimer();
        return ready<void>({});
    });
}

Result<void> QtScheduler::addExecutor(const QString &alias, std::unique_ptr<Executor> executor)
{
    if (m_executors.find(alias))
        return tl::unexpected(Error{ErrorCode::Conflict, Messages::tr("There is already an executor “%1”").arg(alias), QStringLiteral("executor")});
    connect(executor.get(), &Executor::outputAdded, this, &QtScheduler::runOutputAdded);
    for (const auto &store : m_stores)
        store->books().desk.watch(*executor);
    m_executors.add(alias, std::move(executor));
    post(EventType::ExecutorAdded, alias);
    return {};
}

Result<void> QtScheduler::removeExecutor(const QString &alias)
{
    const Executor *executor = m_executors.find(alias);
    if (!executor)
        return tl::unexpected(Error{ErrorCode::NotFound, Messages::tr("there is no executor “%1”").arg(alias), QStringLiteral("executor")});
    if (executor->activeCount() > 0)
        return failure(ErrorCode::Refused, Messages::tr("The executor “%1” has active runs").arg(alias));
    std::ignore = m_executors.take(alias);
    post(EventType::ExecutorRemoved, alias);
    return {};
}

// ---- Start and end

QFuture<Result<void>> QtScheduler::start(SchedulerState mode)
{
    Q_ASSERT(mode != SchedulerState::Stopped);
    if (m_state != SchedulerState::Stopped || m_isStarting || m_shutdown)
        return failed<void>({ErrorCode::Refused, Messages::tr("The scheduler was started already"), {}});
    m_isStarting = true;
    QFuture<Result<void>> begun = andThen(openStores(), this, [this, mode] {
        for (const auto &store : m_stores) {
            if (mode == SchedulerState::Running)
                store->run();
            else
                store->pause();
        }
        return storePending();
    });
    return begun.then(this, [this, mode](const Result<void> &result) {
        m_isStarting = false;
        if (result) {
            post(EventType::SchedulerStarted);
            setState(mode);
        }
        return result;
    });
}

QFuture<Result<void>> QtScheduler::openStores()
{
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->open());
    if (answers.isEmpty())
        return failed<void>({ErrorCode::Refused, Messages::tr("The scheduler has no job store"), {}});
    return allOf(answers, this);
}

QFuture<Result<void>> QtScheduler::shutdown(milliseconds deadline)
{
    QTimer::singleShot(deadline, this, [this] {
        for (const auto &store : m_stores)
            store->books().desk.cancelAll(QStringLiteral("shutdown"));
    });
    if (m_shutdown) // again, perhaps with less patience
        return *m_shutdown;
    const bool wasStarted = m_state != SchedulerState::Stopped;
    setState(SchedulerState::Stopped);
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->close());

    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto answer = [promise](const Result<void> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    allOf(answers, this).then(this, [this, wasStarted, answer](const Result<void> &closed) {
        if (wasStarted)
            post(EventType::SchedulerShutdown);
        if (!m_stores.empty())
            std::ignore = m_stores.front()->books().outbox.flush();
        answer(closed);
    });
    QTimer::singleShot(deadline + LastPatience, this, [answer] {
        answer(failure(ErrorCode::Unavailable, Messages::tr("A job store does not answer; it was not waited for")));
    });
    m_shutdown = promise->future();
    return *m_shutdown;
}

Result<void> QtScheduler::pause()
{
    if (m_state == SchedulerState::Stopped)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler is not running"));
    if (m_state == SchedulerState::Running) {
        for (const auto &store : m_stores)
            store->pause();
        setState(SchedulerState::Paused);
        post(EventType::SchedulerPaused);
    }
    return {};
}

QFuture<Result<void>> QtScheduler::resume()
{
    if (m_state != SchedulerState::Paused)
        return ready<void>({});
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->resume());
    return andThen(allOf(answers, this), this, [this] {
        if (m_state == SchedulerState::Paused) {
            post(EventType::SchedulerResumed);
            setState(SchedulerState::Running);
        }
        return ready<void>({});
    });
}

void QtScheduler::setState(SchedulerState state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
    armTimer();
}

// What is not about a job goes out with the news of the first store, so that all of it is in order.
void QtScheduler::post(EventType type, const QString &text)
{
    if (m_stores.empty())
        Q_EMIT eventsHappened({{.type = type, .at = m_clock.now(), .text = text}});
    else
        m_stores.front()->books().post(type, nullptr, text);
}

// ---- The timer

void QtScheduler::armTimer()
{
    OptionalTime first;
    for (const auto &store : m_stores) {
        if (const OptionalTime at = store->nextWorkAt(); at && (!first || *at < *first))
            first = at;
    }
    if (first)
        m_timer.start(std::clamp(*first - m_clock.now(), milliseconds(0), LongestWait));
    else
        m_timer.stop();
}

void QtScheduler::wakeUp()
{
    noticeClock();
    for (const auto &store : m_stores)
        store->work();
    armTimer();
}

void QtScheduler::noticeClock()
{
    const TimePoint now = m_clock.now();
    const bool wasSetBack = m_lastNow && now < *m_lastNow - SetBack;
    m_lastNow = now;
    if (!wasSetBack)
        return;
    for (const auto &store : m_stores)
        store->onClockSetBack();
}

// ---- Jobs

QList<JobSnapshot> QtScheduler::jobs(const QString &alias)
{
    QList<JobSnapshot> snapshots;
    for (const auto &store : m_stores) {
        if (alias.isEmpty() || store->alias() == alias)
            snapshots += store->jobs();
    }
    for (const NewJob &pending : std::as_const(m_pending)) {
        if (alias.isEmpty() || pending.job->store == alias)
            snapshots.append(pendingSnapshot(pending));
    }
    return snapshots;
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::allJobs()
{
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->whenLoaded());
    return andThen(allOf(answers, this), this, [this] { return ready<QList<JobSnapshot>>(jobs()); });
}

std::optional<JobSnapshot> QtScheduler::job(const JobId &id)
{
    if (const StoreScheduler *store = storeOf(id))
        return const_cast<StoreScheduler *>(store)->books().jobs.find(id)->snapshot();
    for (const NewJob &pending : std::as_const(m_pending)) {
        if (pending.job->id == id)
            return pendingSnapshot(pending);
    }
    return std::nullopt;
}

EditDesk::Snapshots QtScheduler::addJobs(const QList<Job> &jobs)
{
    QList<NewJob> added;
    added.reserve(jobs.size());
    for (const Job &job : jobs)
        added.append({.job = std::make_shared<const Job>(job)});
    return addJobs(added);
}

EditDesk::Snapshots QtScheduler::addJobs(const QList<NewJob> &jobs)
{
    if (m_state == SchedulerState::Stopped && !m_isStarting && !m_shutdown)
        return ready(addPending(jobs));
    return addToStores(jobs);
}

Result<QList<JobSnapshot>> QtScheduler::addPending(const QList<NewJob> &jobs)
{
    QList<NewJob> pending = m_pending;
    QList<JobSnapshot> snapshots;
    for (const NewJob &job : jobs) {
        if (job.job->trigger && !job.nextRunTime && !job.job->trigger->next(m_clock.now()))
            return invalid(QStringLiteral("trigger"), Messages::tr("this trigger never fires: all its times lie in the past or do not exist"));
        const auto known = std::find_if(pending.begin(), pending.end(), [&](const NewJob &other) { return other.job->id == job.job->id; });
        if (known == pending.end())
            pending.append(job);
        else if (job.ifKnown == NewJob::IfKnown::Replace)
            *known = job;
        else
            return tl::unexpected(knownJob(job.job->id));
        snapshots.append(pendingSnapshot(job));
    }
    m_pending = pending;
    return snapshots;
}

QFuture<Result<void>> QtScheduler::storePending()
{
    if (m_pending.isEmpty())
        return ready<void>({});
    return andThen(addToStores(m_pending), this, [this](const QList<JobSnapshot> &) {
        m_pending.clear();
        return ready<void>({});
    });
}

EditDesk::Snapshots QtScheduler::addToStores(const QList<NewJob> &jobs)
{
    QMap<QString, QList<NewJob>> byAlias;
    for (const NewJob &job : jobs)
        byAlias[job.job->store].append(job);
    for (const QString &alias : byAlias.keys()) {
        if (!storeNamed(alias))
            return failed<QList<JobSnapshot>>(noSuchStore(alias));
    }
    EditDesk::Snapshots all = ready<QList<JobSnapshot>>(QList<JobSnapshot>());
    for (const auto &[alias, added] : byAlias.toStdMap()) {
        all = andThen(all, this, [this, alias = alias, added = added](const QList<JobSnapshot> &before) {
            StoreScheduler *store = storeNamed(alias);
            if (!store)
                return failed<QList<JobSnapshot>>(noSuchStore(alias));
            return store->addJobs(added).then(this, [before](const Result<QList<JobSnapshot>> &snapshots) {
                return snapshots.map([&](const QList<JobSnapshot> &list) { return before + list; });
            });
        });
    }
    return all;
}

EditDesk::Snapshots QtScheduler::restoreJobs(const QList<Job> &jobs)
{
    EditDesk::Snapshots all = ready<QList<JobSnapshot>>(QList<JobSnapshot>());
    for (const auto &store : m_stores) {
        QList<Job> ofStore;
        std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(ofStore), [&](const Job &job) { return job.store == store->alias(); });
        if (!ofStore.isEmpty())
            all = andThen(all, this, [&store = *store, ofStore](const QList<JobSnapshot> &) { return store.restoreJobs(ofStore); });
    }
    return all;
}

EditDesk::Snapshots QtScheduler::modifyJobs(const QList<Job> &jobs)
{
    QMap<QString, QList<Job>> byAlias;
    for (const Job &job : jobs) {
        const auto pending = std::find_if(m_pending.begin(), m_pending.end(), [&](const NewJob &other) { return other.job->id == job.id; });
        if (pending != m_pending.end()) {
            pending->job = std::make_shared<const Job>(job);
            continue;
        }
        const StoreScheduler *store = storeOf(job.id);
        if (!store && m_stores.size() > 1)
            return failed<QList<JobSnapshot>>(noSuchJob(job.id));
        const QString alias = store ? store->alias() : m_stores.front()->alias(); // which may be loading it yet
        if (job.store != alias)
            return failed<QList<JobSnapshot>>({ErrorCode::Invalid, Messages::tr("a job stays in its job store, here “%1”").arg(alias), QStringLiteral("store")});
        byAlias[alias].append(job);
    }
    EditDesk::Snapshots all = ready<QList<JobSnapshot>>(QList<JobSnapshot>());
    for (const auto &[alias, modified] : byAlias.toStdMap()) {
        all = andThen(all, this, [this, alias = alias, modified = modified](const QList<JobSnapshot> &before) {
            return storeNamed(alias)->modifyJobs(modified).then(this, [before](const Result<QList<JobSnapshot>> &snapshots) {
                return snapshots.map([&](const QList<JobSnapshot> &list) { return before + list; });
            });
        });
    }
    return all;
}

QFuture<Result<void>> QtScheduler::byStore(const QList<JobId> &ids,
                                           std::function<QFuture<Result<void>>(StoreScheduler &, const QList<JobId> &)> use)
{
    QMap<QString, QList<JobId>> byAlias;
    for (const JobId &id : ids) {
        const StoreScheduler *store = storeOf(id);
        if (!store && m_stores.size() != 1)
            return failed<void>(noSuchJob(id));
        byAlias[store ? store->alias() : m_stores.front()->alias()].append(id);
    }
    QFuture<Result<void>> all = ready<void>({});
    for (const auto &[alias, some] : byAlias.toStdMap())
        all = andThen(all, this, [this, alias = alias, some = some, use] { return use(*storeNamed(alias), some); });
    return all;
}

QFuture<Result<void>> QtScheduler::removeJobs(const QList<JobId> &ids)
{
    QList<JobId> stored = ids;
    m_pending.removeIf([&](const NewJob &pending) { return stored.removeAll(pending.job->id) > 0; });
    return byStore(stored, [](StoreScheduler &store, const QList<JobId> &some) { return store.removeJobs(some); });
}

QFuture<Result<void>> QtScheduler::removeAllJobs(const QString &alias)
{
    QList<JobId> ids;
    for (const JobSnapshot &snapshot : jobs(alias))
        ids.append(snapshot.job->id);
    return andThen(removeJobs(ids), this, [this, alias] {
        post(EventType::AllJobsRemoved, alias);
        return ready<void>({});
    });
}

QFuture<Result<void>> QtScheduler::setPaused(const QList<JobId> &ids, bool paused)
{
    QList<JobId> stored = ids;
    for (NewJob &pending : m_pending) {
        if (stored.removeAll(pending.job->id) == 0)
            continue;
        Job job = *pending.job;
        job.paused = paused;
        pending.job = std::make_shared<const Job>(job);
    }
    return byStore(stored, [paused](StoreScheduler &store, const QList<JobId> &some) { return store.setPaused(some, paused); });
}

QFuture<Result<void>> QtScheduler::pauseJobs(const QList<JobId> &ids)
{
    return setPaused(ids, true);
}

QFuture<Result<void>> QtScheduler::resumeJobs(const QList<JobId> &ids)
{
    return setPaused(ids, false);
}

// ---- Runs

QFuture<Result<RunId>> QtScheduler::runNow(const JobId &id)
{
    StoreScheduler *store = storeOf(id);
    if (!store && m_stores.size() == 1)
        store = m_stores.front().get(); // which may be loading it yet
    return store ? store->runNow(id) : failed<RunId>(noSuchJob(id));
}

Result<void> QtScheduler::cancelRun(const RunId &id)
{
    Result<void> answer;
    for (const auto &store : m_stores) {
        answer = store->books().desk.cancel(id, QStringLiteral("cancelled"));
        if (answer)
            break;
    }
    return answer;
}

template<typename T>
QFuture<Result<T>> QtScheduler::withRun(const RunId &id, std::function<QFuture<Result<T>>(StoreScheduler &, const Run &)> use)
{
    return andThen(runs({.runId = id, .limit = 1}), this, [this, use](const QList<Run> &found) {
        StoreScheduler *store = found.isEmpty() ? nullptr : storeOf(found.first().jobId);
        if (!store && !found.isEmpty() && m_stores.size() == 1)
            store = m_stores.front().get(); // its job is gone
        if (!store)
            return failed<T>({ErrorCode::NotFound, Messages::tr("There is no such run"), {}});
        return use(*store, found.first());
    });
}

QFuture<Result<RunId>> QtScheduler::snooze(const RunId &id, milliseconds delay)
{
    return withRun<RunId>(id, [delay](StoreScheduler &store, const Run &run) { return store.snooze(run, delay); });
}

QFuture<Result<void>> QtScheduler::acknowledge(const RunId &id)
{
    return withRun<void>(id, [](StoreScheduler &store, const Run &run) { return store.acknowledge(run); });
}

QFuture<Result<QList<Run>>> QtScheduler::runs(const RunQuery &query)
{
    if (m_stores.size() == 1)
        return m_stores.front()->runs(query);
    QFuture<Result<QList<Run>>> all = ready<QList<Run>>(QList<Run>());
    for (const auto &store : m_stores) {
        all = andThen(all, this, [this, query, &store = *store](const QList<Run> &before) {
            return store.runs(query).then(this, [query, before](const Result<QList<Run>> &runs) {
                return runs.map([&](const QList<Run> &list) {
                    QList<Run> merged = before + list;
                    std::stable_sort(merged.begin(), merged.end(), [](const Run &a, const Run &b) { return a.scheduledAt > b.scheduledAt; });
                    return merged.first(std::min<qsizetype>(merged.size(), query.limit));
                });
            });
        });
    }
    return all;
}

} // namespace reveille
