// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/writtendate.h"
#include "core/time/zone.h"

namespace reveille {

class JsonReader;
class JsonText;

/// The `start_date` and `end_date` of a trigger, both inclusive, as written and as instants.
class ActiveSpan final
{
    Q_DECLARE_TR_FUNCTIONS(ActiveSpan)

public:
    /// Takes both keys; an end before the start is an error.
    [[nodiscard]] static ActiveSpan parse(JsonReader &reader, const Zone &zone);

    [[nodiscard]] const std::optional<WrittenDate> &start() const { return m_start; }
    /// The start, or an instant before all fire times.
    [[nodiscard]] TimePoint first() const { return m_first; }
    /// The end, or the last instant of all.
    [[nodiscard]] TimePoint last() const { return m_last; }
    void setStart(const WrittenDate &start, const Zone &zone);
    /// Fails the reader where the end lies before the start.
    void requireOrder(JsonReader &reader) const;

    void writeTo(JsonText &json) const;
    /// `schedule` in words, with from when and until when it applies.
    [[nodiscard]] QString describe(const QString &schedule, const Zone &zone) const;
    /// The same, with until when it applies only.
    [[nodiscard]] QString describeEnd(const QString &schedule, const Zone &zone) const;

private:
    std::optional<WrittenDate> m_start;
    std::optional<WrittenDate> m_end;
    TimePoint m_first{date::sys_days(date::year(1900) / 1 / 1)};
    TimePoint m_last{EndOfTime - milliseconds(1)};
};

/// A date in words on the wall clock of `zone`, with the time of day unless it was written without one.
[[nodiscard]] QString describe(const WrittenDate &date, const Zone &zone);

} // namespace reveille
