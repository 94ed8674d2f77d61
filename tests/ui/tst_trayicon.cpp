// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/tray/trayicon.h"

#include <QAction>
#include <QSignalSpy>
#include <QTextDocument>

using namespace reveille;
using namespace Qt::StringLiterals;

class TrayIconTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void toolTip_listsTheNextDay();
    void menu_listsNextRuns_withNamesAsText();
    void pauseAll_pausesTheScheduler();
};

void TrayIconTest::toolTip_listsTheNextDay()
{
    UiWorld world;
    const TrayIcon tray(world.engine, world.jobs, world.settings);
    world.start();
    QCOMPARE(tray.toolTip().section(u'\n', 1), u"Nothing runs in the next 24 hours."_s);
    world.add(R"({"name": "<b>x</b>", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "interval", "hours": 1}})");
    world.add(R"({"name": "far", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "date", "run_date": "2190-01-01"}})");
    QTRY_VERIFY(tray.toolTip().contains(u"<b>x</b>"_s));
    QVERIFY(!tray.toolTip().contains(u"far"_s));
    QVERIFY(!Qt::mightBeRichText(tray.toolTip()));
}

void TrayIconTest::menu_listsNextRuns_withNamesAsText()
{
    UiWorld world;
    const TrayIcon tray(world.engine, world.jobs, world.settings);
    world.start();
    const Job job = world.add(R"({"name": "Q & A", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "interval", "hours": 1}})");
    Q_EMIT tray.contextMenu()->aboutToShow();
    QSignalSpy requested(&tray, &TrayIcon::jobRequested);
    for (QAction *action : tray.contextMenu()->actions()) {
        if (action->text().contains(u"Q && A"_s))
            action->trigger();
    }
    QCOMPARE(requested.count(), 1);
    QVERIFY(requested.constFirst().constFirst().value<JobId>() == job.id);
}

void TrayIconTest::pauseAll_pausesTheScheduler()
{
    UiWorld world;
    const TrayIcon tray(world.engine, world.jobs, world.settings);
    world.start();
    QAction &pause = part<QAction>(*tray.contextMenu(), u"trayPause"_s);
    QTRY_VERIFY(pause.isEnabled());
    QSignalSpy states(&world.engine, &Engine::stateChanged);
    pause.trigger();
    QTRY_COMPARE(states.count(), 1);
    QTRY_COMPARE(pause.text(), u"&Resume all"_s);
    pause.trigger();
    QTRY_COMPARE(pause.text(), u"&Pause all"_s);
}

REVEILLE_TEST(TrayIconTest)

#include "tst_trayicon.moc"
