// SPDX-License-Identifier: MIT
#include "core/time/timepoint.h"

#include "core/time/writtendate.h"
#include "core/time/zone.h"

#include <QCoreApplication>

#include <cmath>

namespace reveille {

using namespace std::chrono_literals;

QString formatInstant(TimePoint t)
{
    return WrittenDate::fromInstant(t).toString();
}

QString formatInstant(OptionalTime t)
{
    return t ? formatInstant(*t) : QString();
}

Result<TimePoint> parseInstant(const QString &text, const QString &key)
{
    return WrittenDate::parse(text, key).and_then([&](const WrittenDate &written) -> Result<TimePoint> {
        if (!written.isInstant())
            return invalid(key, QCoreApplication::translate("TimePoint", "“%1” has no zone; write Z or ±HH:MM at its end")
                                    .arg(text));
        return written.startIn(Zone());
    });
}

Result<milliseconds> parseDuration(const QString &text, const QString &key)
{
    struct Unit { QLatin1Char sign; double seconds; };
    constexpr Unit Units[] = {{QLatin1Char('s'), 1}, {QLatin1Char('m'), 60}, {QLatin1Char('h'), 3600}, {QLatin1Char('d'), 86400}};
    QString figures = text.trimmed();
    double scale = 1;
    for (const Unit &unit : Units) {
        if (figures.endsWith(unit.sign)) {
            scale = unit.seconds;
            figures.chop(1);
            break;
        }
    }
    bool ok = false;
    const double seconds = figures.toDouble(&ok) * scale;
    if (!ok || !(seconds >= 0 && seconds <= 10 * 366 * 86400.0)) {
        return invalid(key, QCoreApplication::translate("TimePoint", "“%1” is no duration; examples are 90, 90s, 10m, 2h, 1d")
                                .arg(text));
    }
    return milliseconds(std::llround(seconds * 1000));
}

} // namespace reveille
