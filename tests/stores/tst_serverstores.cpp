// SPDX-License-Identifier: MIT
#include "core/stores/mariadb.h"
#include "core/stores/postgresql.h"
#include "core/stores/sqlconnection.h"
#include "core/stores/sqlsession.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/stores/cuttingproxy.h"
#include "tests/stores/serverdatabase.h"
#include "tests/stores/storetest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>

using namespace reveille;
using namespace Qt::StringLiterals;

// What is a database server's own: how it is named, reached and locked. What it keeps is in the cases of all stores.
class ServerStoresTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalStoreUrl_url_isFullOrAnError_data();
    void canonicalStoreUrl_url_isFullOrAnError();
    void url_password_isNotShown();
    void open_nobodyListens_isUnavailable_data() { servers(); }
    void open_nobodyListens_isUnavailable();
    void open_unknownDatabase_isUnavailable_data() { servers(); }
    void open_unknownDatabase_isUnavailable();
    void open_byTwo_sharesWhatIsThere_data() { servers(); }
    void open_byTwo_sharesWhatIsThere();
    void open_byManyAtOnce_harmsNone_data() { servers(); }
    void open_byManyAtOnce_harmsNone();
    void open_newerSchema_isRefused_data() { servers(); }
    void open_newerSchema_isRefused();
    void open_newerSchemaWhileItWaits_isRefused_data() { servers(); }
    void open_newerSchemaWhileItWaits_isRefused();
    void open_tablesOfAnother_isRefusedAndLeavesThemAlone_data();
    void open_tablesOfAnother_isRefusedAndLeavesThemAlone();
    void mariadb_clock_goesOnWhenSummerEnds();
    void postgresql_errorBetweenRows_isAnError();
    void calls_connectionKilled_connectAgain_data() { servers(); }
    void calls_connectionKilled_connectAgain();

protected Q_SLOTS:
    void init();

private:
    const SystemClock m_clock;

    static void servers();
    static ServerDialect dialectOf(const QString &server) { return server == u"mariadb" ? mariadbDialect() : postgresqlDialect(); }
    /// Calls `work` with a connection of its own.
    static void withSession(const QString &server, const QString &url, const std::function<void(SqlSession &)> &work);
    static JobRecord jobNamed(const QString &id);
    std::unique_ptr<JobStore> storeAt(const QString &url) { return createStore(url, m_clock).value(); }
};

void ServerStoresTest::init()
{
    // Where a connection is lost, Qt's drivers say of each statement that it can't be freed, and of its socket that it is closed.
    QTest::failOnWarning(QRegularExpression(u"^(?!Unable to free statement|QMYSQLResult::cleanup|QSocketNotifier: Invalid socket)"_s));
}

void ServerStoresTest::servers()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

JobRecord ServerStoresTest::jobNamed(const QString &id)
{
    JobRecord job;
    job.id = {id};
    job.data = QByteArray("{}");
    return job;
}

void ServerStoresTest::canonicalStoreUrl_url_isFullOrAnError_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("canonical"); // empty: an error
    QTest::newRow("default port") << u"postgresql://me@host/jobs"_s << u"postgresql://me@host:5432/jobs"_s;
    QTest::newRow("mariadb's") << u"mysql://me@host/jobs"_s << u"mysql://me@host:3306/jobs"_s;
    QTest::newRow("all") << u"mysql://me:secret@host:99/jobs"_s << u"mysql://me:secret@host:99/jobs"_s;
    QTest::newRow("no database") << u"postgresql://me@host"_s << QString();
    QTest::newRow("no host") << u"postgresql:///jobs"_s << QString();
    QTest::newRow("options") << u"postgresql://host/jobs?a=b"_s << QString();
    QTest::newRow("a folder") << u"postgresql://host/jobs/mine"_s << QString();
    QTest::newRow("unknown") << u"oracle://host/jobs"_s << QString();
    QTest::newRow("memory with a name") << u"memory:jobs"_s << QString();
}

void ServerStoresTest::canonicalStoreUrl_url_isFullOrAnError()
{
    QFETCH(QString, url);
    QFETCH(QString, canonical);
    const Result<QString> full = canonicalStoreUrl(url);
    QCOMPARE(full.value_or(QString()), canonical);
    if (!full)
        QCOMPARE(full.error().key, u"store"_s);
}

void ServerStoresTest::url_password_isNotShown()
{
    QCOMPARE(storeAt(u"postgresql://me:secret@host/jobs"_s)->url(), u"postgresql://me@host:5432/jobs"_s);
    for (const QString &wrong : {u"postgres://me:secret@host/jobs"_s, u"mysql://me:secret@host"_s, u"postgresql://me:secret#@host/jobs"_s,
                                 u"postgres:me:secret@host/jobs"_s, u"postgresql:me:secret@host/jobs"_s, u"mysql:/me:secret@host/jobs"_s}) {
        const Error error = canonicalStoreUrl(wrong).error();
        QVERIFY2(!error.text().contains(u"secret"_s), qPrintable(error.text()));
    }
}

