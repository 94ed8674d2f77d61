// SPDX-License-Identifier: MIT
#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/triggers/andtrigger.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// How often any TickingTrigger was asked.
int asked = 0;

// Fires once a second, `phase` milliseconds into it, for ever: two of them never meet. Counts how often it is asked.
class TickingTrigger final : public TriggerKind
{
public:
    static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &)
    {
        const auto phase = reader.integer(u"phase"_s, 0, 999).value_or(0);
        return std::make_shared<TickingTrigger>(milliseconds(phase));
    }
    explicit TickingTrigger(milliseconds phase) : m_phase(phase) {}

    [[nodiscard]] OptionalTime next(TimePoint after) const override
    {
        ++asked;
        return date::floor<std::chrono::seconds>(after - m_phase) + 1s + m_phase;
    }
    void writeTo(JsonText &json) const override
    {
        json.key("type"_L1).write("ticking"_L1);
        json.key("phase"_L1).write(int(m_phase.count()));
    }
    [[nodiscard]] QString describe() const override { return u"Every second"_s; }
    [[nodiscard]] const Zone &zone() const override { return m_zone; }

private:
    milliseconds m_phase;
    Zone m_zone;
};

QJsonObject ticking(int phase)
{
    return {{u"type"_s, u"ticking"_s}, {u"phase"_s, phase}};
}

QJsonObject combined(const QString &type, const QJsonArray &children)
{
    return {{u"type"_s, type}, {u"triggers"_s, children}};
}

} // namespace

// Triggers that never fire say so after a bounded search.
class TriggerBoundsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void parse_beyondTheCanonicalForm_isRefused_data();
    void parse_beyondTheCanonicalForm_isRefused();
    void next_impossibleSchedule_isNever_data();
    void next_impossibleSchedule_isNever();
    void next_rareSchedule_isFound_data();
    void next_rareSchedule_isFound();
    void next_childrenThatNeverMeet_endsAtTheLimit_data();
    void next_childrenThatNeverMeet_endsAtTheLimit();
    void next_afterALimit_searchesAnew();
    void parse_hugeNest_isRefused_data();
    void parse_hugeNest_isRefused();

private:
    [[nodiscard]] Trigger parse(const QJsonObject &json) const
    {
        return Trigger::parse(json, {m_kinds, Zone(), at("2026-11-20T00:00:00Z")}).value();
    }

    TriggerKinds m_kinds = [] {
        TriggerKinds kinds = TriggerKinds::builtIn();
        kinds.add(u"ticking"_s, &TickingTrigger::parse);
        return kinds;
    }();
};

// What is taken must still be readable from its canonical form.
void TriggerBoundsTest::parse_beyondTheCanonicalForm_isRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *json, const QString &key) { QTest::newRow(name) << QByteArray(json) << key; };
    row("interval", R"({"type": "interval", "hours": 1, "end_date": "2026-11-20T00:59:59Z"})", u"end_date"_s);
    row("calendar interval", R"({"type": "calendarinterval", "days": 1, "end_date": "2026-11-19"})", u"end_date"_s);
    row("the end of time", R"({"type": "interval", "weeks": 10000})", u"weeks"_s);
    row("201 years in two units", R"({"type": "calendarinterval", "years": 200, "months": 12})", u"months"_s);
    row("2401 months in two units", R"({"type": "calendarinterval", "years": 100, "months": 1201})", u"months"_s);
    row("73201 days in two units", R"({"type": "calendarinterval", "weeks": 10457, "days": 2})", u"days"_s);
}

void TriggerBoundsTest::parse_beyondTheCanonicalForm_isRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const Result<Trigger> trigger = Trigger::parse(QJsonDocument::fromJson(json).object(), {m_kinds, Zone(), at("2026-11-20T00:00:00Z")});
    QVERIFY(!trigger);
    QCOMPARE(trigger.error().key, key);
}

void TriggerBoundsTest::next_impossibleSchedule_isNever_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("31 February", R"({"type": "cron", "crontab": "0 0 31 2 *"})");
    row("30 February by fields", R"({"type": "cron", "month": "feb", "day": "30,31"})");
    row("fifth Monday of February in a year without 29 days", R"({"type": "cron", "year": "2026", "month": 2, "day": "5th mon"})");
    row("29 February on a Monday in week 53", R"({"type": "cron", "month": 2, "day": 29, "week": 53, "day_of_week": "mon"})");
    row("March in week 30", R"({"type": "cron", "month": 3, "week": 30})");
    row("31W where no month has 31 days", R"({"type": "cron", "crontab": "0 0 31W 2,4,6,9,11 *"})");
    row("a year that is over", R"({"type": "cron", "year": 2020})");
    row("a year beyond the end of time", R"({"type": "cron", "year": 2200})");
    row("a date that is over", R"({"type": "date", "run_date": "2020-01-01"})");
    row("an interval that has ended",
        R"({"type": "interval", "hours": 1, "start_date": "2020-01-01T00:00:00Z", "end_date": "2020-01-02T00:00:00Z"})");
    row("an end before the first match",
        R"({"type": "cron", "month": 6, "start_date": "2027-01-01", "end_date": "2027-05-01"})");
    row("two times of day", R"({"type": "and", "triggers": [{"type": "cron", "hour": 6}, {"type": "cron", "hour": 7}]})");
    row("two phases of one step", R"({"type": "and", "triggers": [
        {"type": "interval", "seconds": 4, "start_date": "2020-05-16T00:00:00Z"},
        {"type": "interval", "seconds": 4, "start_date": "2020-05-16T00:00:02Z"}]})");
    row("an or of what never fires", R"({"type": "or", "triggers": [
        {"type": "cron", "crontab": "0 0 31 2 *"}, {"type": "cron", "crontab": "0 0 30 2 *"}]})");
}

