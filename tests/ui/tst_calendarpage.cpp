// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/calendarpage.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QSpinBox>
#include <QTimeEdit>

using namespace reveille;
using namespace Qt::StringLiterals;

class CalendarPageTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trigger_comesBackAsItWas_data();
    void trigger_comesBackAsItWas();
    void trigger_sumOfAll_keepsItsMeaning();
    void trigger_sumBeyondTheFields_isRefused();
    void trigger_ofAnotherKind_isRefused();
    void everyTwoWeeks_clicked_isWritten();
    void dayThatMonthsLack_isSaid_data();
    void dayThatMonthsLack_isSaid();
    void keyboard_reachesEveryField();
    void keyboard_opensTheCalendar();

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<CalendarPage> m_page;
};

void CalendarPageTest::init()
{
    Test::init();
    m_page.reset();
    m_world = std::make_unique<UiWorld>();
    m_page = std::make_unique<CalendarPage>(m_world->engine, nullptr);
    m_page->show();
}

void CalendarPageTest::trigger_comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::newRow("a month") << QByteArray(
        R"({"months": 1, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-01-31"})");
    QTest::newRow("two years") << QByteArray(
        R"({"years": 2, "hour": 0, "minute": 30, "second": 0, "start_date": "2024-02-29"})");
    QTest::newRow("three weeks until a day") << QByteArray(
        R"({"weeks": 3, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-01-31", "end_date": "2027-01-31"})");
    QTest::newRow("a month and six days")
        << QByteArray(R"({"months": 1, "days": 6, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-01-31"})");
    const QByteArray rest = R"(, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-01-31"})";
    QTest::newRow("most years") << R"({"years": 200)" + rest;
    QTest::newRow("most months") << R"({"months": 2400)" + rest;
    QTest::newRow("most weeks") << R"({"weeks": 10457)" + rest;
    QTest::newRow("most days") << R"({"days": 73200)" + rest;
    QTest::newRow("most of two units") << R"({"months": 2400, "days": 73200)" + rest;
    QTest::newRow("with seconds") << QByteArray(
        R"({"days": 10, "hour": 23, "minute": 59, "second": 58, "start_date": "2026-01-31"})");
    QTest::newRow("a start with a time") << QByteArray(
        R"({"days": 10, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-01-31T10:00:00"})");
}

void CalendarPageTest::trigger_comesBackAsItWas()
{
    QFETCH(QByteArray, step);
    QJsonObject trigger = object(step);
    trigger.insert(u"type"_s, u"calendarinterval"_s);
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), trigger);
    QVERIFY(Trigger::parse(trigger, m_world->engine.triggerContext()));
}

void CalendarPageTest::trigger_sumOfAll_keepsItsMeaning()
{
    const QJsonObject trigger = object(
        R"({"type": "calendarinterval", "years": 1, "months": 2, "weeks": 1, "days": 3, "start_date": "2026-01-31"})");
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    const TriggerContext context = m_world->engine.triggerContext();
    QVERIFY(Trigger::parse(m_page->trigger(u"UTC"_s).value(), context).value() == Trigger::parse(trigger, context).value());
}

void CalendarPageTest::trigger_sumBeyondTheFields_isRefused()
{
    const QJsonObject trigger = object(
        R"({"type": "calendarinterval", "years": 200, "months": 2400, "days": 1, "start_date": "2026-01-31"})");
    QVERIFY(!m_page->setTrigger(trigger, Zone()));
}

void CalendarPageTest::trigger_ofAnotherKind_isRefused()
{
    const QJsonObject trigger = object(R"({"type": "interval", "weeks": 1})");
    QVERIFY(!m_page->setTrigger(trigger, Zone()));
}

