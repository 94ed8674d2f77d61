// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/schedulepane.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMetaProperty>
#include <QToolButton>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Which page a trigger opens on, and that nothing happens to it until somebody changes it.
class SchedulePaneTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trigger_opensOnItsPage_andStaysAsItWas_data();
    void trigger_opensOnItsPage_andStaysAsItWas();
    void date_unreadable_isKeptAsItIs_data();
    void date_unreadable_isKeptAsItIs();
    void otherPage_thereAndBack_keepsTheTrigger();
    void zone_changed_rewritesTheTrigger();
    void interval_changed_keepsItsWholeDays();
    void instants_stayAsWritten_whileOtherFieldsChange_data();
    void instants_stayAsWritten_whileOtherFieldsChange();
    void instant_untilAnotherZoneIsChosen_staysAsWritten();
    void instant_changed_meansTheWallClock();
    void dates_thatTheKeyboardPassesThrough_stayAsWritten();

private:
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<SchedulePane> m_pane;
};

void SchedulePaneTest::init()
{
    Test::init();
    m_pane.reset();
    m_world = std::make_unique<UiWorld>();
    m_pane = std::make_unique<SchedulePane>(m_world->engine);
    m_pane->show();
}

void SchedulePaneTest::trigger_opensOnItsPage_andStaysAsItWas_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QByteArray>("trigger");
    const auto row = [](const char *name, const QString &page, const QByteArray &trigger) {
        QTest::newRow(name) << page << trigger;
    };
    row("date", u"once"_s, R"({"type": "date", "run_date": "2026-12-24T16:00:30.250"})");
    row("instant", u"once"_s, R"({"type": "date", "run_date": "2026-12-24T16:00:00Z"})");
    row("interval", u"every"_s, R"({"type": "interval", "minutes": 7, "start_date": "2026-11-20T08:00:00.123Z"})");
    row("calendar", u"calendar"_s,
        R"({"type": "calendarinterval", "months": 1, "days": 6, "hour": 9, "start_date": "2026-01-31"})");
    row("fields", u"cron"_s, R"({"type": "cron", "day_of_week": "mon-fri", "hour": 6, "minute": "*/30"})");
    row("line", u"cron"_s, R"({"type": "cron", "crontab": "30 6 * * 1-5"})");
    row("line that is wild", u"cron"_s, R"({"type": "cron", "crontab": "5,7 1-3/2 15W,L * fri#2"})");
    row("line in a span", u"cron"_s,
        R"({"type": "cron", "crontab": "@daily", "start_date": "2026-01-01", "end_date": "2190-01-01"})");
    row("weeks of the year", u"kept"_s, R"({"type": "cron", "week": "1-20", "hour": 9, "start_date": "2026-01-01"})");
    row("day and weekday", u"kept"_s, R"({"type": "cron", "day": 13, "day_of_week": "fri", "hour": 9})");
    row("or", u"combined"_s,
        R"({"type": "or", "triggers": [{"type": "cron", "crontab": "0 9 * * *", "timezone": "UTC"}]})");
    row("and", u"combined"_s,
        R"({"type": "and", "triggers": [{"type": "cron", "week": "1-20", "hour": 9, "timezone": "UTC"}]})");
}

void SchedulePaneTest::trigger_opensOnItsPage_andStaysAsItWas()
{
    QFETCH(QString, page);
    QFETCH(QByteArray, trigger);
    QJsonObject json = object(trigger);
    if (page != u"combined"_s)
        json.insert(u"timezone"_s, u"Europe/Berlin"_s);
    QVERIFY(Trigger::parse(json, m_world->engine.triggerContext()));
    m_pane->setTrigger(json);
    QVERIFY(part<QToolButton>(*m_pane, page).isChecked());
    QCOMPARE(m_pane->trigger().value(), json);
}

