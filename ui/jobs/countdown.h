// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QTreeView>

namespace reveille {

class JobFilter;

/// Keeps the time left of the rows in sight true: repaints their column every second while one of them is due within
/// the minute, else every minute, and does nothing while the table can't be seen.
class Countdown final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Countdown)

public:
    Countdown(const JobFilter &jobs, QTreeView &view);

    /// Whether a tick is to come.
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tick();
    void rearm();
    [[nodiscard]] bool isSeen() const;

    const JobFilter &m_jobs;
    QTreeView &m_view;
    QTimer m_timer;
    QTimer m_rearm;
};

} // namespace reveille
