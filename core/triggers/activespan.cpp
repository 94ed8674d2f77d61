// SPDX-License-Identifier: MIT
#include "core/triggers/activespan.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"

#include <QDateTime>
#include <QLocale>

namespace reveille {

namespace {

std::optional<WrittenDate> takeDate(JsonReader &reader, const QString &key)
{
    const std::optional<QString> text = reader.string(key);
    if (!text)
        return std::nullopt;
    const Result<WrittenDate> date = WrittenDate::parse(*text, key);
    if (!date) {
        reader.fail(date.error());
        return std::nullopt;
    }
    return *date;
}

} // namespace

ActiveSpan ActiveSpan::parse(JsonReader &reader, const Zone &zone)
{
    ActiveSpan span;
    if (const std::optional<WrittenDate> start = takeDate(reader, QStringLiteral("start_date")))
        span.setStart(*start, zone);
    span.m_end = takeDate(reader, QStringLiteral("end_date"));
    if (span.m_end)
        span.m_last = std::min(span.m_last, span.m_end->endIn(zone));
    span.requireOrder(reader);
    return span;
}

void ActiveSpan::requireOrder(JsonReader &reader) const
{
    // Which of a wall-clock date and an instant comes first is up to the zone's law, and a stored trigger must stay
    // readable when that changes: then it just never fires.
    const bool sameForm = m_start && m_end && m_start->isInstant() == m_end->isInstant();
    if (sameForm && m_last < m_first)
        reader.fail(QStringLiteral("end_date"), tr("the end lies before the start"));
}

void ActiveSpan::setStart(const WrittenDate &start, const Zone &zone)
{
    m_start = start;
    m_first = start.startIn(zone);
}

void ActiveSpan::writeTo(JsonText &json) const
{
    if (m_start)
        json.key(QLatin1StringView("start_date")).write(m_start->toString());
    if (m_end)
        json.key(QLatin1StringView("end_date")).write(m_end->toString());
}

QString ActiveSpan::describe(const QString &schedule, const Zone &zone) const
{
    if (m_start && m_end)
        return tr("%1, from %2 until %3").arg(schedule, reveille::describe(*m_start, zone), reveille::describe(*m_end, zone));
    if (m_start)
        return tr("%1, from %2").arg(schedule, reveille::describe(*m_start, zone));
    return describeEnd(schedule, zone);
}

QString ActiveSpan::describeEnd(const QString &schedule, const Zone &zone) const
{
    return m_end ? tr("%1, until %2").arg(schedule, reveille::describe(*m_end, zone)) : schedule;
}

QString describe(const WrittenDate &date, const Zone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(date.localIn(zone).time_since_epoch().count(), Qt::UTC);
    const QString day = QLocale().toString(local.date(), QLocale::LongFormat);
    if (date.isDateOnly())
        return day;
    return QStringLiteral("%1 %2").arg(day, local.toString(local.time().second() ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")));
}

} // namespace reveille
