// SPDX-License-Identifier: MIT
#include "core/tasks/numberranges.h"

#include <QRegularExpression>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

Result<NumberRanges> NumberRanges::parse(const QString &text, const QString &key, int minimum, int maximum)
{
    static const QRegularExpression pattern(u"\\A\\s*([0-9]{1,9})\\s*(?:-\\s*([0-9]{1,9})\\s*)?\\z"_s);
    NumberRanges ranges;
    for (const QString &part : text.split(u',')) {
        const QRegularExpressionMatch match = pattern.match(part);
        const int first = match.captured(1).toInt();
        const int last = match.hasCaptured(2) ? match.captured(2).toInt() : first;
        if (!match.hasMatch() || first < minimum || last > maximum || first > last) {
            return invalid(key, tr("“%1” is no list of numbers and ranges from %2 to %3, such as “%4”")
                                    .arg(text, QString::number(minimum), QString::number(maximum),
                                         u"%1,%2-%3"_s.arg(minimum).arg(minimum + 2).arg(minimum + 4)));
        }
        ranges.m_ranges.append({first, last});
    }
    return ranges;
}

bool NumberRanges::contains(int number) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [number](const std::pair<int, int> &range) {
        return range.first <= number && number <= range.second;
    });
}

} // namespace reveille
