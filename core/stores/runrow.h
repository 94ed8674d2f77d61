// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"

#include <QVariantList>

class QSqlQuery;

namespace reveille {

/// The columns of a run that are written after it was inserted, and those that never change; `output` is apart.
extern const QString RunKeyColumns;
extern const QString RunStateColumns;

[[nodiscard]] QVariant toValue(OptionalTime t);
[[nodiscard]] OptionalTime toTime(const QVariant &value);

/// Whether no other run of the job may have the same instant and attempt.
[[nodiscard]] bool isUniqueInJob(const Run &run);
/// The values of RunKeyColumns.
[[nodiscard]] QVariantList keyValues(const Run &run);
/// The values of RunStateColumns and `output`.
[[nodiscard]] QVariantList stateValues(const Run &run);
/// A row of RunKeyColumns, RunStateColumns and `output`.
[[nodiscard]] Run toRun(const QSqlQuery &row);

/// Texts of the database, not made anew for each row.
[[nodiscard]] const QString &textOf(RunState state);
[[nodiscard]] const QString &textOf(Outcome outcome);
[[nodiscard]] const QString &textOf(Cause cause);

} // namespace reveille