void SchedulePaneTest::date_unreadable_isKeptAsItIs_data()
{
    QTest::addColumn<QByteArray>("trigger");
    const auto row = [](const char *name, const QByteArray &trigger) { QTest::newRow(name) << trigger; };
    row("date", R"({"type": "date", "run_date": "tomorrow"})");
    row("start of an interval", R"({"type": "interval", "hours": 2, "start_date": "2026-02-30"})");
    row("end of an interval", R"({"type": "interval", "hours": 2, "end_date": "2026-02-30"})");
    row("end that is no text", R"({"type": "interval", "hours": 2, "end_date": 20260230})");
    row("start of a line", R"({"type": "cron", "crontab": "0 9 * * *", "start_date": "soon"})");
    row("end of a line", R"({"type": "cron", "crontab": "0 9 * * *", "end_date": "2026-01-01T25:00"})");
    row("start of a calendar", R"({"type": "calendarinterval", "months": 1, "hour": 9, "start_date": "soon"})");
    row("end of a calendar", R"({"type": "calendarinterval", "months": 1, "hour": 9, "end_date": "2300-01-01"})");
}

void SchedulePaneTest::date_unreadable_isKeptAsItIs()
{
    QFETCH(QByteArray, trigger);
    QJsonObject json = object(trigger);
    json.insert(u"timezone"_s, u"Europe/Berlin"_s);
    m_pane->setTrigger(json);
    QVERIFY(part<QToolButton>(*m_pane, u"kept"_s).isChecked());
    part<QComboBox>(*m_pane, u"timezone"_s).setCurrentText(u"UTC"_s);
    json.insert(u"timezone"_s, u"UTC"_s);
    QCOMPARE(m_pane->trigger().value(), json);
}

void SchedulePaneTest::otherPage_thereAndBack_keepsTheTrigger()
{
    const QJsonObject json = object(R"({"type": "cron", "hour": 6, "minute": 30, "timezone": "Europe/Berlin"})");
    m_pane->setTrigger(json);
    press(*m_pane, u"every"_s);
    QCOMPARE(m_pane->trigger()->value("type"_L1).toString(), u"interval"_s);
    press(*m_pane, u"cron"_s);
    QCOMPARE(m_pane->trigger().value(), json);
    type(part<QLineEdit>(*m_pane, u"crontab"_s), u"30 7 * * *"_s);
    QCOMPARE(m_pane->trigger()->value("crontab"_L1).toString(), u"30 7 * * *"_s);
}

void SchedulePaneTest::zone_changed_rewritesTheTrigger()
{
    m_pane->setTrigger(object(R"({"type": "date", "run_date": "2026-12-24T16:00:00Z", "timezone": "Europe/Berlin"})"));
    part<QComboBox>(*m_pane, u"timezone"_s).setCurrentText(u"UTC"_s);
    const QJsonObject expected = object(R"({"type": "date", "run_date": "2026-12-24T17:00:00", "timezone": "UTC"})");
    QCOMPARE(m_pane->trigger().value(), expected);
}

void SchedulePaneTest::interval_changed_keepsItsWholeDays()
{
    m_pane->setTrigger(object(
        R"({"type": "interval", "hours": 2, "start_date": "2026-11-20", "end_date": "2027-01-31", "timezone": "UTC"})"));
    part<QDoubleSpinBox>(*m_pane, u"number"_s).setValue(3);
    const QJsonObject expected = object(
        R"({"type": "interval", "hours": 3, "start_date": "2026-11-20", "end_date": "2027-01-31", "timezone": "UTC"})");
    QCOMPARE(m_pane->trigger().value(), expected);
}

