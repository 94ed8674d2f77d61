// SPDX-License-Identifier: MIT
#pragma once

#include "core/notifications/notificationbackend.h"

#include <QDBusConnection>
#include <QHash>

#include <memory>

namespace reveille {

/// Shows notifications through the desktop's own service, org.freedesktop.Notifications (Desktop Notifications
/// Specification 1.2). Never blocks.
class FreedesktopNotifications final : public NotificationBackend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreedesktopNotifications)

public:
    explicit FreedesktopNotifications(const QDBusConnection &bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<void>> show(const Notification &notification) override;
    void withdraw(const QString &id) override;

private Q_SLOTS:
    void onActionInvoked(uint serverId, const QString &actionKey);
    void onClosed(uint serverId, uint reason);

private:
    struct Capabilities
    {
        bool bodyMarkup = false; ///< the body is read as markup, so that plain text has to be escaped
        bool actions = false;
    };

    [[nodiscard]] QFuture<Result<void>> askCapabilities();
    [[nodiscard]] QFuture<Result<void>> send(const Notification &notification);

    QDBusConnection m_bus;
    std::optional<Capabilities> m_capabilities;
    QHash<QString, uint> m_serverIds;
    QHash<uint, QString> m_ids;
};

} // namespace reveille
