// SPDX-License-Identifier: MIT
#include "core/stores/runrow.h"

#include <QSqlQuery>

#include <array>

namespace reveille {

using namespace Qt::StringLiterals;

const QString RunKeyColumns = u"id, job_id, scheduled_at, due_at, cause, attempt, slot"_s;
const QString RunStateColumns = u"state, started_at, finished_at, outcome, reason, exit_code, count, until, "
                                "output_truncated, acknowledged_at, cancel_requested"_s;

namespace {

template<typename E, size_t N>
const QString &textIn(E value)
{
    static const std::array<QString, N> texts = [] {
        std::array<QString, N> all;
        for (size_t i = 0; i < N; ++i)
            all[i] = toString(static_cast<E>(i));
        return all;
    }();
    return texts[size_t(value)];
}

} // namespace

const QString &textOf(RunState state)
{
    return textIn<RunState, 4>(state);
}

const QString &textOf(Outcome outcome)
{
    return textIn<Outcome, 7>(outcome);
}

const QString &textOf(Cause cause)
{
    return textIn<Cause, 4>(cause);
}

QVariant toValue(OptionalTime t)
{
    return t ? QVariant(qint64(t->time_since_epoch().count())) : QVariant();
}

OptionalTime toTime(const QVariant &value)
{
    return value.isNull() ? std::nullopt : OptionalTime(TimePoint(milliseconds(value.toLongLong())));
}

bool isUniqueInJob(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

QVariantList keyValues(const Run &run)
{
    return {
        QString(run.id.value),
        run.jobId.value,
        toValue(run.scheduledAt),
        toValue(run.dueAt),
        textOf(run.cause),
        run.attempt,
        isUniqueInJob(run) ? QVariant(1) : QVariant(),
    };
}

QVariantList stateValues(const Run &run)
{
    return {
        textOf(run.state),
        toValue(run.startedAt),
        toValue(run.finishedAt),
        run.outcome ? QVariant(textOf(*run.outcome)) : QVariant(),
        run.reason.isNull() ? u""_s : run.reason, // QtSql takes a null text for NULL
        run.exitCode ? QVariant(*run.exitCode) : QVariant(),
        run.count,
        toValue(run.until),
        int(run.outputTruncated),
        toValue(run.acknowledgedAt),
        int(run.cancelRequested),
        run.output.isEmpty() ? QVariant() : QVariant(run.output),
    };
}

Run toRun(const QSqlQuery &row)
{
    Run run;
    run.id = {row.value(0).toString()};
    run.jobId = {row.value(1).toString()};
    run.scheduledAt = toTime(row.value(2)).value_or(TimePoint());
    run.dueAt = toTime(row.value(3)).value_or(TimePoint());
    run.cause = causeFrom(row.value(4).toString()).value_or(Cause::Schedule);
    run.attempt = row.value(5).toInt();
    run.state = runStateFrom(row.value(7).toString()).value_or(RunState::Finished);
    run.startedAt = toTime(row.value(8));
    run.finishedAt = toTime(row.value(9));
    run.outcome = outcomeFrom(row.value(10).toString());
    run.reason = row.value(11).toString();
    if (!row.isNull(12))
        run.exitCode = row.value(12).toInt();
    run.count = row.value(13).toInt();
    run.until = toTime(row.value(14));
    run.outputTruncated = row.value(15).toBool();
    run.acknowledgedAt = toTime(row.value(16));
    run.cancelRequested = row.value(17).toBool();
    run.output = row.value(18).toByteArray();
    return run;
}

} // namespace reveille
