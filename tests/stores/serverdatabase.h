// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QVariant>

namespace reveille {

/// A new, empty database on a server that tests/support/databases.sh has started (`postgresql` or `mariadb`); answers with
/// its store URL. It goes with the server.
[[nodiscard]] QString createServerDatabase(const QString &server);

/// Carries out statements on one connection to the database of a store URL. They must work.
void executeAll(const QString &url, const QStringList &statements);

/// The first column of a query's first row, or an invalid value.
[[nodiscard]] QVariant valueIn(const QString &url, const QString &sql);

/// Has the server end all other connections to the database of this URL. Answers how many there were.
int killConnections(const QString &url);

/// Makes the database unreachable, with its connections, and reachable again. MariaDB's comes back empty.
void closeDatabase(const QString &url);
void reopenDatabase(const QString &url);

} // namespace reveille
