// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QTest>

namespace reveille {

using namespace Qt::StringLiterals;

inline const TimePoint Start = at("2026-11-20T00:00:00Z");
inline const QJsonObject EachMinute{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}};

/// A scheduler as a program makes it, on a fake clock, with functions on its event loop.
struct Program
{
    FakeClock clock{Start};
    SchedulerParts parts;
    std::unique_ptr<QtScheduler> scheduler;

    explicit Program(const QVariantMap &settings = {{u"reveille.executors.default.type"_s, u"eventloop"_s}}, const FunctionTable &functions = {})
    {
        parts.clock = &clock;
        parts.functions = functions;
        scheduler = std::make_unique<QtScheduler>(parts);
        const Result<SchedulerConfig> config = SchedulerConfig::fromMap(settings);
        QVERIFY(config);
        QVERIFY(scheduler->configure(*config));
    }

    template<typename T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    void start() { QVERIFY(wait(scheduler->start())); }
    void advance(milliseconds by)
    {
        clock.advance(by);
        scheduler->wakeUp();
        for (int turns = 0; turns < 20; ++turns)
            QCoreApplication::processEvents();
    }
    QStringList ids()
    {
        QStringList ids;
        for (const JobSnapshot &snapshot : scheduler->jobs())
            ids.append(snapshot.job->id.value);
        return ids;
    }
    Error errorOf(QFuture<Result<JobHandle>> future)
    {
        const Result<JobHandle> answer = wait(future);
        return answer ? Error() : answer.error();
    }
};

} // namespace reveille
