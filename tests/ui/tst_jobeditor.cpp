// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/jobeditor.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimeEdit>
#include <QToolButton>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Clicks jobs together in the editor, and makes mistakes in it.
class JobEditorTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void reminder_everyWeekday_previewsWeekdaysAndSaves();
    void command_thatFails_saves();
    void http_everyTenMinutes_saves();
    void reminder_once_saves();
    void crontabLine_wrong_refusedAtTheField();
    void http_wrongAddress_refusedAtTheField();
    void command_empty_askedForAtTheFoot();
    void once_inThePast_refused();
    void options_allSet_inTheJob();
    void edit_nothingChanged_cannotSave();
    void host_ofAJobThatHasOne_isKeptAndCanBeChanged();
    void host_inAStoreThatIsNotShared_isNotOffered();
    void ctrlReturn_saves();
    void everyField_hasAnAccessibleName();
    void tab_goesDownTheFields();

private:
    JobEditor &open(JobEditor::Purpose purpose, const QJsonObject &job);
    JobEditor &openNew() { return open(JobEditor::Purpose::New, JobEditor::draft()); }
    QPushButton &saveButton() { return part<QPushButton>(*m_editor, u"save"_s); }
    QString shownError(const QString &key);
    Job save();

    std::unique_ptr<UiWorld> m_world;
    QPointer<JobEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_saved;
};

void JobEditorTest::init()
{
    Test::init();
    m_world = std::make_unique<UiWorld>();
}

void JobEditorTest::cleanup()
{
    delete m_editor;
    m_world.reset();
}

JobEditor &JobEditorTest::open(JobEditor::Purpose purpose, const QJsonObject &job)
{
    m_editor = new JobEditor(m_world->engine, m_world->settings, purpose, job);
    m_saved = std::make_unique<QSignalSpy>(m_editor.data(), &JobEditor::saved);
    m_editor->open();
    return *m_editor;
}

QString JobEditorTest::shownError(const QString &key)
{
    const QLabel &label = part<QLabel>(*m_editor, u"error_"_s + key);
    return label.isVisible() ? label.text() : QString();
}

Job JobEditorTest::save()
{
    if (!QTest::qWaitFor([this] { return saveButton().isEnabled(); }))
        qFatal("It can't be saved: %s", qPrintable(part<QLabel>(*m_editor, u"editorMessage"_s).text()));
    press(*m_editor, u"save"_s);
    return m_saved->constFirst().constFirst().value<Job>();
}

void JobEditorTest::reminder_everyWeekday_previewsWeekdaysAndSaves()
{
    JobEditor &editor = openNew();
    QCOMPARE(editor.focusWidget(), &part<QLineEdit>(editor, u"name"_s));
    type(part<QLineEdit>(editor, u"name"_s), u"Wake up"_s);
    type(part<QPlainTextEdit>(editor, u"message"_s), u"Good morning!"_s);
    press(editor, u"cron"_s);
    part<QComboBox>(editor, u"days"_s).setCurrentIndex(1);
    part<QTimeEdit>(editor, u"time0"_s).setTime(QTime(6, 30));

    const QListWidget &preview = part<QListWidget>(editor, u"preview"_s);
    QTRY_COMPARE(part<QLabel>(editor, u"scheduleInWords"_s).text(), u"Every weekday at 06:30"_s);
    QTRY_COMPARE(preview.count(), 10);
    for (int row = 0; row < preview.count(); ++row) {
        const QString run = preview.item(row)->text();
        QVERIFY2(run.endsWith(u"06:30"_s), qPrintable(run));
        QVERIFY2(!run.startsWith(u"Sat"_s) && !run.startsWith(u"Sun"_s), qPrintable(run));
    }

    const Job job = save();
    QCOMPARE(job.name, u"Wake up"_s);
    QCOMPARE(job.describeSchedule(), u"Every weekday at 06:30"_s);
    QCOMPARE(job.task.value("message"_L1).toString(), u"Good morning!"_s);
    QCOMPARE(job.trigger->zone().name(), Zone::system().name());
}

void JobEditorTest::command_thatFails_saves()
{
    JobEditor &editor = openNew();
    press(editor, u"command"_s);
    QWidget &page = part<QWidget>(editor, u"commandPage"_s);
    type(part<QLineEdit>(page, u"commandLine"_s), u"/bin/sh -c \"echo no; exit 3\""_s);
    type(part<QPlainTextEdit>(page, u"environment"_s), u"A=b c"_s);
    const Job job = save();
    QCOMPARE(job.task.value("program"_L1).toString(), u"/bin/sh"_s);
    QCOMPARE(job.task.value("arguments"_L1).toArray(), (QJsonArray{u"-c"_s, u"echo no; exit 3"_s}));
    QCOMPARE(job.task.value("environment"_L1).toObject().value("A"_L1).toString(), u"b c"_s);
}

