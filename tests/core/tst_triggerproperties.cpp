// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/core/randomtriggers.h"
#include "tests/support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Seeds = 150;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// All fire times in (after, until].
std::vector<TimePoint> walk(const Trigger &trigger, TimePoint after, TimePoint until)
{
    std::vector<TimePoint> times;
    for (OptionalTime t = trigger.next(after); t && *t <= until; t = trigger.next(*t))
        times.push_back(*t);
    return times;
}

// How far ahead a trigger fires at most 500 times.
TimePoint endOfWalk(const Trigger &trigger, TimePoint after)
{
    const std::vector<TimePoint> times = nextFireTimes(trigger, after, 500);
    return times.size() < 500 ? EndOfTime : times.back();
}

} // namespace

// What must hold for every trigger and instant, tried with random ones. A row is a seed, so a failure can be repeated.
class TriggerPropertiesTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_anyInstant_liesAhead_data() { seeds(); }
    void next_anyInstant_liesAhead();
    void next_betweenFireTimes_isTheSame_data() { seeds(); }
    void next_betweenFireTimes_isTheSame();
    void next_ofFireTimes_rises_data() { seeds(); }
    void next_ofFireTimes_rises();
    void and_firesWhereAllChildrenDo_data() { seeds(); }
    void and_firesWhereAllChildrenDo();
    void or_firesWhereAnyChildDoes_data() { seeds(); }
    void or_firesWhereAnyChildDoes();
    void parse_printedForm_isEqualAgain_data() { seeds(); }
    void parse_printedForm_isEqualAgain();
    void latestAndCount_anySpan_agreeWithWalking_data() { seeds(); }
    void latestAndCount_anySpan_agreeWithWalking();

private:
    static void seeds();
    [[nodiscard]] Trigger parse(const QJsonObject &json) const;
    void compareWithChildren(const QString &type, int childrenNeeded);

    const TriggerKinds m_kinds = TriggerKinds::builtIn();
};

void TriggerPropertiesTest::seeds()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= Seeds; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

Trigger TriggerPropertiesTest::parse(const QJsonObject &json) const
{
    const TimePoint creation = date::sys_days(date::year(2026) / 11 / 20);
    const Result<Trigger> trigger = Trigger::parse(json, {m_kinds, Zone(), creation});
    if (!trigger)
        qFatal("%s: %s", qPrintable(compact(json)), qPrintable(trigger.error().text()));
    return *trigger;
}

void TriggerPropertiesTest::next_anyInstant_liesAhead()
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    const Trigger trigger = parse(random.trigger());
    for (int i = 0; i < 10; ++i) {
        const TimePoint after = random.instant();
        const OptionalTime t = trigger.next(after);
        QVERIFY2(!t || (*t > after && *t < EndOfTime), qPrintable(compact(trigger.toJson()) + formatInstant(after)));
    }
}

void TriggerPropertiesTest::next_betweenFireTimes_isTheSame()
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    const Trigger trigger = parse(random.trigger());
    for (int i = 0; i < 4; ++i) {
        const TimePoint after = random.instant();
        const OptionalTime t = trigger.next(after);
        const TimePoint end = t.value_or(EndOfTime);
        for (const TimePoint between : {after + 1ms, after + (end - after) / random.number(2, 9), end - 1s, end - 1ms}) {
            if (between > after && between < end) {
                QVERIFY2(trigger.next(between) == t, qPrintable(u"%1 after %2 and %3"_s.arg(
                             compact(trigger.toJson()), formatInstant(after), formatInstant(between))));
            }
        }
    }
}

void TriggerPropertiesTest::next_ofFireTimes_rises()
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    const Trigger trigger = parse(random.trigger());
    TimePoint previous = random.instant();
    for (const TimePoint t : nextFireTimes(trigger, previous, 300)) {
        QVERIFY2(t > previous, qPrintable(compact(trigger.toJson()) + formatInstant(previous)));
        previous = t;
    }
}

// Holds the fire times of an `and` or `or` against those of its children: a time at which at least `childrenNeeded` fire.
void TriggerPropertiesTest::compareWithChildren(const QString &type, int childrenNeeded)
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    QJsonArray array;
    for (int i = 0; i < 2; ++i)
        array.append(random.trigger(1));
    const Trigger combined = parse({{u"type"_s, type}, {u"triggers"_s, array}});
    const TimePoint after = random.instant();
    TimePoint until = EndOfTime - 1ms;
    for (const QJsonValue &child : array)
        until = std::min(until, endOfWalk(parse(child.toObject()), after));

    std::map<TimePoint, int> firing;
    for (const QJsonValue &child : array) {
        for (const TimePoint t : walk(parse(child.toObject()), after, until))
            ++firing[t];
    }
    std::vector<TimePoint> expected;
    for (const auto &[t, children] : firing) {
        if (children >= childrenNeeded)
            expected.push_back(t);
    }
    QVERIFY2(walk(combined, after, until) == expected, qPrintable(compact(combined.toJson()) + formatInstant(after)));
}

void TriggerPropertiesTest::and_firesWhereAllChildrenDo()
{
    compareWithChildren(u"and"_s, 2);
}

void TriggerPropertiesTest::or_firesWhereAnyChildDoes()
{
    compareWithChildren(u"or"_s, 1);
}

void TriggerPropertiesTest::parse_printedForm_isEqualAgain()
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    const Trigger trigger = parse(random.trigger());
    const Zone elsewhere = Zone::find(u"Asia/Tokyo"_s).value();
    const Result<Trigger> again = Trigger::parse(trigger.toJson(), {m_kinds, elsewhere, random.instant()});
    QVERIFY2(again, qPrintable(compact(trigger.toJson())));
    QCOMPARE(compact(again->toJson()), compact(trigger.toJson()));
    QVERIFY(*again == trigger);
    const TimePoint after = random.instant();
    QCOMPARE(formatInstant(again->next(after)), formatInstant(trigger.next(after)));
}

void TriggerPropertiesTest::latestAndCount_anySpan_agreeWithWalking()
{
    QFETCH(unsigned, seed);
    RandomTriggers random(seed);
    const Trigger trigger = parse(random.trigger());
    const TimePoint after = random.instant();
    const TimePoint end = endOfWalk(trigger, after);
    for (const TimePoint until : {after, after + 1ms, after + (end - after) / random.number(2, 50), end - 1ms, end}) {
        const std::vector<TimePoint> times = walk(trigger, after, until);
        const QString last = times.empty() ? QString() : formatInstant(times.back());
        const QString where = u"%1 from %2 to %3"_s.arg(compact(trigger.toJson()), formatInstant(after), formatInstant(until));
        QVERIFY2(formatInstant(latestFireTime(trigger, after, until)) == last, qPrintable(where));
        QVERIFY2(countFireTimes(trigger, after, until) == int(times.size()), qPrintable(where));
        QVERIFY2(countFireTimes(trigger, after, until, 10) == std::min(10, int(times.size())), qPrintable(where));
    }
}

REVEILLE_TEST(TriggerPropertiesTest)
#include "tst_triggerproperties.moc"
