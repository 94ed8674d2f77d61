// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/childtriggers.h"

namespace reveille {

/// Fires at the instants at which all of its triggers do.
///
/// It leaps from the fire time of one to the next one of another until they agree, at most 100,000 times for one search,
/// those of an `and` inside it included; then it counts as never.
class AndTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(AndTrigger)

public:
    static constexpr int MostLeaps = 100'000;

    explicit AndTrigger(ChildTriggers children) : m_children(std::move(children)) {}
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    [[nodiscard]] const Trigger *childAt(TimePoint fireTime) const override { return m_children.at(fireTime); }
    void writeTo(JsonText &json) const override { m_children.writeTo(json, QLatin1StringView("and")); }
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_children.zone(); }

private:
    [[nodiscard]] OptionalTime search(TimePoint after, int &leaps) const;

    ChildTriggers m_children;
};

} // namespace reveille
