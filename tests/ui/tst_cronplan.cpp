// SPDX-License-Identifier: MIT
#include "core/triggers/cronparser.h"
#include "core/triggers/crontabline.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"
#include "ui/editor/cronplan.h"

#include <QTest>

#include <numeric>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

QList<int> numbers(int first, int last)
{
    QList<int> all(last - first + 1);
    std::iota(all.begin(), all.end(), first);
    return all;
}

QString described(const CronPlan &plan)
{
    return u"days %1, first %2, step %3 of unit %4 at minute %5, hours %6 to %7, %8 times"_s.arg(plan.days)
        .arg(plan.monthDays.value(0))
        .arg(plan.step ? plan.step->count : 0)
        .arg(plan.step ? int(plan.step->unit) : -1)
        .arg(plan.atMinute)
        .arg(plan.fromHour)
        .arg(plan.toHour)
        .arg(plan.times.size());
}

} // namespace

/// Between a crontab line, what it matches, and the words that the builder has for it.
class CronPlanTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void line_withWords_comesBackWithTheSameMeaning_data();
    void line_withWords_comesBackWithTheSameMeaning();
    void line_withoutWords_isLeftAlone_data();
    void line_withoutWords_isLeftAlone();
    void everyStep_comesBack();
    void everyStep_hasALine();
    void everyChoiceOfDays_hasALine();
    void everyProductOfTimes_hasALine();
    void plan_nothingChosen_namesTheField();
    void fields_asALine_data();
    void fields_asALine();
};

void CronPlanTest::line_withWords_comesBackWithTheSameMeaning_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const QString &line, const QString &written = {}) {
        QTest::newRow(name) << line << (written.isEmpty() ? line : written);
    };
    row("weekdays", u"30 6 * * 1-5"_s, u"30 6 * * mon-fri"_s);
    row("weekend", u"0 9 * * 6,0"_s, u"0 9 * * sat,sun"_s);
    row("over Sunday", u"0 9 * * fri-mon"_s, u"0 9 * * mon,fri-sun"_s);
    row("days of the month", u"0 6 1,15,L * *"_s);
    row("only the last day", u"0 6 L * *"_s);
    row("first working day", u"0 9 1W * *"_s);
    row("last working day", u"0 9 LW * *"_s);
    row("second Friday", u"0 9 * * fri#2"_s);
    row("last Friday", u"0 9 * * 5L"_s, u"0 9 * * friL"_s);
    row("first and last Monday and Friday", u"0 9 * * mon#1,fri#1,monL,friL"_s);
    row("months", u"0 9 * jan,jul-sep mon"_s);
    row("two times", u"30 6,18 * * *"_s);
    row("three times in a step", u"0 9,13,17 * * *"_s);
    row("with seconds", u"15 30 6 * * *"_s);
    row("five hours in a step", u"30 9-17/2 * * *"_s);
    row("hours of the day", u"0 9-17 * * mon-fri"_s);
    row("hourly, whatever the clocks do", u"0 * * * *"_s);
    row("hourly, late", u"59 * * * *"_s);
    row("every second hour, late", u"45 */2 * * *"_s);
    row("hourly, each wall-clock hour once", u"0 0-23 * * *"_s);
    row("every second hour", u"0 */2 * * *"_s);
    row("every second hour, fixed", u"0 0-23/2 * * *"_s, u"0 0/2 * * *"_s);
    row("odd hours", u"0 1-23/2 * * *"_s, u"0 1/2 * * *"_s);
    row("minutes", u"*/15 * * * *"_s);
    row("minutes from the fifth", u"5/15 * * * *"_s);
    row("minutes one by one", u"7,37 * * * *"_s);
    row("minutes in hours", u"*/10 9-17 * * mon-fri"_s);
    row("minutes in hours, fixed", u"5/10 9-17 * * *"_s);
    row("minutes in one hour", u"*/30 9 * * *"_s);
    row("over midnight", u"*/20 22-23,0-5 * * *"_s, u"*/20 0-5,22,23 * * *"_s);
    row("hours over midnight", u"0 0,2,4,20,22 * * *"_s);
    row("seconds", u"*/10 * * * * *"_s);
    row("every minute", u"* * * * *"_s);
    row("a macro", u"@yearly"_s, u"0 0 1 jan *"_s);
}

