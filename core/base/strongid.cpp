// SPDX-License-Identifier: MIT
#include "core/base/strongid.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace reveille {

namespace {

constexpr char16_t Alphabet[] = u"23456789abcdefghijkmnpqrstuvwxyz"; // 32 signs in their order, none easily confused

/// Writes the lowest bits of `number`, five a sign, the highest first.
void write(QChar *text, int signs, quint64 number)
{
    for (int i = signs; i-- > 0; number >>= 5)
        text[i] = Alphabet[number & 31];
}

} // namespace

QString randomId()
{
    QString id(10, Qt::Uninitialized);
    write(id.data(), 10, QRandomGenerator::system()->generate64());
    return id;
}

QString countedId()
{
    static const QString program = randomId();
    static std::atomic<quint64> count = 0;
    QString id(17, Qt::Uninitialized);
    QChar *text = id.data();
    std::copy(program.cbegin(), program.cend(), text);
    write(text + 10, 7, count.fetch_add(1, std::memory_order_relaxed));
    return id;
}

} // namespace reveille
