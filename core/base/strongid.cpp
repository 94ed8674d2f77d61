// SPDX-License-Identifier: MIT
#include "core/base/strongid.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace reveille {

namespace {

constexpr char Alphabet[] = "23456789abcdefghijkmnpqrstuvwxyz"; // 32 signs in their order, none easily confused

/// Writes the lowest bits of `number`, five a sign, the highest first.
template<typename Character>
void write(Character *text, int signs, quint64 number)
{
    for (int i = signs; i-- > 0; number >>= 5)
        text[i] = Character(char16_t(Alphabet[number & 31]));
}

} // namespace

QString randomId()
{
    QString id(10, Qt::Uninitialized);
    write(id.data(), 10, QRandomGenerator::system()->generate64());
    return id;
}

ShortText countedId()
{
    constexpr int ProgramSigns = 10;
    constexpr int CountSigns = 7;
    static const std::array<char, ProgramSigns + CountSigns> first = [] {
        std::array<char, ProgramSigns + CountSigns> text{};
        write(text.data(), ProgramSigns, QRandomGenerator::system()->generate64());
        return text;
    }();
    // Each thread counts up to the next thousand by itself: what is atomic waits for all memory that was written before.
    constexpr quint64 AtOnce = 1024;
    static std::atomic<quint64> count = 0;
    thread_local quint64 next = 0;
    if (next % AtOnce == 0)
        next = count.fetch_add(AtOnce, std::memory_order_relaxed);
    std::array<char, ProgramSigns + CountSigns> text = first;
    write(text.data() + ProgramSigns, CountSigns, next++);
    return ShortText(text);
}

} // namespace reveille
