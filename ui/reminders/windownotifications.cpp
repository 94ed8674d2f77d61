// SPDX-License-Identifier: MIT
#include "ui/reminders/windownotifications.h"

#include "ui/reminders/reminderwindow.h"

#include <QGuiApplication>
#include <QPromise>
#include <QScreen>

namespace reveille {

namespace {

constexpr int Gap = 12;

QFuture<Result<void>> done()
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(Result<void>());
    promise.finish();
    return promise.future();
}

} // namespace

WindowNotifications::WindowNotifications(QObject *parent) : NotificationBackend(parent) {}

WindowNotifications::~WindowNotifications()
{
    for (const QPointer<ReminderWindow> &window : std::as_const(m_windows))
        delete window;
}

QFuture<Result<void>> WindowNotifications::show(const Notification &notification)
{
    withdraw(notification.id);
    auto *window = new ReminderWindow(notification);
    connect(window, &ReminderWindow::actionInvoked, this, &WindowNotifications::actionInvoked);
    connect(window, &ReminderWindow::closed, this, [this, window] {
        m_windows.removeAll(window);
        arrange();
    });
    m_windows.append(window);
    arrange();
    window->show();
    return done();
}

void WindowNotifications::withdraw(const QString &id)
{
    const QList<QPointer<ReminderWindow>> windows = m_windows;
    for (const QPointer<ReminderWindow> &window : windows) {
        if (window && window->id() == id)
            window->close();
    }
}

void WindowNotifications::arrange()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (!screen)
        return;
    const QRect area = screen->availableGeometry().adjusted(Gap, Gap, -Gap, -Gap);
    int bottom = area.bottom();
    for (const QPointer<ReminderWindow> &window : std::as_const(m_windows)) {
        // Where the screen is full, the rest lies over the topmost.
        const int top = std::max(bottom - window->height(), area.top());
        window->move(area.right() - window->width(), top);
        bottom = top - Gap;
    }
}

} // namespace reveille
