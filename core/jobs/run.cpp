// SPDX-License-Identifier: MIT
#include "core/jobs/run.h"

#include <QCoreApplication>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(Run)
};

// In the order of the enumerators.
constexpr QLatin1StringView StateNames[] = {"waiting"_L1, "claimed"_L1, "running"_L1, "finished"_L1};
constexpr QLatin1StringView OutcomeNames[] = {"success"_L1, "error"_L1, "timeout"_L1, "missed"_L1,
                                              "skipped"_L1, "cancelled"_L1, "interrupted"_L1};
constexpr QLatin1StringView CauseNames[] = {"schedule"_L1, "manual"_L1, "retry"_L1, "snooze"_L1};

template<typename E, size_t N>
std::optional<E> valueNamed(const QString &name, const QLatin1StringView (&names)[N])
{
    const auto it = std::find(std::begin(names), std::end(names), name);
    return it == std::end(names) ? std::nullopt : std::optional(static_cast<E>(it - std::begin(names)));
}

QJsonValue instantOrNull(OptionalTime t)
{
    return t ? QJsonValue(formatInstant(*t)) : QJsonValue();
}

} // namespace

void Run::begin(TimePoint at)
{
    state = RunState::Running;
    startedAt = at;
}

void Run::end(Outcome how, const QString &why, TimePoint at)
{
    state = RunState::Finished;
    outcome = how;
    reason = why;
    reason.remove(QChar::Null); // which not every database can keep
    finishedAt = at;
}

bool Run::failed() const
{
    return outcome == Outcome::Error || outcome == Outcome::Timeout || outcome == Outcome::Interrupted;
}

QJsonObject Run::toJson() const
{
    return {
        {u"run_id"_s, id.value},
        {u"job_id"_s, jobId.value},
        {u"scheduled_at"_s, formatInstant(scheduledAt)},
        {u"cause"_s, toString(cause)},
        {u"attempt"_s, attempt},
        {u"state"_s, toString(state)},
        {u"started_at"_s, instantOrNull(startedAt)},
        {u"finished_at"_s, instantOrNull(finishedAt)},
        {u"outcome"_s, outcome ? QJsonValue(toString(*outcome)) : QJsonValue()},
        {u"reason"_s, reason},
        {u"exit_code"_s, exitCode ? QJsonValue(*exitCode) : QJsonValue()},
        {u"count"_s, count},
        {u"until"_s, instantOrNull(until)},
        {u"output"_s, QString::fromUtf8(output)},
        {u"output_truncated"_s, outputTruncated},
        {u"acknowledged_at"_s, instantOrNull(acknowledgedAt)},
    };
}

QString toString(RunState state)
{
    return StateNames[size_t(state)];
}

QString toString(Outcome outcome)
{
    return OutcomeNames[size_t(outcome)];
}

QString toString(Cause cause)
{
    return CauseNames[size_t(cause)];
}

std::optional<RunState> runStateFrom(const QString &name)
{
    return valueNamed<RunState>(name, StateNames);
}

std::optional<Outcome> outcomeFrom(const QString &name)
{
    return valueNamed<Outcome>(name, OutcomeNames);
}

std::optional<Cause> causeFrom(const QString &name)
{
    return valueNamed<Cause>(name, CauseNames);
}

QString describe(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success: return RunText::tr("Success", "outcome of a run");
    case Outcome::Error: return RunText::tr("Error", "outcome of a run");
    case Outcome::Timeout: return RunText::tr("Timed out", "outcome of a run");
    case Outcome::Missed: return RunText::tr("Missed", "outcome of a run");
    case Outcome::Skipped: return RunText::tr("Skipped", "outcome of a run");
    case Outcome::Cancelled: return RunText::tr("Cancelled", "outcome of a run");
    case Outcome::Interrupted: return RunText::tr("Interrupted", "outcome of a run");
    }
    Q_UNREACHABLE();
}

QString describeReason(const QString &reason)
{
    if (reason == "late"_L1)
        return RunText::tr("Later than the misfire grace time allows");
    if (reason == "coalesced"_L1)
        return RunText::tr("Made one with another run that was due");
    if (reason == "overlap"_L1)
        return RunText::tr("The run before was still going on");
    if (reason == "paused"_L1)
        return RunText::tr("The job or the scheduler was paused");
    if (reason == "interrupted"_L1)
        return RunText::tr("Reveille ended while it was running");
    if (reason == "cancelled"_L1)
        return RunText::tr("Ended on request");
    if (reason == "replaced"_L1)
        return RunText::tr("Ended because the next run was due");
    if (reason == "shutdown"_L1)
        return RunText::tr("Ended because Reveille was ended");
    return reason;
}

} // namespace reveille
