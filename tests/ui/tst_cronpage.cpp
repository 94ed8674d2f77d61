// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/cronpage.h"
#include "ui/editor/cronplan.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>

using namespace reveille;
using namespace Qt::StringLiterals;

/// The builder and the crontab line beside it, each of which follows the other.
class CronPageTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void trigger_asALine_comesBackAsItWas_data();
    void trigger_asALine_comesBackAsItWas();
    void trigger_byFields_opensAsALine();
    void trigger_thatNoLineSays_isRefused();
    void weekdays_clicked_inTheLineByName();
    void days_chosen_rewriteTheLine_data();
    void days_chosen_rewriteTheLine();
    void steps_chosen_rewriteTheLine();
    void times_added_rewriteTheLine();
    void times_thatShareNoMinute_errorAtTheTimes();
    void line_typed_movesTheBuilder();
    void line_withoutWords_isKeptAndSaidSo();
    void line_wrong_showsTheColumn();
    void fieldsAgain_replaceTheLine();
    void endDate_wholeDay_staysSo();
    void keyboard_chooses_amongTheDays();

private:
    [[nodiscard]] QString line() const { return part<QLineEdit>(*m_page, u"crontab"_s).text(); }
    void typeLine(const QString &text) { type(part<QLineEdit>(*m_page, u"crontab"_s), text); }
    void choose(const QString &box, int index) { part<QComboBox>(*m_page, box).setCurrentIndex(index); }
    QString shownError(const QString &key);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<CronPage> m_page;
};

void CronPageTest::init()
{
    Test::init();
    m_world = std::make_unique<UiWorld>();
    m_page = std::make_unique<CronPage>(m_world->engine, nullptr);
    m_page->show();
}

void CronPageTest::cleanup()
{
    m_page.reset();
    m_world.reset();
}

// As the editor does: the trigger is parsed, and the error taken to its field.
QString CronPageTest::shownError(const QString &key)
{
    m_page->clearErrors();
    const Result<QJsonObject> json = m_page->trigger(u"UTC"_s);
    const Result<Trigger> trigger =
        json ? Trigger::parse(*json, m_world->engine.triggerContext()) : tl::unexpected(json.error());
    if (!trigger)
        m_page->showError(trigger.error());
    const QLabel &label = part<QLabel>(*m_page, u"error_"_s + key);
    return label.isVisible() ? label.text() : QString();
}

void CronPageTest::trigger_asALine_comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("with words") << QByteArray(R"({"type": "cron", "crontab": "30 6 * * 1-5"})");
    QTest::newRow("without words") << QByteArray(R"({"type": "cron", "crontab": "0 9 13 * 5"})");
    QTest::newRow("macro") << QByteArray(R"({"type": "cron", "crontab": "@daily"})");
    QTest::newRow("from and until days") << QByteArray(
        R"({"type": "cron", "crontab": "0 9 * * *", "start_date": "2027-01-01", "end_date": "2027-01-31"})");
    QTest::newRow("from and until times") << QByteArray(
        R"({"type": "cron", "crontab": "0 9 * * *", "start_date": "2027-01-01T12:00:00", "end_date": "2027-01-31T12:00:30.500"})");
}

void CronPageTest::trigger_asALine_comesBackAsItWas()
{
    QFETCH(QByteArray, json);
    const QJsonObject trigger = object(json);
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), trigger);
}

void CronPageTest::trigger_byFields_opensAsALine()
{
    const QJsonObject trigger =
        object(R"({"type": "cron", "day_of_week": "mon-fri", "hour": 6, "minute": 30, "end_date": "2027-01-31"})");
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    QCOMPARE(line(), u"30 6 * * mon-fri"_s);
    QCOMPARE(part<QComboBox>(*m_page, u"days"_s).currentIndex(), 1);
    QCOMPARE(part<QTimeEdit>(*m_page, u"time0"_s).time(), QTime(6, 30));
    QVERIFY(part<QCheckBox>(part<QWidget>(*m_page, u"end"_s), u"use"_s).isChecked());
}

void CronPageTest::trigger_thatNoLineSays_isRefused()
{
    const QJsonObject friday13th = object(R"({"type": "cron", "day": 13, "day_of_week": "fri", "hour": 9})");
    const QJsonObject weeks = object(R"({"type": "cron", "week": "1-20", "hour": 9})");
    const QJsonObject interval = object(R"({"type": "interval", "minutes": 5})");
    QVERIFY(!m_page->setTrigger(friday13th, Zone()));
    QVERIFY(!m_page->setTrigger(weeks, Zone()));
    QVERIFY(!m_page->setTrigger(interval, Zone()));
}

