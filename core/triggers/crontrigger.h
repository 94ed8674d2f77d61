// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/activespan.h"
#include "core/triggers/cronschedule.h"
#include "core/triggers/triggerkinds.h"

#include <QStringList>

namespace reveille {

/// Fires when the wall clock of its zone matches a cron schedule, given by fields or as a crontab line.
///
/// Clock changes: a *fixed* schedule (DESIGN.md section 3) runs each of its local times once: a skipped one when the
/// clocks jump, a repeated one the first time. A *periodic* one follows the clock as it really runs.
class CronTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(CronTrigger)

public:
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    [[nodiscard]] std::optional<LocalSeconds> skippedTime(TimePoint fireTime) const override;
    void writeTo(JsonText &json) const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_zone; }

private:
    CronTrigger(const CronSchedule &schedule, const ActiveSpan &span, const Zone &zone, const QJsonObject &written);

    [[nodiscard]] date::sys_seconds nextPeriodic(date::sys_seconds after) const;

    CronSchedule m_schedule;
    ActiveSpan m_span;
    Zone m_zone;
    QJsonObject m_written; ///< the fields or the crontab line, cleaned of blanks and case
    date::sys_seconds m_beforeFirst;
    date::sys_seconds m_last;
};

} // namespace reveille
