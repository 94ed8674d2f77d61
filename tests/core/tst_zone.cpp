// SPDX-License-Identifier: MIT
#include "core/time/writtendate.h"
#include "core/time/zone.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Zones, and dates as they are written.
class ZoneTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void find_badNames_areRefused_data();
    void find_badNames_areRefused();
    void instantOf_gapAndFold_jumpAndFirstPass_data();
    void instantOf_gapAndFold_jumpAndFirstPass();
    void segments_everyZone_ownEachLocalTimeOnce();
    void writtenDate_canonicalForm_readsBack_data();
    void writtenDate_canonicalForm_readsBack();
    void writtenDate_malformed_namesTheKey_data();
    void writtenDate_malformed_namesTheKey();
    void parseDuration_units_areUnderstood();
};

void ZoneTest::find_badNames_areRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Mars", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "zone.tab", "America", "Europe//Berlin", "right/Europe/Berlin", "localtime", "posixrules", "Europe/Berlin\n"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ZoneTest::find_badNames_areRefused()
{
    QFETCH(QString, name);
    const Result<Zone> zone = Zone::find(name);
    QVERIFY(!zone);
    QCOMPARE(zone.error().key, u"timezone"_s);
}

void ZoneTest::instantOf_gapAndFold_jumpAndFirstPass_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("instant");
    QTest::newRow("plain") << u"Europe/Berlin"_s << u"2026-01-01T12:00:00"_s << u"2026-01-01T11:00:00Z"_s;
    QTest::newRow("gap") << u"Europe/Berlin"_s << u"2026-03-29T02:30:00"_s << u"2026-03-29T01:00:00Z"_s;
    QTest::newRow("fold") << u"Europe/Berlin"_s << u"2026-10-25T02:30:00"_s << u"2026-10-25T00:30:00Z"_s;
    QTest::newRow("half an hour") << u"Australia/Lord_Howe"_s << u"2026-10-04T02:15:00"_s << u"2026-10-03T15:30:00Z"_s;
    QTest::newRow("skipped day") << u"Pacific/Apia"_s << u"2011-12-30T12:00:00"_s << u"2011-12-30T10:00:00Z"_s;
    QTest::newRow("gap beyond 2037") << u"America/New_York"_s << u"2100-03-14T02:30:00"_s << u"2100-03-14T07:00:00Z"_s;
    QTest::newRow("summer beyond 2037") << u"America/New_York"_s << u"2150-07-01T12:00:00"_s << u"2150-07-01T16:00:00Z"_s;
}

void ZoneTest::instantOf_gapAndFold_jumpAndFirstPass()
{
    QFETCH(QString, zone);
    QFETCH(QString, local);
    QFETCH(QString, instant);
    const WrittenDate date = WrittenDate::parse(local, u"date"_s).value();
    QCOMPARE(formatInstant(date.startIn(Zone::find(zone).value())), instant);
}

void ZoneTest::segments_everyZone_ownEachLocalTimeOnce()
{
    for (const QString &name : Zone::names()) {
        const std::vector<Zone::Segment> &segments = Zone::find(name).value().segments();
        for (size_t i = 1; i < segments.size(); ++i) {
            QVERIFY2(segments[i].begin == segments[i - 1].end, qPrintable(name));
            QVERIFY2(segments[i].ownedFrom == segments[i - 1].ownedTo, qPrintable(name));
            QVERIFY2(segments[i].ownedFrom < segments[i].ownedTo, qPrintable(name));
        }
    }
}

void ZoneTest::writtenDate_canonicalForm_readsBack_data()
{
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *text, const char *canonical) { QTest::newRow(text) << QString::fromLatin1(canonical); };
    row("2026-11-20", "2026-11-20");
    row("2026-11-20 06:30", "2026-11-20T06:30:00");
    row("2026-11-20T06:30:15.5", "2026-11-20T06:30:15.500");
    row("2026-11-20T06:30:00Z", "2026-11-20T06:30:00Z");
    row("2026-11-20T06:30:00+08:00", "2026-11-19T22:30:00Z");
    row("2026-11-20T06:30-03:30", "2026-11-20T10:00:00Z");
    row("1900-01-01T00:00:00-00:01", "1900-01-01T00:01:00Z");
    row("2199-12-31T23:59:59+23:59", "2199-12-31T00:00:59Z");
}

void ZoneTest::writtenDate_canonicalForm_readsBack()
{
    QFETCH(QString, canonical);
    const Result<WrittenDate> date = WrittenDate::parse(QString::fromLatin1(QTest::currentDataTag()), u"date"_s);
    QVERIFY(date);
    QCOMPARE(date->toString(), canonical);
    QVERIFY(WrittenDate::parse(canonical, u"date"_s).value() == *date);
}

void ZoneTest::writtenDate_malformed_namesTheKey_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"tomorrow", "2026-13-01", "2026-02-30", "2026-11-20T24:00", "2026-11-20T06:30:60", "2026-11-20T06",
                             "20261120", "2026-11-20T06:30:00Zulu", "2026-11-20T06:30:00+8", "1899-12-31", "2200-01-01", "2026-11-20T06:30:00.",
                             "1900-01-01T00:00:00+00:01", "2199-12-31T23:59:59-00:01"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ZoneTest::writtenDate_malformed_namesTheKey()
{
    QFETCH(QString, text);
    const Result<WrittenDate> date = WrittenDate::parse(text, u"start_date"_s);
    QVERIFY(!date);
    QCOMPARE(date.error().key, u"start_date"_s);
}

void ZoneTest::parseDuration_units_areUnderstood()
{
    const auto parsed = [](const char *text) { return parseDuration(QString::fromLatin1(text), u"for"_s); };
    QVERIFY(parsed("90").value() == 90s);
    QVERIFY(parsed("90s").value() == 90s);
    QVERIFY(parsed("10m").value() == 10min);
    QVERIFY(parsed("1.5h").value() == 90min);
    QVERIFY(parsed("1d").value() == 24h);
    for (const char *wrong : {"", "soon", "-1", "5w", "nan", "1e300"})
        QVERIFY2(!parsed(wrong), wrong);
}

REVEILLE_TEST(ZoneTest)
#include "tst_zone.moc"
