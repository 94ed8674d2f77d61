// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/triggerkinds.h"

#include <QStringList>

namespace reveille {

/// The `triggers` of an `and` or `or`: 1 to 100 triggers, those inside them included, nested at most 8 deep.
class ChildTriggers final
{
    Q_DECLARE_TR_FUNCTIONS(ChildTriggers)

public:
    /// Takes `triggers`; the error of a child names the child's key, and its message says which child it is.
    /// nullopt once an error has been reported to the reader.
    [[nodiscard]] static std::optional<ChildTriggers> parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] auto begin() const { return m_triggers.begin(); }
    [[nodiscard]] auto end() const { return m_triggers.end(); }

    /// One that fires then, if possible one whose wall-clock time the clocks skip; null: none fires.
    [[nodiscard]] const Trigger *at(TimePoint fireTime) const;
    void writeTo(JsonText &json, QLatin1StringView type) const;
    /// The children in words, each in quotation marks, so that it is clear where a nested one ends.
    [[nodiscard]] QStringList describe() const;
    /// The first child's: the wall clock that a list of fire times is best read on.
    [[nodiscard]] const Zone &zone() const { return m_triggers.front().zone(); }
    [[nodiscard]] size_t size() const { return m_triggers.size(); }

private:
    std::vector<Trigger> m_triggers;
};

} // namespace reveille
