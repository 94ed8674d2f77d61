// SPDX-License-Identifier: MIT
#include "core/stores/sqlworker.h"

#include "core/stores/sqlschema.h"
#include "core/stores/sqltables.h"

#include <QLoggingCategory>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

constexpr qsizetype RecordsPerTransaction = 500;

bool isFaultOfRows(const Result<void> &result)
{
    return !result && (result.error().code == ErrorCode::Conflict || result.error().code == ErrorCode::Invalid);
}

} // namespace

SqlWorker::SqlWorker(std::unique_ptr<SqlBackend> backend) : m_backend(std::move(backend)) {}

SqlWorker::~SqlWorker()
{
    Q_ASSERT(!m_session);
}

void SqlWorker::post(std::variant<Work, Record> call)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_calls.push_back(std::move(call));
    }
    QMetaObject::invokeMethod(this, &SqlWorker::workOff, Qt::QueuedConnection);
}

void SqlWorker::workOff()
{
    Work work;
    QList<Record> records;
    {
        const QMutexLocker lock(&m_mutex);
        // Records that wait one behind the other share a transaction: what costs is the commit.
        while (!m_calls.empty() && records.size() < RecordsPerTransaction) {
            if (const Record *record = std::get_if<Record>(&m_calls.front())) {
                records.append(*record);
            } else {
                if (!records.isEmpty())
                    break;
                work = std::get<Work>(std::move(m_calls.front()));
            }
            m_calls.pop_front();
            if (work)
                break;
        }
    }
    if (work)
        work();
    else if (!records.isEmpty())
        record(records);
}

void SqlWorker::record(const QList<Record> &records)
{
    QList<Run> runs;
    for (const Record &r : records)
        runs.append(r.runs);
    const Result<SqlSession *> open = session();
    Result<void> result = open.and_then([&](SqlSession *s) { return SqlTables(*s).record(runs); });
    // Where one is at fault, the others must not suffer for it. Where the store is, each would only wait for it again.
    bool alone = records.size() > 1 && isFaultOfRows(result);
    for (const Record &r : records) {
        if (alone) {
            result = SqlTables(**open).record(r.runs);
            alone = result || isFaultOfRows(result);
        }
        r.promise->addResult(result);
        r.promise->finish();
    }
}

Result<void> SqlWorker::open()
{
    if (m_isOpen)
        return failure(ErrorCode::Refused, QCoreApplication::translate("JobStore", "The store is open already"));
    const Result<void> result = openSession();
    m_isOpen = result.has_value();
    return result;
}

Result<SqlSession *> SqlWorker::session()
{
    if (!m_isOpen)
        return storeIsClosed();
    if (m_session && !m_session->isAlive()) {
        qCInfo(log).noquote() << "The connection to" << m_backend->url() << "was lost; connecting again";
        closeSession();
    }
    if (!m_session) {
        if (const Result<void> opened = openSession(); !opened)
            return tl::unexpected(opened.error());
    }
    return m_session.get();
}

Result<void> SqlWorker::openSession()
{
    const Result<void> result = connect();
    if (!result)
        closeSession();
    return result;
}

Result<void> SqlWorker::connect()
{
    const SqlDialect dialect = m_backend->dialect();
    QSqlDatabase database = QSqlDatabase::addDatabase(dialect.driver, objectName());
    if (const Result<void> connected = m_backend->connect(database); !connected)
        return connected;

    m_session = std::make_unique<SqlSession>(database, dialect, m_backend->url());
    const SqlSchema schema(dialect.schemaFolder);
    const Result<int> version = SqlSchema::versionOf(*m_session);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schema.newest()) {
        return failure(ErrorCode::Refused,
                       QCoreApplication::translate("JobStore", "%1 was written by a newer version of Reveille")
                           .arg(m_backend->url()));
    }
    return m_backend->prepare(*m_session, *version, schema.newest())
        .and_then([&] { return schema.migrate(*m_session, *version); })
        .and_then([&] { return m_backend->opened(*m_session); });
}

Result<void> SqlWorker::close()
{
    if (!m_isOpen)
        return storeIsClosed();
    m_isOpen = false;
    const Result<void> written = m_session ? m_backend->closing(*m_session) : Result<void>();
    closeSession();
    return written;
}

void SqlWorker::closeSession()
{
    m_session.reset();
    QSqlDatabase::database(objectName(), false).close();
    QSqlDatabase::removeDatabase(objectName());
    m_backend->disconnected();
}

tl::unexpected<Error> storeIsClosed()
{
    return failure(ErrorCode::Refused, QCoreApplication::translate("JobStore", "The store is not open"));
}

} // namespace reveille
