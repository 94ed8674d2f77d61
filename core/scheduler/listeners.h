// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"

#include <QFuture>
#include <QList>
#include <QThread>

#include <functional>
#include <map>
#include <memory>

namespace reveille {

using Listener = std::function<void(const Event &event)>;
enum class ListenerId : int {};

/// Tells listeners what happened: each on a thread of its own and in order, so that one which is slow holds up neither the
/// scheduler nor the others. What it throws is logged.
class Listeners final
{
    Q_DISABLE_COPY_MOVE(Listeners)

public:
    Listeners() = default;
    /// Waits until all have heard all.
    ~Listeners();

    /// `mask` joins EventTypes; 0xffffffff: all.
    ListenerId add(Listener listener, EventMask mask);
    /// Tells it no more; answers when it has heard all that it was told.
    QFuture<void> remove(ListenerId id);
    void tell(const QList<Event> &events);

private:
    struct Ear
    {
        EventMask mask;
        Listener listener;
        QThread thread;
        QObject seat; ///< stands on the thread

        ~Ear();
    };

    QObject m_here; ///< first: ears that leave say so here, until they are gone
    std::map<ListenerId, std::unique_ptr<Ear>> m_ears;
    std::map<ListenerId, std::unique_ptr<Ear>> m_leaving; ///< those that still hear what they were told
    int m_lastId = 0;
};

} // namespace reveille
