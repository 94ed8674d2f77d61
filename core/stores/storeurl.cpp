// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"

#include "core/stores/memorystore.h"
#include "core/stores/sqlitefile.h"
#include "core/stores/sqlitestore.h"

#include <QCoreApplication>

namespace reveille {

namespace {

const QString SqliteScheme = QStringLiteral("sqlite:");
const QString MemoryUrl = QStringLiteral("memory:");

} // namespace

Result<QString> canonicalStoreUrl(const QString &url)
{
    if (url.isEmpty() || url == SqliteScheme)
        return SqliteScheme + SqliteFile::canonicalPath(SqliteStore::defaultFile());
    if (url.startsWith(SqliteScheme))
        return SqliteScheme + SqliteFile::canonicalPath(url.mid(SqliteScheme.size()));
    if (url == MemoryUrl)
        return url;
    return invalid(QStringLiteral("store"), QCoreApplication::translate("StoreUrl", "“%1” is no store; examples are sqlite:/path/to/file and memory:")
                                                .arg(url));
}

Result<std::unique_ptr<JobStore>> createStore(const QString &url, const Clock &clock)
{
    return canonicalStoreUrl(url).map([&clock](const QString &full) -> std::unique_ptr<JobStore> {
        if (full == MemoryUrl)
            return std::make_unique<MemoryStore>();
        return std::make_unique<SqliteStore>(full.mid(SqliteScheme.size()), clock);
    });
}

} // namespace reveille