void JobEditorTest::http_everyTenMinutes_saves()
{
    JobEditor &editor = openNew();
    press(editor, u"http"_s);
    type(part<QLineEdit>(editor, u"url"_s), u"https://example.com/health"_s);
    press(editor, u"every"_s);
    QTRY_COMPARE(part<QLabel>(editor, u"scheduleInWords"_s).text().section(u' ', 0, 1), u"Every 10"_s);
    const Job job = save();
    QCOMPARE(job.taskType(), u"http"_s);
    QCOMPARE(job.trigger->toJson().value("minutes"_L1).toInt(), 10);
}

void JobEditorTest::reminder_once_saves()
{
    JobEditor &editor = openNew();
    type(part<QPlainTextEdit>(editor, u"message"_s), u"Tea"_s);
    // The default: tomorrow at nine.
    const QDateTime when = part<QDateTimeEdit>(editor, u"runDate"_s).dateTime();
    QCOMPARE(when.time(), QTime(9, 0));
    const Job job = save();
    QCOMPARE(job.trigger->toJson().value("type"_L1).toString(), u"date"_s);
}

void JobEditorTest::crontabLine_wrong_refusedAtTheField()
{
    JobEditor &editor = openNew();
    type(part<QPlainTextEdit>(editor, u"message"_s), u"Tea"_s);
    press(editor, u"cron"_s);
    QLineEdit &line = part<QLineEdit>(editor, u"crontab"_s);
    type(line, u"30 25 * * *"_s);
    QTRY_VERIFY(!shownError(u"crontab"_s).isEmpty());
    QVERIFY(!saveButton().isEnabled());
    type(line, u"30 6 * * 1-5"_s);
    QTRY_VERIFY(shownError(u"crontab"_s).isEmpty());
    QCOMPARE(save().describeSchedule(), u"Every weekday at 06:30"_s);
}

void JobEditorTest::http_wrongAddress_refusedAtTheField()
{
    JobEditor &editor = openNew();
    press(editor, u"http"_s);
    type(part<QLineEdit>(editor, u"url"_s), u"ftp://example.com"_s);
    QTRY_VERIFY(!shownError(u"url"_s).isEmpty());
    QVERIFY(!saveButton().isEnabled());
}

void JobEditorTest::command_empty_askedForAtTheFoot()
{
    JobEditor &editor = openNew();
    press(editor, u"command"_s);
    QTRY_VERIFY(!part<QLabel>(editor, u"editorMessage"_s).text().isEmpty());
    QVERIFY(shownError(u"program"_s).isEmpty());
    QVERIFY(!saveButton().isEnabled());
}

void JobEditorTest::once_inThePast_refused()
{
    JobEditor &editor = openNew();
    type(part<QPlainTextEdit>(editor, u"message"_s), u"Tea"_s);
    part<QDateTimeEdit>(editor, u"runDate"_s).setDateTime(QDateTime(QDate(2020, 1, 1), QTime(9, 0), Qt::UTC));
    QTRY_VERIFY(!shownError(u"trigger"_s).isEmpty());
    QVERIFY(!saveButton().isEnabled());
}

void JobEditorTest::options_allSet_inTheJob()
{
    JobEditor &editor = openNew();
    type(part<QPlainTextEdit>(editor, u"message"_s), u"Tea"_s);
    press(editor, u"moreOptions"_s);
    type(part<QLineEdit>(editor, u"tags"_s), u"home, tea"_s);
    part<QSpinBox>(editor, u"retries"_s).setValue(3);
    part<QSpinBox>(editor, u"max_instances"_s).setValue(2);
    part<QComboBox>(editor, u"lateness"_s).setCurrentIndex(2);
    part<QComboBox>(editor, u"coalesce"_s).setCurrentIndex(1);
    part<QComboBox>(editor, u"overlap"_s).setCurrentIndex(3);
    part<QComboBox>(editor, u"when_finished"_s).setCurrentIndex(1);
    press(editor, u"notify_success"_s);
    const Job job = save();
    QCOMPARE(job.tags, (QStringList{u"home"_s, u"tea"_s}));
    QCOMPARE(job.retries.count, 3);
    QCOMPARE(job.maxInstances, 2);
    QVERIFY(!job.misfireGraceTime);
    QVERIFY(job.coalesce == Coalesce::Earliest);
    QVERIFY(job.overlap == Overlap::Allow);
    QVERIFY(job.whenFinished == WhenFinished::Remove);
    QVERIFY(job.notify.on == (QFlags{NotifyOn::Error, NotifyOn::Success}));
    QVERIFY(m_world->settings.value(u"editor/moreOptions"_s).toBool());
}

