// SPDX-License-Identifier: MIT
#include "core/triggers/intervaltrigger.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"

#include <QLocale>

#include <cmath>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Unit
{
    QLatin1StringView key;
    milliseconds length;
};
constexpr Unit Units[] = {{"weeks"_L1, 24h * 7}, {"days"_L1, 24h}, {"hours"_L1, 1h}, {"minutes"_L1, 1min}, {"seconds"_L1, 1s}};
constexpr milliseconds LongestStep = 24h * 366 * 200;

// The largest unit that divides the step, else seconds.
const Unit &unitOf(milliseconds step)
{
    for (const Unit &unit : Units) {
        if (step % unit.length == 0ms)
            return unit;
    }
    return Units[4];
}

} // namespace

IntervalTrigger::IntervalTrigger(milliseconds step, const ActiveSpan &span, const Zone &zone)
    : m_step(step)
    , m_span(span)
    , m_zone(zone)
{
    Q_ASSERT(step > 0ms && span.start());
}

TriggerKinds::Kind IntervalTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    const Zone zone = takeZone(reader, context);
    double step = 0; // in milliseconds
    QString lastKey = QStringLiteral("seconds");
    for (const Unit &unit : Units) {
        const QString key = unit.key;
        const double most = double(LongestStep / unit.length);
        if (const std::optional<double> count = reader.number(key, 0, most)) {
            step += *count * double(unit.length.count());
            lastKey = key;
        }
    }
    if (step < 1)
        reader.failMissing(lastKey, tr("an interval of at least 0.001 seconds is needed, in weeks, days, hours, minutes or seconds"));
    else if (step > double(LongestStep.count()))
        reader.fail(lastKey, tr("the interval is longer than 200 years"));
    ActiveSpan span = ActiveSpan::parse(reader, zone);
    if (!reader.ok())
        return nullptr;

    const milliseconds whole(std::llround(step));
    if (!span.start() && context.now + whole >= EndOfTime) {
        reader.fail(lastKey, tr("the first fire time would lie beyond the year 2199"));
        return nullptr;
    }
    if (!span.start())
        span.setStart(WrittenDate::fromInstant(context.now + whole), zone);
    span.requireOrder(reader); // an end may lie before the moment of creation
    return std::make_shared<IntervalTrigger>(whole, span, zone);
}

OptionalTime IntervalTrigger::next(TimePoint after) const
{
    TimePoint t = m_span.first();
    if (t <= after)
        t += ((after - t) / m_step + 1) * m_step;
    return t <= m_span.last() ? OptionalTime(t) : std::nullopt;
}

void IntervalTrigger::writeTo(JsonText &json) const
{
    const Unit &unit = unitOf(m_step);
    json.key("type"_L1).write("interval"_L1);
    json.key(unit.key).write(double(m_step.count()) / double(unit.length.count()));
    json.key("timezone"_L1).write(m_zone.name());
    m_span.writeTo(json);
}

QString IntervalTrigger::describe() const
{
    return m_span.describeEnd(step(), m_zone);
}

QString IntervalTrigger::step() const
{
    const Unit &unit = unitOf(m_step);
    const int count = int(m_step / unit.length);
    if (m_step % unit.length != 0ms)
        return tr("Every %1 seconds").arg(QLocale().toString(toSeconds(m_step), 'g', 12));
    switch (&unit - Units) {
    case 0: return tr("Every %n week(s)", nullptr, count);
    case 1: return tr("Every %n day(s)", nullptr, count);
    case 2: return tr("Every %n hour(s)", nullptr, count);
    case 3: return tr("Every %n minute(s)", nullptr, count);
    default: return tr("Every %n second(s)", nullptr, count);
    }
}

} // namespace reveille
