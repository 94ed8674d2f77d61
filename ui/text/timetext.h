// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

#include <QCoreApplication>

namespace reveille {

/// Instants and spans of time as the person reads them, in the language of the application.
class TimeText final
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    /// "Mon 06:30" within the coming week, else "Mon 23 Nov 06:30", with the year where it is another one.
    [[nodiscard]] static QString brief(TimePoint t, TimePoint now, const Zone &zone);
    /// "Mon 23 Nov 2026 06:30", with seconds where there are some.
    [[nodiscard]] static QString full(TimePoint t, const Zone &zone);
    /// The same, always with seconds.
    [[nodiscard]] static QString exact(TimePoint t, const Zone &zone);
    /// The zone's name, where it is not the system's; else empty.
    [[nodiscard]] static QString foreignZone(const Zone &zone);
    /// How long until then in its two largest units: "45 s", "12 min", "5 h 12 min", "3 d 4 h"; "now" when it is due.
    [[nodiscard]] static QString remaining(milliseconds left);
    /// How long something took: "0.3 s", "45 s", "2 min 5 s", "1 h 2 min".
    [[nodiscard]] static QString duration(milliseconds took);
};

} // namespace reveille
