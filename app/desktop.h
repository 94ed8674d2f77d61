// SPDX-License-Identifier: MIT
#pragma once

#include "app/service.h"
#include "app/unixsignals.h"
#include "core/notifications/freedesktopnotifications.h"
#include "ui/jobs/jobmodel.h"
#include "ui/main/mainwindow.h"
#include "ui/reminders/windownotifications.h"
#include "ui/tray/balloonnotifications.h"
#include "ui/tray/trayicon.h"

class QSettings;

namespace reveille {

/// Reveille with a window: joins service, window, tray and notifications.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desktop)

public:
    enum class Start { Visible, Hidden };

    /// Borrows clock and settings.
    Desktop(const Clock &clock, std::unique_ptr<JobStore> store, QSettings &settings, Start start, QObject *parent = nullptr);
    ~Desktop() override;

    /// Ends the application's event loop when the person quits, or with an error where the store can't be used.
    void start();
    /// Why the store could not be opened, where it is damaged; then the person was not told yet.
    [[nodiscard]] const std::optional<Error> &damage() const { return m_damage; }

private:
    void connectNotifications();
    void show();
    void fail(const Error &error);
    void quit();

    const Start m_start;
    std::optional<Error> m_damage;
    UnixSignals m_signals;
    Service m_service;
    JobModel m_jobs;
    MainWindow m_window;
    TrayIcon m_tray;
    FreedesktopNotifications m_freedesktop;
    BalloonNotifications m_balloons;
    WindowNotifications m_windows;
};

} // namespace reveille
