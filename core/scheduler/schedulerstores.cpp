// SPDX-License-Identifier: MIT
// What a QtScheduler is set up with: its configuration, stores and executors.
#include "core/scheduler/qtscheduler.h"
#include "core/stores/storeurl.h"

#include <QCoreApplication>
#include <QMetaMethod>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString DefaultAlias = u"default"_s;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

Error QtScheduler::notNow()
{
    return {ErrorCode::Refused, Messages::tr("The scheduler was started already"), {}};
}

Result<void> QtScheduler::configure(const SchedulerConfig &config)
{
    if (!m_home)
        return failure(ErrorCode::Refused, Messages::tr("This scheduler was made with its own stores and executors"));
    if (!isNew())
        return tl::unexpected(notNow());
    std::map<QString, std::unique_ptr<JobStore>> stores;
    for (auto it = config.jobStores.begin(); it != config.jobStores.end(); ++it) {
        Result<std::unique_ptr<JobStore>> store = createStore(it.value(), m_clock);
        if (!store)
            return tl::unexpected(Error{store.error().code, store.error().message, u"jobstores."_s + it.key()});
        stores.emplace(it.key(), std::move(*store));
    }
    if (const Result<void> named = config.host ? setHost(*config.host) : Result<void>(); !named)
        return named;
    m_home->configure(config);
    m_retention = config.retention;
    for (auto it = config.executors.begin(); it != config.executors.end(); ++it) {
        if (const Result<void> added = addExecutor(it.key(), m_home->createExecutor(it.key(), it.value())); !added)
            return added;
    }
    for (auto &[alias, store] : stores) {
        if (const Result<void> added = addJobStore(alias, std::move(store)).result(); !added)
            return added;
    }
    return {};
}

Result<void> QtScheduler::setHost(const QString &name)
{
    if (!isNew())
        return tl::unexpected(notNow());
    return hostName(name).map([this](const QString &host) { m_host = host; });
}

Result<void> QtScheduler::setRetention(const Retention &retention)
{
    if (!isNew())
        return tl::unexpected(notNow());
    m_retention = retention;
    return {};
}

Result<void> QtScheduler::addDefaults()
{
    if (!m_home)
        return {};
    if (!m_executors.find(DefaultAlias))
        std::ignore = addExecutor(DefaultAlias, m_home->createExecutor(DefaultAlias, {}));
    if (m_stores.find(DefaultAlias))
        return {};
    return createStore(u"memory:"_s, m_clock).and_then([this](std::unique_ptr<JobStore> store) {
        return addJobStore(DefaultAlias, std::move(store)).result();
    });
}

// ---- Stores

QFuture<Result<void>> QtScheduler::addJobStore(const QString &alias, std::unique_ptr<JobStore> store)
{
    if (m_isStarting || m_shutdown)
        return failed<void>(notNow());
    if (m_stores.find(alias))
        return failed<void>({ErrorCode::Conflict, Messages::tr("There is already a job store “%1”").arg(alias), QStringLiteral("store")});
    const Surroundings surroundings{m_clock, m_executors, m_context, [this](const JobId &id) { return m_stores.holderOf(id) != nullptr; }, m_host, m_retention};
    StoreScheduler &added = m_stores.add(std::make_unique<StoreScheduler>(alias, std::move(store), surroundings));
    connectStore(added);
    post(EventType::JobStoreAdded, alias);
    if (m_state == SchedulerState::Stopped)
        return ready<void>({});
    return allWithin(StartPatience, {open(added)}, this).then(this, [this, alias](const Result<void> &opened) {
        StoreScheduler *known = m_stores.find(alias);
        if (!known || known->isClosed())
            return opened;
        if (!opened) {
            std::ignore = known->close(); // for who waits for its jobs
            m_stores.take(alias).release()->deleteLater(); // it is the one that calls
            post(EventType::JobStoreRemoved, alias);
        } else if (m_state == SchedulerState::Running) {
            known->run();
        } else {
            known->pause();
        }
        return opened;
    });
}

void QtScheduler::connectStore(StoreScheduler &store)
{
    connect(&store, &StoreScheduler::dueChanged, this, &QtScheduler::setAlarm);
    connect(&store, &StoreScheduler::loaded, this, [this, &store] { storeLate(store); });
    connect(&store, &StoreScheduler::storeAvailabilityChanged, this, [this, &store](const std::optional<Error> &reason) {
        Q_EMIT storeAvailabilityChanged(store.alias(), reason);
        if (!reason)
            storeLate(store);
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
    StoreScheduler *store = m_stores.find(alias);
    if (!store)
        return failed<void>(noSuchStore(alias));
    QFuture<Result<void>> closed = m_state == SchedulerState::Stopped ? ready<void>({}) : store->close();
    return closed.then(this, [this, alias](const Result<void> &written) -> Result<void> {
        std::unique_ptr<StoreScheduler> gone = m_stores.take(alias);
        if (!gone)
            return tl::unexpected(noSuchStore(alias));
        QList<JobId> ids;
        for (const JobEntry *entry : gone->books().jobs.all())
            ids.append(entry->record.id);
        gone.release()->deleteLater(); // it is the one that calls
        post(EventType::JobStoreRemoved, alias);
        Q_EMIT jobsRemoved(ids);
        setAlarm();
        return written;
    });
}

// ---- Executors

Result<void> QtScheduler::addExecutor(const QString &alias, std::unique_ptr<Executor> executor)
{
    if (m_executors.find(alias))
        return tl::unexpected(Error{ErrorCode::Conflict, Messages::tr("There is already an executor “%1”").arg(alias), QStringLiteral("executor")});
    connect(executor.get(), &Executor::outputAdded, this, &QtScheduler::runOutputAdded);
    for (const auto &store : m_stores)
        store->books().desk.watch(*executor);
    m_executors.add(alias, std::move(executor));
    post(EventType::ExecutorAdded, alias);
    for (const auto &store : m_stores)
        store->books().onExecutorAdded(alias);
    setAlarm();
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

} // namespace reveille