void CronPlanTest::line_withWords_comesBackWithTheSameMeaning()
{
    QFETCH(QString, line);
    QFETCH(QString, written);
    const CronFields fields = cron::parseCrontab(line).value();
    const std::optional<CronPlan> plan = CronPlan::of(fields);
    QVERIFY(plan);
    QVERIFY(plan->fields() == fields);
    QCOMPARE(crontabLine(*plan->fields()).value(), written);
    QVERIFY(CronPlan::of(*plan->fields()) == plan);
}

void CronPlanTest::line_withoutWords_isLeftAlone_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"0 9 13 * fri", "0 9 */2 * mon", "*/7 * * * *", "5,10,30 * * * *", "0 9 15W * *", "0 9 1W,LW * *",
          "0 9 1,LW * *", "0 9 * * mon,fri#2", "0 9 * * mon#1,fri#2", "0 */5 * * *", "* */2 * * *", "*/40 0 9 * * *"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CronPlanTest::line_withoutWords_isLeftAlone()
{
    QFETCH(QString, line);
    QVERIFY(!CronPlan::of(cron::parseCrontab(line).value()));
}

void CronPlanTest::everyStep_comesBack()
{
    for (const CronStep &step : cronSteps()) {
        CronPlan plan;
        plan.step = step;
        const CronFields fields = plan.fields().value();
        QVERIFY(fields.periodic);
        QCOMPARE(CronPlan::of(fields), plan);
        QVERIFY(cron::parseCrontab(crontabLine(fields).value()) == fields);
    }
}

void CronPlanTest::everyStep_hasALine()
{
    for (const CronStep &step : cronSteps()) {
        for (const int minute : {0, 1, step.count - 1, 59}) {
            if (step.unit == CronStep::Minutes && minute >= step.count)
                continue;
            for (int hours = 0; hours < 24 * 24; ++hours) {
                const CronPlan plan{.step = step, .atMinute = minute, .fromHour = hours / 24, .toHour = hours % 24};
                QVERIFY2(crontabLine(plan.fields().value()), qPrintable(described(plan)));
            }
        }
    }
}

void CronPlanTest::everyChoiceOfDays_hasALine()
{
    for (int days = CronPlan::EveryDay; days <= CronPlan::LastWorkday; ++days) {
        CronPlan plan{.days = CronPlan::Days(days)};
        // All from one on, and all but one.
        for (int first = 0; first <= CronPlan::LastDay; ++first) {
            plan.monthDays = numbers(first, CronPlan::LastDay);
            plan.weekdays = numbers(first % 7, 6);
            plan.positions = numbers(first % 6, CronPlan::LastPosition);
            plan.months = numbers(first % 12, 11);
            QVERIFY2(crontabLine(plan.fields().value()), qPrintable(described(plan)));
            plan.monthDays = numbers(0, CronPlan::LastDay);
            plan.monthDays.removeAt(first);
            plan.months.reset();
            QVERIFY2(crontabLine(plan.fields().value()), qPrintable(described(plan)));
        }
    }
}

void CronPlanTest::everyProductOfTimes_hasALine()
{
    for (int hours = 1; hours <= 24; ++hours) {
        for (const int minutes : {1, 2, 30, 60}) {
            for (const int seconds : {1, 2, 60}) {
                CronPlan plan;
                plan.times.clear();
                for (int i = 0; i < hours * minutes * seconds; ++i)
                    plan.times.append(QTime(i % hours, i / hours % minutes, i / hours / minutes));
                QVERIFY2(crontabLine(plan.fields().value()), qPrintable(described(plan)));
            }
        }
    }
}

void CronPlanTest::plan_nothingChosen_namesTheField()
{
    CronPlan plan;
    plan.months = QList<int>();
    QCOMPARE(plan.fields().error().key, u"month"_s);
    plan = {.days = CronPlan::ChosenWeekdays, .weekdays = {}};
    QCOMPARE(plan.fields().error().key, u"day_of_week"_s);
    plan = {.days = CronPlan::DaysOfMonth, .monthDays = {}};
    QCOMPARE(plan.fields().error().key, u"day"_s);
    plan = {.days = CronPlan::WeekdaysOfMonth, .positions = {}};
    QCOMPARE(plan.fields().error().key, u"position"_s);
    plan = {.times = {QTime(9, 0), QTime(18, 30)}};
    QCOMPARE(plan.fields().error().key, u"hour"_s);
}

