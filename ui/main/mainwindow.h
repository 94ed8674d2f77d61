// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/engine.h"

#include <QMainWindow>

#include <functional>

class QLineEdit;
class QSettings;

namespace reveille {

class JobActions;
class JobDesk;
class JobEdits;
class JobModel;
class JobPage;
class MessageBar;
class StatusLine;

/// The window: menus, tool bar, and the page of jobs. Made before the engine starts, so that it hears of all that
/// happens.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(Engine &engine, JobModel &jobs, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Tells whether there is a tray to close to; by default asks the system.
    void setTrayProbe(std::function<bool()> hasTray) { m_hasTray = std::move(hasTray); }
    /// What the status bar says about where the jobs are.
    void setStore(const QString &url);
    [[nodiscard]] JobEdits &edits() const { return *m_edits; }

public Q_SLOTS:
    /// Shows the window and puts it in front.
    void open();
    void showError(const QString &message);
    /// Opens the window on a job, or on the output of one of its runs.
    void showJob(const reveille::JobId &id);
    void showRun(const reveille::JobId &job, const reveille::RunId &run);
    void newJob();
    void showSettings();

Q_SIGNALS:
    void quitRequested();
    /// The window was closed and the program goes on in the tray.
    void hiddenToTray();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void connectPage();
    void setState(SchedulerState state);
    void toggleScheduler();
    void showAbout();

    Engine &m_engine;
    JobModel &m_jobs;
    QSettings &m_settings;
    std::function<bool()> m_hasTray;
    SchedulerState m_state = SchedulerState::Stopped;
    JobEdits *m_edits;
    JobDesk *m_desk;
    JobActions *m_actions;
    JobPage *m_page;
    MessageBar *m_message;
    StatusLine *m_status;
    QLineEdit *m_search;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_find = nullptr;
    QAction *m_scheduler = nullptr;
    QAction *m_settingsAction = nullptr;
    QAction *m_quit = nullptr;
};

} // namespace reveille
