// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/childtriggers.h"

namespace reveille {

/// Fires at each instant at which any of its triggers does, once.
class OrTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(OrTrigger)

public:
    explicit OrTrigger(ChildTriggers children) : m_children(std::move(children)) {}
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    [[nodiscard]] const Trigger *childAt(TimePoint fireTime) const override { return m_children.at(fireTime); }
    void writeTo(JsonText &json) const override { m_children.writeTo(json, QLatin1StringView("or")); }
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_children.zone(); }

private:
    ChildTriggers m_children;
};

} // namespace reveille
