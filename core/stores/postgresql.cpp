// SPDX-License-Identifier: MIT
#include "core/stores/postgresql.h"

#include "core/stores/jsonrows.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(PostgreSql)
};

/// See https://www.postgresql.org/docs/current/errcodes-appendix.html
Error explain(const QSqlError &error, const QString &url)
{
    const QString code = error.nativeErrorCode();
    const QString text = error.databaseText().trimmed();
    if (code == "23505"_L1) // unique_violation
        return {ErrorCode::Conflict, Messages::tr("This run is in %1 already").arg(url), {}};
    if (code.startsWith("22"_L1) || code.startsWith("23"_L1)) // data exception, integrity constraint violation
        return {ErrorCode::Invalid, Messages::tr("%1 does not take this: %2").arg(url, text), {}};
    if (code == "55P03"_L1 || code == "57014"_L1) // lock_not_available, query_canceled
        return {ErrorCode::Unavailable, Messages::tr("%1 did not answer in time").arg(url), {}};
    if (code.isEmpty() || code.startsWith("08"_L1) || code.startsWith("57P"_L1)) // connection exception, shutdown
        return {ErrorCode::Unavailable, Messages::tr("%1 can't be reached: %2").arg(url, text), {}};
    return {ErrorCode::Unavailable, Messages::tr("%1 can't be read or written: %2").arg(url, text), {}};
}

bool isTransient(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    return code == "40001"_L1 || code == "40P01"_L1; // serialization_failure, deadlock_detected
}

QString tableOf(const QList<RowColumn> &columns)
{
    QStringList values;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool isNumber = columns[i].type == RowColumn::Type::Number || columns[i].type == RowColumn::Type::OptionalNumber;
        values.append(u"CAST(value->>%1 AS %2) AS %3"_s.arg(i).arg(isNumber ? u"BIGINT"_s : u"TEXT"_s, columns[i].name));
    }
    return u"(SELECT %1 FROM json_array_elements(CAST(:rows AS json))) AS v"_s.arg(values.join(u", "_s));
}

} // namespace

ServerDialect postgresqlDialect()
{
    // A machine that is gone is noticed within 35 s.
    const QString connectOptions = u"connect_timeout=10;application_name=reveille;keepalives_idle=20;keepalives_interval=5;keepalives_count=3;"
                                    "tcp_user_timeout=35000"_s;
    return {
        .sql = {.driver = u"QPSQL"_s,
                .schemaFolder = u":/reveille/schema/postgresql"_s,
                .begin = u"BEGIN"_s,
                .hasTable = u"SELECT 1 WHERE to_regclass(CAST(? AS TEXT)) IS NOT NULL"_s,
                .commands = SqlDialect::Commands::Direct,
                .use = SqlDialect::Use::Shared,
                .poll = std::chrono::milliseconds(10'000), // for those who can't tell any more
                .now = u"CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)"_s,
                .notify = u"NOTIFY reveille, '%1'"_s,
                .channel = u"reveille"_s,
                .explain = &explain,
                .isTransient = &isTransient,
                .createRows = &JsonRows::create<&tableOf>,
                .updateFrom = &updateWithFrom},
        .connectOptions = connectOptions,
        .patientOptions = connectOptions,
        // In one, for each costs a connection a round trip. Every statement here has its index; where the tables are young or
        // have grown fast, their statistics would lead elsewhere.
        .setup = {u"SET client_min_messages = warning; SET statement_timeout = '60s'; SET lock_timeout = '15s'; "
                  "SET idle_in_transaction_session_timeout = '20s'; "
                  "SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; "
                  "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_bitmapscan = off; "
                  "SET jit = off; "
                  "SET search_path TO reveille"_s},
        .patientSetup = u"SET statement_timeout = 0"_s,
        .create = {u"CREATE SCHEMA IF NOT EXISTS reveille"_s},
        .schema = u"current_schema()"_s,
        .lock = u"SELECT CASE WHEN pg_try_advisory_lock(1381387340) THEN 1 ELSE 0 END"_s, // "RVLL", in this database
    };
}

} // namespace reveille
