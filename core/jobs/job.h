// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"
#include "core/jobs/function.h"
#include "core/triggers/trigger.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace reveille {

using namespace std::chrono_literals;

/// Which of several fire times that became due together runs; All: each of them, up to 100.
enum class Coalesce { Latest, Earliest, All };
/// What happens to a run that is due while `maxInstances` others of its job are active.
enum class Overlap { Skip, Queue, Replace, Allow };
/// Whether a run that a crash cut short is repeated.
enum class Delivery { AtMostOnce, AtLeastOnce };
enum class WhenFinished { Keep, Remove };
enum class NotifyOn { Error = 1, Success = 2, Missed = 4, Recovery = 8 };

struct Retries
{
    int count = 0; ///< 0 to 100
    milliseconds delay = 60s;
    double backoff = 2.0; ///< the delay grows by this factor, 1 to 100
    bool operator==(const Retries &) const = default;
};

struct Notify
{
    QFlags<NotifyOn> on{NotifyOn::Error};
    int afterFailures = 1; ///< only from the n-th failure in a row on
    bool operator==(const Notify &) const = default;
};

/// A task's JSON after its type has checked it, with what the type thinks best for a job that does not say.
struct CheckedTask
{
    QJsonObject json;
    std::optional<milliseconds> misfireGraceTime;
    Delivery delivery = Delivery::AtMostOnce;
    QString name; ///< what a job without a name is called
};
using TaskCheck = std::function<Result<CheckedTask>(const QJsonObject &task)>;

struct JobContext
{
    TriggerContext trigger;
    TaskCheck checkTask;
};

/// A task with a trigger and options, under an id, in a job store. Its definition only: what the scheduler knows of it
/// (next run, status) is in JobSnapshot.
struct Job
{
    JobId id;
    QString name;
    QStringList tags;
    bool paused = false;
    QJsonObject task; ///< canonical; `type` says which TaskType reads it
    /// The function itself, of a task of type `function` without a name. It has no JSON form: such a job lives in memory only.
    std::shared_ptr<const Function> function;
    std::optional<Trigger> trigger; ///< none: runs once, when it is added
    Coalesce coalesce = Coalesce::Latest;
    std::optional<milliseconds> misfireGraceTime; ///< none: no limit
    int maxInstances = 1; ///< 1 to 1,000
    Overlap overlap = Overlap::Skip;
    Retries retries;
    Notify notify;
    milliseconds jitter = 0ms;
    Delivery delivery = Delivery::AtMostOnce;
    WhenFinished whenFinished = WhenFinished::Keep;
    QString store = QStringLiteral("default");
    QString executor = QStringLiteral("default");
    QString host; ///< the machine that runs it, as hostName() has it; empty: any

    bool operator==(const Job &) const = default;

    /// Reads the JSON form (DESIGN.md section 7). Only `task` is required; an absent id is made up, an absent name is
    /// taken from the task. `next_run_time`, `status` and `broken_reason` are the scheduler's and passed over here.
    /// The error's key is the JSON key that is wrong.
    [[nodiscard]] static Result<Job> parse(const QJsonObject &json, const JobContext &context);
    /// All of it, in canonical form.
    [[nodiscard]] QJsonObject toJson() const;
    /// The compact text of toJson().
    [[nodiscard]] QByteArray toJsonText() const;

    /// Whether the machine of this name may run it.
    [[nodiscard]] bool runsOn(const QString &machine) const { return host.isEmpty() || host == machine; }
    [[nodiscard]] QString taskType() const { return task.value(QStringLiteral("type")).toString(); }
    [[nodiscard]] bool notifiesOn(NotifyOn what) const { return notify.on.testFlag(what); }
    /// The schedule in words, in the language of the application.
    [[nodiscard]] QString describeSchedule() const;
};

} // namespace reveille
