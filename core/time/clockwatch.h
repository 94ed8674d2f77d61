// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace reveille {

/// Says when the wall clock jumped: it was set, or the machine slept. Knows on Linux only, from the kernel and from logind;
/// elsewhere it never says anything. Lives on a thread with an event loop.
class ClockWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockWatch)

public:
    explicit ClockWatch(QObject *parent = nullptr);
    /// `clockDescriptor` can be read from once the clock was set, and is closed in the end; -1: there is none. `bus` is the
    /// one that logind is on.
    ClockWatch(int clockDescriptor, const QDBusConnection &bus, QObject *parent = nullptr);
    ~ClockWatch() override;

Q_SIGNALS:
    void clockJumped();

private Q_SLOTS:
    void onPrepareForSleep(bool begins);

private:
    void onClockSet();

    const int m_descriptor;
    QDBusConnection m_bus;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace reveille
