// SPDX-License-Identifier: MIT
#include "core/stores/mariadb.h"

#include "core/stores/jsonrows.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(MariaDb)
};

/// See https://mariadb.com/kb/en/mariadb-error-code-reference/
Error explain(const QSqlError &error, const QString &url)
{
    const QString text = error.databaseText();
    switch (error.nativeErrorCode().toInt()) {
    case 1062: // ER_DUP_ENTRY
        return {ErrorCode::Conflict, Messages::tr("This run is in %1 already").arg(url), {}};
    case 1048: // ER_BAD_NULL_ERROR
    case 1264: // ER_WARN_DATA_OUT_OF_RANGE
    case 1366: // ER_TRUNCATED_WRONG_VALUE_FOR_FIELD
    case 1406: // ER_DATA_TOO_LONG
        return {ErrorCode::Invalid, Messages::tr("%1 does not take this: %2").arg(url, text), {}};
    case 1205: // ER_LOCK_WAIT_TIMEOUT
    case 1969: // ER_STATEMENT_TIMEOUT
        return {ErrorCode::Unavailable, Messages::tr("%1 did not answer in time").arg(url), {}};
    case 1927: // ER_CONNECTION_KILLED
    case 2002: // CR_CONNECTION_ERROR
    case 2003: // CR_CONN_HOST_ERROR
    case 2006: // CR_SERVER_GONE_ERROR
    case 2013: // CR_SERVER_LOST
        return {ErrorCode::Unavailable, Messages::tr("%1 can't be reached: %2").arg(url, text), {}};
    default:
        return {ErrorCode::Unavailable, Messages::tr("%1 can't be read or written: %2").arg(url, text), {}};
    }
}

bool isTransient(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    return code == 1213 || code == 1020; // ER_LOCK_DEADLOCK, ER_CHECKREAD
}

QString typeOf(RowColumn::Type type)
{
    const QString text = u"%1 CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"_s;
    switch (type) {
    case RowColumn::Type::Number:
    case RowColumn::Type::OptionalNumber:
        return u"BIGINT"_s;
    case RowColumn::Type::Text:
        return text.arg(u"LONGTEXT"_s);
    default:
        return text.arg(u"VARCHAR(200)"_s);
    }
}

QString tableOf(const QList<RowColumn> &columns)
{
    QStringList fields;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        fields.append(u"%1 %2 PATH '$[%3]'"_s.arg(columns[i].name, typeOf(columns[i].type)).arg(i));
    }
    return u"JSON_TABLE(:rows, '$[*]' COLUMNS (%1)) AS v"_s.arg(fields.join(u", "_s));
}

// The order of the join is given: else it may read, and lock, the whole table.
QString updateFrom(const QString &table, const QStringList &assignments, const QString &condition)
{
    QStringList all;
    for (const QString &assignment : assignments)
        all.append(u"t."_s + assignment);
    return u"UPDATE :table STRAIGHT_JOIN %1 AS t ON %2 SET %3"_s.arg(table, condition, all.join(u", "_s));
}

} // namespace

ServerDialect mariadbDialect()
{
    return {
        .sql = {.driver = u"QMYSQL"_s,
                .schemaFolder = u":/reveille/schema/mariadb"_s,
                .begin = u"START TRANSACTION"_s,
                .hasTable = u"SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?"_s,
                .commands = SqlDialect::Commands::Direct,
                .use = SqlDialect::Use::Shared,
                .now = u"CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS INTEGER)"_s,
                .explain = &explain,
                .isTransient = &isTransient,
                .createRows = &JsonRows::create<&tableOf>,
                .updateFrom = &updateFrom},
        // An update that changes nothing counts all the same: it has found its row.
        .connectOptions = u"CLIENT_FOUND_ROWS=1;MYSQL_OPT_CONNECT_TIMEOUT=10;MYSQL_OPT_READ_TIMEOUT=90;MYSQL_OPT_WRITE_TIMEOUT=90"_s,
        .patientOptions = u"CLIENT_FOUND_ROWS=1;MYSQL_OPT_CONNECT_TIMEOUT=10;MYSQL_OPT_READ_TIMEOUT=3600;MYSQL_OPT_WRITE_TIMEOUT=90"_s,
        // In UTC, as no local time goes on when summer ends.
        .setup = {u"SET SESSION time_zone = '+00:00'"_s, u"SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'"_s,
                  u"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"_s, u"SET SESSION max_statement_time = 60"_s,
                  u"SET SESSION innodb_lock_wait_timeout = 15"_s,
                  u"SET SESSION lock_wait_timeout = 15"_s, u"SET SESSION idle_transaction_timeout = 20"_s},
        .patientSetup = u"SET SESSION max_statement_time = 0"_s,
        .schema = u"DATABASE()"_s,
        .lock = u"SELECT GET_LOCK(CONCAT('reveille.', DATABASE()), 0)"_s,
    };
}

} // namespace reveille
