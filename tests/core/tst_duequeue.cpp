// SPDX-License-Identifier: MIT
#include "core/scheduler/duequeue.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QTest>

#include <deque>
#include <random>
#include <set>

using namespace reveille;
using namespace std::chrono_literals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");

} // namespace

class DueQueueTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void takeDue_sameInstant_isInOrderOfSequence();
    void takeDue_limit_leavesTheRest();
    void countDue_stopsAtTheMost_data();
    void countDue_stopsAtTheMost();
    void countDue_leftOverTheLimit_areCounted();
    void schedule_again_movesIt();
    void remove_firstItem_uncoversTheNext();
    void random_operations_agreeWithASortedSet();
};

void DueQueueTest::takeDue_sameInstant_isInOrderOfSequence()
{
    std::deque<Due> items;
    DueQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.schedule(items.emplace_back(Due::Kind::Job), Start, (i * 37) % 100);
    const std::span<Due *const> due = queue.takeDue(Start, 1000);
    QCOMPARE(due.size(), size_t(100));
    for (int place = 0; place < 100; ++place)
        QVERIFY(due[size_t((place * 37) % 100)] == &items[size_t(place)]);
    QVERIFY(!queue.first());
}

void DueQueueTest::takeDue_limit_leavesTheRest()
{
    std::deque<Due> items;
    DueQueue queue;
    for (int i = 0; i < 5; ++i)
        queue.schedule(items.emplace_back(Due::Kind::Job), Start + i * 1s, i);
    QCOMPARE(queue.takeDue(Start + 3s, 2).size(), size_t(2));
    QCOMPARE(queue.first(), OptionalTime(Start + 2s));
    QCOMPARE(queue.takeDue(Start + 3s, 10).size(), size_t(2));
    QCOMPARE(queue.first(), OptionalTime(Start + 4s));
}

void DueQueueTest::countDue_stopsAtTheMost_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << -1 << 1000 << 0;
    QTest::newRow("the first") << 0 << 1000 << 1;
    QTest::newRow("some") << 41 << 1000 << 42;
    QTest::newRow("all") << 1000 << 1000 << 100;
    QTest::newRow("more than the most") << 41 << 10 << 10;
    QTest::newRow("as many as the most") << 41 << 42 << 42;
}

void DueQueueTest::countDue_stopsAtTheMost()
{
    QFETCH(int, seconds);
    QFETCH(int, most);
    QFETCH(int, count);
    std::deque<Due> items;
    DueQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.schedule(items.emplace_back(Due::Kind::Job), Start + (i * 37 % 100) * 1s, i);
    QCOMPARE(queue.countDue(Start + seconds * 1s, size_t(most)), size_t(count));
}

void DueQueueTest::countDue_leftOverTheLimit_areCounted()
{
    std::deque<Due> items;
    DueQueue queue;
    for (int i = 0; i < 100; ++i)
        queue.schedule(items.emplace_back(Due::Kind::Job), Start + i * 1s, i);
    QCOMPARE(queue.takeDue(Start + 9s, 4).size(), size_t(4));
    QCOMPARE(queue.countDue(Start + 9s, 1000), size_t(6));
    QCOMPARE(queue.countDue(Start + 20s, 1000), size_t(17));
    QCOMPARE(queue.countDue(Start + 20s, 3), size_t(3));
}

void DueQueueTest::schedule_again_movesIt()
{
    Due item(Due::Kind::Run);
    DueQueue queue;
    queue.schedule(item, Start, 0);
    queue.schedule(item, Start + 1h, 0);
    QCOMPARE(queue.first(), OptionalTime(Start + 1h));
    QVERIFY(queue.takeDue(Start, 10).empty());
    QCOMPARE(queue.takeDue(Start + 1h, 10).size(), size_t(1));
}

void DueQueueTest::remove_firstItem_uncoversTheNext()
{
    Due first(Due::Kind::Job);
    Due second(Due::Kind::Job);
    DueQueue queue;
    queue.schedule(first, Start, 0);
    queue.schedule(second, Start + 1s, 1);
    queue.remove(first);
    queue.remove(first);
    QCOMPARE(queue.first(), OptionalTime(Start + 1s));
}

void DueQueueTest::random_operations_agreeWithASortedSet()
{
    constexpr int Items = 50;
    std::mt19937 random(4);
    std::deque<Due> items;
    for (int i = 0; i < Items; ++i)
        items.emplace_back(Due::Kind::Job);
    DueQueue queue;
    std::map<int, TimePoint> times;
    std::set<std::pair<TimePoint, int>> expected;
    for (int step = 0; step < 20'000; ++step) {
        const int item = int(random() % Items);
        const auto known = times.find(item);
        if (known != times.end())
            expected.erase({known->second, item});
        if (random() % 3 == 0) {
            queue.remove(items[size_t(item)]);
            times.erase(item);
        } else {
            const TimePoint time = Start + (random() % 1000) * 1s;
            queue.schedule(items[size_t(item)], time, item);
            times[item] = time;
            expected.emplace(time, item);
        }
        if (random() % 50 == 0) {
            const TimePoint now = Start + (random() % 1000) * 1s;
            for (const Due *due : queue.takeDue(now, 5)) {
                QVERIFY(due == &items[size_t(expected.begin()->second)]);
                times.erase(expected.begin()->second);
                expected.erase(expected.begin());
            }
        }
        QCOMPARE(queue.first(), expected.empty() ? std::nullopt : OptionalTime(expected.begin()->first));
    }
}

REVEILLE_TEST(DueQueueTest)
#include "tst_duequeue.moc"
