// SPDX-License-Identifier: MIT
#include "tests/core/oracle/changekinds.h"
#include "tests/core/oracle/comparison.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;

// Fire times around clock changes of each kind, and offsets, against enumeration. tst_exhaustive takes all of them.
class OracleTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_aroundEachKindOfChange_asEnumerated_data();
    void next_aroundEachKindOfChange_asEnumerated();
    void segmentAt_everyZone_offsetsOfItsFile_data();
    void segmentAt_everyZone_offsetsOfItsFile();

private:
    const oracle::ChangesByZone m_changes = oracle::someOfEachKind();
};

void OracleTest::next_aroundEachKindOfChange_asEnumerated_data()
{
    QTest::addColumn<std::string>("zone");
    for (const auto &[zone, changes] : m_changes)
        QTest::newRow(zone.c_str()) << zone;
}

void OracleTest::next_aroundEachKindOfChange_asEnumerated()
{
    QFETCH(std::string, zone);
    const oracle::ZoneFile file(zone);
    oracle::Comparison comparison(file);
    for (const oracle::OffsetChange &change : m_changes.at(zone)) {
        const QString difference = comparison.compareAround(change);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
}

void OracleTest::segmentAt_everyZone_offsetsOfItsFile_data()
{
    QTest::addColumn<std::string>("zone");
    for (const std::string &zone : oracle::ZoneFile::names())
        QTest::newRow(zone.c_str()) << zone;
}

void OracleTest::segmentAt_everyZone_offsetsOfItsFile()
{
    QFETCH(std::string, zone);
    constexpr date::sys_seconds First = date::sys_days(date::year(1970) / 1 / 1);
    constexpr date::sys_seconds Last = date::sys_days(date::year(2199) / 12 / 31);
    const oracle::ZoneFile file(zone);
    const Zone table = Zone::find(QString::fromStdString(zone)).value();
    std::vector<date::sys_seconds> instants;
    for (const oracle::OffsetChange &change : file.changesIn(First, Last)) {
        for (const int distance : {-7200, -1, 0, 1, 7200})
            instants.push_back(change.at + std::chrono::seconds(distance));
    }
    for (date::year year(1970); year < date::year(2200); ++year) {
        instants.push_back(date::sys_days(year / 1 / 15));
        instants.push_back(date::sys_days(year / 7 / 15));
    }
    for (const date::sys_seconds t : instants) {
        if (table.segmentAt(t)->offset != file.offsetAt(t))
            QFAIL(qPrintable(formatInstant(TimePoint(t))));
    }
}

REVEILLE_TEST(OracleTest)
#include "tst_oracle.moc"