void CronPlanTest::fields_asALine_data()
{
    QTest::addColumn<QStringList>("fields"); // year month day week day_of_week hour minute second
    QTest::addColumn<QString>("line");       // empty: there is none
    const auto row = [](const char *name, const QStringList &fields, const QString &line) {
        QTest::newRow(name) << fields << line;
    };
    const QString no;
    row("weekdays", {no, no, no, no, u"mon-fri"_s, u"6"_s, u"30"_s, no}, u"30 6 * * mon-fri"_s);
    row("Monday is 0", {no, no, no, no, u"0"_s, u"6"_s, u"30"_s, no}, u"30 6 * * mon"_s);
    row("Sunday is 6", {no, no, no, no, u"6"_s, u"6"_s, u"30"_s, no}, u"30 6 * * sun"_s);
    row("last day", {no, no, u"last"_s, no, no, u"9"_s, no, no}, u"0 9 L * *"_s);
    row("second Friday", {no, no, u"2nd fri"_s, no, no, u"9"_s, no, no}, u"0 9 * * fri#2"_s);
    row("a day or the second Friday", {no, no, u"1,2nd fri"_s, no, no, u"9"_s, no, no}, u"0 9 1 * fri#2"_s);
    row("the second Friday if it is a Friday", {no, no, u"2nd fri"_s, no, u"fri"_s, u"9"_s, no, no}, no);
    row("Friday the 13th", {no, no, u"13"_s, no, u"fri"_s, u"9"_s, no, no}, no);
    row("Fridays on odd days", {no, no, u"*/2"_s, no, u"fri"_s, u"9"_s, no, no}, u"0 9 */2 * fri"_s);
    row("month", {no, u"jan-mar"_s, u"1"_s, no, no, no, no, no}, u"0 0 1 jan-mar *"_s);
    row("minutes", {no, no, no, no, no, no, u"*/15"_s, no}, u"*/15 * * * *"_s);
    row("minutes of fixed hours", {no, no, no, no, no, u"0-23"_s, u"0/15"_s, no}, u"0/15 0-23 * * *"_s);
    row("minutes of an hour", {no, no, no, no, no, u"1-2"_s, u"*/30"_s, no}, u"*/30 1,2 * * *"_s);
    row("a star that is more", {no, no, no, no, no, u"1-2"_s, u"*/20,5"_s, no}, no);
    row("hours", {no, no, no, no, no, u"*/3"_s, no, no}, u"0 */3 * * *"_s);
    row("seconds", {no, no, no, no, no, no, no, u"*/5"_s}, u"*/5 * * * * *"_s);
    row("a year", {u"2027"_s, no, no, no, no, u"9"_s, no, no}, no);
    row("calendar weeks", {no, no, no, u"1-20"_s, no, u"9"_s, no, no}, no);
}

void CronPlanTest::fields_asALine()
{
    QFETCH(QStringList, fields);
    QFETCH(QString, line);
    const std::optional<QString> written = crontabLine(cron::parseFields(fields).value());
    QCOMPARE(written.value_or(QString()), line);
    if (!written)
        return;
    // They fire together, also where clocks change.
    QJsonObject byFields{{u"type"_s, u"cron"_s}};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!fields[i].isNull())
            byFields.insert(cron::fieldNames()[i], fields[i]);
    }
    const TriggerKinds kinds = TriggerKinds::builtIn();
    const TriggerContext context{kinds, Zone::find(u"America/New_York"_s).value(), at("2026-01-01T00:00:00Z")};
    const Trigger one = Trigger::parse(byFields, context).value();
    const Trigger other = Trigger::parse(QJsonObject{{u"type"_s, u"cron"_s}, {u"crontab"_s, line}}, context).value();
    for (const char *from : {"2026-01-01T00:00:00Z", "2026-03-08T05:00:00Z", "2026-11-01T04:00:00Z"})
        QCOMPARE(nextFireTimes(one, at(from), 50), nextFireTimes(other, at(from), 50));
}

REVEILLE_TEST(CronPlanTest)

#include "tst_cronplan.moc"