void CronPageTest::weekdays_clicked_inTheLineByName()
{
    choose(u"days"_s, 3);
    QCOMPARE(line(), u"0 9 * * mon-fri"_s);
    const QWidget &weekdays = part<QWidget>(*m_page, u"weekdays"_s);
    for (const QString &button : {u"toggle1"_s, u"toggle3"_s, u"toggle4"_s, u"toggle6"_s})
        press(weekdays, button);
    QCOMPARE(line(), u"0 9 * * mon,wed,sun"_s);
    for (const QString &button : {u"toggle0"_s, u"toggle2"_s, u"toggle6"_s})
        press(weekdays, button);
    QVERIFY(!shownError(u"day_of_week"_s).isEmpty());
    press(weekdays, u"toggle6"_s);
    QVERIFY(shownError(u"day_of_week"_s).isEmpty());
    QCOMPARE(line(), u"0 9 * * sun"_s);
}

void CronPageTest::days_chosen_rewriteTheLine_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("grid");
    QTest::addColumn<int>("button");
    QTest::addColumn<QString>("line");
    QTest::newRow("weekdays") << 1 << QString() << 0 << u"0 9 * * mon-fri"_s;
    QTest::newRow("weekend") << 2 << QString() << 0 << u"0 9 * * sat,sun"_s;
    QTest::newRow("the 1st and the 15th") << 4 << u"monthDays"_s << 14 << u"0 9 1,15 * *"_s;
    QTest::newRow("the 1st and the last") << 4 << u"monthDays"_s << 31 << u"0 9 1,L * *"_s;
    QTest::newRow("first weekdays but Tuesday") << 5 << u"weekdays"_s << 1 << u"0 9 * * mon#1,wed#1,thu#1,fri#1"_s;
    QTest::newRow("first working day") << 6 << QString() << 0 << u"0 9 1W * *"_s;
    QTest::newRow("last working day") << 7 << QString() << 0 << u"0 9 LW * *"_s;
}

void CronPageTest::days_chosen_rewriteTheLine()
{
    QFETCH(int, days);
    QFETCH(QString, grid);
    QFETCH(int, button);
    QFETCH(QString, line);
    choose(u"days"_s, days);
    if (!grid.isEmpty())
        press(part<QWidget>(*m_page, grid), u"toggle%1"_s.arg(button));
    QCOMPARE(this->line(), line);
}

void CronPageTest::steps_chosen_rewriteTheLine()
{
    QComboBox &rhythm = part<QComboBox>(*m_page, u"rhythm"_s);
    rhythm.setCurrentIndex(rhythm.findText(u"Every 15 minute"_s, Qt::MatchStartsWith));
    QCOMPARE(line(), u"*/15 * * * *"_s);
    choose(u"fromHour"_s, 9);
    choose(u"toHour"_s, 17);
    QCOMPARE(line(), u"*/15 9-17 * * *"_s);
    QSpinBox &minute = part<QSpinBox>(*m_page, u"atMinute"_s);
    minute.setValue(59);
    QCOMPARE(minute.value(), 14);
    QCOMPARE(line(), u"14/15 9-17 * * *"_s);
    rhythm.setCurrentIndex(rhythm.findText(u"Every 2 hour"_s, Qt::MatchStartsWith));
    QCOMPARE(line(), u"14 9-17/2 * * *"_s);
    choose(u"toHour"_s, 3);
    QCOMPARE(line(), u"14 1,3,9,11,13,15,17,19,21,23 * * *"_s);
}

void CronPageTest::times_added_rewriteTheLine()
{
    press(*m_page, u"addTime"_s);
    QCOMPARE(line(), u"0 9,10 * * *"_s);
    part<QTimeEdit>(*m_page, u"time0"_s).setTime(QTime(6, 30));
    part<QTimeEdit>(*m_page, u"time1"_s).setTime(QTime(18, 30));
    QCOMPARE(line(), u"30 6,18 * * *"_s);
    press(*m_page, u"someMonths"_s);
    press(part<QWidget>(*m_page, u"months"_s), u"toggle0"_s);
    QCOMPARE(line(), u"30 6,18 * feb-dec *"_s);
}

void CronPageTest::times_thatShareNoMinute_errorAtTheTimes()
{
    press(*m_page, u"addTime"_s);
    QVERIFY(shownError(u"hour"_s).isEmpty());
    part<QTimeEdit>(*m_page, u"time1"_s).setTime(QTime(18, 45));
    QVERIFY(!shownError(u"hour"_s).isEmpty());
    typeLine(u"45 18 * * *"_s);
    QVERIFY(shownError(u"hour"_s).isEmpty());
    QCOMPARE(part<QTimeEdit>(*m_page, u"time0"_s).time(), QTime(18, 45));
}

