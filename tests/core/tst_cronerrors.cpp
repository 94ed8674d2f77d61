// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonDocument>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

// What is said of a cron schedule that is wrong: where, what, and what would be right.
class CronErrorsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void crontab_wrong_saysWhereAndWhatIsAllowed_data();
    void crontab_wrong_saysWhereAndWhatIsAllowed();
    void field_wrong_saysWhatIsAllowed_data();
    void field_wrong_saysWhatIsAllowed();
    void blanks_whereTheySayNothing_arePassedOver_data();
    void blanks_whereTheySayNothing_arePassedOver();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();

    Result<Trigger> parse(const QJsonObject &json) const
    {
        return Trigger::parse(json, {m_kinds, Zone(), at("2026-11-20T00:00:00Z")});
    }
};

void CronErrorsTest::crontab_wrong_saysWhereAndWhatIsAllowed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *line, const QString &message) { QTest::newRow(line) << QString::fromUtf8(line) << message; };
    const QString day = u"allowed are 1 to 31, and L, LW or 15W"_s;
    const QString weekday = u"allowed are 0 to 7 or sun to sat, and fri#2 or friL"_s;
    row("60 * * * *", u"column 1: the number is out of range; allowed are 0 to 59"_s);
    row("5x 0 * * *", u"column 2: “x” is left over; allowed are 0 to 59"_s);
    row("  0 24 * * *", u"column 5: the number is out of range; allowed are 0 to 23"_s);
    row("0 0 1,,2 * *", u"column 7: a value is missing; "_s + day);
    row("0 0 W * *", u"column 5: “W” is not understood; "_s + day);
    row("0 0 L-3 * *", u"column 6: “-3” is left over; "_s + day);
    row("0 0 15WW * *", u"column 8: “W” is left over; "_s + day);
    row("0 0 32W * *", u"column 5: the number is out of range; "_s + day);
    row("0 0 * 13 *", u"column 7: the number is out of range; allowed are 1 to 12 or jan to dec"_s);
    row("0 0 * january *", u"column 10: “uary” is left over; allowed are 1 to 12 or jan to dec"_s);
    row("0 0 * * L", u"column 9: “L” is not understood; "_s + weekday);
    row("0 0 * * friLx", u"column 13: “x” is left over; "_s + weekday);
    row("0 0 * * fri#6", u"column 12: “#” must be followed by a number from 1 to 5"_s);
    row("0 0 * * mon#2-3", u"column 14: “-3” is left over; "_s + weekday);
    row("0 22-2 * * *", u"column 3: the range ends before it begins; only months and weekdays go round"_s);
    row("*/0 * * * *", u"column 2: a step of 0 never moves on; steps begin at 1"_s);
    row("* * * *", u"column 8: 4 field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first"_s);
    row("* * * * * * *", u"column 13: 7 field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first"_s);
    row("@fortnightly", u"column 1: “@fortnightly” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, @midnight and @hourly"_s);
    row("@daily extra", u"column 8: nothing may follow @daily"_s);
}

void CronErrorsTest::crontab_wrong_saysWhereAndWhatIsAllowed()
{
    QFETCH(QString, line);
    QFETCH(QString, message);
    const Result<Trigger> trigger = parse({{u"type"_s, u"cron"_s}, {u"crontab"_s, line}});
    QVERIFY(!trigger);
    QCOMPARE(trigger.error().key, u"crontab"_s);
    QCOMPARE(trigger.error().message, message);
}

void CronErrorsTest::field_wrong_saysWhatIsAllowed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message");
    const QString day = u"allowed are 1 to 31, and last, 2nd fri or last fri"_s;
    QTest::newRow("negative") << u"hour"_s << QJsonValue(-1) << u"“-1” is not understood; allowed are 0 to 23"_s;
    QTest::newRow("fraction") << u"minute"_s << QJsonValue(5.5) << u"“.5” is left over; allowed are 0 to 59"_s;
    QTest::newRow("boolean") << u"minute"_s << QJsonValue(true) << u"must be a text or a whole number"_s;
    QTest::newRow("empty") << u"minute"_s << QJsonValue(u" "_s) << u"a value is missing; allowed are 0 to 59"_s;
    QTest::newRow("crontab's last day") << u"day"_s << QJsonValue(u"L"_s) << u"“L” is not understood; "_s + day;
    QTest::newRow("sixth") << u"day"_s << QJsonValue(u"6th mon"_s) << u"“th mon” is left over; "_s + day;
    QTest::newRow("step over names") << u"day_of_week"_s << QJsonValue(u"mon-fri/2x"_s)
                                     << u"“x” is left over; allowed are 0 to 6 or mon to sun"_s;
}

void CronErrorsTest::field_wrong_saysWhatIsAllowed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, message);
    const Result<Trigger> trigger = parse({{u"type"_s, u"cron"_s}, {key, value}});
    QVERIFY(!trigger);
    QCOMPARE(trigger.error().key, key);
    QCOMPARE(trigger.error().message, message);
}

void CronErrorsTest::blanks_whereTheySayNothing_arePassedOver_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("canonical");
    // As APScheduler reads fields, and crontab(5) lines.
    QTest::newRow("beside a comma") << QByteArray(R"({"type": "cron", "hour": "1-2, 4-7"})") << QByteArray(R"({"type": "cron", "hour": "1-2,4-7"})");
    QTest::newRow("at the ends") << QByteArray(R"({"type": "cron", "minute": " 5 "})") << QByteArray(R"({"type": "cron", "minute": 5})");
    QTest::newRow("beside weekdays") << QByteArray(R"({"type": "cron", "day": "1st mon , 3rd fri"})") << QByteArray(R"({"type": "cron", "day": "1st mon,3rd fri"})");
    QTest::newRow("a line with its end") << QByteArray(R"({"type": "cron", "crontab": "0\t0 1 * *\n"})") << QByteArray(R"({"type": "cron", "crontab": "0 0 1 * *"})");
    QTest::newRow("a macro with its end") << QByteArray(R"({"type": "cron", "crontab": " @daily\n"})") << QByteArray(R"({"type": "cron", "crontab": "@daily"})");
}

void CronErrorsTest::blanks_whereTheySayNothing_arePassedOver()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, canonical);
    QJsonObject expected = QJsonDocument::fromJson(canonical).object();
    expected.insert(u"timezone"_s, u"UTC"_s);
    const Result<Trigger> trigger = parse(QJsonDocument::fromJson(written).object());
    QVERIFY2(trigger, qPrintable(trigger ? QString() : trigger.error().text()));
    QCOMPARE(trigger->toJson(), expected);
}

REVEILLE_TEST(CronErrorsTest)
#include "tst_cronerrors.moc"
