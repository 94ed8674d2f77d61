// SPDX-License-Identifier: MIT
#include "ui/tray/trayicon.h"

#include "core/time/clock.h"
#include "ui/engine/whenanswered.h"
#include "ui/jobs/jobmodel.h"
#include "ui/settings/settingskeys.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

#include <QSettings>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostInMenu = 5;
constexpr int MostInToolTip = 8;

} // namespace

TrayIcon::TrayIcon(Engine &engine, const JobModel &jobs, QSettings &settings, QObject *parent)
    : QSystemTrayIcon(parent)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_settings(settings)
{
    m_menu.setObjectName(u"trayMenu"_s);
    QAction *open = m_menu.addAction(reveille::icon(u"reveille"_s), tr("&Open Reveille"));
    open->setObjectName(u"trayOpen"_s);
    m_menu.setDefaultAction(open);
    m_beforeRuns = m_menu.addSeparator();
    m_afterRuns = m_menu.addSeparator();
    QAction *reminder = m_menu.addAction(reveille::icon(u"reminder"_s), tr("&New reminder…"));
    reminder->setObjectName(u"trayNewReminder"_s);
    m_pause = m_menu.addAction(QString());
    m_pause->setObjectName(u"trayPause"_s);
    m_menu.addSeparator();
    QAction *quit = m_menu.addAction(reveille::icon(u"quit"_s), tr("&Quit"));
    quit->setObjectName(u"trayQuit"_s);
    setContextMenu(&m_menu);

    connect(open, &QAction::triggered, this, &TrayIcon::openRequested);
    connect(reminder, &QAction::triggered, this, &TrayIcon::newReminderRequested);
    connect(m_pause, &QAction::triggered, this, &TrayIcon::toggleScheduler);
    connect(quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT openRequested();
    });
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillRuns);
    connect(&engine, &Engine::stateChanged, this, [this](SchedulerState state) {
        m_state = state;
        update();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::update);
    connect(&jobs, &JobModel::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    update();
}

void TrayIcon::sayHidden()
{
    if (m_settings.value(SettingsKeys::ToldOfTray, false).toBool())
        return;
    m_settings.setValue(SettingsKeys::ToldOfTray, true);
    showMessage(tr("Reveille goes on in the tray"),
                tr("Jobs run while the window is closed. Quit from the menu of this icon."),
                reveille::icon(u"reveille"_s));
}

QList<const JobRow *> TrayIcon::nextRuns(int most, int *more) const
{
    const TimePoint now = m_engine.clock().now();
    QList<const JobRow *> rows;
    for (int i = 0; i < m_jobs.rowCount(); ++i) {
        const JobRow &row = m_jobs.row(i);
        if (row.snapshot.nextRunTime && *row.snapshot.nextRunTime <= now + 24h)
            rows.append(&row);
    }
    const qsizetype shown = std::min(rows.size(), qsizetype(most));
    std::partial_sort(rows.begin(), rows.begin() + shown, rows.end(), [](const JobRow *a, const JobRow *b) {
        return *a->snapshot.nextRunTime < *b->snapshot.nextRunTime;
    });
    *more = int(rows.size() - shown);
    rows.resize(shown);
    return rows;
}

QString TrayIcon::line(const JobRow &row) const
{
    return u"%1  %2"_s.arg(TimeText::brief(*row.snapshot.nextRunTime, m_engine.clock().now(), Zone::system()),
                           shortened(row.name, 40));
}

void TrayIcon::update()
{
    bool failing = false;
    for (int i = 0; i < m_jobs.rowCount() && !failing; ++i)
        failing = m_jobs.row(i).isFailing();
    const bool paused = m_state == SchedulerState::Paused;
    setIcon(reveille::icon(paused ? u"tray-paused"_s : failing ? u"tray-error"_s : u"tray-running"_s));
    m_pause->setText(paused ? tr("&Resume all") : tr("&Pause all"));
    m_pause->setIcon(reveille::icon(paused ? u"resume"_s : u"pause"_s));
    m_pause->setEnabled(m_state != SchedulerState::Stopped);

    int more = 0;
    const QList<const JobRow *> next = nextRuns(MostInToolTip, &more);
    // The first line has no name in it: by that line Qt decides whether a tool tip is markup.
    QStringList lines{paused    ? tr("Reveille: paused")
                      : failing ? tr("Reveille: some jobs are failing")
                                : tr("Reveille")};
    if (next.isEmpty())
        lines.append(tr("Nothing runs in the next 24 hours."));
    for (const JobRow *row : next)
        lines.append(line(*row));
    if (more > 0)
        lines.append(tr("and %n more", nullptr, more));
    setToolTip(lines.join(u'\n'));
}

void TrayIcon::fillRuns()
{
    qDeleteAll(m_runs);
    m_runs.clear();
    int more = 0;
    for (const JobRow *row : nextRuns(MostInMenu, &more)) {
        auto *action = new QAction(taskIcon(row->job().taskType()), withoutMnemonic(line(*row)), &m_menu);
        connect(action, &QAction::triggered, this, [this, id = row->job().id] { Q_EMIT jobRequested(id); });
        m_runs.append(action);
    }
    if (m_runs.isEmpty()) {
        auto *none = new QAction(tr("Nothing runs in the next 24 hours."), &m_menu);
        none->setEnabled(false);
        m_runs.append(none);
    }
    m_menu.insertActions(m_afterRuns, m_runs);
}

void TrayIcon::toggleScheduler()
{
    whenAnswered(m_state == SchedulerState::Paused ? m_engine.resume() : m_engine.pause(), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         Q_EMIT failed(done.error().message);
                 });
}

} // namespace reveille
