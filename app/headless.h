// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/service.h"
#include "app/unixsignals.h"
#include "core/notifications/freedesktopnotifications.h"

#include <QTimer>

namespace reveille {

/// `reveille run`: the scheduler without a window. Prints one line an event, and ends on SIGINT, SIGTERM or when it was
/// told to.
class Headless final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Headless)

public:
    /// Borrows the clock. `endAt`: when it ends by itself.
    Headless(const Clock &clock, std::unique_ptr<JobStore> store, const CommandLine &line, OptionalTime endAt,
             QObject *parent = nullptr);

    /// Ends the application's event loop with an exit code when all is over.
    void start();

private:
    void print(const QList<Event> &events);
    void sayHowToAdd();
    void watchEnd();
    void end();

    const Clock &m_clock;
    const bool m_json;
    const OptionalTime m_endAt;
    UnixSignals m_signals;
    FreedesktopNotifications m_desktop;
    Service m_service;
    QTimer m_endTimer;
    bool m_ending = false;
};

} // namespace reveille
