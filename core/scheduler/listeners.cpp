// SPDX-License-Identifier: MIT
#include "core/scheduler/listeners.h"

#include "core/base/guarded.h"

#include <QLoggingCategory>
#include <QPromise>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

} // namespace

Listeners::~Listeners() = default;

Listeners::Ear::~Ear()
{
    // Behind all that was told; and not from there, as the thread could be gone while what was told still wakes it up.
    QMetaObject::invokeMethod(&seat, [] {}, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
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
    QMetaObject::invokeMethod(&ear.seat, [this, id, promise] {
        QMetaObject::invokeMethod(&m_here, [this, id, promise] {
            m_leaving.erase(id);
            promise->finish();
        });
    });
    return promise->future();
}

void Listeners::tell(const QList<Event> &events)
{
    for (const auto &[id, ear] : m_ears) {
        QMetaObject::invokeMethod(&ear->seat, [&ear = *ear, events] {
            for (const Event &event : events) {
                if (!ear.mask.testFlag(event.type))
                    continue;
                if (const Result<void> heard = guarded([&] { ear.listener(event); }); !heard)
                    qCWarning(log).noquote() << "A listener failed at" << toString(event.type) << "-" << heard.error().message;
            }
        });
    }
}

} // namespace reveille
