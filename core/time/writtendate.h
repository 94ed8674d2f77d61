// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QCoreApplication>

namespace reveille {

class Zone;

/// A date as a person wrote it: `YYYY-MM-DD[(T| )HH:MM[:SS[.fff]]]` on the wall clock of a zone, or with `Z` or `±HH:MM`
/// an instant. It keeps what was written, so that a wall-clock date stays one when a zone's law changes.
class WrittenDate final
{
    Q_DECLARE_TR_FUNCTIONS(WrittenDate)

public:
    /// Years 1900 to 2199. The error names `key`.
    [[nodiscard]] static Result<WrittenDate> parse(const QString &text, const QString &key);
    [[nodiscard]] static WrittenDate fromInstant(TimePoint t);
    [[nodiscard]] static WrittenDate fromDay(date::local_days day);
    [[nodiscard]] static WrittenDate fromLocal(date::local_time<milliseconds> local);

    /// The instant it means in `zone`: in a gap the jump, in a fold the first pass; a date alone is its midnight.
    [[nodiscard]] TimePoint startIn(const Zone &zone) const;
    /// The same as an inclusive end: of a date alone, the last millisecond of its day.
    [[nodiscard]] TimePoint endIn(const Zone &zone) const;
    /// The date on the wall clock of `zone`.
    [[nodiscard]] date::local_time<milliseconds> localIn(const Zone &zone) const;

    [[nodiscard]] bool isDateOnly() const { return m_kind == Kind::Date; }
    [[nodiscard]] bool isInstant() const { return m_kind == Kind::Instant; }
    /// In canonical form, which parses to an equal value.
    [[nodiscard]] QString toString() const;

    bool operator==(const WrittenDate &) const = default;

private:
    enum class Kind { Date, Local, Instant };

    WrittenDate(Kind kind, milliseconds sinceEpoch) : m_kind(kind), m_sinceEpoch(sinceEpoch) {}

    Kind m_kind;
    milliseconds m_sinceEpoch; ///< on the wall clock, or in UTC for an instant
};

} // namespace reveille
