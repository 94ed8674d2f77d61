// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/engine.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

class QSettings;

namespace reveille {

class JobModel;
struct JobRow;

/// Reveille in the tray: how it stands, what runs in the next 24 hours, and the way to the window. Made before the
/// engine starts, so that it hears of all that happens.
class TrayIcon final : public QSystemTrayIcon
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)

public:
    TrayIcon(Engine &engine, const JobModel &jobs, QSettings &settings, QObject *parent = nullptr);

    /// Says, the first time only, that the program goes on here.
    void sayHidden();

Q_SIGNALS:
    void openRequested();
    void newReminderRequested();
    void jobRequested(const reveille::JobId &id);
    void quitRequested();
    void failed(const QString &message);

private:
    void update();
    void fillRuns();
    void toggleScheduler();
    [[nodiscard]] QList<const JobRow *> nextRuns(int most, int *more) const;
    [[nodiscard]] QString line(const JobRow &row) const;

    Engine &m_engine;
    const JobModel &m_jobs;
    QSettings &m_settings;
    SchedulerState m_state = SchedulerState::Stopped;
    QMenu m_menu;
    QAction *m_beforeRuns;
    QAction *m_afterRuns;
    QAction *m_pause;
    QList<QAction *> m_runs;
    QTimer m_soon;
};

} // namespace reveille
