// SPDX-License-Identifier: MIT
#pragma once

#include "core/notifications/notificationbackend.h"

#include <QPointer>

namespace reveille {

class ReminderWindow;

/// Notifications as windows of our own, stacked from the lower right corner of the screen: the way that always exists.
class WindowNotifications final : public NotificationBackend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowNotifications)

public:
    explicit WindowNotifications(QObject *parent = nullptr);
    ~WindowNotifications() override;

    /// For the GUI thread.
    [[nodiscard]] QFuture<Result<void>> show(const Notification &notification) override;
    void withdraw(const QString &id) override;

private:
    void arrange();

    QList<QPointer<ReminderWindow>> m_windows; ///< the oldest first
};

} // namespace reveille