void ServerStoresTest::open_nobodyListens_isUnavailable()
{
    QFETCH(QString, server);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    const QString scheme = server == u"mariadb" ? u"mysql"_s : server;
    const auto store = storeAt(u"%1://me:secret@127.0.0.1:%2/jobs"_s.arg(scheme).arg(port));
    const Result<void> opened = answer(store->open());
    QVERIFY(!opened && opened.error().code == ErrorCode::Unavailable);
    QVERIFY2(opened.error().message.contains(u"127.0.0.1:%1/jobs"_s.arg(port)), qPrintable(opened.error().message));
    QVERIFY(!opened.error().message.contains(u"secret"_s));
}

void ServerStoresTest::open_unknownDatabase_isUnavailable()
{
    QFETCH(QString, server);
    QUrl url(createServerDatabase(server));
    url.setPath(u"/no_such_database"_s);
    const Result<void> opened = answer(storeAt(url.toString())->open());
    QVERIFY(!opened && opened.error().code == ErrorCode::Unavailable);
    QVERIFY2(opened.error().message.contains(u"no_such_database"_s), qPrintable(opened.error().message));
}

void ServerStoresTest::open_byTwo_sharesWhatIsThere()
{
    QFETCH(QString, server);
    const QString url = createServerDatabase(server);
    const auto one = storeAt(url);
    const auto other = storeAt(url);
    // Both at once: one of them makes the tables, and the other waits for it.
    const auto opening = one->open();
    QVERIFY(!errorOf(other->open()));
    QVERIFY(!errorOf(opening));
    QVERIFY(answer(one->add({jobNamed(u"a"_s)})));
    QCOMPARE(answer(other->loadPage(0, 10)).value().jobs.size(), 1);
    QVERIFY(!errorOf(one->close()));
    QCOMPARE(answer(other->loadPage(0, 10)).value().jobs.size(), 1);
}

// Each connects and disconnects on a thread of its own.
void ServerStoresTest::open_byManyAtOnce_harmsNone()
{
    QFETCH(QString, server);
    const QString url = createServerDatabase(server);
    std::vector<std::unique_ptr<JobStore>> stores;
    for (int i = 0; i < 4; ++i)
        stores.push_back(storeAt(url));
    for (int round = 0; round < 20; ++round) {
        std::vector<QFuture<Result<void>>> calls;
        for (const auto &store : stores) {
            calls.push_back(store->open());
            calls.push_back(store->close());
        }
        for (const auto &call : calls)
            QVERIFY(!errorOf(call));
    }
}

