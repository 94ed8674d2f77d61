// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QList>

#include <optional>

namespace reveille {

/// Reads a cron field that lists values, as the simple form can show it: numbers, names and ranges of them, commas.
/// `names` stand for 0, 1, ... plus `base`. nullopt: it says more than that.
[[nodiscard]] std::optional<QList<int>> listedValues(const QJsonValue &field, const QStringList &names = {},
                                                     int base = 0);

/// "mon,wed,fri" or, where three or more follow each other, "mon-wed".
[[nodiscard]] QString listValues(const QList<int> &values, const QStringList &names = {});

/// The names cron has for weekdays (from Monday) and months.
[[nodiscard]] QStringList cronWeekdays();
[[nodiscard]] QStringList cronMonths();

} // namespace reveille
