// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"
#include "core/time/timepoint.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace reveille {

enum class RunState : quint8 { Waiting, Claimed, Running, Finished };
enum class Outcome : quint8 { Success, Error, Timeout, Missed, Skipped, Cancelled, Interrupted };
enum class Cause : quint8 { Schedule, Manual, Retry, Snooze };

/// One execution of a job and its ledger row; or, where count > 1 or until is set, a span of fire times that did not run.
struct Run
{
    RunId id;
    JobId jobId;
    TimePoint scheduledAt;  ///< the fire time; of a run without one, the moment it was asked for
    TimePoint dueAt;        ///< when it is to start: with jitter, delay or snooze; never before scheduledAt
    Cause cause = Cause::Schedule;
    RunState state = RunState::Claimed;
    int attempt = 1;
    OptionalTime startedAt;
    OptionalTime finishedAt;
    std::optional<Outcome> outcome;
    bool outputTruncated = false;
    bool cancelRequested = false;
    int count = 1;          ///< of a span: its fire times
    OptionalTime until;     ///< of a span: its last fire time
    QString reason;         ///< why it did not run or did not succeed: a word ("late", "coalesced", ...) or a sentence
    std::optional<int> exitCode; ///< a command's exit code or a web request's HTTP status
    QByteArray output;      ///< what it printed or received, as bytes; capped
    OptionalTime acknowledgedAt; ///< of a reminder: when the person said Done

    bool operator==(const Run &) const = default;

    void begin(TimePoint at);
    /// The reason: as in `reason`.
    void end(Outcome how, const QString &why, TimePoint at);

    [[nodiscard]] bool isActive() const { return state == RunState::Claimed || state == RunState::Running; }
    /// It ended and did not do what it should: error, timeout or interrupted.
    [[nodiscard]] bool failed() const;
    /// The JSON form of `history --json` (DESIGN.md section 7).
    [[nodiscard]] QJsonObject toJson() const;
};

/// The name in JSON and in stores.
[[nodiscard]] QString toString(RunState state);
[[nodiscard]] QString toString(Outcome outcome);
[[nodiscard]] QString toString(Cause cause);
[[nodiscard]] std::optional<RunState> runStateFrom(const QString &name);
[[nodiscard]] std::optional<Outcome> outcomeFrom(const QString &name);
[[nodiscard]] std::optional<Cause> causeFrom(const QString &name);

/// The outcome and the reason for the person, in the language of the application: "Success", "Skipped".
[[nodiscard]] QString describe(Outcome outcome);
/// A known reason word in a sentence ("late": "Later than the misfire grace time allows"); any other text as it is.
[[nodiscard]] QString describeReason(const QString &reason);

/// Which runs are asked for; newest first.
struct RunQuery
{
    std::optional<JobId> jobId;
    std::optional<RunId> runId;
    OptionalTime since; ///< scheduled at or after
    OptionalTime until; ///< scheduled at or before
    std::optional<Outcome> outcome;
    int limit = 100;
    bool withOutput = true; ///< false leaves `output` empty, for lists
};

} // namespace reveille

Q_DECLARE_TYPEINFO(reveille::Run, Q_RELOCATABLE_TYPE);
