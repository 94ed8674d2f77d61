// SPDX-License-Identifier: MIT
#include "core/stores/sqldialect.h"

namespace reveille {

using namespace Qt::StringLiterals;

QString updateWithFrom(const QString &table, const QStringList &assignments, const QString &rows, const QString &condition)
{
    return u"UPDATE %1 AS t SET %2 FROM %3 WHERE %4"_s.arg(table, assignments.join(u", "_s), rows, condition);
}

} // namespace reveille
