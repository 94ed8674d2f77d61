// SPDX-License-Identifier: MIT
#include "core/stores/sqlworker.h"

#include "core/stores/sqlconnection.h"
#include "core/stores/sqlschema.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSqlDriver>
#include <QThread>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

constexpr qsizetype RecordsPerTransaction = 500;
constexpr qsizetype RowsPerSharedTransaction = 1024; // more would have to be begun anew where a connection does not live long

// After a lost connection: a server that was started anew or has ended one connection is back at once; for one that stays
// away the caller has more patience than the other calls that wait.
constexpr int Attempts = 3;
constexpr unsigned long FirstPause = 20; // in milliseconds
// A deadlock is over once one of the two gave way.
constexpr int TransientAttempts = 10;

bool isFaultOfRows(const Result<void> &result)
{
    return !result && (result.error().code == ErrorCode::Conflict || result.error().code == ErrorCode::Invalid);
}

} // namespace

SqlWorker::SqlWorker(std::unique_ptr<SqlBackend> backend) : m_backend(std::move(backend))
{
    const SqlDialect dialect = m_backend->dialect();
    if (dialect.use == SqlDialect::Use::Shared)
        m_instance = std::make_unique<SqlInstance>(dialect.lease);
    m_beat.setInterval(dialect.beat);
    m_poll.setInterval(dialect.poll);
    QObject::connect(&m_beat, &QTimer::timeout, this, &SqlWorker::beat);
    QObject::connect(&m_poll, &QTimer::timeout, this, &SqlWorker::poll);
}

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

milliseconds SqlWorker::timeOfCall() const
{
    const QMutexLocker lock(&m_mutex);
    return milliseconds(m_sinceCall.isValid() ? m_sinceCall.elapsed() : 0);
}

template<typename Call>
void SqlWorker::timed(Call call)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_sinceCall.start();
    }
    call();
    const QMutexLocker lock(&m_mutex);
    m_sinceCall.invalidate();
}

