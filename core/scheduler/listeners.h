// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QList>
#include <QThread>

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace reveille {

using Listener = std::function<void(const Event &event)>;
enum class ListenerId : int {};

/// Tells listeners what happened: each on a thread of its own and in order, so that one which is slow holds up neither the
/// scheduler nor the others. One that is a million events behind misses what comes until it has caught up. What it throws is
/// logged.
class Listeners final
{
    Q_DISABLE_COPY_MOVE(Listeners)

public:
    Listeners() = default;
    /// Waits until all have heard all, a few seconds at most. One whose call does not return is left to itself.
    ~Listeners();

    /// `mask` joins EventTypes; 0xffffffff: all.
    ListenerId add(Listener listener, EventMask mask);
    /// Tells it no more; answers when it has heard all that it was told.
    QFuture<void> remove(ListenerId id);
    /// On the thread that this lives on.
    void tell(const QList<Event> &events);

private:
    struct Ear
    {
        EventMask mask;
        Listener listener;
        QThread thread;
        QObject seat; ///< stands on the thread
        std::atomic<qsizetype> waiting = 0; ///< events that it was told and has not heard
        bool isBehind = false;              ///< by too many
        std::atomic<bool> isLeft = false;   ///< what waits is not to be heard any more

        ~Ear();
        /// Waits until it has heard all that it was told. False: its listener does not return.
        [[nodiscard]] bool leave(const QDeadlineTimer &end);
        void tell(const QList<Event> &events);
        void hear(const QList<Event> &events);
    };

    QObject m_here; ///< first: ears that leave say so here, until they are gone
    std::map<ListenerId, std::unique_ptr<Ear>> m_ears;
    std::map<ListenerId, std::unique_ptr<Ear>> m_leaving; ///< those that still hear what they were told
    int m_lastId = 0;
};

} // namespace reveille
