// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<QJsonObject> readLines(const QString &name)
{
    QFile file(QStringLiteral(REVEILLE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    QList<QJsonObject> objects;
    while (!file.atEnd())
        objects.append(QJsonDocument::fromJson(file.readLine()).object());
    return objects;
}

QString compact(const QJsonValue &json)
{
    return QString::fromUtf8(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace

// The checked cases of tests/data, of the kinds that exist.
class FireTimesTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_checkedCases_firesAsListed_data();
    void next_checkedCases_firesAsListed();
    void parse_canonicalForm_isEqualAgain_data() { next_checkedCases_firesAsListed_data(); }
    void parse_canonicalForm_isEqualAgain();
    void latest_checkedCases_isTheLastListed_data() { next_checkedCases_firesAsListed_data(); }
    void latest_checkedCases_isTheLastListed();
    void parse_mustFail_namesTheKey_data();
    void parse_mustFail_namesTheKey();
    void parse_errorInACombination_quotesWhatWasWritten();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();
    const QList<QJsonObject> m_cases = readLines(u"fire_times.jsonl"_s);
    const QList<QJsonObject> m_mustFail = readLines(u"must_fail.jsonl"_s);

    bool isKnown(const QJsonValue &trigger) const
    {
        const QJsonValue type = trigger.toObject().value(u"type"_s);
        return type.isUndefined() || type == u"moonphase"_s || m_kinds.find(type.toString());
    }
};

void FireTimesTest::next_checkedCases_firesAsListed_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_cases.size(); ++i) {
        if (isKnown(m_cases[i].value(u"trigger"_s)))
            QTest::newRow(qPrintable(m_cases[i].value(u"name"_s).toString())) << i;
    }
}

void FireTimesTest::next_checkedCases_firesAsListed()
{
    QFETCH(int, index);
    const QJsonObject &test = m_cases[index];
    const TimePoint after = parseInstant(test.value(u"after"_s).toString(), u"after"_s).value();
    const Result<Trigger> trigger = Trigger::parse(test.value(u"trigger"_s), {m_kinds, Zone(), after});
    QVERIFY2(trigger, qPrintable(trigger ? QString() : trigger.error().text()));

    QStringList actual;
    for (const TimePoint t : nextFireTimes(*trigger, after, test.value(u"count"_s).toInt())) {
        if (test.value(u"exhaustive"_s).toBool() || t <= after + std::chrono::days(3000))
            actual.append(formatInstant(t));
    }
    QStringList expected;
    for (const QJsonValue &t : test.value(u"fire_times"_s).toArray())
        expected.append(t.toString());
    QVERIFY2(actual == expected, qPrintable(compact(test.value(u"trigger"_s)) + u"\n  fires at "_s + actual.join(u' ')
                                            + u"\n  not     "_s + expected.join(u' ')));
}

void FireTimesTest::parse_canonicalForm_isEqualAgain()
{
    QFETCH(int, index);
    const TriggerContext context{m_kinds, Zone(), at("2026-11-20T00:00:00Z")};
    const TriggerContext elsewhere{m_kinds, Zone::find(u"Asia/Tokyo"_s).value(), at("2030-01-01T00:00:00Z")};
    const Trigger trigger = Trigger::parse(m_cases[index].value(u"trigger"_s), context).value();
    const Result<Trigger> again = Trigger::parse(trigger.toJson(), elsewhere);
    QVERIFY2(again, qPrintable(compact(trigger.toJson())));
    QCOMPARE(compact(again->toJson()), compact(trigger.toJson()));
    QVERIFY(*again == trigger);
}

void FireTimesTest::latest_checkedCases_isTheLastListed()
{
    QFETCH(int, index);
    const QJsonObject &test = m_cases[index];
    const TimePoint after = parseInstant(test.value(u"after"_s).toString(), u"after"_s).value();
    const Trigger trigger = Trigger::parse(test.value(u"trigger"_s), {m_kinds, Zone(), after}).value();
    const QJsonArray times = test.value(u"fire_times"_s).toArray();
    if (times.isEmpty()) {
        QVERIFY(!latestFireTime(trigger, after, after));
        return;
    }
    const TimePoint last = parseInstant(times.last().toString(), u"last"_s).value();
    QCOMPARE(formatInstant(latestFireTime(trigger, after, last)), formatInstant(last));
    QCOMPARE(countFireTimes(trigger, after, last), int(times.size()));
    QVERIFY(latestFireTime(trigger, after, last - 1ms) < last);
}

void FireTimesTest::parse_mustFail_namesTheKey_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < m_mustFail.size(); ++i) {
        if (isKnown(m_mustFail[i].value(u"trigger"_s)))
            QTest::newRow(qPrintable(compact(m_mustFail[i]))) << i;
    }
}

void FireTimesTest::parse_mustFail_namesTheKey()
{
    QFETCH(int, index);
    const Result<Trigger> trigger = Trigger::parse(m_mustFail[index].value(u"trigger"_s), {m_kinds, Zone(), at("2026-11-20T00:00:00Z")});
    QVERIFY(!trigger);
    QCOMPARE(trigger.error().key, m_mustFail[index].value(u"names"_s).toString());
    QVERIFY(trigger.error().text().startsWith(trigger.error().key));
}

void FireTimesTest::parse_errorInACombination_quotesWhatWasWritten()
{
    const QJsonObject wrong{{u"type"_s, u"cron"_s}, {u"crontab"_s, u"%2 * * * *"_s}};
    const QJsonObject combined{{u"type"_s, u"or"_s}, {u"triggers"_s, QJsonArray{wrong}}};
    const Result<Trigger> trigger = Trigger::parse(combined, {m_kinds, Zone(), at("2026-11-20T00:00:00Z")});
    QVERIFY(!trigger);
    QVERIFY2(trigger.error().message.contains(u"“%2”"_s), qPrintable(trigger.error().message));
    QVERIFY2(trigger.error().message.endsWith(u"(in trigger 1 of 1)"_s), qPrintable(trigger.error().message));
}

REVEILLE_TEST(FireTimesTest)
#include "tst_firetimes.moc"
