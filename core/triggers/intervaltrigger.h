// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/activespan.h"
#include "core/triggers/triggerkinds.h"

namespace reveille {

/// Fires at start_date + k * step: elapsed time, untouched by clock changes.
class IntervalTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(IntervalTrigger)

public:
    /// `step` is positive; `span` has a start, which is the anchor.
    IntervalTrigger(milliseconds step, const ActiveSpan &span, const Zone &zone);
    /// The step is the sum of weeks, days, hours, minutes and seconds: at least a millisecond, at most 200 years.
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    /// The step is written in its largest whole unit.
    void writeTo(JsonText &json) const override;
    /// Without the start, which says nothing to a reader: the next run shows it.
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_zone; }

private:
    [[nodiscard]] QString step() const;

    milliseconds m_step;
    ActiveSpan m_span;
    Zone m_zone;
};

} // namespace reveille
