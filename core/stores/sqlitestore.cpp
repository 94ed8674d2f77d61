// SPDX-License-Identifier: MIT
#include "core/stores/sqlitestore.h"

#include "core/stores/sqlitebackend.h"

#include <QStandardPaths>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<SqlBackend> createBackend(const QString &file, const QString &schemaFolder, const Clock &clock)
{
    return std::make_unique<SqliteBackend>(file, SqliteStore::ownFolder(), schemaFolder, clock);
}

} // namespace

SqliteStore::SqliteStore(const QString &file, const Clock &clock, QObject *parent, const QString &schemaFolder)
    : SqlStore(createBackend(file, schemaFolder, clock), parent)
{
}

QString SqliteStore::defaultFile()
{
    return ownFolder() + u"/reveille.sqlite"_s;
}

QString SqliteStore::ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/reveille"_s;
}

} // namespace reveille
