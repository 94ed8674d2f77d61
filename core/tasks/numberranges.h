// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QList>

namespace reveille {

/// A set of whole numbers, written as "0,2-4".
class NumberRanges final
{
    Q_DECLARE_TR_FUNCTIONS(NumberRanges)

public:
    /// Reads a list of numbers and rising ranges in [minimum, maximum]. The error names `key`.
    [[nodiscard]] static Result<NumberRanges> parse(const QString &text, const QString &key, int minimum, int maximum);

    [[nodiscard]] bool contains(int number) const;

private:
    QList<std::pair<int, int>> m_ranges;
};

} // namespace reveille
