// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/trigger.h"

namespace reveille {

class JsonReader;

/// The table that parsing looks the `type` of a trigger up in.
class TriggerKinds final
{
public:
    using Kind = std::shared_ptr<const TriggerKind>;
    /// Takes its keys from the reader, which already took `type` and `jitter` and is finished afterwards. It may return
    /// null once it has reported an error to the reader.
    using Parser = Kind (*)(JsonReader &reader, const TriggerContext &context);

    /// Reveille's own kinds.
    [[nodiscard]] static TriggerKinds builtIn();

    /// Adds a kind under a type that is not taken yet.
    void add(const QString &type, Parser parser);
    /// The parser for a type, or null.
    [[nodiscard]] Parser find(const QString &type) const;
    /// In the order in which they were added.
    [[nodiscard]] QStringList types() const;

private:
    struct Entry
    {
        QString type;
        Parser parser;
    };
    std::vector<Entry> m_entries;
};

} // namespace reveille
