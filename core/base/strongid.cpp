// SPDX-License-Identifier: MIT
#include "core/base/strongid.h"

#include <QRandomGenerator>

namespace reveille {

QString randomId()
{
    constexpr char16_t Alphabet[] = u"abcdefghijkmnpqrstuvwxyz23456789"; // 32 signs, none easily confused
    quint64 bits = QRandomGenerator::system()->generate64();
    QString id(10, Qt::Uninitialized);
    for (QChar &c : id) {
        c = Alphabet[bits & 31];
        bits >>= 5;
    }
    return id;
}

} // namespace reveille
