// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/jobeditor.h"
#include "ui/history/runmodel.h"
#include "ui/jobs/countdown.h"
#include "ui/jobs/jobview.h"
#include "ui/main/detailspane.h"
#include "ui/main/jobedits.h"
#include "ui/main/mainwindow.h"
#include "ui/main/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const QByteArray WakeUp = R"({"name": "Wake up", "task": {"type": "reminder", "message": "Good morning!"},
                                "trigger": {"type": "cron", "day_of_week": "mon-fri", "hour": 6, "minute": 30}})";
const QByteArray Failing = R"({"name": "Backup", "task": {"type": "command", "program": "/bin/sh", "arguments": ["-c", "echo no space left; exit 3"]},
                               "trigger": {"type": "cron", "hour": 2}})";

} // namespace

/// Works with jobs in the window as a person does.
class MainWindowTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStore_offersThreeJobs();
    void newJob_throughTheEditor_appears();
    void edit_renames_undoRenamesBack();
    void duplicate_opensTheEditorOnACopy();
    void delete_undo_bringsItBack();
    void delete_undo_finishedJob_doesNotRunAgain();
    void deleteMany_isOneStep();
    void close_withEdits_leavesQuietly();
    void firstJobs_firstRowIsChosen();
    void space_pausesAndResumes();
    void checkBox_pausesThroughUndoStack();
    void runNow_failingCommand_showsOutputAndCode();
    void runNow_ofAnotherMachine_isSaidToWait();
    void refusedEdit_leavesTheStackAndSaysWhy();
    void search_narrows_groupsCount();
    void showRun_choosesJobAndOutput();
    void name_withMarkup_showsAsText();
    void countdown_ticksOnlyWhileSeen();
    void close_withTray_hides();
    void close_withoutTray_minimises();
    void close_notToTray_quits();
    void store_away_isSaidWithTheReason();

