// SPDX-License-Identifier: MIT
#include "core/time/zone.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace reveille {

using namespace std::chrono_literals;
using date::local_time;
using date::sys_seconds;
using std::chrono::seconds;

namespace {

constexpr sys_seconds BeforeAll = date::sys_days(date::year(1) / 1 / 1);
constexpr sys_seconds AfterAll = date::sys_days(date::year(9999) / 1 / 1);

QDateTime utc(sys_seconds t)
{
    return QDateTime::fromSecsSinceEpoch(t.time_since_epoch().count(), Qt::UTC);
}

// Qt 6.4 takes any word for the name of a zone without changes, and folders too; a zone is what has a file.
bool hasZoneFile(const QString &name)
{
#ifdef Q_OS_UNIX
    const QString folder = qEnvironmentVariable("TZDIR", QStringLiteral("/usr/share/zoneinfo"));
    return QFileInfo(folder + u'/' + name).isFile();
#else
    return QTimeZone::isTimeZoneIdAvailable(name.toLatin1());
#endif
}

struct OffsetChange
{
    sys_seconds at;
    seconds offset;
};

std::vector<OffsetChange> offsetChanges(const QTimeZone &source)
{
    std::vector<OffsetChange> changes{{BeforeAll, seconds(source.offsetFromUtc(utc(Zone::TableBegin)))}};
    sys_seconds t = Zone::TableBegin;
    for (;;) {
        QTimeZone::OffsetData data = source.nextTransition(utc(t));
        if (!data.atUtc.isValid()) // at a table's last entry Qt 6.4 does not go on with the rule behind it
            data = source.nextTransition(utc(t + 1s));
        t = sys_seconds(seconds(data.atUtc.isValid() ? data.atUtc.toSecsSinceEpoch() : Zone::TableEnd.time_since_epoch().count()));
        if (t >= Zone::TableEnd)
            return changes;
        if (seconds(data.offsetFromUtc) != changes.back().offset)
            changes.push_back({t, seconds(data.offsetFromUtc)});
    }
}

} // namespace

std::shared_ptr<const Zone::Table> Zone::buildTable(const QString &name, const QTimeZone &source)
{
    auto table = std::make_shared<Table>();
    table->name = name;
    const std::vector<OffsetChange> changes = offsetChanges(source);
    std::vector<Segment> &segments = table->segments;
    LocalSeconds frontier(BeforeAll.time_since_epoch() + changes.front().offset); // all earlier local times are owned
    for (size_t i = 0; i < changes.size(); ++i) {
        Segment s{changes[i].at, i + 1 < changes.size() ? changes[i + 1].at : AfterAll, changes[i].offset, frontier, {}};
        frontier = std::max(frontier, s.localOf(s.end));
        s.ownedTo = frontier;
        segments.push_back(s);
    }
    size_t index = 0;
    for (sys_seconds t = Zone::TableBegin; t < Zone::TableEnd; t += seconds(1 << BucketBits)) {
        while (segments[index].end <= t)
            ++index;
        table->firstInBucket.push_back(quint16(index));
    }
    return table;
}

Zone::Zone()
{
    static const std::shared_ptr<const Table> table = buildTable(QStringLiteral("UTC"), QTimeZone::utc());
    m_table = table;
}

Result<Zone> Zone::find(const QString &name, const QString &key)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const Table>> tables; // immutable ones, so sharing them is no shared state
    const QMutexLocker lock(&mutex);
    if (const auto it = tables.constFind(name); it != tables.constEnd())
        return Zone(*it);

    // Names are paths below the zone directory; nothing else may be opened through them.
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\\z"));
    // Beside the zones are the system's own under another name, and clocks that count leap seconds.
    static const QRegularExpression notAZone(QStringLiteral("\\A(right/.*|localtime|posixrules)\\z"));
    const bool exists = pattern.match(name).hasMatch() && !notAZone.match(name).hasMatch() && hasZoneFile(name);
    const QTimeZone source = exists ? QTimeZone(name.toLatin1()) : QTimeZone();
    if (!source.isValid())
        return invalid(key, QCoreApplication::translate("Zone", "there is no time zone “%1”; one is named like Europe/Berlin or UTC").arg(name));
    const auto table = buildTable(name, source);
    tables.insert(name, table);
    return Zone(table);
}

Zone Zone::system()
{
    return find(QString::fromLatin1(QTimeZone::systemTimeZoneId())).value_or(Zone());
}

QStringList Zone::names()
{
    QStringList names{QStringLiteral("UTC")};
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.startsWith("UTC"))
            names.append(QString::fromLatin1(id));
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

const Zone::Segment *Zone::ownerOf(LocalSeconds local) const
{
    const std::vector<Segment> &segments = m_table->segments;
    // No offset reaches 48 hours, so the owner is near the segment that the same figures mean in UTC.
    const Segment *s = segmentAt(sys_seconds(local.time_since_epoch()) - 48h);
    while (s->ownedTo <= local && s != &segments.back())
        ++s;
    return s;
}

TimePoint Zone::instantOf(local_time<milliseconds> local) const
{
    const Segment *owner = ownerOf(date::floor<seconds>(local));
    return std::max(TimePoint(owner->begin), TimePoint(local.time_since_epoch() - owner->offset));
}

local_time<milliseconds> Zone::localOf(TimePoint t) const
{
    return local_time<milliseconds>(t.time_since_epoch() + segmentAt(date::floor<seconds>(t))->offset);
}

QDateTime toDateTime(TimePoint t, const Zone &zone)
{
    const seconds offset = zone.segmentAt(date::floor<seconds>(t))->offset;
    return QDateTime::fromMSecsSinceEpoch(t.time_since_epoch().count(), Qt::OffsetFromUTC, int(offset.count()));
}

} // namespace reveille
