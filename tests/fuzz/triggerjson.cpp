// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/fuzz/fuzztarget.h"

#include <QJsonDocument>

namespace reveille::fuzz {

namespace {

// Instants of all three centuries that triggers know, chosen by the input so that a finding can be repeated.
TimePoint chosenInstant(const QByteArray &input)
{
    constexpr TimePoint First = date::sys_days(date::year(1900) / 1 / 1);
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (const char c : input)
        hash = (hash ^ std::uint8_t(c)) * 1099511628211U;
    return First + milliseconds(hash % std::uint64_t((EndOfTime - First).count()));
}

} // namespace

void check(const QByteArray &input)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    static const TimePoint creation = date::sys_days(date::year(2026) / 11 / 20);
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    const TimePoint after = chosenInstant(input);
    const Result<Trigger> trigger = Trigger::parse(json, {kinds, Zone(), creation});
    if (!trigger) {
        require(!trigger.error().message.isEmpty(), "an error says something");
        return;
    }

    const QJsonObject canonical = trigger->toJson();
    const Result<Trigger> again = Trigger::parse(canonical, {kinds, Zone(), creation + milliseconds(1)});
    require(again.has_value(), "the canonical form can be read");
    require(again->toJson() == canonical, "the canonical form is its own");
    require(!trigger->describe().isEmpty(), "a trigger has words");

    const OptionalTime first = trigger->next(after);
    require(again->next(after) == first, "the canonical form fires at the same time");
    if (!first)
        return;
    require(*first > after && *first < EndOfTime, "the next fire time lies ahead, and before the end of time");
    require(trigger->next(*first - milliseconds(1)) == first, "up to a fire time it is the next one");
    if (const OptionalTime second = trigger->next(*first))
        require(*second > *first && *second < EndOfTime, "fire times rise");
}

} // namespace reveille::fuzz
