// SPDX-License-Identifier: MIT
#include "core/triggers/maskwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <bit>

namespace reveille::cron {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CronWords)
};

} // namespace

QList<int> valuesOf(std::uint64_t mask)
{
    QList<int> values;
    for (; mask; mask &= mask - 1)
        values.append(std::countr_zero(mask));
    return values;
}

QString andList(const QStringList &items)
{
    return QLocale().createSeparatedList(items);
}

QString orList(const QStringList &items)
{
    if (items.size() < 2)
        return items.value(0);
    return Words::tr("%1 or %2", "the last two of a list").arg(items.first(items.size() - 1).join(Words::tr(", ", "in a list")), items.last());
}

int stepOf(std::uint64_t mask)
{
    const QList<int> values = valuesOf(mask);
    const int step = values.size() < 2 ? 0 : int(values[1] - values[0]);
    for (qsizetype i = 2; i < values.size(); ++i) {
        if (values[i] - values[i - 1] != step)
            return 0;
    }
    return step;
}

int evenStep(std::uint64_t mask, int cycle)
{
    const int step = stepOf(mask);
    return step && (mask & 1) && cycle % step == 0 && std::popcount(mask) == cycle / step ? step : 0;
}

QString numbers(std::uint64_t mask)
{
    const QList<int> values = valuesOf(mask);
    if (values.size() > 4 && stepOf(mask) > 1) {
        return Words::tr("%1, %2, %3, …, %4", "numbers at equal distances")
            .arg(QString::number(values[0]), QString::number(values[1]), QString::number(values[2]), QString::number(values.last()));
    }
    QStringList items;
    for (qsizetype i = 0; i < values.size();) {
        qsizetype end = i;
        while (end + 1 < values.size() && values[end + 1] == values[end] + 1)
            ++end;
        if (end - i >= 2) {
            items.append(QStringLiteral("%1–%2").arg(values[i]).arg(values[end]));
            i = end + 1;
        } else {
            items.append(QString::number(values[i++]));
        }
    }
    return andList(items);
}

} // namespace reveille::cron
