// SPDX-License-Identifier: MIT
#include "core/stores/sqlinstance.h"

#include "core/base/hostname.h"

#include <QLoggingCategory>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

QString quoted(const QStringList &ids)
{
    return u'\'' + ids.join(u"', '"_s) + u'\'';
}

// Of a run `r`: whether another host than the value of the `?` runs its job.
const QString IsElsewhere = u"EXISTS (SELECT 1 FROM jobs j WHERE j.id = r.job_id AND j.host <> ?)"_s;
// Of a run `r` that nobody has: whether another host is to go on with it. One that waits, and was to end, anybody may cancel.
const QString IsLeftToOthers = u"(%1 AND NOT (r.state = 'waiting' AND r.cancel_requested > 0))"_s.arg(IsElsewhere);
// Whose a run is that somebody gave up.
const QString Nobody = u"nobody"_s;

const QList<RowColumn> IdColumn{{u"id"_s, RowColumn::Type::Name}};

} // namespace

SqlInstance::SqlInstance(std::chrono::milliseconds lease) : m_lease(lease), m_ids{randomId()}
{
    setHost(ownHostName());
}

void SqlInstance::setHost(const QString &host)
{
    m_host = host.isNull() ? u""_s : host;
}

QString SqlInstance::knownSelf() const
{
    return isUnsureOfItself ? u""_s : id();
}

Result<void> SqlInstance::attach(SqlSession &session)
{
    return settle(session).and_then([&]() -> Result<void> {
        if (!m_isEnrolled || m_ids.size() > 1)
            return enroll(session);
        session.begin();
        const bool isAlive = renew(session);
        return session.commit().and_then([&] { return isAlive ? Result<void>() : enroll(session); });
    });
}

Result<bool> SqlInstance::detach(SqlSession &session)
{
    const bool leavesRuns = session.value(u"SELECT COUNT(*) FROM runs WHERE state <> 'finished' AND instance = ?"_s, {id()}).toInt() > 0;
    session.run(u"DELETE FROM instances WHERE id = ?"_s, {id()});
    m_isEnrolled = false;
    return session.takeError().map([&] { return leavesRuns; });
}

Result<void> SqlInstance::begin(SqlSession &session)
{
    m_noted.clear();
    m_claimed.clear();
    m_taken.clear();
    session.begin();
    if (!renew(session) && session.ok()) {
        session.rollback();
        if (const Result<void> enrolled = enroll(session); !enrolled)
            return enrolled;
        session.begin();
        (void)renew(session);
    }
    return {};
}

Result<void> SqlInstance::end(SqlSession &session, std::any answer)
{
    const Result<void> committed = session.commit();
    if (committed)
        keep(m_noted);
    else if (session.isInDoubt())
        m_doubt = Doubt{m_number, std::move(answer), m_noted, m_claimed, m_taken};
    return committed;
}

// The number goes up although the transaction may fail: what matters is that no two have the same.
bool SqlInstance::renew(SqlSession &session)
{
    static const QString sql = u"UPDATE instances SET lease_until = %1 + ?, written = ? WHERE id = ? AND lease_until > %1"_s;
    return session.run(sql.arg(session.dialect().now), {qint64(m_lease.count()), ++m_number, id()}).numRowsAffected() == 1;
}

Result<void> SqlInstance::enroll(SqlSession &session)
{
    const QStringList former = m_ids;
    // Known from now on, for the runs may follow it although the answer gets lost.
    if (m_isEnrolled)
        m_ids.append(randomId());
    const QString now = session.dialect().now;
    QSet<RunId> kept;
    const Result<void> enrolled = session.transaction([&] {
        session.run(u"INSERT INTO instances (id, host, lease_until, written) VALUES (?, ?, %1 + ?, ?)"_s.arg(now),
                    {id(), m_host, qint64(m_lease.count()), ++m_number});
        if (!m_isEnrolled)
            return;
        QSqlQuery query = session.direct(u"SELECT id FROM runs WHERE state <> 'finished' AND instance IN (%1) FOR UPDATE"_s.arg(quoted(former)));
        while (session.next(query))
            kept.insert({query.value(0).toString()});
        (void)session.direct(u"UPDATE runs SET instance = '%1' WHERE state <> 'finished' AND instance IN (%2)"_s.arg(id(), quoted(former)));
        (void)session.direct(u"DELETE FROM instances WHERE id IN (%1)"_s.arg(quoted(former)));
    });
    if (!enrolled) {
        if (!m_isEnrolled)
            m_ids = {randomId()}; // the one before may be there now
        return enrolled;
    }
    if (m_isEnrolled) {
        const QSet<RunId> taken = m_mine - kept;
        qCWarning(log).noquote() << "The lease on" << session.url() << "ran out;" << taken.size() << "runs were taken over by others";
        m_fenced += taken;
        m_mine = kept;
        m_ids = {id()};
    }
    m_isEnrolled = true;
    return {};
}

Result<void> SqlInstance::settle(SqlSession &session)
{
    if (!m_doubt)
        return {};
    if (!m_doubt->tookPlace) {
        // Behind the transaction in doubt, where the server is not through with it yet.
        const Result<qint64> written = session.transaction([&] {
            return session.value(u"SELECT written FROM instances WHERE id = ? FOR UPDATE"_s, {id()}).toLongLong();
        });
        if (!written)
            return tl::unexpected(written.error());
        if (*written != m_doubt->number) { // or the row is gone, and what it had with it
            m_doubt.reset();
            return {};
        }
        keep(m_doubt->runs);
        m_doubt->tookPlace = true;
    }
    if (!m_doubt->isAbandoned)
        return {};
    return giveUp(session, *m_doubt).map([&] { m_doubt.reset(); });
}

