// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/notifications/notification.h"

#include <QFuture>
#include <QObject>

namespace reveille {

/// One way to show notifications: the desktop's service, a tray balloon, a window of our own.
class NotificationBackend : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationBackend)

public:
    explicit NotificationBackend(QObject *parent = nullptr) : QObject(parent) {}

    /// Answers when it is on the screen; Unavailable where this way does not exist.
    [[nodiscard]] virtual QFuture<Result<void>> show(const Notification &notification) = 0;
    /// Takes a notification off the screen, if it is there.
    virtual void withdraw(const QString &id) = 0;

Q_SIGNALS:
    void actionInvoked(const QString &id, const QString &actionKey);
    /// It is off the screen, whoever took it off.
    void closed(const QString &id);
};

} // namespace reveille
