// SPDX-License-Identifier: MIT
#include "core/triggers/andtrigger.h"

namespace reveille {

using namespace std::chrono_literals;

namespace {

// The leaps that are left to the search that runs on this thread; null: none runs. So the bound holds for all of a nest.
thread_local int *leapsLeft = nullptr;

} // namespace

TriggerKinds::Kind AndTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    std::optional<ChildTriggers> children = ChildTriggers::parse(reader, context);
    return children ? std::make_shared<AndTrigger>(*std::move(children)) : nullptr;
}

OptionalTime AndTrigger::next(TimePoint after) const
{
    if (leapsLeft)
        return search(after, *leapsLeft);
    int leaps = MostLeaps;
    leapsLeft = &leaps;
    const OptionalTime t = search(after, leaps);
    leapsLeft = nullptr;
    return t;
}

OptionalTime AndTrigger::search(TimePoint after, int &leaps) const
{
    // `candidate` is the latest of the fire times seen; it is the answer once each child in a row has it.
    TimePoint candidate = after + 1ms;
    for (size_t agreeing = 0;;) {
        for (const Trigger &child : m_children) {
            if (leaps-- <= 0)
                return std::nullopt;
            const OptionalTime t = child.next(candidate - 1ms);
            if (!t)
                return std::nullopt;
            agreeing = *t == candidate ? agreeing + 1 : 1;
            candidate = *t;
            if (agreeing == m_children.size())
                return candidate;
        }
    }
}

QString AndTrigger::describe() const
{
    const QStringList parts = m_children.describe();
    if (parts.size() == 1)
        return parts.first();
    QString text = parts.first();
    for (qsizetype i = 1; i < parts.size(); ++i)
        text = tr("%1 and %2", "two schedules").arg(text, parts[i]);
    return tr("When %1 coincide").arg(text);
}

} // namespace reveille
