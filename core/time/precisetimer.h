// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QSocketNotifier;

namespace reveille {

/// Rings once after a time, as exactly as the kernel wakes a program: by a timerfd(2) on Linux. Elsewhere by a QTimer, which
/// counts in whole milliseconds and rounds up, as the event loop does once more.
class PreciseTimer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreciseTimer)

public:
    explicit PreciseTimer(QObject *parent = nullptr);
    ~PreciseTimer() override;

    /// Not before `wait` has gone by; 0 or less: at once. What it was started for before is forgotten.
    void start(std::chrono::nanoseconds wait);
    void stop();

Q_SIGNALS:
    void rang();

private:
    bool hasDescriptor();
    void onReadable();

    QTimer m_timer; ///< where there is no descriptor, and for what is to ring at once
    int m_descriptor = -1; ///< not yet, or there is none
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace reveille
