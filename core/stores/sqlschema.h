// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace reveille {

class SqlSession;

/// The numbered SQL files of a folder, as the versions of a database's schema: 001.sql makes version 1.
class SqlSchema final
{
public:
    explicit SqlSchema(const QString &folder);

    /// The version that this program writes.
    [[nodiscard]] int newest() const { return m_newest; }
    /// The version of a database; 0: an empty one.
    [[nodiscard]] static Result<int> versionOf(SqlSession &session);
    /// Brings a database from version `from` to the newest, in one transaction. MariaDB ends it with every change of the
    /// schema; there each step may be taken again, and `-version` stands beside a version that is left half-way.
    [[nodiscard]] Result<void> migrate(SqlSession &session, int from) const;

private:
    [[nodiscard]] QStringList statements(int version) const;

    const QString m_folder;
    int m_newest = 0;
};

} // namespace reveille
