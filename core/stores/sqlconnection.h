// SPDX-License-Identifier: MIT
#pragma once

class QSqlDatabase;
class QString;

namespace reveille {

/// What QSqlDatabase::addDatabase() and removeDatabase() do, but for several threads at once: Qt's driver for MariaDB counts
/// its connections without a lock, and ends the client library with what it takes for the last one.
[[nodiscard]] QSqlDatabase addConnection(const QString &driver, const QString &name);
/// No other value that stands for the connection may be left.
void removeConnection(const QString &name);

} // namespace reveille