void SqlWorker::workOff()
{
    Work work;
    QList<Record> records;
    {
        const QMutexLocker lock(&m_mutex);
        // Records that wait one behind the other share a transaction: what costs is the commit.
        qsizetype rows = 0;
        while (!m_calls.empty() && records.size() < RecordsPerTransaction) {
            if (const Record *record = std::get_if<Record>(&m_calls.front())) {
                rows += record->runs.size();
                if (m_instance && !records.isEmpty() && rows > RowsPerSharedTransaction)
                    break;
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
    timed([&] {
        if (work)
            work();
        else if (!records.isEmpty())
            record(records);
    });
    if (m_instance && !m_isWatching && !m_instance->activeElsewhere.isEmpty())
        pace();
}

// It slows down only after it has looked: else calls that come and go would keep it from looking at all.
void SqlWorker::pace()
{
    const SqlDialect dialect = m_backend->dialect();
    m_isWatching = !m_instance->activeElsewhere.isEmpty();
    m_poll.setInterval(m_isWatching ? std::min(dialect.poll, dialect.watch) : dialect.poll);
}

void SqlWorker::record(const QList<Record> &records)
{
    RunList runs;
    for (const Record &r : records)
        runs.append(r.runs);
    Result<void> result = call<void>([&](SqlTables &tables) { return tables.record(runs); });
    // Where one is at fault, the others must not suffer for it. Where the store is, each would only wait for it again.
    bool alone = records.size() > 1 && isFaultOfRows(result);
    for (const Record &r : records) {
        if (alone) {
            result = call<void>([&](SqlTables &tables) { return tables.record(r.runs); });
            alone = result || isFaultOfRows(result);
        }
        r.promise->addResult(result);
        r.promise->finish();
    }
}

void SqlWorker::setHost(const QString &host)
{
    if (m_instance)
        m_instance->setHost(host);
}

Result<void> SqlWorker::open()
{
    if (m_isOpen)
        return failure(ErrorCode::Refused, QCoreApplication::translate("JobStore", "The store is open already"));
    const Result<void> result = openSession();
    m_isOpen = result.has_value();
    m_isAway = false;
    if (m_isOpen && m_instance) {
        m_instance->seenChange = SqlInstance::newestChange(*m_session);
        m_beat.start();
        m_poll.start();
    }
    return result;
}

Result<SqlTables *> SqlWorker::tables()
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
        lookForNews(); // which could not be heard meanwhile
    }
    return m_tables.get();
}

std::optional<std::any> SqlWorker::takeAnswer()
{
    return m_instance ? m_instance->takeAnswer() : std::nullopt;
}

// Whether a call that met an error is to be tried once more; where not, what became of it no longer matters to the caller.
bool SqlWorker::mayTryAgain(const Error &error, int attempt)
{
    if (!m_instance)
        return false;
    const bool isTransient = m_session && m_session->isTransient();
    const bool isLost = !isTransient && (!m_session || !m_session->isAlive());
    if (error.code == ErrorCode::Unavailable && ((isTransient && attempt < TransientAttempts) || (isLost && attempt < Attempts))) {
        QThread::msleep(FirstPause * (attempt == 1 ? 1 : 1UL << std::min(attempt, 4)));
        return true;
    }
    m_instance->abandonDoubt();
    return false;
}

void SqlWorker::note(const std::optional<Error> &error)
{
    const bool isAway = error && error->code == ErrorCode::Unavailable;
    if (m_isAway != isAway && (isAway || !error)) {
        m_isAway = isAway;
        Q_EMIT availabilityChanged(error);
    }
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
    QSqlDatabase database = addConnection(dialect.driver, objectName());
    if (const Result<void> connected = m_backend->connect(database); !connected)
        return connected;

    m_session = std::make_unique<SqlSession>(database, dialect, m_backend->url());
    const SqlSchema schema(dialect.schemaFolder);
    const auto version = [&] {
        return SqlSchema::versionOf(*m_session).and_then([&](int known) -> Result<int> {
            if (known <= schema.newest())
                return known;
            return failure(ErrorCode::Refused, QCoreApplication::translate("JobStore", "%1 was written by a newer version of Reveille")
                                                   .arg(m_backend->url()));
        });
    };
    const auto prepare = [&](int known) { return m_backend->prepare(*m_session, known, schema.newest()).map([known] { return known; }); };
    const auto lookAgain = [&](int known) { return known == schema.newest() ? Result<int>(known) : version(); }; // another may have migrated it
    return version().and_then(prepare).and_then(lookAgain)
        .and_then([&](int known) { return schema.migrate(*m_session, known); })
        .and_then([&] { return m_backend->opened(*m_session); })
        .and_then([&] { return join(); });
}

Result<void> SqlWorker::join()
{
    m_tables = std::make_unique<SqlTables>(*m_session, m_instance.get());
    if (!m_instance)
        return {};
    if (const QString channel = m_session->dialect().channel; !channel.isEmpty()) {
        QSqlDriver *driver = m_session->driver();
        driver->subscribeToNotification(channel);
        QObject::connect(driver, &QSqlDriver::notification, this,
                         [this](const QString &, QSqlDriver::NotificationSource, const QVariant &sender) {
                             if (m_isOpen && sender.toString() != m_instance->id())
                                 Q_EMIT changed();
                         });
    }
    return m_instance->attach(*m_session);
}

Result<void> SqlWorker::close()
{
    if (!m_isOpen)
        return storeIsClosed();
    m_isOpen = false;
    m_beat.stop();
    m_poll.stop();
    Result<void> written;
    if (m_session && m_session->isAlive()) {
        if (m_instance) {
            const Result<bool> left = m_instance->detach(*m_session);
            if (left && *left && !m_session->dialect().notify.isEmpty())
                m_session->command(m_session->dialect().notify.arg(m_instance->id()));
            (void)m_session->takeError(); // the lease ends by itself
        }
        written = m_backend->closing(*m_session);
    }
    closeSession();
    return written;
}

void SqlWorker::beat()
{
    timed([this] { (void)call<void>([](SqlTables &tables) { return tables.beat(); }); });
}

void SqlWorker::poll()
{
    if (m_session && !m_isAway)
        timed([this] { lookForNews(); });
    if (m_isWatching)
        pace();
}

void SqlWorker::lookForNews()
{
    const bool hasNews = m_instance->hasNews(*m_session) || m_tables->hasLessActivity();
    if (m_session->takeError() && hasNews)
        Q_EMIT changed();
}

void SqlWorker::closeSession()
{
    m_tables.reset();
    m_session.reset();
    QSqlDatabase::database(objectName(), false).close();
    removeConnection(objectName());
    m_backend->disconnected();
}

tl::unexpected<Error> storeIsClosed()
{
    return failure(ErrorCode::Refused, QCoreApplication::translate("JobStore", "The store is not open"));
}

} // namespace reveille
