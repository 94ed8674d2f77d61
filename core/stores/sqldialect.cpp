// SPDX-License-Identifier: MIT
#include "core/stores/sqldialect.h"

namespace reveille {

using namespace Qt::StringLiterals;

QString updateWithFrom(const QString &table, const QStringList &assignments, const QString &condition)
{
    return u"UPDATE %1 AS t SET %2 FROM :table WHERE %3"_s.arg(table, assignments.join(u", "_s), condition);
}

} // namespace reveille
