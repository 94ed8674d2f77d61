// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"

#include "core/time/clock.h"
#include "core/time/clockwatch.h"

#include <QCoreApplication>
#include <QMetaMethod>

#include <algorithm>

namespace reveille {

namespace {

constexpr milliseconds LongestWait = 60s; // where nobody says that the clock jumped, nothing is later than this
constexpr milliseconds SetBack = 1s;      // the clock went back by more: it was set
constexpr milliseconds LastPatience = 10s; // with a store that does not answer at the end

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

Error noSuchStore(const QString &alias)
{
    return {ErrorCode::Invalid, Messages::tr("there is no job store “%1”").arg(alias), QStringLiteral("store")};
}

Error notNow()
{
    return {ErrorCode::Refused, Messages::tr("The scheduler was started already"), {}};
}

/// Carries out `use` for the items of one store after the other, as long as it works, and joins the answers.
template<typename Item, typename Use>
EditDesk::Snapshots oneByOne(const QMap<QString, QList<Item>> &byStore, QObject *context, Use use)
{
    EditDesk::Snapshots all = ready<QList<JobSnapshot>>(QList<JobSnapshot>());
    for (auto it = byStore.begin(); it != byStore.end(); ++it) {
        all = andThen(all, context, [context, use, alias = it.key(), items = it.value()](const QList<JobSnapshot> &before) {
            return use(alias, items).then(context, [before](const Result<QList<JobSnapshot>> &snapshots) {
                return snapshots.map([&](const QList<JobSnapshot> &list) { return before + list; });
            });
        });
    }
    return all;
}

} // namespace

QtScheduler::QtScheduler(const SchedulerParts &parts, QObject *parent)
    : QtScheduler(std::make_unique<SchedulerHome>(parts), parent)
{
}

QtScheduler::QtScheduler(std::unique_ptr<SchedulerHome> home, QObject *parent)
    : QtScheduler(home->clock(), [home = home.get()] { return home->context(); }, std::move(home), parent)
{
}

QtScheduler::QtScheduler(const Clock &clock, ContextSource context, QObject *parent)
    : QtScheduler(clock, std::move(context), std::unique_ptr<SchedulerHome>(), parent)
{
}

QtScheduler::QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<SchedulerHome> &&home, QObject *parent)
    : QObject(parent)
    , m_home(std::move(home))
    , m_clock(clock)
    , m_context(std::move(context))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &QtScheduler::wakeUp);
    connect(this, &QtScheduler::eventsHappened, this, [this](const QList<Event> &events) { m_listeners.tell(events); });
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
    const Stores stores = std::exchange(m_stores, {}); // whoever they answer finds none
}

// ---- Stores and executors

Surroundings QtScheduler::surroundings()
{
    return {m_clock, m_executors, m_context, [this](const JobId &id) { return storeOf(id) != nullptr; }, m_host};
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
    if (m_isStarting || m_shutdown)
        return failed<void>(notNow());
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
    if (m_isStarting || m_shutdown)
        return failed<void>(notNow());
    StoreScheduler *store = storeNamed(alias);
    if (!store)
        return failed<void>(noSuchStore(alias));
    const QFuture<Result<void>> closed = m_state == SchedulerState::Stopped ? ready<void>({}) : store->close();
    return andThen(closed, this, [this, alias]() -> QFuture<Result<void>> {
        const auto found = std::find_if(m_stores.begin(), m_stores.end(), [&](const auto &one) { return one->alias() == alias; });
        if (found == m_stores.end())
            return failed<void>(noSuchStore(alias));
        QList<JobId> gone;
        for (const JobEntry *entry : (*found)->books().jobs.all())
            gone.append(entry->record.id);
        found->release()->deleteLater(); // it is the one that calls
        m_stores.erase(found);
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
    m_executors.take(alias).release()->deleteLater(); // it may be the one that calls
    post(EventType::ExecutorRemoved, alias);
    return {};
}

// ---- Start and end

QFuture<Result<void>> QtScheduler::start(SchedulerState mode)
{
    Q_ASSERT(mode != SchedulerState::Stopped);
    if (m_state != SchedulerState::Stopped || m_isStarting || m_shutdown)
        return failed<void>(notNow());
    if (const Result<void> ok = addDefaults(); !ok)
        return failed<void>(ok.error());
    m_isStarting = true;
    QFuture<Result<void>> begun = andThen(openStores(), this, [this] {
        for (const auto &store : m_stores)
            store->pause(); // which loads, and starts nothing
        return storePending();
    });
    return begun.then(this, [this, mode](const Result<void> &result) -> Result<void> {
        m_isStarting = false;
        if (!result)
            return result;
        if (m_shutdown)
            return failure(ErrorCode::Refused, Messages::tr("The scheduler is stopped"));
        post(EventType::SchedulerStarted);
        if (mode == SchedulerState::Running) {
            for (const auto &store : m_stores)
                store->run();
        }
        setState(mode);
        return {};
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
            store->endRuns();
    });
    if (m_shutdown) // again, perhaps with less patience
        return m_shutdown->wait();
    const auto shutdown = m_shutdown = std::make_shared<SharedAnswer>();
    const bool wasStarted = m_state != SchedulerState::Stopped;
    setState(SchedulerState::Stopped);
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->close());

    allOf(answers, this).then(this, [this, wasStarted, shutdown](const Result<void> &closed) {
        if (wasStarted)
            post(EventType::SchedulerShutdown);
        if (!m_stores.empty())
            std::ignore = m_stores.front()->books().outbox.flush();
        shutdown->give(closed);
    });
    QTimer::singleShot(deadline + LastPatience, this, [this, answers, shutdown] {
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (!answers[i].isFinished() && size_t(i) < m_stores.size())
                shutdown->give(failure(ErrorCode::Unavailable, Messages::tr("The job store %1 does not answer; it was not waited for").arg(m_stores[size_t(i)]->alias())));
        }
    });
    return shutdown->wait();
}

