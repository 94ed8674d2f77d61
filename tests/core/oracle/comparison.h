// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/triggerkinds.h"
#include "tests/core/oracle/bruteforce.h"

#include <QString>

namespace reveille::oracle {

/// Holds what triggers yield around the clock changes of one zone against what enumeration finds.
class Comparison final
{
public:
    explicit Comparison(const ZoneFile &zone);

    /// Two days before `change` to two days after it, for every expression, for calendar intervals and for dates. Returns
    /// what differs first, or an empty text.
    [[nodiscard]] QString compareAround(const OffsetChange &change);
    /// How many results of next() were compared.
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    [[nodiscard]] Trigger parse(QJsonObject json) const;
    [[nodiscard]] QString compare(const Trigger &trigger, const std::vector<sys_seconds> &expected, const Window &window,
                                  const OffsetChange &change);
    [[nodiscard]] QString compareNext(const Trigger &trigger, TimePoint after, OptionalTime expected, const Window &window);
    [[nodiscard]] QString compareCalendarIntervals(local_seconds local, const Window &window, const OffsetChange &change);
    [[nodiscard]] QString compareDate(local_seconds local);

    const ZoneFile &m_zone;
    const TriggerKinds m_kinds = TriggerKinds::builtIn();
    std::vector<Trigger> m_triggers; ///< of expressions()
    qint64 m_count = 0;
};

} // namespace reveille::oracle
