// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QDateTime>

#include <memory>
#include <vector>

namespace reveille {

/// A time zone as an immutable, shared table of UTC offsets from 1900 to 2200. Cheap to copy; thread-safe.
///
/// The segments also settle what a wall-clock time means. Every local time is *owned* by exactly one segment: the one
/// in which it first occurs or, if the clocks jump over it, the one that begins with that jump. Owned ranges adjoin and
/// rise, so that instantOf() is monotonic.
class Zone final
{
public:
    struct Segment
    {
        date::sys_seconds begin;
        date::sys_seconds end;      ///< exclusive
        std::chrono::seconds offset; ///< local = UTC + offset
        LocalSeconds ownedFrom;     ///< first local time it owns
        LocalSeconds ownedTo;       ///< exclusive: ownedFrom of the next one

        /// The instant of an owned local time: a skipped one means the jump.
        [[nodiscard]] date::sys_seconds instantOf(LocalSeconds local) const
        {
            return std::max(begin, date::sys_seconds(local.time_since_epoch() - offset));
        }
        [[nodiscard]] LocalSeconds localOf(date::sys_seconds t) const
        {
            return LocalSeconds(t.time_since_epoch() + offset);
        }
    };

    /// Offset changes are known between these.
    static constexpr date::sys_seconds TableBegin = date::sys_days(date::year(1900) / 1 / 1);
    static constexpr date::sys_seconds TableEnd = date::sys_days(date::year(2200) / 1 / 1);

    /// UTC.
    Zone();
    /// The zone with this IANA name, such as `Europe/Berlin`. The error names `key`.
    [[nodiscard]] static Result<Zone> find(const QString &name, const QString &key = QStringLiteral("timezone"));
    /// The system's zone under its IANA name; UTC where the system has none.
    [[nodiscard]] static Zone system();
    /// All IANA names the system knows, sorted.
    [[nodiscard]] static QStringList names();

    [[nodiscard]] const QString &name() const { return m_table->name; }
    /// Rising and adjoining; the first begins and the last ends beyond every representable fire time.
    [[nodiscard]] const std::vector<Segment> &segments() const { return m_table->segments; }
    /// The segment that contains `t`; a pointer into segments(), so that its neighbours are one step away.
    [[nodiscard]] const Segment *segmentAt(date::sys_seconds t) const;
    /// The segment that owns `local`.
    [[nodiscard]] const Segment *ownerOf(LocalSeconds local) const;

    /// What a wall-clock time means as an instant: in a gap the jump, in a fold the first pass.
    [[nodiscard]] TimePoint instantOf(date::local_time<milliseconds> local) const;
    [[nodiscard]] date::local_time<milliseconds> localOf(TimePoint t) const;

    bool operator==(const Zone &other) const { return m_table == other.m_table || name() == other.name(); }

private:
    // About 48 days: no zone changes its offset so often that a bucket holds more than a few segments.
    static constexpr int BucketBits = 22;

    struct Table
    {
        QString name;
        std::vector<Segment> segments;
        std::vector<quint16> firstInBucket; ///< index of the segment at the begin of each span of 2^BucketBits seconds
    };

    explicit Zone(std::shared_ptr<const Table> table) : m_table(std::move(table)) {}
    static std::shared_ptr<const Table> buildTable(const QString &name, const class QTimeZone &source);

    std::shared_ptr<const Table> m_table;
};

inline const Zone::Segment *Zone::segmentAt(date::sys_seconds t) const
{
    const Segment *s = m_table->segments.data();
    const Segment *const last = s + m_table->segments.size() - 1;
    if (t >= TableEnd)
        return last;
    if (t >= TableBegin)
        s += m_table->firstInBucket[size_t((t - TableBegin).count() >> BucketBits)];
    while (s->end <= t && s != last)
        ++s;
    return s;
}

/// The one bridge to QDateTime, for QLocale to write an instant as the wall clock of `zone` shows it.
[[nodiscard]] QDateTime toDateTime(TimePoint t, const Zone &zone);

} // namespace reveille
