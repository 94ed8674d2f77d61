// SPDX-License-Identifier: MIT
#include "ui/main/mainwindow.h"

#include "ui/editor/jobeditor.h"
#include "ui/engine/whenanswered.h"
#include "ui/jobs/jobview.h"
#include "ui/main/detailspane.h"
#include "ui/main/jobactions.h"
#include "ui/main/jobdesk.h"
#include "ui/main/jobedits.h"
#include "ui/main/jobpage.h"
#include "ui/main/messagebar.h"
#include "ui/main/statusline.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingskeys.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QToolBar>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString GeometryKey = u"main/geometry"_s;
const QString StateKey = u"main/state"_s;

} // namespace

MainWindow::MainWindow(Engine &engine, JobModel &jobs, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_settings(settings)
    , m_hasTray(&QSystemTrayIcon::isSystemTrayAvailable)
    , m_edits(new JobEdits(engine, this))
    , m_desk(new JobDesk(jobs, *m_edits, settings, *this))
    , m_actions(new JobActions(this))
    , m_page(new JobPage(jobs, settings))
    , m_message(new MessageBar)
    , m_status(new StatusLine(jobs))
    , m_search(new QLineEdit)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Reveille"));
    setWindowIcon(icon(u"reveille"_s));
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_message);
    rows->addWidget(m_page, 1);
    setCentralWidget(content);
    setStatusBar(m_status);
    makeActions();
    makeMenus();
    makeToolBar();
    connectPage();
    setState(SchedulerState::Stopped);
    connect(&engine, &Engine::stateChanged, this, &MainWindow::setState);
    connect(&engine, &Engine::storeAvailabilityChanged, m_status, &StatusLine::setStoreAway);
    connect(&jobs, &JobModel::loadFailed, this, &MainWindow::showError);
    connect(m_edits, &JobEdits::failed, this, &MainWindow::showError);
    if (!restoreGeometry(settings.value(GeometryKey).toByteArray()))
        resize(1220, 720);
    restoreState(settings.value(StateKey).toByteArray());
    m_page->table().setFocus();
}

MainWindow::~MainWindow()
{
    m_settings.setValue(GeometryKey, saveGeometry());
    m_settings.setValue(StateKey, saveState());
}

void MainWindow::makeActions()
{
    const auto make = [this](const QString &name, const QString &iconName, const QString &text,
                             const QKeySequence &key) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        return action;
    };
    m_undo = make(u"undo"_s, u"undo"_s, tr("&Undo"), QKeySequence::Undo);
    m_redo = make(u"redo"_s, u"redo"_s, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    m_find = make(u"find"_s, u"search"_s, tr("&Find"), QKeySequence::Find);
    m_scheduler = make(u"toggleScheduler"_s, u"pause"_s, {}, {});
    m_settingsAction = make(u"settings"_s, u"settings"_s, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    m_quit = make(u"quit"_s, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    QUndoStack &stack = m_edits->stack();
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(m_undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    // The texts hold names from outside.
    connect(&stack, &QUndoStack::undoTextChanged, this, [this](const QString &text) {
        m_undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(withoutMnemonic(text)));
        m_undo->setToolTip(plainToolTip(text.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(text)));
    });
    connect(&stack, &QUndoStack::redoTextChanged, this, [this](const QString &text) {
        m_redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(withoutMnemonic(text)));
        m_redo->setToolTip(plainToolTip(text.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(text)));
    });
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_scheduler, &QAction::triggered, this, &MainWindow::toggleScheduler);
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_quit, &QAction::triggered, this, &MainWindow::quitRequested);

    connect(m_actions->create, &QAction::triggered, this, &MainWindow::newJob);
    connect(m_actions->edit, &QAction::triggered, this, [this] { m_desk->edit(*m_page->selectedRows().constFirst()); });
    connect(m_actions->duplicate, &QAction::triggered, this,
            [this] { m_desk->duplicate(*m_page->selectedRows().constFirst()); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { m_desk->remove(m_page->selectedRows()); });
    connect(m_actions->pause, &QAction::triggered, this, [this] {
        m_actions->resumes() ? m_desk->resume(m_page->selectedRows()) : m_desk->pause(m_page->selectedRows());
    });
    connect(m_actions->run, &QAction::triggered, this, [this] {
        for (const JobRow *row : m_page->selectedRows())
            m_desk->run(row->job().id);
    });
    connect(m_actions->cancel, &QAction::triggered, this, [this] {
        for (const JobRow *row : m_page->selectedRows())
            m_desk->cancelRuns(row->job().id);
    });
    m_page->table().addActions(m_actions->all());
}

