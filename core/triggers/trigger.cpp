// SPDX-License-Identifier: MIT
#include "core/triggers/trigger.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/triggers/triggerkinds.h"

#include <QJsonArray>

namespace reveille {

Zone takeZone(JsonReader &reader, const TriggerContext &context)
{
    const QString key = QStringLiteral("timezone");
    const std::optional<QString> name = reader.string(key);
    if (!name)
        return context.zone;
    const Result<Zone> zone = Zone::find(*name, key);
    if (!zone) {
        reader.fail(zone.error());
        return context.zone;
    }
    return *zone;
}

milliseconds takeJitter(JsonReader &reader)
{
    return reader.seconds(QStringLiteral("jitter"), milliseconds(0), std::chrono::hours(24 * 366)).value_or(milliseconds(0));
}

milliseconds jitterIn(const QJsonObject &trigger)
{
    JsonReader reader(trigger);
    milliseconds jitter = takeJitter(reader);
    for (const QJsonValue &child : trigger.value(QStringLiteral("triggers")).toArray())
        jitter = std::max(jitter, jitterIn(child.toObject()));
    return jitter;
}

Result<Trigger> Trigger::parse(const QJsonValue &json, const TriggerContext &context)
{
    if (!json.isObject())
        return invalid(QStringLiteral("trigger"), tr("must be an object"));
    JsonReader reader(json.toObject());
    const QString key = QStringLiteral("type");
    const QString type = reader.string(key).value_or(QString());
    const TriggerKinds::Parser parser = context.kinds.find(type);
    const QString types = context.kinds.types().join(QStringLiteral(", "));
    if (type.isEmpty())
        reader.fail(key, tr("a kind of trigger is needed; allowed are %1").arg(types));
    else if (!parser)
        reader.fail(key, tr("“%1” is no trigger; allowed are %2").arg(type, types));
    takeJitter(reader);
    TriggerKinds::Kind kind;
    if (parser)
        kind = parser(reader, context);
    if (const Result<void> finished = reader.finish(); !finished)
        return tl::unexpected(finished.error());
    return Trigger(std::move(kind));
}

QJsonObject Trigger::toJson() const
{
    JsonText json;
    writeTo(json);
    return json.toObject();
}

void Trigger::writeTo(JsonText &json) const
{
    m_kind->writeTo(json);
    json.end();
}

bool Trigger::operator==(const Trigger &other) const
{
    if (m_kind == other.m_kind)
        return true;
    JsonText own;
    JsonText others;
    writeTo(own);
    other.writeTo(others);
    return own.text() == others.text();
}

const Trigger &Trigger::partAt(TimePoint fireTime) const
{
    const Trigger *const child = m_kind->childAt(fireTime);
    return child ? child->partAt(fireTime) : *this;
}

std::vector<TimePoint> nextFireTimes(const Trigger &trigger, TimePoint after, int count)
{
    std::vector<TimePoint> times;
    for (OptionalTime t = trigger.next(after); t && int(times.size()) < count; t = trigger.next(*t))
        times.push_back(*t);
    return times;
}

OptionalTime latestFireTime(const Trigger &trigger, TimePoint after, TimePoint until)
{
    OptionalTime latest = trigger.next(after);
    if (!latest || *latest > until)
        return std::nullopt;
    // The latest one lies in [latest, high]: halve what is between.
    TimePoint low = *latest;
    TimePoint high = until;
    while (low < high) {
        const TimePoint middle = low + (high - low) / 2;
        const OptionalTime t = trigger.next(middle);
        if (t && *t <= until) {
            latest = t;
            low = *t;
        } else if (middle == low) {
            break;
        } else {
            high = middle;
        }
    }
    return latest;
}

int countFireTimes(const Trigger &trigger, TimePoint after, TimePoint until, int limit)
{
    int count = 0;
    for (OptionalTime t = trigger.next(after); t && *t <= until && count < limit; t = trigger.next(*t))
        ++count;
    return count;
}

} // namespace reveille
