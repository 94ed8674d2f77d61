// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/editor/combinedpage.h"
#include "ui/editor/schedulepane.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Joins schedules with the keyboard and the mouse, also inside each other.
class CombinedPageTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trigger_nested_comesBackAsItWas();
    void trigger_withoutChildren_saysWhatToDo();
    void children_shownInWords_withTheirZone();
    void add_inTheDialog_appends();
    void edit_changesTheChild_untouchedStays();
    void edit_cancelled_changesNothing();
    void keyboard_movesEditsAndRemoves();
    void tab_goesDownThePage();
    void nested_openedInItsDialog();
    void child_wrong_saidAtTheChild();
    void child_thatIsOver_saidAtTheChild();
    void all_thatNeverCoincide_areRefused();
    void pane_combination_hasNoZoneOfItsOwn();

private:
    void open(const QByteArray &trigger);
    QDialog &dialog();
    void saveDialog();
    [[nodiscard]] QListWidget &list() const { return part<QListWidget>(*m_page, u"children"_s); }
    [[nodiscard]] QJsonArray children() const
    {
        return m_page->trigger(u"UTC"_s).value_or(QJsonObject()).value("triggers"_L1).toArray();
    }
    [[nodiscard]] QStringList lines() const;

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<CombinedPage> m_page;
};

namespace {

const QByteArray Two = R"({"type": "or", "triggers": [
    {"type": "cron", "crontab": "0 9 * * mon", "timezone": "Asia/Shanghai"},
    {"type": "cron", "crontab": "30 18 * * fri", "timezone": "Asia/Shanghai"}]})";
const QByteArray Nested = R"({"type": "and", "triggers": [
    {"type": "cron", "crontab": "0 9 * * *", "timezone": "UTC"},
    {"type": "or", "triggers": [
        {"type": "cron", "crontab": "0 9 1 * *", "timezone": "UTC"},
        {"type": "cron", "crontab": "0 9 * * fri", "timezone": "UTC"}]}]})";

} // namespace

void CombinedPageTest::init()
{
    Test::init();
    m_page.reset();
    m_world = std::make_unique<UiWorld>();
    m_page = std::make_unique<CombinedPage>(m_world->engine, nullptr);
    m_page->show();
}

void CombinedPageTest::open(const QByteArray &trigger)
{
    if (!m_page->setTrigger(object(trigger), Zone()))
        qFatal("The page can't show %s", trigger.constData());
}

// The innermost one that is open.
QDialog &CombinedPageTest::dialog()
{
    const QList<QDialog *> dialogs = m_page->findChildren<QDialog *>(u"scheduleDialog"_s);
    if (dialogs.isEmpty())
        qFatal("There is no dialog");
    return *dialogs.constLast();
}

void CombinedPageTest::saveDialog()
{
    const QPointer<QDialog> open = &dialog();
    if (!QTest::qWaitFor([&] { return part<QPushButton>(*open, u"saveSchedule"_s).isEnabled(); }))
        qFatal("The schedule can't be saved");
    press(*open, u"saveSchedule"_s);
    QTRY_VERIFY(!open);
}

QStringList CombinedPageTest::lines() const
{
    QStringList lines;
    for (const QJsonValue &child : children())
        lines.append(child["crontab"_L1].toString());
    return lines;
}

void CombinedPageTest::trigger_nested_comesBackAsItWas()
{
    for (const QByteArray &trigger : {Two, Nested}) {
        open(trigger);
        QCOMPARE(m_page->trigger(u"UTC"_s).value(), object(trigger));
    }
}

void CombinedPageTest::trigger_withoutChildren_saysWhatToDo()
{
    const QLabel &empty = part<QLabel>(*m_page, u"noChildren"_s);
    QVERIFY(empty.isVisible());
    QVERIFY(!empty.text().isEmpty());
    QCOMPARE(m_page->trigger(u"UTC"_s).error().key, u"triggers"_s);
    open(Two);
    QVERIFY(!empty.isVisible());
}

void CombinedPageTest::children_shownInWords_withTheirZone()
{
    const QString zone = Zone::system().name() == u"Asia/Tokyo"_s ? u"Asia/Shanghai"_s : u"Asia/Tokyo"_s;
    open(QByteArray(Two).replace("Asia/Shanghai", zone.toLatin1()));
    QCOMPARE(list().count(), 2);
    QCOMPARE(list().item(0)->text(), u"Every Monday at 09:00 (%1)"_s.arg(zone));
    part<QComboBox>(*m_page, u"how"_s).setCurrentIndex(1);
    QCOMPARE(m_page->trigger(u"UTC"_s)->value("type"_L1).toString(), u"and"_s);
}

void CombinedPageTest::add_inTheDialog_appends()
{
    open(Two);
    press(*m_page, u"addChild"_s);
    press(dialog(), u"cron"_s);
    type(part<QLineEdit>(dialog(), u"crontab"_s), u"0 12 * * sun"_s);
    saveDialog();
    QCOMPARE(lines(), (QStringList{u"0 9 * * mon"_s, u"30 18 * * fri"_s, u"0 12 * * sun"_s}));
    QCOMPARE(list().currentRow(), 2);
    // In the zone of those that are there.
    QCOMPARE(children().last()["timezone"_L1].toString(), u"Asia/Shanghai"_s);
}

void CombinedPageTest::edit_changesTheChild_untouchedStays()
{
    open(Two);
    list().setCurrentRow(1);
    press(*m_page, u"editChild"_s);
    saveDialog();
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), object(Two));
    press(*m_page, u"editChild"_s);
    type(part<QLineEdit>(dialog(), u"crontab"_s), u"45 18 * * fri"_s);
    saveDialog();
    QCOMPARE(lines(), (QStringList{u"0 9 * * mon"_s, u"45 18 * * fri"_s}));
}