Result<void> QtScheduler::pause()
{
    if (m_state == SchedulerState::Stopped)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler is not running"));
    for (const auto &store : m_stores) // also where they were about to resume
        store->pause();
    m_isResuming = false;
    if (m_state == SchedulerState::Running) {
        setState(SchedulerState::Paused);
        post(EventType::SchedulerPaused);
    }
    return {};
}

QFuture<Result<void>> QtScheduler::resume()
{
    if (m_state != SchedulerState::Paused)
        return ready<void>({});
    m_isResuming = true;
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->writeOffPause());
    return allOf(answers, this).then(this, [this](const Result<void> &written) {
        if (!written || !std::exchange(m_isResuming, false) || m_state != SchedulerState::Paused)
            return written;
        for (const auto &store : m_stores)
            store->run();
        post(EventType::SchedulerResumed);
        setState(SchedulerState::Running);
        return written;
    });
}

void QtScheduler::setState(SchedulerState state)
{
    m_state = state;
    if (state == SchedulerState::Running && !m_clockWatch)
        watchClock();
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

void QtScheduler::watchClock()
{
    m_lastNow = m_clock.now();
    m_clockWatch = std::make_unique<ClockWatch>();
    connect(m_clockWatch.get(), &ClockWatch::clockJumped, this, &QtScheduler::wakeUp);
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

QList<JobSnapshot> QtScheduler::jobs(const QString &alias) const
{
    QList<JobSnapshot> snapshots;
    for (const auto &store : m_stores) {
        if (alias.isEmpty() || store->alias() == alias)
            snapshots += store->jobs();
    }
    return snapshots + m_pending.all(alias);
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::allJobs()
{
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->whenLoaded());
    return andThen(allOf(answers, this), this, [this] { return ready<QList<JobSnapshot>>(jobs()); });
}

bool QtScheduler::isLoaded() const
{
    return std::all_of(m_stores.begin(), m_stores.end(), [](const auto &store) { return store->isLoaded(); });
}

std::optional<JobSnapshot> QtScheduler::job(const JobId &id) const
{
    if (StoreScheduler *store = storeOf(id))
        return store->job(id);
    return m_pending.find(id);
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
        return ready(m_pending.add(jobs, m_clock.now()));
    QMap<QString, QList<NewJob>> byStore;
    for (const NewJob &job : jobs)
        byStore[job.job->store].append(job);
    for (auto it = byStore.begin(); it != byStore.end(); ++it) {
        if (!storeNamed(it.key()))
            return failed<QList<JobSnapshot>>(noSuchStore(it.key()));
    }
    return addByStore(byStore);
}

EditDesk::Snapshots QtScheduler::addByStore(const QMap<QString, QList<NewJob>> &byStore)
{
    return oneByOne(byStore, this, [this](const QString &alias, const QList<NewJob> &jobs) {
        StoreScheduler *store = storeNamed(alias);
        return store ? store->addJobs(jobs) : failed<QList<JobSnapshot>>(noSuchStore(alias));
    });
}

// What a store does not take stays pending.
QFuture<Result<void>> QtScheduler::storePending()
{
    QFuture<Result<void>> all = ready<void>({});
    const QMap<QString, QList<NewJob>> byStore = m_pending.take();
    for (auto it = byStore.begin(); it != byStore.end(); ++it) {
        const auto add = [this, one = QMap<QString, QList<NewJob>>{{it.key(), it.value()}}](const Result<void> &before) {
            const auto note = [this, before, one](const Result<QList<JobSnapshot>> &added) -> Result<void> {
                if (added)
                    return before;
                m_pending.putBack(one.first());
                return before ? Result<void>(tl::unexpected(added.error())) : before;
            };
            return addByStore(one).then(this, note);
        };
        all = all.then(this, add).unwrap();
    }
    return all;
}

EditDesk::Snapshots QtScheduler::restoreJobs(const QList<Job> &jobs)
{
    QMap<QString, QList<Job>> byStore;
    for (const Job &job : jobs)
        byStore[job.store].append(job);
    return oneByOne(byStore, this, [this](const QString &alias, const QList<Job> &some) {
        StoreScheduler *store = storeNamed(alias);
        return store ? store->restoreJobs(some) : failed<QList<JobSnapshot>>(noSuchStore(alias));
    });
}

EditDesk::Snapshots QtScheduler::modifyJobs(const QList<Job> &jobs)
{
    QMap<QString, QList<Job>> byStore;
    for (const Job &job : jobs) {
        if (m_pending.replace(job))
            continue;
        const StoreScheduler *store = storeOf(job.id);
        if (!store && !isLoaded() && m_state != SchedulerState::Stopped)
            return andThen(allJobs(), this, [this, jobs](const QList<JobSnapshot> &) { return modifyJobs(jobs); });
        if (!store)
            return failed<QList<JobSnapshot>>(noSuchJob(job.id));
        if (job.store != store->alias()) {
            return failed<QList<JobSnapshot>>({ErrorCode::Invalid, Messages::tr("a job stays in its job store, here “%1”").arg(store->alias()),
                                               QStringLiteral("store")});
        }
        byStore[job.store].append(job);
    }
    return oneByOne(byStore, this, [this](const QString &alias, const QList<Job> &some) {
        StoreScheduler *store = storeNamed(alias);
        return store ? store->modifyJobs(some) : failed<QList<JobSnapshot>>(noSuchStore(alias));
    });
}

QFuture<Result<void>> QtScheduler::byStore(const QList<JobId> &ids, const IdsUse &use)
{
    QMap<QString, QList<JobId>> byAlias;
    for (const JobId &id : ids) {
        const StoreScheduler *store = storeOf(id);
        if (!store && !isLoaded() && m_state != SchedulerState::Stopped)
            return andThen(allJobs(), this, [this, ids, use](const QList<JobSnapshot> &) { return byStore(ids, use); });
        if (!store)
            return failed<void>(noSuchJob(id));
        byAlias[store->alias()].append(id);
    }
    QFuture<Result<void>> all = ready<void>({});
    for (auto it = byAlias.begin(); it != byAlias.end(); ++it) {
        all = andThen(all, this, [this, use, alias = it.key(), some = it.value()] {
            StoreScheduler *store = storeNamed(alias);
            return store ? use(*store, some) : failed<void>(noSuchStore(alias));
        });
    }
    return all;
}

QFuture<Result<void>> QtScheduler::removeJobs(const QList<JobId> &ids)
{
    QList<JobId> stored = ids;
    stored.removeIf([this](const JobId &id) { return m_pending.remove(id); });
    return byStore(stored, [](StoreScheduler &store, const QList<JobId> &some) { return store.removeJobs(some); });
}

QFuture<Result<void>> QtScheduler::removeAllJobs(const QString &alias)
{
    const auto remove = [this, alias] {
        QList<JobId> ids;
        for (const JobSnapshot &snapshot : jobs(alias))
            ids.append(snapshot.job->id);
        return andThen(removeJobs(ids), this, [this, alias] {
            post(EventType::AllJobsRemoved, alias);
            return ready<void>({});
        });
    };
    if (m_state == SchedulerState::Stopped)
        return remove();
    return andThen(allJobs(), this, [remove](const QList<JobSnapshot> &) { return remove(); });
}

QFuture<Result<void>> QtScheduler::setPaused(const QList<JobId> &ids, bool paused)
{
    QList<JobId> stored = ids;
    stored.removeIf([&](const JobId &id) { return m_pending.setPaused(id, paused); });
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

} // namespace reveille
