// SPDX-License-Identifier: MIT
#include "core/notifications/freedesktopnotifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPromise>

namespace reveille {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int CallTimeout = 3000; // milliseconds; a service that hangs is no service

QDBusMessage call(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(Service, Path, Service, method);
    message.setArguments(arguments);
    return message;
}

// Answers with what `read` makes of the reply.
template<typename Read>
QFuture<Result<void>> answerOf(const QDBusPendingCall &pending, QObject *context, Read read)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [promise, read](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        if (done->isError()) {
            promise->addResult(Result<void>(failure(ErrorCode::Unavailable, done->error().message())));
        } else {
            read(*done);
            promise->addResult(Result<void>());
        }
        promise->finish();
    });
    return promise->future();
}

} // namespace

FreedesktopNotifications::FreedesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : NotificationBackend(parent)
    , m_bus(bus)
{
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

QFuture<Result<void>> FreedesktopNotifications::show(const Notification &notification)
{
    if (!m_bus.isConnected())
        return QtFuture::makeReadyFuture(Result<void>(failure(ErrorCode::Unavailable, tr("There is no session bus"))));
    if (m_capabilities)
        return send(notification);
    return askCapabilities()
        .then(this, [this, notification](const Result<void> &asked) {
            return asked ? send(notification) : QtFuture::makeReadyFuture(asked);
        })
        .unwrap();
}

QFuture<Result<void>> FreedesktopNotifications::askCapabilities()
{
    return answerOf(m_bus.asyncCall(call(QStringLiteral("GetCapabilities")), CallTimeout), this, [this](const QDBusPendingCall &reply) {
        const QStringList names = QDBusPendingReply<QStringList>(reply).value();
        m_capabilities = Capabilities{.bodyMarkup = names.contains(QStringLiteral("body-markup")),
                                      .actions = names.contains(QStringLiteral("actions"))};
    });
}

QFuture<Result<void>> FreedesktopNotifications::send(const Notification &notification)
{
    QStringList actions;
    if (m_capabilities->actions) {
        for (const Notification::Action &action : notification.actions)
            actions << action.key << action.label;
    }
    QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("reveille")},
                      {QStringLiteral("urgency"), QVariant::fromValue(uchar(notification.urgent ? 2 : 1))}};
    if (!notification.sound.isEmpty())
        hints.insert(QStringLiteral("sound-name"), notification.sound);
    const QVariantList arguments{
        QStringLiteral("Reveille"),
        m_serverIds.value(notification.id), // 0: a new one
        QStringLiteral("reveille"),
        notification.title,
        m_capabilities->bodyMarkup ? notification.body.toHtmlEscaped() : notification.body,
        actions,
        hints,
        notification.stays ? 0 : -1, // never by itself, or as the service likes
    };
    return answerOf(m_bus.asyncCall(call(QStringLiteral("Notify"), arguments), CallTimeout), this,
                    [this, id = notification.id](const QDBusPendingCall &reply) {
                        const uint serverId = QDBusPendingReply<uint>(reply).value();
                        m_serverIds.insert(id, serverId);
                        m_ids.insert(serverId, id);
                    });
}

void FreedesktopNotifications::withdraw(const QString &id)
{
    if (const uint serverId = m_serverIds.value(id))
        m_bus.asyncCall(call(QStringLiteral("CloseNotification"), {serverId}), CallTimeout);
}

void FreedesktopNotifications::onActionInvoked(uint serverId, const QString &actionKey)
{
    if (const QString id = m_ids.value(serverId); !id.isEmpty())
        Q_EMIT actionInvoked(id, actionKey);
}

void FreedesktopNotifications::onClosed(uint serverId, uint)
{
    const QString id = m_ids.take(serverId);
    if (id.isEmpty())
        return;
    m_serverIds.remove(id);
    Q_EMIT closed(id);
}

} // namespace reveille