void JobEditorTest::edit_nothingChanged_cannotSave()
{
    const Job job = m_world->job(R"({"name": "Tea", "task": {"type": "reminder", "message": "Tea"},
                                     "trigger": {"type": "cron", "hour": 9, "minute": "*/15"}})");
    JobEditor &editor = open(JobEditor::Purpose::Edit, job.toJson());
    QTRY_COMPARE(part<QListWidget>(editor, u"preview"_s).count(), 10);
    QLineEdit &name = part<QLineEdit>(editor, u"name"_s);
    type(name, u"Coffee"_s);
    QTRY_VERIFY(saveButton().isEnabled());
    type(name, u"Tea"_s);
    QTRY_VERIFY(!saveButton().isEnabled());
    type(name, u"Coffee"_s);
    Job expected = job;
    expected.name = u"Coffee"_s;
    QVERIFY(save() == expected);
}

void JobEditorTest::host_ofAJobThatHasOne_isKeptAndCanBeChanged()
{
    const Job job = m_world->job(R"({"name": "Tea", "task": {"type": "reminder", "message": "Tea"}, "host": "kitchen",
                                     "trigger": {"type": "cron", "hour": 9}})");
    JobEditor *editor = &open(JobEditor::Purpose::Edit, job.toJson());
    type(part<QLineEdit>(*editor, u"name"_s), u"Coffee"_s);
    Job expected = job;
    expected.name = u"Coffee"_s;
    QVERIFY(save() == expected);

    editor = &open(JobEditor::Purpose::Edit, job.toJson());
    press(*editor, u"moreOptions"_s);
    QLineEdit &host = part<QLineEdit>(*editor, u"host"_s);
    QVERIFY(host.isVisible());
    QCOMPARE(host.text(), u"kitchen"_s);
    type(host, u"my kitchen"_s);
    QTRY_VERIFY(!shownError(u"host"_s).isEmpty());
    QVERIFY(!saveButton().isEnabled());
    type(host, u"Hall"_s);
    QCOMPARE(save().host, u"hall"_s);
}

void JobEditorTest::host_inAStoreThatIsNotShared_isNotOffered()
{
    JobEditor &editor = openNew();
    press(editor, u"moreOptions"_s);
    QVERIFY(!part<QLineEdit>(editor, u"host"_s).isVisible());
}

void JobEditorTest::ctrlReturn_saves()
{
    JobEditor &editor = openNew();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    QPlainTextEdit &message = part<QPlainTextEdit>(editor, u"message"_s);
    type(message, u"Tea"_s);
    QTRY_VERIFY(saveButton().isEnabled());
    QTest::keyClick(&message, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved->count(), 1);
}

void JobEditorTest::everyField_hasAnAccessibleName()
{
    const JobEditor &editor = openNew();
    for (const QWidget *widget : editor.findChildren<QWidget *>()) {
        if (widget->window() != &editor || widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY(face);
        QVERIFY2(
            !face->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())));
    }
}

void JobEditorTest::tab_goesDownTheFields()
{
    JobEditor &editor = openNew();
    press(editor, u"cron"_s);
    press(editor, u"moreOptions"_s);
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    // Among alternatives, the arrow keys choose.
    QToolButton &reminder = part<QToolButton>(editor, u"reminder"_s);
    reminder.setFocus();
    QTest::keyClick(&reminder, Qt::Key_Right);
    QVERIFY(part<QToolButton>(editor, u"command"_s).isChecked());
    QTest::keyClick(editor.focusWidget(), Qt::Key_Left);
    QVERIFY(reminder.isChecked());

    part<QLineEdit>(editor, u"name"_s).setFocus();
    QStringList seen;
    for (int i = 0; i < 40 && !seen.contains(u"tags"_s); ++i) {
        seen.append(editor.focusWidget()->objectName());
        QTest::keyClick(editor.focusWidget(), Qt::Key_Tab);
    }
    QStringList expected{u"name"_s, u"reminder"_s, u"message"_s,    u"sound"_s,    u"cron"_s,
                         u"days"_s, u"rhythm"_s,   u"time0"_s,   u"someMonths"_s, u"crontab"_s,  u"use"_s,
                         u"timezone"_s, u"moreOptions"_s, u"tags"_s};
    for (const QString &name : expected)
        QVERIFY2(seen.contains(name), qPrintable(name + u" not in "_s + seen.join(u' ')));
    QVERIFY(std::is_sorted(expected.cbegin(), expected.cend(),
                           [&](const QString &a, const QString &b) { return seen.indexOf(a) < seen.indexOf(b); }));
}

REVEILLE_TEST(JobEditorTest)

#include "tst_jobeditor.moc"
