// SPDX-License-Identifier: MIT
#include "core/base/recycled.h"
#include "tests/support/test.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <latch>
#include <set>
#include <thread>
#include <vector>

using namespace reveille;

/// Memory that is used again: nobody has a piece that somebody else has, whichever thread it goes through.
class RecycledTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void take_whatWasGivenBack_isTheSameMemory();
    void take_moreThanThereIs_areAllDifferent();
    void reserve_moreThanThereIs_liesReady();
    void reserve_whatThereIs_addsNothing();
    void giveBack_piecesOfAnEndedThread_areTakenByOthers();
    void takeAndGiveBack_inManyThreads_isNobodyElses();
    void giveBack_afterTheThreadsEnd_isTakenByOthers();
    void populate_memoryInUse_leavesWhatIsInIt_data();
    void populate_memoryInUse_leavesWhatIsInIt();
};

void RecycledTest::take_whatWasGivenBack_isTheSameMemory()
{
    using Memory = RecycledMemory<24>;
    void *const piece = Memory::take();
    Memory::giveBack(piece);
    QCOMPARE(Memory::take(), piece);
    Memory::giveBack(piece);
}

void RecycledTest::take_moreThanThereIs_areAllDifferent()
{
    using Memory = RecycledMemory<32>;
    constexpr int Pieces = 5000;
    std::vector<char *> pieces;
    for (int i = 0; i < Pieces; ++i)
        pieces.push_back(static_cast<char *>(Memory::take()));
    std::ranges::sort(pieces);
    for (size_t i = 1; i < pieces.size(); ++i)
        QVERIFY(pieces[i] - pieces[i - 1] >= 32);
    for (char *piece : pieces)
        Memory::giveBack(piece);
}

// They lie side by side: none of them had to be looked for when it was taken.
void RecycledTest::reserve_moreThanThereIs_liesReady()
{
    using Memory = RecycledMemory<1000>; // nobody else's
    constexpr int Pieces = 3000;
    Memory::reserve(Pieces);
    std::set<char *> pieces;
    for (int i = 0; i < Pieces; ++i)
        pieces.insert(static_cast<char *>(Memory::take()));
    QCOMPARE(pieces.size(), size_t(Pieces));
    QCOMPARE(*pieces.rbegin() - *pieces.begin(), ptrdiff_t(1000 * (Pieces - 1)));
    for (char *piece : pieces)
        Memory::giveBack(piece);
}

void RecycledTest::reserve_whatThereIs_addsNothing()
{
    using Memory = RecycledMemory<1008>; // nobody else's
    constexpr int Pieces = 3000;
    std::set<void *> pieces;
    const auto take = [&pieces] {
        for (int i = 0; i < Pieces; ++i)
            pieces.insert(Memory::take());
    };
    Memory::reserve(Pieces);
    take();
    for (void *piece : std::exchange(pieces, {}))
        Memory::giveBack(piece);
    Memory::reserve(1000);
    take();
    const auto size = ptrdiff_t(1008 * (Pieces - 1));
    QCOMPARE(static_cast<char *>(*pieces.rbegin()) - static_cast<char *>(*pieces.begin()), size);
    for (void *piece : pieces)
        Memory::giveBack(piece);
}

void RecycledTest::giveBack_piecesOfAnEndedThread_areTakenByOthers()
{
    using Memory = RecycledMemory<40>;
    std::set<void *> theirs;
    const auto takeAndGiveBack = [&theirs] {
        for (int i = 0; i < 100; ++i)
            theirs.insert(Memory::take());
        for (void *piece : theirs)
            Memory::giveBack(piece);
    };
    std::thread(takeAndGiveBack).join();
    void *const piece = Memory::take();
    QVERIFY(theirs.contains(piece));
    Memory::giveBack(piece);
}

// Each thread writes its name into what it takes, and gives back what another one took.
void RecycledTest::takeAndGiveBack_inManyThreads_isNobodyElses()
{
    using Memory = RecycledMemory<sizeof(int)>;
    constexpr int Threads = 4;
    constexpr int Pieces = 3000;
    std::vector<std::vector<int *>> taken(Threads);
    std::latch allTook(Threads);
    std::atomic<int> strange = 0;
    std::vector<std::thread> threads;
    for (int name = 0; name < Threads; ++name) {
        threads.emplace_back([&, name] {
            for (int i = 0; i < Pieces; ++i)
                taken[size_t(name)].push_back(new (Memory::take()) int(name));
            allTook.arrive_and_wait();
            const int neighbour = (name + 1) % Threads;
            for (int *piece : taken[size_t(neighbour)]) {
                strange += *piece != neighbour;
                Memory::giveBack(piece);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(strange.load(), 0);
}

// What a thread has to itself ends in the reverse order of its beginning: here the memory's own before the piece.
void RecycledTest::giveBack_afterTheThreadsEnd_isTakenByOthers()
{
    using Memory = RecycledMemory<48>;
    struct Last
    {
        void *piece = nullptr;
        Last() {}
        ~Last() { Memory::giveBack(piece); }
    };
    void *theirs = nullptr;
    std::thread([&theirs] {
        thread_local Last last;
        last.piece = theirs = Memory::take();
    }).join();
    std::vector<void *> pieces;
    while (!std::ranges::count(pieces, theirs) && pieces.size() < 10'000)
        pieces.push_back(Memory::take());
    QVERIFY(std::ranges::count(pieces, theirs));
    for (void *piece : pieces)
        Memory::giveBack(piece);
}

void RecycledTest::populate_memoryInUse_leavesWhatIsInIt_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("size");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("less than a page") << 100 << 200;
    QTest::newRow("parts of two pages") << 4000 << 200;
    QTest::newRow("many pages") << 1 << 99'999;
}

void RecycledTest::populate_memoryInUse_leavesWhatIsInIt()
{
    QFETCH(int, from);
    QFETCH(int, size);
    std::vector<int> memory(100'000 / sizeof(int), 7);
    populate(reinterpret_cast<std::byte *>(memory.data()) + from, size_t(size));
    QVERIFY(std::all_of(memory.begin(), memory.end(), [](int each) { return each == 7; }));
}

REVEILLE_TEST(RecycledTest)
#include "tst_recycled.moc"