private:
    void choose(const QString &name);
    void trigger(const QString &action) { part<QAction>(*m_window, action).trigger(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), key, modifiers); }
    JobView &table() { return part<JobView>(*m_window, u"jobTable"_s); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    JobEditor &editor();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    Test::init();
    m_world = std::make_unique<UiWorld>();
    m_window = std::make_unique<MainWindow>(m_world->engine, m_world->jobs, m_world->settings);
    m_world->start();
    m_window->open();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void MainWindowTest::choose(const QString &name)
{
    QTRY_VERIFY(
        !table()
             .model()
             ->match(table().model()->index(0, JobModel::NameColumn), Qt::DisplayRole, name, 1, Qt::MatchExactly)
             .isEmpty());
    table().setFocus();
    table().setCurrentIndex(
        table()
            .model()
            ->match(table().model()->index(0, JobModel::NameColumn), Qt::DisplayRole, name, 1, Qt::MatchExactly)
            .constFirst());
}

JobEditor &MainWindowTest::editor()
{
    JobEditor &found = part<JobEditor>(*m_window, u"jobEditor"_s);
    if (!QTest::qWaitForWindowActive(&found))
        qFatal("The editor did not come");
    return found;
}

void MainWindowTest::emptyStore_offersThreeJobs()
{
    QVERIFY(part<QWidget>(*m_window, u"emptyPage"_s).isVisible());
    press(*m_window, u"draftReminder"_s);
    JobEditor &opened = editor();
    QTRY_COMPARE(part<QLabel>(opened, u"scheduleInWords"_s).text(), u"Every weekday at 06:30"_s);
    QTRY_VERIFY(part<QPushButton>(opened, u"save"_s).isEnabled());
    press(opened, u"save"_s);
    QTRY_VERIFY(table().isVisible());
    QCOMPARE(cell(0, JobModel::ScheduleColumn), u"Every weekday at 06:30"_s);
}

void MainWindowTest::newJob_throughTheEditor_appears()
{
    trigger(u"newJob"_s);
    JobEditor &opened = editor();
    type(part<QPlainTextEdit>(opened, u"message"_s), u"Tea"_s);
    QTRY_VERIFY(part<QPushButton>(opened, u"save"_s).isEnabled());
    press(opened, u"save"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_COMPARE(table().selectedJobs().size(), 1);
    trigger(u"undo"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    trigger(u"redo"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
}

void MainWindowTest::edit_renames_undoRenamesBack()
{
    m_world->add(WakeUp);
    choose(u"Wake up"_s);
    key(Qt::Key_Return);
    JobEditor &opened = editor();
    type(part<QLineEdit>(opened, u"name"_s), u"Rise"_s);
    QTRY_VERIFY(part<QPushButton>(opened, u"save"_s).isEnabled());
    press(opened, u"save"_s);
    QTRY_COMPARE(cell(0, JobModel::NameColumn), u"Rise"_s);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(cell(0, JobModel::NameColumn), u"Wake up"_s);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(cell(0, JobModel::NameColumn), u"Rise"_s);
}

void MainWindowTest::duplicate_opensTheEditorOnACopy()
{
    m_world->add(WakeUp);
    choose(u"Wake up"_s);
    key(Qt::Key_D, Qt::ControlModifier);
    JobEditor &opened = editor();
    QTRY_VERIFY(part<QPushButton>(opened, u"save"_s).isEnabled());
    press(opened, u"save"_s);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    choose(u"Wake up (copy)"_s);
}

void MainWindowTest::delete_undo_bringsItBack()
{
    const Job job = m_world->add(WakeUp);
    choose(u"Wake up"_s);
    key(Qt::Key_Delete);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QCOMPARE(part<QAction>(*m_window, u"undo"_s).text(), u"&Undo: Delete “Wake up”"_s);
    trigger(u"undo"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(m_world->jobs.find(job.id)->job() == job);
}

void MainWindowTest::delete_undo_finishedJob_doesNotRunAgain()
{
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(500).toString(Qt::ISODateWithMs);
    const Job job = m_world->add(uR"({"name": "Once", "task": {"type": "reminder", "message": "m"},
                                      "trigger": {"type": "date", "run_date": "%1"}})"_s.arg(soon).toUtf8());
    const auto isFinished = [&] {
        const JobRow *row = m_world->jobs.find(job.id);
        return row && row->snapshot.status == JobStatus::Finished && row->snapshot.lastRun;
    };
    QTRY_VERIFY(isFinished());
    choose(u"Once"_s);
    key(Qt::Key_Delete);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    trigger(u"undo"_s);
    QTRY_VERIFY(isFinished());
    QVERIFY(m_world->jobs.find(job.id)->snapshot.lastRun->outcome == Outcome::Success);
    RunQuery query;
    query.jobId = job.id;
    auto runs = m_world->engine.runs(query);
    QTRY_VERIFY(runs.isFinished());
    QCOMPARE(runs.result().value().size(), 1);
}

void MainWindowTest::deleteMany_isOneStep()
{
    m_world->add(WakeUp);
    m_world->add(Failing);
    choose(u"Wake up"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table().selectedJobs().size(), 2);
    key(Qt::Key_Delete);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QCOMPARE(m_window->edits().stack().count(), 1);
    trigger(u"undo"_s);
    QTRY_COMPARE(table().model()->rowCount(), 2);
}

void MainWindowTest::close_withEdits_leavesQuietly()
{
    m_world->add(WakeUp);
    choose(u"Wake up"_s);
    key(Qt::Key_Space);
    QCOMPARE(m_window->edits().stack().count(), 1);
    QSignalSpy texts(&m_window->edits().stack(), &QUndoStack::undoTextChanged);
    m_window.reset();
    QCOMPARE(texts.count(), 0);
}

void MainWindowTest::firstJobs_firstRowIsChosen()
{
    QLineEdit &search = part<QLineEdit>(*m_window, u"search"_s);
    search.setFocus();
    m_world->add({m_world->job(WakeUp), m_world->job(Failing)});
    QTRY_COMPARE(table().selectedJobs().size(), 1);
    QVERIFY(table().selectionModel()->isRowSelected(0));
    QVERIFY(search.hasFocus());
    QVERIFY(part<DetailsPane>(*m_window, u"details"_s).isEnabled());
    // Later ones leave the choice alone, also when there is none.
    table().clearSelection();
    m_world->add(WakeUp);
    QVERIFY(table().selectedJobs().isEmpty());
}

void MainWindowTest::space_pausesAndResumes()
{
    const Job job = m_world->add(WakeUp);
    choose(u"Wake up"_s);
    key(Qt::Key_Space);
    QTRY_VERIFY(m_world->jobs.find(job.id)->isPaused());
    QTRY_COMPARE(part<QAction>(*m_window, u"pauseJob"_s).text(), u"R&esume"_s);
    key(Qt::Key_Space);
    QTRY_VERIFY(!m_world->jobs.find(job.id)->isPaused());
    trigger(u"undo"_s);
    QTRY_VERIFY(m_world->jobs.find(job.id)->isPaused());
}

void MainWindowTest::checkBox_pausesThroughUndoStack()
{
    const Job job = m_world->add(WakeUp);
    table().model()->setData(table().model()->index(0, JobModel::OnColumn), Qt::Unchecked, Qt::CheckStateRole);
    QTRY_VERIFY(m_world->jobs.find(job.id)->isPaused());
    QCOMPARE(m_window->edits().stack().undoText(), u"Pause “Wake up”"_s);
}

void MainWindowTest::runNow_failingCommand_showsOutputAndCode()
{
    m_world->add(Failing);
    choose(u"Backup"_s);
    key(Qt::Key_F5);
    QTRY_COMPARE(cell(0, JobModel::ResultColumn), describe(Outcome::Error));
    DetailsPane &details = part<DetailsPane>(*m_window, u"details"_s);
    details.setCurrentIndex(DetailsPane::History);
    const QAbstractItemModel *history = part<QTreeView>(details, u"history"_s).model();
    QTRY_COMPARE(history->rowCount(), 1);
    QTRY_COMPARE(history->index(0, RunModel::CodeColumn).data().toString(), u"3"_s);
    QCOMPARE(history->index(0, RunModel::OutcomeColumn).data().toString(), describe(Outcome::Error));
    details.setCurrentIndex(DetailsPane::Output);
    QTRY_COMPARE(part<QPlainTextEdit>(details, u"output"_s).toPlainText().trimmed(), u"no space left"_s);
    press(details, u"runAgain"_s);
    QTRY_COMPARE(history->rowCount(), 2);
}

void MainWindowTest::runNow_ofAnotherMachine_isSaidToWait()
{
    m_world->add(R"({"name": "Backup", "task": {"type": "command", "program": "/bin/true"}, "host": "the.cellar",
                     "trigger": {"type": "cron", "hour": 2}})");
    choose(u"Backup"_s);
    QStringList shown;
    for (const QLabel *label : part<QWidget>(*m_window, u"overview"_s).findChildren<QLabel *>())
        shown.append(label->text());
    QVERIFY(shown.contains(u"the.cellar"_s));
    key(Qt::Key_F5);
    const MessageBar &bar = part<MessageBar>(*m_window, u"messageBar"_s);
    QTRY_COMPARE(bar.text(), u"“Backup” waits for the machine the.cellar, which runs it"_s);
}

void MainWindowTest::refusedEdit_leavesTheStackAndSaysWhy()
{
    const Job job = m_world->add(WakeUp);
    JobEdits &edits = m_window->edits();
    edits.pause({job});
    Job gone = job;
    gone.id = JobId::create();
    edits.change(gone, gone);
    QCOMPARE(edits.stack().count(), 2);
    QTRY_COMPARE(edits.stack().count(), 1);
    const MessageBar &bar = part<MessageBar>(*m_window, u"messageBar"_s);
    QVERIFY(!bar.text().isEmpty());
    // What came before it can still be undone.
    QCOMPARE(edits.stack().undoText(), u"Pause “Wake up”"_s);
    trigger(u"undo"_s);
    QTRY_VERIFY(!m_world->jobs.find(job.id)->isPaused());
    press(bar, u"closeMessage"_s);
    QVERIFY(!bar.isVisible());
}

void MainWindowTest::search_narrows_groupsCount()
{
    m_world->add(WakeUp);
    m_world->add(Failing);
    key(Qt::Key_F, Qt::ControlModifier);
    QLineEdit &search = part<QLineEdit>(*m_window, u"search"_s);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"good MORNING"_s);
    QCOMPARE(table().model()->rowCount(), 1);
    QTest::keyClicks(&search, u"x"_s);
    QVERIFY(part<QLabel>(*m_window, u"noMatch"_s).isVisible());
    search.clear();
    QListWidget &sidebar = part<QListWidget>(*m_window, u"sidebar"_s);
    QTRY_COMPARE(sidebar.item(0)->data(Qt::AccessibleTextRole).toString(), u"All: 2"_s);
    QCOMPARE(sidebar.item(2)->data(Qt::AccessibleTextRole).toString(), u"Commands: 1"_s);
    sidebar.setCurrentRow(2);
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, JobModel::NameColumn), u"Backup"_s);
}

