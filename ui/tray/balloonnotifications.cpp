// SPDX-License-Identifier: MIT
#include "ui/tray/balloonnotifications.h"

#include "ui/text/icons.h"

#include <QPromise>
#include <QSystemTrayIcon>

namespace reveille {

using namespace Qt::StringLiterals;

BalloonNotifications::BalloonNotifications(QSystemTrayIcon &tray, QObject *parent)
    : NotificationBackend(parent)
    , m_tray(tray)
{
    connect(&tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_shown.isEmpty())
            Q_EMIT actionInvoked(m_shown, u"default"_s);
    });
}

QFuture<Result<void>> BalloonNotifications::show(const Notification &notification)
{
    QPromise<Result<void>> promise;
    promise.start();
    if (!m_tray.isVisible() || !QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) {
        promise.addResult(failure(ErrorCode::Unavailable, tr("There is no tray to show a message")));
    } else {
        m_shown = notification.id;
        m_tray.showMessage(notification.title, notification.body,
                           icon(notification.urgent ? u"error"_s : u"reminder"_s),
                           notification.stays ? 60'000 : 15'000);
        promise.addResult(Result<void>());
    }
    promise.finish();
    return promise.future();
}

void BalloonNotifications::withdraw(const QString &id)
{
    if (id == m_shown)
        m_shown.clear(); // a balloon goes by itself
}

} // namespace reveille
