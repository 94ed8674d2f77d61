// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/writtendate.h"
#include "core/triggers/triggerkinds.h"

namespace reveille {

/// Fires once, at `run_date`.
class DateTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(DateTrigger)

public:
    DateTrigger(const WrittenDate &runDate, const Zone &zone);
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    [[nodiscard]] std::optional<LocalSeconds> skippedTime(TimePoint fireTime) const override;
    void writeTo(JsonText &json) const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_zone; }

private:
    WrittenDate m_runDate;
    Zone m_zone;
    TimePoint m_fireTime;
};

} // namespace reveille
