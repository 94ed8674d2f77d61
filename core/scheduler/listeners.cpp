// SPDX-License-Identifier: MIT
#include "core/scheduler/listeners.h"

#include "core/base/guarded.h"

#include <QLoggingCategory>
#include <QPromise>
#include <QSemaphore>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr qsizetype MostWaiting = 1'000'000;
// At the end, in milliseconds.
constexpr int Patience = 5000;
constexpr int LastPatience = 2000; // with the call that is under way then

} // namespace

Listeners::~Listeners()
{
    const QDeadlineTimer end(Patience);
    for (auto *ears : {&m_leaving, &m_ears}) {
        for (auto &[id, ear] : *ears) {
            if (!ear->leave(end))
                std::ignore = ear.release(); // its thread stands on it
        }
    }
}

Listeners::Ear::~Ear()
{
    thread.quit();
    thread.wait();
}

bool Listeners::Ear::leave(const QDeadlineTimer &end)
{
    const auto heard = std::make_shared<QSemaphore>();
    QMetaObject::invokeMethod(&seat, [heard] { heard->release(); }); // behind all that it was told
    if (heard->tryAcquire(1, int(end.remainingTime())))
        return true;
    qCWarning(log) << "A listener is behind; it does not hear the last of" << waiting.load() << "events";
    isLeft = true;
    if (heard->tryAcquire(1, LastPatience))
        return true;
    qCWarning(log) << "A listener does not return; its thread is left to itself";
    thread.quit();
    return false;
}

void Listeners::Ear::tell(const QList<Event> &events)
{
    const bool wasBehind = std::exchange(isBehind, waiting > (isBehind ? 0 : MostWaiting));
    if (isBehind) {
        if (!wasBehind)
            qCWarning(log) << "A listener is" << waiting.load() << "events behind; it misses what comes until it has caught up";
        return;
    }
    waiting += events.size();
    QMetaObject::invokeMethod(&seat, [this, events] { hear(events); });
}

void Listeners::Ear::hear(const QList<Event> &events)
{
    for (const Event &event : events) {
        if (isLeft)
            return;
        if (!mask.testFlag(event.type))
            continue;
        if (const Result<void> heard = guarded([&] { listener(event); }); !heard)
            qCWarning(log).noquote() << "A listener failed at" << toString(event.type) << "-" << heard.error().message;
    }
    waiting -= events.size();
}

ListenerId Listeners::add(Listener listener, EventMask mask)
{
    auto ear = std::make_unique<Ear>();
    ear->mask = mask;
    ear->listener = std::move(listener);
    ear->thread.setObjectName(QStringLiteral("listener"));
    ear->seat.moveToThread(&ear->thread);
    ear->thread.start();
    const ListenerId id{++m_lastId};
    m_ears.emplace(id, std::move(ear));
    return id;
}

QFuture<void> Listeners::remove(ListenerId id)
{
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    const auto known = m_ears.find(id);
    if (known == m_ears.end()) {
        promise->finish();
        return promise->future();
    }
    Ear &ear = *m_leaving.insert(m_ears.extract(known)).position->second;
    QMetaObject::invokeMethod(&ear.seat, [this, id, promise, &ear] {
        if (ear.isLeft) // by the destructor
            return;
        QMetaObject::invokeMethod(&m_here, [this, id, promise] {
            m_leaving.erase(id);
            promise->finish();
        });
    });
    return promise->future();
}

void Listeners::tell(const QList<Event> &events)
{
    for (const auto &[id, ear] : m_ears)
        ear->tell(events);
}

} // namespace reveille