void CombinedPageTest::edit_cancelled_changesNothing()
{
    open(Two);
    press(*m_page, u"editChild"_s);
    type(part<QLineEdit>(dialog(), u"crontab"_s), u"45 18 * * fri"_s);
    QTest::keyClick(&dialog(), Qt::Key_Escape);
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), object(Two));
}

void CombinedPageTest::keyboard_movesEditsAndRemoves()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    open(Two);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(lines(), (QStringList{u"30 18 * * fri"_s, u"0 9 * * mon"_s}));
    QCOMPARE(list().currentRow(), 1);
    QTest::keyClick(&list(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(lines(), (QStringList{u"0 9 * * mon"_s, u"30 18 * * fri"_s}));
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(part<QLineEdit>(dialog(), u"crontab"_s).text(), u"0 9 * * mon"_s);
    QTest::keyClick(&dialog(), Qt::Key_Escape);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Delete);
    QCOMPARE(lines(), QStringList{u"30 18 * * fri"_s});
    QTest::keyClick(&list(), Qt::Key_Delete);
    QVERIFY(part<QLabel>(*m_page, u"noChildren"_s).isVisible());
    QVERIFY(!part<QPushButton>(*m_page, u"editChild"_s).isEnabled());
    QPushButton &add = part<QPushButton>(*m_page, u"addChild"_s);
    QCOMPARE(m_page->focusWidget(), &add);
    QTest::keyClick(&add, Qt::Key_Space);
    QVERIFY(part<QToolButton>(dialog(), u"once"_s).isChecked());
}

void CombinedPageTest::tab_goesDownThePage()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    open(Two);
    part<QComboBox>(*m_page, u"how"_s).setFocus();
    QStringList seen;
    for (int i = 0; i < 6; ++i) {
        seen.append(m_page->focusWidget()->objectName());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab);
    }
    // The first child can't be moved up.
    QCOMPARE(seen, (QStringList{u"how"_s, u"children"_s, u"addChild"_s, u"editChild"_s, u"removeChild"_s, u"moveDown"_s}));
}

void CombinedPageTest::nested_openedInItsDialog()
{
    open(Nested);
    list().setCurrentRow(1);
    press(*m_page, u"editChild"_s);
    QVERIFY(part<QToolButton>(dialog(), u"combined"_s).isChecked());
    QListWidget &inner = part<QListWidget>(dialog(), u"children"_s);
    QCOMPARE(inner.count(), 2);
    inner.setCurrentRow(0);
    press(dialog(), u"removeChild"_s);
    saveDialog();
    QCOMPARE(children().last()["triggers"_L1].toArray().size(), 1);
}

void CombinedPageTest::child_wrong_saidAtTheChild()
{
    open(QByteArray(Two).replace("30 18", "30 25"));
    QVERIFY2(list().item(1)->text().contains(u"column 4"_s), qPrintable(list().item(1)->text()));
    QVERIFY(!list().item(1)->icon().isNull());
    QVERIFY(list().item(0)->icon().isNull());
    QCOMPARE(m_page->trigger(u"UTC"_s).error().key, u"triggers"_s);
    QVERIFY(m_page->showError(m_page->trigger(u"UTC"_s).error()));
    QVERIFY(part<QLabel>(*m_page, u"error_triggers"_s).text().contains(u"2"_s));
}

void CombinedPageTest::child_thatIsOver_saidAtTheChild()
{
    open(R"({"type": "or", "triggers": [{"type": "date", "run_date": "2020-01-01T09:00:00", "timezone": "UTC"},
                                        {"type": "cron", "crontab": "0 9 * * *", "timezone": "UTC"}]})");
    QVERIFY(list().item(0)->text().endsWith(u"never fires from now on"_s));
    QVERIFY(!list().item(1)->text().contains(u"never"_s));
    QVERIFY(m_page->trigger(u"UTC"_s));
}

void CombinedPageTest::all_thatNeverCoincide_areRefused()
{
    const QByteArray never = R"({"type": "or", "triggers": [{"type": "or", "triggers": [
        {"type": "cron", "crontab": "0 9 * * mon", "timezone": "UTC"},
        {"type": "cron", "crontab": "0 9 * * tue", "timezone": "UTC"}]}]})";
    open(never);
    press(*m_page, u"editChild"_s);
    part<QComboBox>(dialog(), u"how"_s).setCurrentIndex(1);
    QLabel &error = part<QLabel>(dialog(), u"error_trigger"_s);
    QTRY_VERIFY(error.isVisible());
    QVERIFY(!part<QPushButton>(dialog(), u"saveSchedule"_s).isEnabled());
    part<QComboBox>(dialog(), u"how"_s).setCurrentIndex(0);
    QTRY_VERIFY(!error.isVisible());
    saveDialog();
    QCOMPARE(m_page->trigger(u"UTC"_s).value(), object(never));
}

void CombinedPageTest::pane_combination_hasNoZoneOfItsOwn()
{
    SchedulePane pane(m_world->engine);
    pane.show();
    QVERIFY(part<QComboBox>(pane, u"timezone"_s).isVisible());
    pane.setTrigger(object(Nested));
    QVERIFY(part<QToolButton>(pane, u"combined"_s).isChecked());
    QVERIFY(!part<QComboBox>(pane, u"timezone"_s).isVisible());
    part<QListWidget>(pane, u"children"_s).setCurrentRow(1);
    press(pane, u"moveUp"_s);
    QVERIFY(Trigger::parse(pane.trigger().value(), m_world->engine.triggerContext()));
}

REVEILLE_TEST(CombinedPageTest)

#include "tst_combinedpage.moc"