void TriggerBoundsTest::next_impossibleSchedule_isNever()
{
    QFETCH(QByteArray, json);
    const Trigger trigger = parse(QJsonDocument::fromJson(json).object());
    QCOMPARE(formatInstant(trigger.next(at("2026-11-20T00:00:00Z"))), QString());
}

void TriggerBoundsTest::next_rareSchedule_isFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *json, const QString &expected) { QTest::newRow(name) << QByteArray(json) << expected; };
    row("29 February on a Monday", R"({"type": "cron", "month": 2, "day": 29, "day_of_week": "mon"})", u"2044-02-29T00:00:00Z"_s);
    row("a fifth Friday of February", R"({"type": "cron", "crontab": "0 0 ? 2 5#5"})", u"2036-02-29T00:00:00Z"_s);
    row("the last day of time", R"({"type": "cron", "crontab": "59 59 23 31 12 *", "start_date": "2199-06-01"})", u"2199-12-31T23:59:59Z"_s);
}

void TriggerBoundsTest::next_rareSchedule_isFound()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const Trigger trigger = parse(QJsonDocument::fromJson(json).object());
    QCOMPARE(formatInstant(trigger.next(at("2026-11-20T00:00:00Z"))), expected);
}

void TriggerBoundsTest::next_childrenThatNeverMeet_endsAtTheLimit_data()
{
    QTest::addColumn<QJsonObject>("json");
    const QJsonObject apart = combined(u"and"_s, {ticking(0), ticking(500)});
    QTest::newRow("two") << apart;
    QTest::newRow("three") << combined(u"and"_s, {ticking(0), ticking(0), ticking(1)});
    QTest::newRow("one inside another") << combined(u"and"_s, {ticking(250), apart});
    QTest::newRow("three deep") << combined(u"and"_s, {combined(u"and"_s, {apart, ticking(1)}), ticking(2)});
    QTest::newRow("below an or") << combined(u"and"_s, {ticking(250), combined(u"or"_s, {apart, apart})});
}

void TriggerBoundsTest::next_childrenThatNeverMeet_endsAtTheLimit()
{
    QFETCH(QJsonObject, json);
    const Trigger trigger = parse(json);
    asked = 0;
    QCOMPARE(formatInstant(trigger.next(at("2026-11-20T00:00:00Z"))), QString());
    QVERIFY2(asked <= AndTrigger::MostLeaps, qPrintable(QString::number(asked)));
    QVERIFY2(asked > AndTrigger::MostLeaps / 2, qPrintable(QString::number(asked)));
}

// The limit is one of each search, not of the trigger.
void TriggerBoundsTest::next_afterALimit_searchesAnew()
{
    const QJsonObject never = combined(u"and"_s, {ticking(0), ticking(500)});
    const Trigger trigger = parse(combined(u"or"_s, {never, combined(u"and"_s, {ticking(7), ticking(7)})}));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(formatInstant(trigger.next(at("2026-11-20T00:00:00Z"))), u"2026-11-20T00:00:00.007Z"_s);
}

void TriggerBoundsTest::parse_hugeNest_isRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<bool>("refused");
    QJsonArray many;
    for (int i = 0; i < 100; ++i)
        many.append(ticking(i));
    QTest::newRow("100") << combined(u"or"_s, many) << false;
    QTest::newRow("100 and the list they are in") << combined(u"or"_s, {combined(u"and"_s, many)}) << true;
    QJsonObject deep = ticking(0);
    for (int i = 0; i < 8; ++i)
        deep = combined(u"or"_s, {deep});
    QTest::newRow("8 deep") << deep << false;
    QTest::newRow("9 deep") << combined(u"or"_s, {deep}) << true;
}

void TriggerBoundsTest::parse_hugeNest_isRefused()
{
    QFETCH(QJsonObject, json);
    QFETCH(bool, refused);
    const Result<Trigger> trigger = Trigger::parse(json, {m_kinds, Zone(), at("2026-11-20T00:00:00Z")});
    QCOMPARE(!trigger, refused);
    if (!trigger)
        QCOMPARE(trigger.error().key, u"triggers"_s);
}

REVEILLE_TEST(TriggerBoundsTest)
#include "tst_triggerbounds.moc"
