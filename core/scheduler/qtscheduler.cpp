// SPDX-License-Identifier: MIT
// The life of a QtScheduler from its start to its end, and when it looks at the clock.
#include "core/scheduler/qtscheduler.h"

#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds LastPatience = 10s; // with a store that does not answer at the end

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

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
    , m_forms(m_context, m_home.get())
    , m_alarm(clock)
{
    connect(&m_alarm, &Alarm::rang, this, &QtScheduler::wakeUp);
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
    m_stores.clear(); // whoever they answer finds none
}

// ---- Start and end

QFuture<Result<void>> QtScheduler::start(SchedulerState mode)
{
    Q_ASSERT(mode != SchedulerState::Stopped);
    if (!isNew())
        return failed<void>(notNow());
    if (const Result<void> ok = addDefaults(); !ok)
        return failed<void>(ok.error());
    if (m_stores.isEmpty())
        return failed<void>({ErrorCode::Refused, Messages::tr("The scheduler has no job store"), {}});
    m_isStarting = true;
    tell(std::exchange(m_early, std::nullopt).value_or(QList<Event>()));
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
        for (const auto &store : m_stores)
            storeLate(*store);
        return {};
    });
}

// A server that is away and a store that takes its time hold up no others: they follow when they are there.
QFuture<Result<void>> QtScheduler::openStores()
{
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores)
        answers.append(open(*store));
    const bool holdsUpNobody = m_stores.size() == 1 && !m_stores.first().books().store->isShared();
    return holdsUpNobody ? answers.first() : allWithin(StartPatience, answers, this);
}

QFuture<Result<void>> QtScheduler::open(StoreScheduler &store)
{
    if (!store.books().store->isShared())
        return store.open();
    return store.open().then(this, [](const Result<void> &opened) {
        return !opened && opened.error().code == ErrorCode::Unavailable ? Result<void>() : opened;
    });
}

QFuture<Result<void>> QtScheduler::storePending()
{
    for (const QString &alias : m_pending.stores()) {
        if (!m_stores.find(alias))
            return failed<void>(noSuchStore(alias));
    }
    QList<QFuture<Result<void>>> answers;
    for (const auto &store : m_stores) {
        if (store->isOpen())
            answers.append(storePending(*store));
    }
    return allWithin(StartPatience, answers, this);
}

// What a store does not take stays pending.
QFuture<Result<void>> QtScheduler::storePending(StoreScheduler &store)
{
    const QList<NewJob> jobs = m_pending.take(store.alias());
    if (jobs.isEmpty())
        return ready<void>({});
    return store.addPending(jobs).then(this, [this, jobs](const Result<QList<JobSnapshot>> &added) -> Result<void> {
        if (added)
            return {};
        m_pending.putBack(jobs);
        return tl::unexpected(added.error());
    });
}

// Of a store that was not there at the start.
void QtScheduler::storeLate(StoreScheduler &store)
{
    if (m_isStarting || m_state == SchedulerState::Stopped || !store.isLoaded())
        return;
    storePending(store).then(this, [alias = store.alias()](const Result<void> &stored) {
        if (!stored)
            qCWarning(log).noquote() << "The pending jobs of the job store" << alias << "could not be added:" << stored.error().text();
    });
}

QFuture<Result<void>> QtScheduler::shutdown(milliseconds deadline)
{
    QTimer::singleShot(deadline, this, [this] {
        for (const auto &store : m_stores)
            store->endRuns();
    });
    QTimer::singleShot(deadline + LastPatience, this, &QtScheduler::giveUp);
    if (m_shutdown) // again, perhaps with less patience
        return m_shutdown->wait();
    m_shutdown = std::make_shared<SharedAnswer>();
    m_wasStarted = m_state != SchedulerState::Stopped;
    setState(SchedulerState::Stopped);
    for (const auto &store : m_stores)
        m_closing.insert(store->alias(), store->close());
    allOf(m_closing.values(), this).then(this, [this](const Result<void> &closed) { endShutdown(closed); });
    return m_shutdown->wait();
}

void QtScheduler::giveUp()
{
    for (const auto &store : m_stores) {
        if (m_closing.value(store->alias()).isFinished())
            continue;
        const QString text = store->books().desk.isIdle() ? Messages::tr("The job store %1 does not answer; it was not waited for")
                                                          : Messages::tr("Runs of the job store %1 do not end; they were not waited for");
        return endShutdown(failure(ErrorCode::Unavailable, text.arg(store->alias())));
    }
}

void QtScheduler::endShutdown(const Result<void> &closed)
{
    if (m_shutdown->isThere())
        return;
    if (m_wasStarted)
        post(EventType::SchedulerShutdown);
    if (!m_stores.isEmpty())
        std::ignore = m_stores.first().books().outbox.flush();
    m_shutdown->give(closed);
}

Result<void> QtScheduler::pause()
{
    if (m_state == SchedulerState::Stopped)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler is not running"));
    for (const auto &store : m_stores)
        store->pause();
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
    post(EventType::SchedulerResumed);
    setState(SchedulerState::Running);
    return m_stores.askAll(&StoreScheduler::resume, this);
}

void QtScheduler::setState(SchedulerState state)
{
    m_state = state;
    if (state != SchedulerState::Stopped)
        m_alarm.watchClock();
    Q_EMIT stateChanged(state);
    setAlarm();
}

// ---- Time

void QtScheduler::setAlarm()
{
    OptionalTime first;
    for (const auto &store : m_stores) {
        if (const OptionalTime at = store->nextWorkAt(); at && (!first || *at < *first))
            first = at;
    }
    m_alarm.set(first);
}

void QtScheduler::wakeUp()
{
    if (m_alarm.noticesSetBack())
        m_stores.forEach([](StoreScheduler &store) { store.onClockSetBack(); });
    m_stores.forEach([](StoreScheduler &store) { store.work(); });
    setAlarm();
}

// ---- News

void QtScheduler::post(EventType type, const QString &text, const std::shared_ptr<const Job> &job)
{
    const Event event{.type = type, .at = m_clock.now(), .job = job, .text = text};
    if (m_early)
        m_early->append(event);
    else
        tell({event});
}

// What is not about a job goes out with the news of the first store, in order with them.
void QtScheduler::tell(const QList<Event> &events)
{
    if (m_stores.isEmpty()) {
        Q_EMIT eventsHappened(events);
        return;
    }
    for (Event event : events)
        m_stores.first().books().outbox.post(std::move(event));
}

ListenerId QtScheduler::addListener(Listener listener, EventMask mask)
{
    return m_listeners.add(std::move(listener), mask);
}

} // namespace reveille
