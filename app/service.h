// SPDX-License-Identifier: MIT
#pragma once

#include "app/instance.h"
#include "app/verbrunner.h"
#include "core/notifications/notificationcenter.h"
#include "core/scheduler/engine.h"

namespace reveille {

/// What runs in every Reveille that stays, with a window or without: the engine on a store, notifications, and the socket
/// at which the command line knocks.
class Service final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Service)

public:
    enum class Role { Window, Headless };

    /// Borrows the clock. Ways to show notifications are added to notifications().
    Service(const Clock &clock, std::unique_ptr<JobStore> store, Role role, QObject *parent = nullptr);

    [[nodiscard]] Engine &engine() { return m_engine; }
    [[nodiscard]] NotificationCenter &notifications() { return m_notifications; }

    /// Opens the store and starts the scheduler. Emits started(), or failed() with the reason; none of them after stop().
    void start();
    /// Gives running work until the deadline, ends it, and closes the store; then emits stopped().
    void stop(milliseconds deadline);

Q_SIGNALS:
    void started();
    void failed(const reveille::Error &error);
    void stopped();
    /// A second start asks for the window.
    void raiseRequested();

private:
    void answer(const QJsonObject &request, const InstanceServer::Reply &reply);
    void report(const QFuture<Result<void>> &done);

    const Role m_role;
    NotificationCenter m_notifications;
    Engine m_engine;
    VerbRunner m_verbs;
    InstanceServer m_server;
    bool m_isStopping = false;
};

} // namespace reveille
