// SPDX-License-Identifier: MIT
#include "ui/editor/cronvalues.h"

#include <QStringList>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> valueOf(const QString &text, const QStringList &names, int base)
{
    const qsizetype name = names.indexOf(text.toLower());
    if (name >= 0)
        return int(name) + base;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<QList<int>> listedValues(const QJsonValue &field, const QStringList &names, int base)
{
    if (field.isDouble())
        return QList<int>{field.toInt()};
    QList<int> values;
    for (const QString &part : field.toString().split(u',')) {
        const QStringList ends = part.trimmed().split(u'-');
        const std::optional<int> first = valueOf(ends.constFirst(), names, base);
        const std::optional<int> last = valueOf(ends.constLast(), names, base);
        if (!first || !last || ends.size() > 2 || *last < *first)
            return std::nullopt;
        for (int value = *first; value <= *last; ++value)
            values.append(value);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

QString listValues(const QList<int> &values, const QStringList &names)
{
    const auto text = [&](int value) { return names.isEmpty() ? QString::number(value) : names.value(value); };
    QStringList parts;
    for (qsizetype i = 0; i < values.size();) {
        qsizetype last = i;
        while (last + 1 < values.size() && values[last + 1] == values[last] + 1)
            ++last;
        if (last - i < 2)
            last = i;
        parts.append(last == i ? text(values[i]) : text(values[i]) + u'-' + text(values[last]));
        i = last + 1;
    }
    return parts.join(u',');
}

QStringList cronWeekdays()
{
    return {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
}

QStringList cronMonths()
{
    return {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
            u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
}

} // namespace reveille
