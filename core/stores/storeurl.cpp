// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"

#include "core/stores/mariadb.h"
#include "core/stores/memorystore.h"
#include "core/stores/postgresql.h"
#include "core/stores/sqlitefile.h"
#include "core/stores/sqlitestore.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

using Store = std::unique_ptr<JobStore>;

/// A kind of store; `rest` is what follows the scheme and its colon. To add one, write a line in Kinds.
struct StoreKind
{
    QLatin1StringView scheme;
    Result<QString> (*canonical)(const QString &rest); ///< of a full URL
    Store (*create)(const QString &rest, const Clock &clock); ///< of the rest of a canonical URL
};

Result<QString> canonicalFile(const QString &rest)
{
    return u"sqlite:"_s + SqliteFile::canonicalPath(rest.isEmpty() ? SqliteStore::defaultFile() : rest);
}

Result<QString> canonicalMemory(const QString &rest)
{
    if (!rest.isEmpty())
        return invalid(u"store"_s, QCoreApplication::translate("StoreUrl", "memory: takes no name"));
    return u"memory:"_s;
}

template<int DefaultPort>
Result<QString> canonicalServer(const QString &scheme, const QString &rest)
{
    QUrl url(scheme + u':' + rest);
    return ServerBackend::check(url).map([&] {
        url.setPort(url.port(DefaultPort));
        return url.toString(QUrl::FullyEncoded);
    });
}

Store createServer(const ServerDialect &dialect, const QString &url)
{
    return std::make_unique<SqlStore>(std::make_unique<ServerBackend>(dialect, QUrl(url)));
}

const StoreKind Kinds[] = {
    {"sqlite"_L1, &canonicalFile, [](const QString &rest, const Clock &clock) -> Store { return std::make_unique<SqliteStore>(rest, clock); }},
    {"memory"_L1, &canonicalMemory, [](const QString &, const Clock &) -> Store { return std::make_unique<MemoryStore>(); }},
    {"postgresql"_L1, [](const QString &rest) { return canonicalServer<5432>(u"postgresql"_s, rest); },
     [](const QString &rest, const Clock &) { return createServer(postgresqlDialect(), u"postgresql:"_s + rest); }},
    {"mysql"_L1, [](const QString &rest) { return canonicalServer<3306>(u"mysql"_s, rest); },
     [](const QString &rest, const Clock &) { return createServer(mariadbDialect(), u"mysql:"_s + rest); }},
};

const StoreKind *kindOf(const QString &url)
{
    const auto kind = std::find_if(std::begin(Kinds), std::end(Kinds), [&](const StoreKind &known) {
        return url.startsWith(known.scheme) && url.mid(known.scheme.size()).startsWith(u':');
    });
    return kind == std::end(Kinds) ? nullptr : kind;
}

QString restOf(const QString &url)
{
    return url.mid(url.indexOf(u':') + 1);
}

} // namespace

Result<QString> canonicalStoreUrl(const QString &url)
{
    const QString full = url.isEmpty() ? u"sqlite:"_s : url;
    if (const StoreKind *kind = kindOf(full))
        return kind->canonical(restOf(full));
    return invalid(u"store"_s, QCoreApplication::translate("StoreUrl", "“%1” is no store; examples are sqlite:/path/to/file, memory:, "
                                                           "postgresql://user@host/database and mysql://user@host/database").arg(ServerBackend::shown(url)));
}

Result<std::unique_ptr<JobStore>> createStore(const QString &url, const Clock &clock)
{
    return canonicalStoreUrl(url).map([&clock](const QString &full) { return kindOf(full)->create(restOf(full), clock); });
}

} // namespace reveille
