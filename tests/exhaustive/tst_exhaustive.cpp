// SPDX-License-Identifier: MIT
#include "tests/core/oracle/changekinds.h"
#include "tests/core/oracle/comparison.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;

// Fire times around every clock change of 1970 to 2037 in every zone, against enumeration.
class ExhaustiveTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_aroundEveryChange_asEnumerated_data();
    void next_aroundEveryChange_asEnumerated();
    void cleanupTestCase();

private:
    const oracle::ChangesByZone m_changes = oracle::allChanges();
    qint64 m_comparisons = 0;
    qint64 m_comparedChanges = 0;
};

void ExhaustiveTest::next_aroundEveryChange_asEnumerated_data()
{
    QTest::addColumn<std::string>("zone");
    for (const auto &[zone, changes] : m_changes)
        QTest::newRow(zone.c_str()) << zone;
}

void ExhaustiveTest::next_aroundEveryChange_asEnumerated()
{
    QFETCH(std::string, zone);
    const oracle::ZoneFile file(zone);
    oracle::Comparison comparison(file);
    for (const oracle::OffsetChange &change : m_changes.at(zone)) {
        const QString difference = comparison.compareAround(change);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        ++m_comparedChanges;
    }
    m_comparisons += comparison.count();
}

void ExhaustiveTest::cleanupTestCase()
{
    qInfo("%lld comparisons at %lld changes in %zu zones", m_comparisons, m_comparedChanges, m_changes.size());
}

REVEILLE_TEST(ExhaustiveTest)
#include "tst_exhaustive.moc"
