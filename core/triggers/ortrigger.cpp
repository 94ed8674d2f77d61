// SPDX-License-Identifier: MIT
#include "core/triggers/ortrigger.h"

namespace reveille {

TriggerKinds::Kind OrTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    std::optional<ChildTriggers> children = ChildTriggers::parse(reader, context);
    return children ? std::make_shared<OrTrigger>(*std::move(children)) : nullptr;
}

OptionalTime OrTrigger::next(TimePoint after) const
{
    OptionalTime first;
    for (const Trigger &child : m_children) {
        const OptionalTime t = child.next(after);
        if (t && (!first || *t < *first))
            first = t;
    }
    return first;
}

QString OrTrigger::describe() const
{
    const QStringList parts = m_children.describe();
    QString text = parts.first();
    for (qsizetype i = 1; i < parts.size(); ++i)
        text = tr("%1 or %2", "two schedules").arg(text, parts[i]);
    return text;
}

} // namespace reveille
