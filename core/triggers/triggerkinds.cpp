// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"

#include "core/triggers/andtrigger.h"
#include "core/triggers/calendarintervaltrigger.h"
#include "core/triggers/crontrigger.h"
#include "core/triggers/datetrigger.h"
#include "core/triggers/intervaltrigger.h"
#include "core/triggers/ortrigger.h"

namespace reveille {

TriggerKinds TriggerKinds::builtIn()
{
    TriggerKinds kinds;
    kinds.add(QStringLiteral("date"), &DateTrigger::parse);
    kinds.add(QStringLiteral("interval"), &IntervalTrigger::parse);
    kinds.add(QStringLiteral("calendarinterval"), &CalendarIntervalTrigger::parse);
    kinds.add(QStringLiteral("cron"), &CronTrigger::parse);
    kinds.add(QStringLiteral("and"), &AndTrigger::parse);
    kinds.add(QStringLiteral("or"), &OrTrigger::parse);
    return kinds;
}

void TriggerKinds::add(const QString &type, Parser parser)
{
    Q_ASSERT(!find(type));
    m_entries.push_back({type, parser});
}

TriggerKinds::Parser TriggerKinds::find(const QString &type) const
{
    for (const Entry &entry : m_entries) {
        if (entry.type == type)
            return entry.parser;
    }
    return nullptr;
}

QStringList TriggerKinds::types() const
{
    QStringList types;
    for (const Entry &entry : m_entries)
        types.append(entry.type);
    return types;
}

} // namespace reveille
