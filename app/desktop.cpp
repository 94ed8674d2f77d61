// SPDX-License-Identifier: MIT
#include "app/desktop.h"

#include "app/commandline.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>

namespace reveille {

namespace {

constexpr milliseconds TimeForRunningWork = 3s;

} // namespace

Desktop::Desktop(const Clock &clock, std::unique_ptr<JobStore> store, QSettings &settings, Start start, QObject *parent)
    : QObject(parent)
    , m_start(start)
    , m_service(clock, std::move(store), Service::Role::Window)
    , m_jobs(m_service.engine())
    , m_window(m_service.engine(), m_jobs, settings)
    , m_tray(m_service.engine(), m_jobs, settings)
    , m_balloons(m_tray)
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.setStore(m_service.engine().storeUrl());
    connect(&m_service, &Service::started, this, &Desktop::show);
    connect(&m_service, &Service::raiseRequested, &m_window, &MainWindow::open);
    connect(&m_service, &Service::stopped, qApp, &QCoreApplication::quit);
    connect(&m_service, &Service::failed, this, &Desktop::fail);
    connect(&m_window, &MainWindow::quitRequested, this, &Desktop::quit);
    connect(&m_window, &MainWindow::hiddenToTray, &m_tray, &TrayIcon::sayHidden);
    connect(&m_tray, &TrayIcon::openRequested, &m_window, &MainWindow::open);
    connect(&m_tray, &TrayIcon::newReminderRequested, &m_window, &MainWindow::newJob);
    connect(&m_tray, &TrayIcon::jobRequested, &m_window, &MainWindow::showJob);
    connect(&m_tray, &TrayIcon::failed, &m_window, &MainWindow::showError);
    connect(&m_tray, &TrayIcon::quitRequested, this, &Desktop::quit);
    connect(&m_signals, &UnixSignals::endRequested, this, &Desktop::quit);
    connectNotifications();
}

Desktop::~Desktop() = default;

void Desktop::connectNotifications()
{
    NotificationCenter &notifications = m_service.notifications();
    notifications.addBackend(m_freedesktop);
    notifications.addBackend(m_balloons);
    notifications.addBackend(m_windows);
    connect(&notifications, &NotificationCenter::openRequested, &m_window, [this](const JobId &job, const RunId &run) {
        if (job.isEmpty())
            m_window.open();
        else if (run.isEmpty())
            m_window.showJob(job);
        else
            m_window.showRun(job, run);
    });
}

void Desktop::start()
{
    m_service.start();
}

void Desktop::show()
{
    m_tray.show();
    if (m_start == Start::Visible || !QSystemTrayIcon::isSystemTrayAvailable())
        m_window.open();
}

void Desktop::fail(const Error &error)
{
    if (error.code == ErrorCode::Damaged) {
        m_damage = error;
        QCoreApplication::exit(ExitCode::Failure);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Critical, tr("Reveille"), error.text(), QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, qApp, [] { QCoreApplication::exit(ExitCode::Failure); });
    box->open();
}

// The window goes at once; what runs may take a moment to end.
void Desktop::quit()
{
    m_window.hide();
    m_tray.hide();
    m_service.stop(TimeForRunningWork);
}

} // namespace reveille