void CronPageTest::line_typed_movesTheBuilder()
{
    typeLine(u"*/20 22-23,0-5 * jan-mar 1#2,1L"_s);
    QCOMPARE(line(), u"*/20 22-23,0-5 * jan-mar 1#2,1L"_s);
    QCOMPARE(part<QComboBox>(*m_page, u"days"_s).currentIndex(), 5);
    QVERIFY(part<QComboBox>(*m_page, u"rhythm"_s).currentText().startsWith(u"Every 20 minute"_s));
    QCOMPARE(part<QComboBox>(*m_page, u"fromHour"_s).currentText(), u"22:00"_s);
    QCOMPARE(part<QComboBox>(*m_page, u"toHour"_s).currentText(), u"05:59"_s);
    QVERIFY(part<QCheckBox>(*m_page, u"someMonths"_s).isChecked());
    // The next click starts from there.
    press(*m_page, u"someMonths"_s);
    QCOMPARE(line(), u"*/20 0-5,22,23 * * mon#2,monL"_s);
}

void CronPageTest::line_withoutWords_isKeptAndSaidSo()
{
    const QLabel &notice = part<QLabel>(*m_page, u"noWords"_s);
    QVERIFY(!notice.isVisible());
    typeLine(u"0 9 13 * fri"_s);
    QVERIFY(notice.isVisible());
    QVERIFY(!part<QComboBox>(*m_page, u"days"_s).isEnabled());
    QCOMPARE(m_page->trigger(u"UTC"_s)->value("crontab"_L1).toString(), u"0 9 13 * fri"_s);
    typeLine(u"0 9 13 * *"_s);
    QVERIFY(!notice.isVisible());
    QVERIFY(part<QComboBox>(*m_page, u"days"_s).isEnabled());
    QCOMPARE(part<QComboBox>(*m_page, u"days"_s).currentIndex(), 4);
}

void CronPageTest::line_wrong_showsTheColumn()
{
    QVERIFY(shownError(u"crontab"_s).isEmpty());
    typeLine(u"30 25 * * *"_s);
    QVERIFY(shownError(u"crontab"_s).startsWith(u"column 4:"_s));
    QVERIFY(!part<QLabel>(*m_page, u"noWords"_s).isVisible());
    typeLine(u"30 5 * * *"_s);
    QVERIFY(shownError(u"crontab"_s).isEmpty());
}

void CronPageTest::fieldsAgain_replaceTheLine()
{
    typeLine(u"30 6 * * mon"_s);
    typeLine(u"0 9 13 * fri"_s);
    press(*m_page, u"useFields"_s);
    QVERIFY(part<QComboBox>(*m_page, u"days"_s).isEnabled());
    QVERIFY(!part<QLabel>(*m_page, u"noWords"_s).isVisible());
    QVERIFY(line() != u"0 9 13 * fri"_s);
}

void CronPageTest::endDate_wholeDay_staysSo()
{
    const QJsonObject trigger = object(R"({"type": "cron", "crontab": "0 9 * * *", "end_date": "2027-01-31"})");
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    choose(u"days"_s, 1);
    QCOMPARE(m_page->trigger(u"UTC"_s)->value("end_date"_L1).toString(), u"2027-01-31"_s);
    QDateTimeEdit &date = part<QDateTimeEdit>(part<QWidget>(*m_page, u"end"_s), u"date"_s);
    QVERIFY(date.calendarPopup());
    date.setDate(QDate(2027, 2, 28));
    QCOMPARE(m_page->trigger(u"UTC"_s)->value("end_date"_L1).toString(), u"2027-02-28"_s);
}

void CronPageTest::keyboard_chooses_amongTheDays()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QComboBox &days = part<QComboBox>(*m_page, u"days"_s);
    days.setFocus();
    for (int i = 0; i < CronPlan::DaysOfMonth; ++i)
        QTest::keyClick(&days, Qt::Key_Down);
    QTest::keyClick(&days, Qt::Key_Tab); // to the first day
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Down, Qt::Key_Space})
        QTest::keyClick(m_page->focusWidget(), key);
    QCOMPARE(line(), u"0 9 10 * *"_s);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab); // past the others
    QCOMPARE(m_page->focusWidget(), &part<QComboBox>(*m_page, u"rhythm"_s));
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Space);
    QVERIFY(!shownError(u"day"_s).isEmpty());
}

REVEILLE_TEST(CronPageTest)

#include "tst_cronpage.moc"
