// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/qtscheduler.h"
#include "core/stores/mariadb.h"
#include "core/stores/postgresql.h"
#include "core/stores/sqlstore.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeexecutor.h"

#include <QTest>

namespace reveille {

using namespace Qt::StringLiterals;

inline constexpr milliseconds Enough = 20s; // also where the machine is busy

inline Result<CheckedTask> checkAnything(const QJsonObject &task)
{
    return CheckedTask{.json = task, .misfireGraceTime = 1h, .name = u"Task"_s};
}

/// One of those who share a database of a server. All have the same clock, which stands still until a test moves it.
struct Sharer
{
    const FakeClock &clock;
    const TriggerKinds kinds = TriggerKinds::builtIn();
    FakeExecutor *executor = new FakeExecutor(FakeExecutor::Runs::LastUntilEnded);
    QtScheduler scheduler;

    /// `host`: its machine; empty: this one.
    Sharer(const QString &url, const FakeClock &fakeClock, const QString &host = {}, milliseconds lease = 30s, milliseconds beat = 10s,
           milliseconds patience = 30s)
        : clock(fakeClock)
        , scheduler(clock, [this] { return context(); }, storeAt(url, lease, beat, 200ms, patience), std::unique_ptr<Executor>(executor))
    {
        if (!host.isEmpty() && !scheduler.setHost(host))
            qFatal("%s is no host", qPrintable(host));
    }

    static std::unique_ptr<SqlStore> storeAt(const QString &url, milliseconds lease, milliseconds beat, milliseconds poll = 200ms,
                                             milliseconds patience = 30s)
    {
        ServerDialect dialect = QUrl(url).scheme() == u"mysql" ? mariadbDialect() : postgresqlDialect();
        dialect.sql.lease = lease;
        dialect.sql.beat = beat;
        dialect.sql.poll = poll;
        dialect.sql.watch = 50ms;
        dialect.sql.patience = patience;
        return std::make_unique<SqlStore>(std::make_unique<ServerBackend>(dialect, QUrl(url)));
    }

    JobContext context() const { return {{kinds, Zone(), clock.now()}, &checkAnything}; }

    template<typename T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, int(Enough.count())) ? future.result()
                                                                                         : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    void start()
    {
        QVERIFY(wait(scheduler.start()));
        QVERIFY(wait(scheduler.allJobs()));
    }
    /// A job with a fire time every minute.
    Job job(const QString &id, const QJsonObject &options = {}) const
    {
        QJsonObject json{{u"id"_s, id}, {u"task"_s, QJsonObject{{u"type"_s, u"fake"_s}}},
                         {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}}}};
        for (auto it = options.begin(); it != options.end(); ++it)
            json.insert(it.key(), it.value());
        return Job::parse(json, context()).value();
    }
    void add(const QString &id, const QJsonObject &options = {}) { QVERIFY(wait(scheduler.addJobs(QList<Job>{job(id, options)}))); }
    /// The job's rows in the ledger, oldest first, as "success 1", in minutes from `start`.
    QStringList rows(const QString &id, TimePoint start)
    {
        QStringList texts;
        const QList<Run> runs = wait(scheduler.runs({.jobId = JobId{id}})).value_or(QList<Run>());
        for (const Run &run : runs) {
            texts.prepend((run.outcome ? toString(*run.outcome) : toString(run.state)) + u' '
                          + QString::number((run.scheduledAt - start) / 1min));
        }
        return texts;
    }
};

} // namespace reveille
