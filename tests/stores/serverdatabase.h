// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reveille {

/// A new, empty database on a server that tests/support/databases.sh has started (`postgresql` or `mariadb`); answers with
/// its store URL. It goes with the server.
[[nodiscard]] QString createServerDatabase(const QString &server);

/// Has the server end all other connections to the database of this URL.
void killConnections(const QString &url);

/// Makes the database unreachable, with its connections, and reachable again. MariaDB's comes back empty.
void closeDatabase(const QString &url);
void reopenDatabase(const QString &url);

} // namespace reveille
