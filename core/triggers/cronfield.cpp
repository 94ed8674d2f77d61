// SPDX-License-Identifier: MIT
#include "core/triggers/cronfield.h"

#include "core/triggers/cronfields.h"

#include <QCoreApplication>

namespace reveille::cron {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Cron)
};

} // namespace

QString allowed(const FieldSpec &spec)
{
    QString text = Messages::tr("allowed are %1 to %2").arg(spec.first).arg(spec.last);
    if (spec.names)
        text = Messages::tr("%1 or %2 to %3").arg(text, QLatin1StringView(spec.names[0]), QLatin1StringView(spec.names[spec.nameCount - 1]));
    if (spec.also)
        text = Messages::tr("%1, and %2", "numbers, other forms").arg(text, QLatin1StringView(spec.also));
    return text;
}

tl::unexpected<ItemError> leftOver(const Scanner &scan, const FieldSpec &spec)
{
    return wrong(scan.position(), Messages::tr("“%1” is left over; %2").arg(scan.rest().toString(), allowed(spec)));
}

tl::unexpected<ItemError> missingItem(qsizetype at, const FieldSpec &spec)
{
    return wrong(at, Messages::tr("a value is missing; %1").arg(allowed(spec)));
}

std::optional<int> takeName(Scanner &scan, const FieldSpec &spec)
{
    for (int i = 0; i < spec.nameCount; ++i) {
        if (scan.takeWord(spec.names[i]))
            return spec.first + i;
    }
    return std::nullopt;
}

std::optional<int> takeNumberOrName(Scanner &scan, const FieldSpec &spec)
{
    const std::optional<int> number = scan.number();
    return number ? number : takeName(scan, spec);
}

namespace {

ItemResult<int> takeValue(Scanner &scan, const FieldSpec &spec)
{
    const qsizetype at = scan.position();
    const std::optional<int> value = takeNumberOrName(scan, spec);
    if (value && *value >= spec.first && *value <= spec.last)
        return *value;
    if (value)
        return wrong(at, Messages::tr("the number is out of range; %1").arg(allowed(spec)));
    if (scan.atEnd())
        return missingItem(at, spec);
    return wrong(at, Messages::tr("“%1” is not understood; %2").arg(scan.rest().toString(), allowed(spec)));
}

} // namespace

ItemResult<Range> takeRange(Scanner &scan, const FieldSpec &spec)
{
    Range range{spec.first, spec.last, 1};
    bool single = false;
    if (!scan.take(u'*') && !(spec.form == Form::Crontab && scan.take(u'?'))) {
        const qsizetype at = scan.position();
        const ItemResult<int> first = takeValue(scan, spec);
        if (!first)
            return tl::unexpected(first.error());
        range.first = *first;
        single = !scan.take(u'-');
        if (!single) {
            const ItemResult<int> last = takeValue(scan, spec);
            if (!last)
                return tl::unexpected(last.error());
            range.last = *last;
            if (range.last < range.first && !spec.cyclic)
                return wrong(at, Messages::tr("the range ends before it begins; only months and weekdays go round"));
        }
    }
    const qsizetype stepAt = scan.position();
    if (scan.take(u'/')) {
        const int cycle = spec.last - spec.first + 1;
        const int span = (range.last - range.first + cycle) % cycle;
        const std::optional<int> step = scan.number();
        if (!step)
            return wrong(stepAt, Messages::tr("a step is missing after “/”"));
        if (*step == 0)
            return wrong(stepAt, Messages::tr("a step of 0 never moves on; steps begin at 1"));
        if (*step > span && spec.form == Form::Fields)
            return wrong(stepAt, Messages::tr("the step is longer than its range; at most %1 fits").arg(span));
        range.step = *step;
    } else if (single) {
        range.last = range.first;
    }
    if (!scan.atEnd())
        return leftOver(scan, spec);
    return range;
}

std::uint64_t bitsOf(const Range &range, const FieldSpec &spec)
{
    const bool wraps = range.last < range.first;
    if (range.step == 1 && !wraps)
        return bitRange(range.first, range.last);
    const int cycle = spec.last - spec.first + 1;
    const int last = wraps ? range.last + cycle : range.last;
    std::uint64_t bits = 0;
    for (int value = range.first; value <= last; value += range.step)
        bits |= std::uint64_t(1) << (value <= spec.last ? value : value - cycle);
    return bits;
}

} // namespace reveille::cron
