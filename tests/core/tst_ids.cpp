// SPDX-License-Identifier: MIT
#include "core/base/strongid.h"
#include "tests/support/test.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <set>
#include <thread>
#include <vector>

using namespace reveille;
using namespace Qt::StringLiterals;

/// The ids of runs: texts of their own, and keys of tables.
class IdsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void create_runIds_followEachOther();
    void create_runIdsInThreads_areAllDifferent();
    void hash_idsInARow_fillATableEvenly();
    void shortText_anyText_isKeptOrEmpty();
};

void IdsTest::create_runIds_followEachOther()
{
    RunId before = RunId::create();
    for (int i = 0; i < 2000; ++i) {
        const RunId id = RunId::create();
        QVERIFY(before < id);
        QCOMPARE(id.value.view().size(), before.value.view().size());
        before = id;
    }
}

void IdsTest::create_runIdsInThreads_areAllDifferent()
{
    constexpr size_t Ids = 3000;
    std::array<std::vector<RunId>, 4> made;
    std::vector<std::thread> threads;
    for (std::vector<RunId> &ids : made) {
        threads.emplace_back([&ids] {
            for (size_t i = 0; i < Ids; ++i)
                ids.push_back(RunId::create());
        });
    }
    std::set<RunId> all;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].join();
        all.insert(made[i].begin(), made[i].end());
    }
    QCOMPARE(all.size(), made.size() * Ids);
}

// In tables that look at the low bits, as QHash does, or at the high ones.
void IdsTest::hash_idsInARow_fillATableEvenly()
{
    constexpr size_t Places = 1024;
    std::array<int, Places> low{};
    std::array<int, Places> high{};
    for (size_t i = 0; i < Places; ++i) {
        const size_t hash = qHash(RunId::create());
        ++low[hash % Places];
        ++high[hash >> (8 * sizeof hash - 10)];
    }
    // With chance alone, one in a hundred tables has a place with more than seven.
    QVERIFY(std::ranges::max(low) <= 12);
    QVERIFY(std::ranges::max(high) <= 12);
}

void IdsTest::shortText_anyText_isKeptOrEmpty()
{
    QCOMPARE(QString(ShortText(u"12345678901234567890123"_s)), u"12345678901234567890123"_s);
    QVERIFY(ShortText(u"123456789012345678901234"_s).isEmpty());
    QVERIFY(ShortText(u"é"_s).isEmpty());
    QVERIFY(ShortText(QString(QChar(0))).isEmpty());
    QVERIFY(ShortText(u"a"_s) == u"a"_s);
    QVERIFY(ShortText(u"a"_s) < ShortText(u"b"_s));
    QVERIFY(qHash(ShortText(u"a"_s)) != qHash(ShortText(u"b"_s)));
}

REVEILLE_TEST(IdsTest)
#include "tst_ids.moc"
