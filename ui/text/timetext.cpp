// SPDX-License-Identifier: MIT
#include "ui/text/timetext.h"

#include <QLocale>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString TimeText::brief(TimePoint t, TimePoint now, const Zone &zone)
{
    const QDateTime then = toDateTime(t, zone);
    const QDateTime today = toDateTime(now, zone);
    const qint64 days = today.date().daysTo(then.date());
    //: Date formats as in QLocale::toString(); "ddd" is the weekday. Order them as your language does.
    const QString format = days >= 0 && days < 7 ? tr("ddd HH:mm")
                         : then.date().year() == today.date().year() ? tr("ddd d MMM HH:mm")
                                                                     : tr("ddd d MMM yyyy HH:mm");
    return QLocale().toString(then, format);
}

QString TimeText::full(TimePoint t, const Zone &zone)
{
    const QDateTime then = toDateTime(t, zone);
    return QLocale().toString(then, then.time().second() == 0 ? tr("ddd d MMM yyyy HH:mm")
                                                              : tr("ddd d MMM yyyy HH:mm:ss"));
}

QString TimeText::exact(TimePoint t, const Zone &zone)
{
    return QLocale().toString(toDateTime(t, zone), tr("ddd d MMM yyyy HH:mm:ss"));
}

QString TimeText::foreignZone(const Zone &zone)
{
    static const Zone system = Zone::system();
    return zone == system ? QString() : zone.name();
}

QString TimeText::remaining(milliseconds left)
{
    if (left <= 0ms)
        return tr("now");
    const qint64 seconds = (left.count() + 999) / 1000;
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return tr("%1 min", "minutes").arg(minutes);
    if (minutes < 24 * 60)
        return tr("%1 h %2 min", "hours, minutes").arg(minutes / 60).arg(minutes % 60);
    const qint64 hours = minutes / 60;
    return tr("%1 d %2 h", "days, hours").arg(hours / 24).arg(hours % 24);
}

QString TimeText::duration(milliseconds took)
{
    if (took < 10s)
        return tr("%1 s", "seconds").arg(QLocale().toString(double(std::max(took, 0ms).count()) / 1000, 'f', 1));
    const qint64 seconds = took.count() / 1000;
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600 && seconds % 60 == 0)
        return tr("%1 min", "minutes").arg(seconds / 60);
    if (seconds < 3600)
        return tr("%1 min %2 s", "minutes, seconds").arg(seconds / 60).arg(seconds % 60);
    if (seconds % 3600 < 60)
        return tr("%1 h", "hours").arg(seconds / 3600);
    return tr("%1 h %2 min", "hours, minutes").arg(seconds / 3600).arg(seconds / 60 % 60);
}

} // namespace reveille
