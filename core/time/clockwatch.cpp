// SPDX-License-Identifier: MIT
#include "core/time/clockwatch.h"

#include <QSocketNotifier>

#include <cerrno>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#endif

namespace reveille {

namespace {

/// A timer that never fires, but is cancelled when the clock is set (timerfd_create(2)); -1 where there is no such thing.
int openClockDescriptor()
{
#ifdef Q_OS_LINUX
    constexpr time_t Never = 7'258'118'400; // in 2200
    const int descriptor = ::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    const itimerspec never{.it_interval = {}, .it_value = {.tv_sec = Never, .tv_nsec = 0}};
    if (descriptor < 0 || ::timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) == 0)
        return descriptor;
    ::close(descriptor);
#endif
    return -1;
}

} // namespace

ClockWatch::ClockWatch(QObject *parent) : ClockWatch(openClockDescriptor(), QDBusConnection::systemBus(), parent) {}

// See https://systemd.io/INHIBITOR_LOCKS
ClockWatch::ClockWatch(int clockDescriptor, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_descriptor(clockDescriptor)
    , m_bus(bus)
{
    // From any sender: to ask who logind is would block, and nobody is harmed if the clock is read once more.
    m_bus.connect(QString(), QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
                  QStringLiteral("PrepareForSleep"), this, SLOT(onPrepareForSleep(bool)));
    if (m_descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ClockWatch::onClockSet);
}

ClockWatch::~ClockWatch()
{
    m_notifier.reset(); // before what it looks at
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void ClockWatch::onPrepareForSleep(bool begins)
{
    if (!begins)
        Q_EMIT clockJumped();
}

void ClockWatch::onClockSet()
{
    quint64 expirations = 0;
    const ssize_t got = ::read(m_descriptor, &expirations, sizeof expirations);
    // That it was cancelled is the news; what can't be read any more would wake us without end.
    if (got == 0 || (got < 0 && errno != ECANCELED && errno != EAGAIN))
        m_notifier->setEnabled(false);
    Q_EMIT clockJumped();
}

} // namespace reveille
