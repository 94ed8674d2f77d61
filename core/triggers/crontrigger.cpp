// SPDX-License-Identifier: MIT
#include "core/triggers/crontrigger.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/triggers/cronparser.h"
#include "core/triggers/cronwords.h"
#include "core/triggers/wallclock.h"

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using date::sys_seconds;

namespace {

const QString CrontabKey = QStringLiteral("crontab");

// Blanks beside a comma and at the ends say nothing, as in APScheduler. Never a null text.
QString withoutBlanks(const QString &field)
{
    QStringList items = field.split(u',');
    for (QString &item : items)
        item = item.trimmed();
    return QStringLiteral("") + items.join(u',');
}

// A field's text, given as a text or a whole number; null: not given.
QString takeField(JsonReader &reader, const QString &key)
{
    const QJsonValue value = reader.value(key);
    if (value.isUndefined())
        return {};
    if (value.isString())
        return withoutBlanks(value.toString());
    if (!value.isDouble()) {
        reader.fail(key, QCoreApplication::translate("CronTrigger", "must be a text or a whole number"));
        return {};
    }
    return QString::number(value.toDouble(), 'g', 15); // the grammar says which numbers there are
}

QJsonValue fieldToJson(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text.toLower());
}

auto searchIn(const CronSchedule &schedule)
{
    return [&schedule](LocalSeconds from) { return schedule.next(from); };
}

} // namespace

CronTrigger::CronTrigger(const CronSchedule &schedule, const ActiveSpan &span, const Zone &zone, const QJsonObject &written)
    : m_schedule(schedule)
    , m_span(span)
    , m_zone(zone)
    , m_written(written)
    , m_beforeFirst(date::floor<std::chrono::seconds>(span.first() - 1ms))
    , m_last(date::floor<std::chrono::seconds>(span.last()))
{
}

TriggerKinds::Kind CronTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    const Zone zone = takeZone(reader, context);
    QStringList fields;
    QJsonObject written;
    for (const QString &name : cron::fieldNames()) {
        fields.append(takeField(reader, name));
        if (!fields.last().isNull())
            written.insert(name, fieldToJson(fields.last()));
    }
    const std::optional<QString> crontab = reader.string(CrontabKey);
    if (crontab && !written.isEmpty())
        reader.fail(CrontabKey, tr("a crontab line and fields exclude each other"));
    if (crontab)
        written.insert(CrontabKey, crontab->simplified());
    const ActiveSpan span = ActiveSpan::parse(reader, zone);
    if (!reader.finish()) // an unknown key first: it is a misspelt field where no field is given
        return nullptr;

    const Result<CronFields> parsed = crontab ? cron::parseCrontab(*crontab) : cron::parseFields(fields);
    if (!parsed) {
        reader.fail(parsed.error());
        return nullptr;
    }
    return TriggerKinds::Kind(new CronTrigger(CronSchedule(*parsed), span, zone, written));
}

OptionalTime CronTrigger::next(TimePoint after) const
{
    const sys_seconds from = std::max(date::floor<std::chrono::seconds>(after), m_beforeFirst);
    const sys_seconds t = m_schedule.fields().periodic ? nextPeriodic(from) : wallclock::next(m_zone, from, searchIn(m_schedule));
    return t <= m_last ? OptionalTime(t) : std::nullopt;
}

std::optional<LocalSeconds> CronTrigger::skippedTime(TimePoint fireTime) const
{
    return m_schedule.fields().periodic ? std::nullopt : wallclock::skippedTime(m_zone, fireTime, searchIn(m_schedule));
}

sys_seconds CronTrigger::nextPeriodic(sys_seconds after) const
{
    const Zone::Segment *segment = m_zone.segmentAt(after);
    LocalSeconds from = segment->localOf(after + 1s);
    for (;;) {
        const LocalSeconds local = m_schedule.next(from);
        if (local < segment->localOf(segment->end))
            return sys_seconds(local.time_since_epoch() - segment->offset);
        if (local == LocalSeconds::max())
            return sys_seconds::max();
        // Nothing matches before `local`: pass over the segments that end before it, unless the clock goes back in one.
        const LocalSeconds searched = from;
        do {
            ++segment;
            from = segment->localOf(segment->begin);
        } while (from >= searched && segment->localOf(segment->end) <= local);
    }
}

void CronTrigger::writeTo(JsonText &json) const
{
    json.key("type"_L1).write("cron"_L1);
    json.key("timezone"_L1).write(m_zone.name());
    for (auto it = m_written.begin(); it != m_written.end(); ++it)
        json.key(QLatin1StringView(it.key().toLatin1())).write(it.value());
    m_span.writeTo(json);
}

QString CronTrigger::describe() const
{
    return m_span.describe(cron::describe(m_schedule.fields()), m_zone);
}

} // namespace reveille
