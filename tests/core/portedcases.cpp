// SPDX-License-Identifier: MIT
#include "tests/core/portedcases.h"

#include "core/time/writtendate.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// With the zone for it and for the triggers inside it.
QJsonObject inZone(QJsonObject trigger, const QString &zone)
{
    if (!trigger.contains(u"triggers"_s)) {
        trigger.insert(u"timezone"_s, zone);
        return trigger;
    }
    QJsonArray children;
    for (const QJsonValue &child : trigger.value(u"triggers"_s).toArray())
        children.append(inZone(child.toObject(), zone));
    trigger.insert(u"triggers"_s, children);
    return trigger;
}

Result<Trigger> parse(const QJsonObject &json)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    return Trigger::parse(json, {kinds, Zone(), at("2000-01-01T00:00:00Z")});
}

} // namespace

void addCases(std::initializer_list<FireTimeCase> cases)
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("trigger");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("fireTimes");
    for (const FireTimeCase &c : cases) {
        QTest::newRow(c.name) << QString::fromLatin1(c.zone) << QByteArray(c.trigger) << QString::fromLatin1(c.from)
                              << QString::fromLatin1(c.fireTimes);
    }
}

void verifyFireTimes()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, trigger);
    QFETCH(QString, from);
    QFETCH(QString, fireTimes);
    const Zone wallClock = Zone::find(zone).value();
    const auto instant = [&](const QString &text) { return WrittenDate::parse(text, u"time"_s).value().startIn(wallClock); };
    const Result<Trigger> parsed = parse(inZone(QJsonDocument::fromJson(trigger).object(), zone));
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().text()));

    QStringList expected;
    for (const QString &text : fireTimes.split(u' '))
        expected.append(text == u"never"_s ? text : formatInstant(instant(text)));
    QStringList actual;
    OptionalTime t = instant(from) - 1ms;
    while (actual.size() < expected.size() && t) {
        t = parsed->next(*t);
        actual.append(t ? formatInstant(*t) : u"never"_s);
    }
    QCOMPARE(actual.join(u' '), expected.join(u' '));
}

void addRefusedCases(std::initializer_list<RefusedCase> cases)
{
    QTest::addColumn<QString>("key");
    for (const RefusedCase &c : cases)
        QTest::newRow(c.trigger) << QString::fromLatin1(c.key);
}

void verifyRefused()
{
    QFETCH(QString, key);
    const Result<Trigger> parsed = parse(QJsonDocument::fromJson(QTest::currentDataTag()).object());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().key, key);
}

} // namespace reveille
