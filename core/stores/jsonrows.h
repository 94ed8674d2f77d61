// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QString>

namespace reveille {

/// Rows of values as one JSON text, an array of arrays, which a database takes as one parameter and reads as a table: so
/// a batch costs one statement and one value, however many rows there are.
class JsonRows final
{
public:
    explicit JsonRows(qsizetype expectedSize = 0) { m_text.reserve(expectedSize); }

    void beginRow();
    void add(qint64 number);
    void add(OptionalTime t);
    void add(const QString &text);
    void add(QLatin1StringView text);
    void addNull();

    /// The text of all rows so far; no more can follow.
    [[nodiscard]] QString take();

private:
    void separate();
    template<typename Text>
    void addText(Text text);
    void append(qint64 number);

    QString m_text;
    bool m_isFirst = true; ///< of its row
};

} // namespace reveille
