// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"
#include "ui/editor/firepreview.h"
#include "ui/text/clocknote.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

/// What is said of runs around the changes of New York's clocks: forward on 8 March 2026, back on 1 November.
class ClockNoteTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void fireTime_aroundAChange_data();
    void fireTime_aroundAChange();
    void preview_aroundAChange_notesTheRun();
};

namespace {

const QString Forward = u"clocks go forward: runs at %1"_s;
const QString First = u"clocks go back: runs the first time %1 comes"_s;
const QString Second = u"clocks go back: %1 comes a second time"_s;

Trigger newYork(const QByteArray &json)
{
    const TriggerKinds kinds = TriggerKinds::builtIn();
    const TriggerContext context{kinds, Zone::find(u"America/New_York"_s).value(), at("2026-01-01T00:00:00Z")};
    return Trigger::parse(QJsonDocument::fromJson(json).object(), context).value();
}

} // namespace

void ClockNoteTest::fireTime_aroundAChange_data()
{
    QTest::addColumn<QByteArray>("trigger");
    QTest::addColumn<TimePoint>("after");
    QTest::addColumn<QStringList>("notes"); // of the fire times that follow
    const auto row = [](const char *name, const QByteArray &trigger, const char *after, const QStringList &notes) {
        QTest::newRow(name) << trigger << at(after) << notes;
    };
    const QString none = u""_s;
    const char *beforeGap = "2026-03-07T12:00:00Z";
    const char *beforeFold = "2026-10-31T12:00:00Z";
    const char *inFold = "2026-11-01T04:59:59Z";
    row("skipped", R"({"type": "cron", "crontab": "30 2 * * *"})", beforeGap, {Forward.arg(u"03:00"_s), none});
    row("skipped with seconds", R"({"type": "cron", "crontab": "10 30 2 * * *"})", beforeGap,
        {Forward.arg(u"03:00"_s), none});
    row("the time of the jump", R"({"type": "cron", "crontab": "0 3 * * *"})", beforeGap, {none, none});
    row("every half hour", R"({"type": "cron", "crontab": "*/30 * * * *"})", "2026-03-08T06:00:00Z",
        {none, none, none});
    row("skipped once", R"({"type": "date", "run_date": "2026-03-08T02:15:00"})", beforeGap, {Forward.arg(u"03:00"_s)});
    row("skipped date of a calendar",
        R"({"type": "calendarinterval", "days": 1, "hour": 2, "start_date": "2026-03-08"})", beforeGap,
        {Forward.arg(u"03:00"_s), none});
    row("skipped in a combination", R"({"type": "or", "triggers": [{"type": "cron", "crontab": "30 2 * * *"},
        {"type": "cron", "crontab": "0 12 * * *"}]})",
        "2026-03-07T18:00:00Z", {Forward.arg(u"03:00"_s), none});
    row("skipped in a combination with elapsed time", R"({"type": "or", "triggers": [
        {"type": "interval", "hours": 1, "start_date": "2026-03-08T07:00:00Z"}, {"type": "cron", "crontab": "30 2 * * *"}]})",
        beforeGap, {Forward.arg(u"03:00"_s), none});
    row("a combination over zones", R"({"type": "or", "triggers": [{"type": "cron", "crontab": "0 12 1 1 *", "timezone": "UTC"},
        {"type": "cron", "crontab": "30 1 * * *"}]})", beforeFold, {First.arg(u"01:30"_s), none});
    row("the first pass only", R"({"type": "cron", "crontab": "30 1 * * *"})", beforeFold,
        {First.arg(u"01:30"_s), none});
    row("both passes", R"({"type": "cron", "crontab": "*/30 * * * *"})", inFold,
        {none, none, Second.arg(u"01:00"_s), Second.arg(u"01:30"_s), none});
    row("elapsed time in both passes", R"({"type": "interval", "minutes": 60, "start_date": "2026-11-01T04:00:10Z"})",
        inFold, {none, Second.arg(u"01:00:10"_s), none});
    row("elapsed time in one pass", R"({"type": "interval", "minutes": 90, "start_date": "2026-11-01T04:00:00Z"})",
        inFold, {First.arg(u"01:30"_s), none});
    row("an instant in the second pass", R"({"type": "date", "run_date": "2026-11-01T06:30:00Z"})", beforeFold,
        {Second.arg(u"01:30"_s)});
    row("before and after the fold", R"({"type": "cron", "crontab": "0 0,2 * * *"})", beforeFold, {none, none});
}

void ClockNoteTest::fireTime_aroundAChange()
{
    QFETCH(QByteArray, trigger);
    QFETCH(TimePoint, after);
    QFETCH(QStringList, notes);
    const Trigger schedule = newYork(trigger);
    QStringList said;
    for (const TimePoint t : nextFireTimes(schedule, after, int(notes.size())))
        said.append(clockNote(schedule, t));
    QCOMPARE(said, notes);
}

void ClockNoteTest::preview_aroundAChange_notesTheRun()
{
    const FakeClock clock(at("2026-03-07T12:00:00Z"));
    FirePreview preview(clock);
    QSignalSpy ready(&preview, &FirePreview::ready);
    preview.setTrigger(newYork(R"({"type": "cron", "crontab": "30 2 * * *"})"));
    QVERIFY(ready.wait());
    const QListWidget *list = preview.findChild<QListWidget *>(u"preview"_s);
    QCOMPARE(list->item(0)->text(), u"Sun 8 Mar 2026 03:00"_s);
    QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(),
             u"Sun 8 Mar 2026 03:00, clocks go forward: runs at 03:00"_s);
    QCOMPARE(list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Mon 9 Mar 2026 02:30"_s);
}

REVEILLE_TEST(ClockNoteTest)

#include "tst_clocknote.moc"
