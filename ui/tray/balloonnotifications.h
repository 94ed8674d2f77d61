// SPDX-License-Identifier: MIT
#pragma once

#include "core/notifications/notificationbackend.h"

class QSystemTrayIcon;

namespace reveille {

/// Notifications as balloons of the tray icon. They have no buttons; a click is the action "default".
class BalloonNotifications final : public NotificationBackend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BalloonNotifications)

public:
    explicit BalloonNotifications(QSystemTrayIcon &tray, QObject *parent = nullptr);

    /// For the GUI thread. Unavailable where there is no tray.
    [[nodiscard]] QFuture<Result<void>> show(const Notification &notification) override;
    void withdraw(const QString &id) override;

private:
    QSystemTrayIcon &m_tray;
    QString m_shown; ///< the id of the last one: a click can only mean that
};

} // namespace reveille