void MainWindowTest::showRun_choosesJobAndOutput()
{
    m_world->add(WakeUp);
    const Job job = m_world->add(Failing);
    auto asked = m_world->engine.runNow(job.id);
    QTRY_VERIFY(m_world->jobs.find(job.id)->snapshot.lastRun);
    QTRY_VERIFY(asked.isFinished());
    part<QLineEdit>(*m_window, u"search"_s).setText(u"wake"_s);
    m_window->showRun(job.id, *asked.result());
    QTRY_COMPARE(part<QPlainTextEdit>(*m_window, u"output"_s).toPlainText().trimmed(), u"no space left"_s);
    QVERIFY(part<QLineEdit>(*m_window, u"search"_s).text().isEmpty());
    QVERIFY(table().selectedJobs() == QList{job.id});
}

void MainWindowTest::name_withMarkup_showsAsText()
{
    const QString name = u"<b>x</b>"_s;
    const Job job = m_world->add(R"({"name": "<b>x</b>", "tags": ["<i>t</i>"], "task": {"type": "reminder", "message": "<u>m</u>"},
                                     "trigger": {"type": "cron", "hour": 2}})");
    choose(name);
    const QModelIndex index = table().currentIndex();
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;x&lt;/b&gt;"_s));
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->text().contains(name))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    key(Qt::Key_Delete);
    const QAction &undo = part<QAction>(*m_window, u"undo"_s);
    QTRY_COMPARE(undo.text(), u"&Undo: Delete “<b>x</b>”"_s);
    QVERIFY(undo.toolTip().contains(u"&lt;b&gt;x&lt;/b&gt;"_s));
}