void SchedulePaneTest::instants_stayAsWritten_whileOtherFieldsChange_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QByteArray>("trigger");
    QTest::newRow("second pass of a fold") << u"everyPage"_s << u"number"_s << QVariant(3.0) << QByteArray(
        R"({"type": "interval", "hours": 2, "start_date": "2026-11-01T06:30:00.500Z"})");
    QTest::newRow("end with an offset") << u"everyPage"_s << u"number"_s << QVariant(3.0) << QByteArray(
        R"({"type": "interval", "hours": 2, "end_date": "2026-11-01T01:30:00-05:00"})");
    QTest::newRow("calendar") << u"calendarPage"_s << u"plusNumber"_s << QVariant(3) << QByteArray(
        R"({"type": "calendarinterval", "months": 1, "days": 2, "hour": 9, "minute": 0, "second": 0, "start_date": "2026-11-01T06:30:00Z"})");
    QTest::newRow("cron") << u"cronPage"_s << u"crontab"_s << QVariant(u"0 10 * * *"_s) << QByteArray(
        R"({"type": "cron", "crontab": "0 9 * * *", "start_date": "2026-11-01T06:30:00.500Z", "end_date": "2027-11-01T06:30:00Z"})");
}

void SchedulePaneTest::instants_stayAsWritten_whileOtherFieldsChange()
{
    QFETCH(QString, page);
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QByteArray, trigger);
    QJsonObject json = object(trigger);
    json.insert(u"timezone"_s, u"America/New_York"_s);
    m_pane->setTrigger(json);
    QWidget &edited = part<QWidget>(part<QWidget>(*m_pane, page), field);
    QVERIFY(edited.setProperty(edited.metaObject()->userProperty().name(), value));
    const QJsonObject written = m_pane->trigger().value();
    QVERIFY(written != json);
    QCOMPARE(written.value("start_date"_L1), json.value("start_date"_L1));
    QCOMPARE(written.value("end_date"_L1), json.value("end_date"_L1));
}

void SchedulePaneTest::instant_untilAnotherZoneIsChosen_staysAsWritten()
{
    m_pane->setTrigger(
        object(R"({"type": "date", "run_date": "2026-11-01T06:30:00.500Z", "timezone": "America/New_York"})"));
    QComboBox &zone = part<QComboBox>(*m_pane, u"timezone"_s);
    zone.setCurrentText(u"America/Chicago"_s);
    QCOMPARE(m_pane->trigger()->value("run_date"_L1).toString(), u"2026-11-01T01:30:00.500"_s);
    zone.setCurrentText(u"America/New_York"_s);
    QCOMPARE(m_pane->trigger()->value("run_date"_L1).toString(), u"2026-11-01T06:30:00.500Z"_s);
}

void SchedulePaneTest::instant_changed_meansTheWallClock()
{
    m_pane->setTrigger(
        object(R"({"type": "date", "run_date": "2026-11-01T06:30:00Z", "timezone": "America/New_York"})"));
    part<QDateTimeEdit>(*m_pane, u"runDate"_s).stepUp();
    QCOMPARE(m_pane->trigger()->value("run_date"_L1).toString(), u"2027-11-01T01:30:00"_s);
}

void SchedulePaneTest::dates_thatTheKeyboardPassesThrough_stayAsWritten()
{
    m_pane->setTrigger(object(
        R"({"type": "interval", "hours": 2, "start_date": "2026-11-01T06:30:00.500Z", "end_date": "2027-01-31T12:00:30.250", "timezone": "America/New_York"})"));
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    QDoubleSpinBox &number = part<QDoubleSpinBox>(*m_pane, u"number"_s);
    number.setFocus();
    number.setValue(3);
    const QWidget &zone = part<QWidget>(*m_pane, u"timezone"_s);
    for (int stop = 0; stop < 30 && !zone.hasFocus(); ++stop)
        QTest::keyClick(m_pane->focusWidget(), Qt::Key_Tab);
    QVERIFY(zone.hasFocus());
    QCOMPARE(m_pane->trigger()->value("start_date"_L1).toString(), u"2026-11-01T06:30:00.500Z"_s);
    QCOMPARE(m_pane->trigger()->value("end_date"_L1).toString(), u"2027-01-31T12:00:30.250"_s);
}

REVEILLE_TEST(SchedulePaneTest)

#include "tst_schedulepane.moc"
