// SPDX-License-Identifier: MIT
#include "ui/editor/walltime.h"

#include "core/time/clock.h"
#include "core/time/writtendate.h"

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

QDateTime asUtc(date::local_time<milliseconds> local)
{
    return QDateTime::fromMSecsSinceEpoch(local.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QDateTime wallTime(TimePoint t, const Zone &zone)
{
    return asUtc(zone.localOf(t));
}

QDateTime midnight(const Clock &clock)
{
    return QDateTime(wallTime(clock.now(), Zone::system()).date(), QTime(0, 0), Qt::UTC);
}

QDateTime wallTime(const QString &written, const Zone &zone)
{
    const Result<WrittenDate> date = WrittenDate::parse(written, {});
    return date ? asUtc(date->localIn(zone)) : QDateTime();
}

QString toWritten(const QDateTime &wallTime)
{
    return wallTime.toString(wallTime.time().msec() ? Qt::ISODateWithMs : Qt::ISODate).remove(u'Z');
}

} // namespace reveille
