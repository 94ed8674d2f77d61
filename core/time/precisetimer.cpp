// SPDX-License-Identifier: MIT
#include "core/time/precisetimer.h"

#include <QSocketNotifier>

#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#endif

namespace reveille {

using namespace std::chrono_literals;

namespace {

/// -1: there is none.
int createDescriptor()
{
#ifdef Q_OS_LINUX
    return ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
#else
    return -1;
#endif
}

/// Has a descriptor become readable after `wait`; 0: not any more. False: it can't.
bool arm([[maybe_unused]] int descriptor, [[maybe_unused]] std::chrono::nanoseconds wait)
{
#ifdef Q_OS_LINUX
    const auto seconds = std::chrono::floor<std::chrono::seconds>(wait);
    const itimerspec once{.it_interval = {}, .it_value = {.tv_sec = seconds.count(), .tv_nsec = (wait - seconds).count()}};
    return ::timerfd_settime(descriptor, 0, &once, nullptr) == 0;
#else
    return false;
#endif
}

} // namespace

PreciseTimer::PreciseTimer(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PreciseTimer::rang);
}

PreciseTimer::~PreciseTimer()
{
    m_notifier.reset(); // before what it looks at
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void PreciseTimer::start(std::chrono::nanoseconds wait)
{
    stop();
    if (wait > 0ns && hasDescriptor() && arm(m_descriptor, wait))
        return;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(wait, 0ns)));
}

void PreciseTimer::stop()
{
    m_timer.stop();
    if (m_descriptor >= 0)
        arm(m_descriptor, 0ns);
}

// Not before it is needed: a notifier wants an event loop to be there.
bool PreciseTimer::hasDescriptor()
{
    if (m_descriptor >= 0)
        return true;
    m_descriptor = createDescriptor();
    if (m_descriptor < 0)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PreciseTimer::onReadable);
    return true;
}

void PreciseTimer::onReadable()
{
    quint64 expirations = 0;
    if (::read(m_descriptor, &expirations, sizeof expirations) == sizeof expirations)
        Q_EMIT rang();
}

} // namespace reveille
