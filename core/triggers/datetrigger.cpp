// SPDX-License-Identifier: MIT
#include "core/triggers/datetrigger.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/triggers/activespan.h"
#include "core/triggers/wallclock.h"

namespace reveille {

using namespace Qt::StringLiterals;

DateTrigger::DateTrigger(const WrittenDate &runDate, const Zone &zone)
    : m_runDate(runDate)
    , m_zone(zone)
    , m_fireTime(runDate.startIn(zone))
{
}

TriggerKinds::Kind DateTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    const QString key = QStringLiteral("run_date");
    const Zone zone = takeZone(reader, context);
    const std::optional<QString> text = reader.string(key);
    if (!text) {
        reader.failMissing(key, tr("a date is needed"));
        return nullptr;
    }
    const Result<WrittenDate> date = WrittenDate::parse(*text, key);
    if (!date) {
        reader.fail(date.error());
        return nullptr;
    }
    return std::make_shared<DateTrigger>(*date, zone);
}

OptionalTime DateTrigger::next(TimePoint after) const
{
    return m_fireTime > after && m_fireTime < EndOfTime ? OptionalTime(m_fireTime) : std::nullopt;
}

std::optional<LocalSeconds> DateTrigger::skippedTime(TimePoint fireTime) const
{
    if (m_runDate.isInstant())
        return std::nullopt;
    const auto local = date::floor<std::chrono::seconds>(m_runDate.localIn(m_zone));
    return wallclock::skippedTime(m_zone, fireTime, [local](LocalSeconds from) { return local >= from ? local : LocalSeconds::max(); });
}

void DateTrigger::writeTo(JsonText &json) const
{
    json.key("type"_L1).write("date"_L1);
    json.key("run_date"_L1).write(m_runDate.toString());
    json.key("timezone"_L1).write(m_zone.name());
}

QString DateTrigger::describe() const
{
    return tr("Once, on %1").arg(reveille::describe(m_runDate, m_zone));
}

} // namespace reveille