void ServerStoresTest::open_newerSchema_isRefused()
{
    QFETCH(QString, server);
    const QString url = createServerDatabase(server);
    QVERIFY(!errorOf(storeAt(url)->open()));
    const ServerDialect older = dialectOf(server);
    const QTemporaryDir folder;
    const int known = int(QDir(older.sql.schemaFolder).entryList(QDir::Files).size());
    for (int version = 1; version <= known + 1; ++version) {
        QFile file(folder.filePath(u"00%1.sql"_s.arg(version)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(version <= known ? "" : "CREATE TABLE later (value INTEGER);");
    }
    ServerDialect newer = older;
    newer.sql.schemaFolder = folder.path();
    SqlStore migrating(std::make_unique<ServerBackend>(newer, QUrl(url)));
    QVERIFY(!errorOf(migrating.open()));
    QVERIFY(!errorOf(migrating.close()));
    QVERIFY(errorOf(storeAt(url)->open()) == ErrorCode::Refused);
}

void ServerStoresTest::withSession(const QString &server, const QString &url, const std::function<void(SqlSession &)> &work)
{
    const QString name = u"of a test"_s;
    {
        const ServerDialect dialect = dialectOf(server);
        QSqlDatabase database = addConnection(dialect.sql.driver, name);
        QVERIFY(ServerBackend(dialect, QUrl(url)).connect(database));
        SqlSession session(database, dialect.sql, url);
        work(session);
    }
    removeConnection(name);
}

void ServerStoresTest::open_newerSchemaWhileItWaits_isRefused()
{
    QFETCH(QString, server);
    const QString url = createServerDatabase(server);
    const QString schema = server == u"mariadb" ? QString() : u"reveille."_s;
    CuttingProxy proxy(url);
    proxy.cutAt({{1'000'000, CuttingProxy::Cut::BeforeRequest}}, CuttingProxy::Then::Reachable); // only counts
    const auto store = storeAt(proxy.url());
    QFuture<Result<void>> opening;
    withSession(server, url, [&](SqlSession &migrating) {
        QCOMPARE(migrating.value(dialectOf(server).lock).toInt(), 1);
        opening = store->open();
        QTRY_VERIFY(proxy.counted() > 40); // again and again it asks for the lock
        if (server == u"postgresql")
            migrating.command(u"CREATE SCHEMA reveille"_s);
        migrating.command(u"CREATE TABLE %1schema_version (version INTEGER NOT NULL)"_s.arg(schema));
        migrating.command(u"INSERT INTO %1schema_version VALUES (99)"_s.arg(schema));
        QVERIFY(migrating.takeError());
    });
    QVERIFY(errorOf(opening) == ErrorCode::Refused);
}

void ServerStoresTest::open_tablesOfAnother_isRefusedAndLeavesThemAlone_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QStringList>("tables");
    const QStringList jobs{u"CREATE TABLE jobs (id INTEGER, queue VARCHAR(20), revision INTEGER, next_fire_time INTEGER)"_s};
    const QStringList versioned{u"CREATE TABLE schema_version (installed_rank INTEGER, version INTEGER)"_s,
                                u"INSERT INTO schema_version VALUES (1, 1)"_s};
    for (const QString &server : {u"postgresql"_s, u"mariadb"_s}) {
        const QStringList first = server == u"postgresql" ? QStringList{u"CREATE SCHEMA reveille"_s, u"SET search_path TO reveille"_s} : QStringList();
        QTest::addRow("%s, jobs", qPrintable(server)) << server << first + jobs;
        QTest::addRow("%s, a version", qPrintable(server)) << server << first + versioned;
    }
}

void ServerStoresTest::open_tablesOfAnother_isRefusedAndLeavesThemAlone()
{
    QFETCH(QString, server);
    QFETCH(QStringList, tables);
    const QString url = createServerDatabase(server);
    executeAll(url, tables);
    const auto columns = [&] {
        return valueIn(url, u"SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = %1"_s.arg(
                                server == u"mariadb" ? u"DATABASE()"_s : u"'reveille'"_s)).toInt();
    };
    const int before = columns();
    const Result<void> opened = answer(storeAt(url)->open());
    QVERIFY(!opened && opened.error().code == ErrorCode::Refused);
    QVERIFY2(opened.error().message.contains(u"another program"_s), qPrintable(opened.error().message));
    QCOMPARE(columns(), before);
}

// The servers of the tests have the local time of Berlin.
void ServerStoresTest::mariadb_clock_goesOnWhenSummerEnds()
{
    constexpr qint64 HourIsRepeated = 1'761'436'800; // 2025-10-26 00:00 UTC, and again an hour later
    withSession(u"mariadb"_s, createServerDatabase(u"mariadb"_s), [&](SqlSession &session) {
        QCOMPARE(session.value(u"SELECT @@system_time_zone"_s).toString().left(2), u"CE"_s); // CET or CEST
        for (const qint64 second : {HourIsRepeated - 1, HourIsRepeated, HourIsRepeated + 3599, HourIsRepeated + 3600}) {
            session.command(u"SET timestamp = %1"_s.arg(second));
            QCOMPARE(session.value(u"SELECT "_s + session.dialect().now).toLongLong(), second * 1000);
        }
    });
}

void ServerStoresTest::postgresql_errorBetweenRows_isAnError()
{
    withSession(u"postgresql"_s, createServerDatabase(u"postgresql"_s), [](SqlSession &session) {
        QSqlQuery query = session.direct(u"SELECT 1 / (100000 - x) FROM generate_series(1, 200000) x"_s);
        int rows = 0;
        while (session.next(query))
            ++rows;
        QVERIFY(!session.takeError());
        QCOMPARE(rows, 99'999);
    });
}

void ServerStoresTest::calls_connectionKilled_connectAgain()
{
    QFETCH(QString, server);
    const QString url = createServerDatabase(server);
    const auto store = storeAt(url);
    QVERIFY(!errorOf(store->open()));
    QVERIFY(answer(store->add({jobNamed(u"before"_s)})));
    killConnections(url);
    // The call that finds out connects again by itself, and makes sure that it took place once.
    QVERIFY(answer(store->add({jobNamed(u"meanwhile"_s)})));
    killConnections(url);
    QStringList ids;
    const StoreContents contents = answer(store->loadPage(0, 10)).value();
    for (const JobRecord &job : contents.jobs)
        ids.append(job.id.value);
    QCOMPARE(ids, QStringList({u"before"_s, u"meanwhile"_s}));
    QVERIFY(!errorOf(store->close()));
}

REVEILLE_TEST(ServerStoresTest)
#include "tst_serverstores.moc"