void MainWindow::makeMenus()
{
    QMenu *job = menuBar()->addMenu(tr("&Job"));
    job->addActions({m_actions->create, m_actions->edit, m_actions->duplicate, m_actions->remove});
    job->addSeparator();
    job->addActions({m_actions->run, m_actions->cancel, m_actions->pause});
    job->addSeparator();
    job->addAction(m_scheduler);
    job->addSeparator();
    job->addAction(m_quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    QAction *all = edit->addAction(tr("Select &all"));
    all->setObjectName(u"selectAll"_s);
    all->setShortcut(QKeySequence::SelectAll);
    all->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page->table().addAction(all);
    connect(all, &QAction::triggered, &m_page->table(), &QAbstractItemView::selectAll);
    edit->addAction(m_find);
    edit->addSeparator();
    edit->addAction(m_settingsAction);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    const auto addToggle = [&](const QString &name, const QString &text, QWidget &widget) {
        QAction *action = view->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, &widget, &QWidget::setVisible);
    };
    addToggle(u"showSidebar"_s, tr("&Groups"), m_page->sidebar());
    addToggle(u"showDetails"_s, tr("&Details"), m_page->details());

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = help->addAction(icon(u"info"_s), tr("&About Reveille"));
    about->setObjectName(u"about"_s);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tool bar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({20, 20});
    bar->addActions({m_actions->create, m_actions->edit, m_actions->remove});
    bar->addSeparator();
    bar->addActions({m_actions->run, m_actions->pause});
    bar->addSeparator();
    bar->addActions({m_undo, m_redo});
    // What they would undo is in the tool tip; on the buttons it would push the search out of the window.
    for (QAction *action : {m_undo, m_redo})
        bar->widgetForAction(action)->setProperty("toolButtonStyle", int(Qt::ToolButtonIconOnly));

    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search the jobs"));
    m_search->setPlaceholderText(tr("Search (%1)").arg(m_find->shortcut().toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    bar->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, m_page, &JobPage::setSearch);
    connect(m_search, &QLineEdit::returnPressed, &m_page->table(), qOverload<>(&QWidget::setFocus));
}

void MainWindow::connectPage()
{
    JobView &table = m_page->table();
    connect(m_page, &JobPage::selectedJobsChanged, this, [this] { m_actions->setJobs(m_page->selectedRows()); });
    connect(m_page, &JobPage::draftChosen, m_desk, &JobDesk::create);
    connect(m_desk, &JobDesk::created, m_page, &JobPage::showJob);
    connect(m_desk, &JobDesk::failed, this, &MainWindow::showError);
    connect(m_desk, &JobDesk::noted, m_message, &MessageBar::showNote);
    connect(m_page, &JobPage::searchCleared, m_search, &QLineEdit::clear);
    connect(&table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != JobModel::OnColumn)
            m_actions->edit->trigger();
    });
    connect(&table, &QWidget::customContextMenuRequested, this, [this, &table](const QPoint &at) {
        auto *menu = new QMenu(&table);
        menu->setObjectName(u"jobMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions->all());
        menu->popup(table.viewport()->mapToGlobal(at));
    });
    connect(&m_jobs, &JobModel::pauseRequested, this, [this](const JobId &id, bool paused) {
        if (const JobRow *row = m_jobs.find(id))
            paused ? m_desk->pause({row}) : m_desk->resume({row});
    });
    DetailsPane &details = m_page->details();
    connect(&details, &DetailsPane::runAgainRequested, m_desk, &JobDesk::run);
    connect(&details, &DetailsPane::cancelRequested, m_desk, &JobDesk::cancelRun);
    connect(&details, &DetailsPane::failed, this, &MainWindow::showError);
}

void MainWindow::setStore(const QString &url)
{
    m_status->setStore(url);
}

void MainWindow::open()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showError(const QString &message)
{
    m_message->showError(message);
}

void MainWindow::showJob(const JobId &id)
{
    open();
    m_page->showJob(id);
}

void MainWindow::showRun(const JobId &job, const RunId &run)
{
    showJob(job);
    m_page->details().setVisible(true);
    m_page->details().showRun(run);
}

void MainWindow::newJob()
{
    m_desk->create(JobEditor::draft());
}

void MainWindow::setState(SchedulerState state)
{
    m_state = state;
    m_status->setState(state);
    const bool paused = state == SchedulerState::Paused;
    m_scheduler->setText(paused ? tr("Resume a&ll") : tr("Pause a&ll"));
    m_scheduler->setIcon(icon(paused ? u"resume"_s : u"pause"_s));
    m_scheduler->setEnabled(state != SchedulerState::Stopped);
}

void MainWindow::toggleScheduler()
{
    whenAnswered(m_state == SchedulerState::Paused ? m_engine.resume() : m_engine.pause(), this,
                 [this](const Result<void> &done) {
                     if (!done)
                         showError(done.error().message);
                 });
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_settings, this);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Reveille"),
                        tr("Reveille %1\n\nA desktop scheduler: reminders, commands and web requests, on time.\n"
                           "MIT licence")
                            .arg(QCoreApplication::applicationVersion()),
                        QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(icon(u"reveille"_s).pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (!m_settings.value(SettingsKeys::CloseToTray, true).toBool()) {
        Q_EMIT quitRequested();
    } else if (m_hasTray()) {
        hide();
        Q_EMIT hiddenToTray();
    } else {
        showMinimized();
    }
}

} // namespace reveille