void MainWindowTest::countdown_ticksOnlyWhileSeen()
{
    m_world->add(R"({"name": "soon", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "interval", "seconds": 50}})");
    const Countdown *countdown = table().findChild<Countdown *>();
    QVERIFY(countdown);
    QTRY_VERIFY(countdown->isTicking());
    m_window->hide();
    QVERIFY(!countdown->isTicking());
    m_window->show();
    QTRY_VERIFY(countdown->isTicking());
    m_window->showMinimized();
    QTRY_VERIFY(!countdown->isTicking());
}

void MainWindowTest::close_withTray_hides()
{
    m_window->setTrayProbe([] { return true; });
    QSignalSpy hidden(m_window.get(), &MainWindow::hiddenToTray);
    m_window->close();
    QCOMPARE(hidden.count(), 1);
    QVERIFY(!m_window->isVisible());
}

void MainWindowTest::close_withoutTray_minimises()
{
    m_window->setTrayProbe([] { return false; });
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->isMinimized());
}

void MainWindowTest::close_notToTray_quits()
{
    m_world->settings.setValue(u"closeToTray"_s, false);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QCOMPARE(quit.count(), 1);
}

void MainWindowTest::store_away_isSaidWithTheReason()
{
    const QLabel &store = part<QLabel>(*m_window, u"store"_s);
    m_window->setStore(u"sqlite:jobs"_s);
    const QString url = u"sqlite:jobs"_s;
    QCOMPARE(store.text(), url);
    const Error reason{ErrorCode::Unavailable, u"the cable is out"_s, {}};
    Q_EMIT m_world->engine.storeAvailabilityChanged(reason);
    QCOMPARE(store.text(), u"%1 does not answer"_s.arg(url));
    QVERIFY2(store.toolTip().contains(u"the cable is out"_s), qPrintable(store.toolTip()));
    Q_EMIT m_world->engine.storeAvailabilityChanged(std::nullopt);
    QCOMPARE(store.text(), url);
}

REVEILLE_TEST(MainWindowTest)

#include "tst_mainwindow.moc"