Result<void> SqlInstance::giveUp(SqlSession &session, const Doubt &doubt)
{
    const auto release = [&](const QList<RunId> &runs, const QStringList &assignments) {
        if (runs.isEmpty())
            return;
        const std::unique_ptr<SqlRows> ids = session.createRows(IdColumn, runs.size());
        for (const RunId &run : runs) {
            ids->beginRow();
            ids->add(run.value.view());
            m_mine.remove(run);
        }
        const QString areStillMine = u"t.id = v.id AND t.state <> 'finished' AND t.instance = '%1'"_s.arg(id());
        session.run(session.dialect().updateFrom(u"runs"_s, assignments, areStillMine), *ids);
    };
    return session.transaction([&] {
        release(doubt.claimed, {u"instance = '%1'"_s.arg(Nobody), u"state = 'waiting'"_s});
        release(doubt.taken, {u"instance = '%1'"_s.arg(Nobody)});
    });
}

std::optional<std::any> SqlInstance::takeAnswer()
{
    if (!m_doubt || !m_doubt->tookPlace || m_doubt->isAbandoned)
        return std::nullopt;
    return std::exchange(m_doubt, std::nullopt)->answer;
}

void SqlInstance::abandonDoubt()
{
    if (m_doubt) {
        m_doubt->isAbandoned = true;
        isUnsureOfItself = true;
    }
}

void SqlInstance::noteClaim(const Run &run)
{
    note(run);
    m_claimed.append(run.id);
}

void SqlInstance::noteTaken(const Run &run)
{
    note(run);
    m_taken.append(run.id);
}

void SqlInstance::keep(const QList<Noted> &runs)
{
    for (const Noted &noted : runs) {
        if (noted.isMine) {
            m_mine.insert(noted.run);
            m_fenced.remove(noted.run); // it came back
        } else {
            m_mine.remove(noted.run);
        }
    }
}

int SqlInstance::takeOver(SqlSession &session)
{
    // First those who are gone; one with a transaction under way is not gone yet. Only then what they left. What another looks
    // at just now is passed over: where nobody takes it, it is news again at the next poll.
    QSqlQuery &expired = session.run(u"SELECT id FROM instances WHERE lease_until <= %1 FOR UPDATE SKIP LOCKED"_s.arg(session.dialect().now));
    QStringList gone;
    while (session.next(expired))
        gone.append(expired.value(0).toString());
    expired.finish();
    for (const QString &instance : std::as_const(gone))
        session.run(u"DELETE FROM instances WHERE id = ?"_s, {instance});
    QSqlQuery &query = session.run(u"SELECT r.id FROM runs r WHERE r.state <> 'finished' AND NOT EXISTS "
                                   "(SELECT 1 FROM instances i WHERE i.id = r.instance) AND NOT %1 "
                                   "ORDER BY r.sequence FOR UPDATE SKIP LOCKED"_s.arg(IsLeftToOthers), {m_host});
    const std::unique_ptr<SqlRows> ids = session.createRows(IdColumn, 0);
    int count = 0;
    for (; session.next(query); ++count) {
        ids->beginRow();
        ids->add(query.value(0).toString());
    }
    query.finish();
    if (count == 0)
        return 0;
    session.run(session.dialect().updateFrom(u"runs"_s, {u"instance = '%1'"_s.arg(id())}, u"t.id = v.id"_s), *ids);
    return count;
}

bool SqlInstance::isElsewhere(SqlSession &session, const JobId &job) const
{
    return session.value(u"SELECT 1 FROM jobs WHERE id = ? AND host <> ?"_s, {job.value, m_host}).isValid();
}

bool SqlInstance::leave(SqlSession &session, const Run &run)
{
    const bool isLeft = session.run(u"UPDATE runs r SET instance = '%1' WHERE r.id = ? AND r.state = 'waiting' AND %2"_s.arg(Nobody, IsElsewhere),
                                    {QString(run.id.value), m_host}).numRowsAffected() == 1;
    if (isLeft)
        noteLeft(run);
    return isLeft;
}

qint64 SqlInstance::nextChange(SqlSession &session)
{
    session.run(u"UPDATE job_changes SET newest = newest + 1"_s);
    return newestChange(session);
}

qint64 SqlInstance::newestChange(SqlSession &session)
{
    return session.value(u"SELECT newest FROM job_changes"_s).toLongLong();
}

QString SqlInstance::ownCancelRequests() const
{
    return u"r.state <> 'finished' AND r.cancel_requested > 1 AND r.instance = '%1'"_s.arg(id());
}

bool SqlInstance::hasNews(SqlSession &session) const
{
    const QString self = knownSelf();
    static const QString sql = u"SELECT CASE WHEN EXISTS (SELECT 1 FROM jobs WHERE change_number > ? AND changed_by <> ?) "
                               "OR EXISTS (SELECT 1 FROM removed_jobs WHERE change_number > ? AND removed_by <> ?) "
                               "OR EXISTS (SELECT 1 FROM runs r WHERE r.state <> 'finished' AND NOT EXISTS "
                               "(SELECT 1 FROM instances i WHERE i.id = r.instance AND (i.lease_until > %1 OR i.id = ?)) AND NOT %2) "
                               "OR EXISTS (SELECT 1 FROM runs r WHERE %3) "
                               "THEN 1 ELSE 0 END"_s;
    return session.value(sql.arg(session.dialect().now, IsLeftToOthers, ownCancelRequests()), {seenChange, self, seenChange, self, self, m_host}).toInt() == 1;
}

} // namespace reveille