void CalendarPageTest::everyTwoWeeks_clicked_isWritten()
{
    part<QSpinBox>(*m_page, u"number"_s).setValue(2);
    part<QComboBox>(*m_page, u"unit"_s).setCurrentIndex(2);
    part<QTimeEdit>(*m_page, u"time"_s).setTime(QTime(18, 30));
    QDateTimeEdit &start = part<QDateTimeEdit>(*m_page, u"startDate"_s);
    QVERIFY(start.calendarPopup());
    start.setDate(QDate(2026, 12, 1));
    const QJsonObject expected = object(
        R"({"type": "calendarinterval", "weeks": 2, "hour": 18, "minute": 30, "second": 0, "start_date": "2026-12-01"})");
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), expected);
    press(*m_page, u"plus"_s);
    part<QComboBox>(*m_page, u"plusUnit"_s).setCurrentIndex(2);
    QCOMPARE(m_page->trigger(u"UTC"_s)->value("weeks"_L1).toInt(), 3);
}

void CalendarPageTest::dayThatMonthsLack_isSaid_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("start");
    QTest::addColumn<bool>("said");
    const auto row = [](const char *name, const QByteArray &step, const QString &start, bool said) {
        QTest::newRow(name) << step << start << said;
    };
    row("a day that every month has", R"({"months": 1})", u"2026-01-28"_s, false);
    row("months", R"({"months": 1})", u"2026-01-31"_s, true);
    row("months that reach February", R"({"months": 2})", u"2026-12-29"_s, true);
    row("months that all have it", R"({"months": 6})", u"2026-01-31"_s, false);
    row("months that lack it by turns", R"({"months": 6})", u"2026-08-31"_s, true);
    row("years", R"({"years": 1})", u"2026-01-31"_s, false);
    row("years in months", R"({"months": 24})", u"2026-01-31"_s, false);
    row("years from the leap day", R"({"years": 1})", u"2024-02-29"_s, true);
    row("years with months", R"({"years": 1, "months": 1})", u"2026-01-31"_s, true);
    row("weeks", R"({"weeks": 1})", u"2026-01-31"_s, false);
    row("months with days", R"({"months": 1, "days": 6})", u"2026-01-31"_s, false);
}

void CalendarPageTest::dayThatMonthsLack_isSaid()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, start);
    QFETCH(bool, said);
    QJsonObject trigger = object(step);
    trigger.insert(u"type"_s, u"calendarinterval"_s);
    trigger.insert(u"start_date"_s, start);
    QVERIFY(m_page->setTrigger(trigger, Zone()));
    const QLabel &note = part<QLabel>(*m_page, u"passedOver"_s);
    QCOMPARE(note.isVisible(), said);
    QVERIFY(!said || note.text().contains(start.right(2)));
}

void CalendarPageTest::keyboard_reachesEveryField()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    press(*m_page, u"plus"_s);
    press(*m_page, u"use"_s);
    part<QSpinBox>(*m_page, u"number"_s).setFocus();
    QStringList seen;
    while (!seen.contains(u"date"_s)) {
        if (seen.isEmpty() ||
            seen.constLast() != m_page->focusWidget()->objectName()) // hours and minutes are two stops
            seen.append(m_page->focusWidget()->objectName());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab);
        QVERIFY(seen.size() < 20);
    }
    QCOMPARE(seen, (QStringList{u"number"_s, u"unit"_s, u"plus"_s, u"plusNumber"_s, u"plusUnit"_s, u"time"_s,
                                u"startDate"_s, u"use"_s, u"date"_s}));
}

void CalendarPageTest::keyboard_opensTheCalendar()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QDateTimeEdit &start = part<QDateTimeEdit>(*m_page, u"startDate"_s);
    start.setDate(QDate(2026, 12, 1));
    start.setFocus();
    QTest::keyClick(&start, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(start.calendarWidget()->isVisible());
    QWidget *days = start.calendarWidget()->findChild<QWidget *>(u"qt_calendar_calendarview"_s);
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Return);
    QVERIFY(!start.calendarWidget()->isVisible());
    QCOMPARE(start.date(), QDate(2026, 12, 2));
}

REVEILLE_TEST(CalendarPageTest)

#include "tst_calendarpage.moc"
