// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"
#include "core/time/zone.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <memory>

namespace reveille {

class JsonReader;
class JsonText;
class Trigger;
class TriggerKinds;

/// What a trigger takes from its surroundings when it is created, so that afterwards it is a pure function of time.
struct TriggerContext
{
    const TriggerKinds &kinds;
    Zone zone;     ///< for a trigger that names none
    TimePoint now; ///< the moment of creation: an interval without a start begins one step later
    int depth = 0; ///< how many triggers it is inside of
};

/// One kind of trigger with its settings; immutable, so that copies of a Trigger share it across threads.
/// To add a kind, write one subclass and name its parser in TriggerKinds::builtIn() (or TriggerKinds::add()).
class TriggerKind
{
public:
    virtual ~TriggerKind() = default;

    /// See Trigger::next().
    [[nodiscard]] virtual OptionalTime next(TimePoint after) const = 0;
    /// See Trigger::skippedTime().
    [[nodiscard]] virtual std::optional<LocalSeconds> skippedTime([[maybe_unused]] TimePoint fireTime) const { return std::nullopt; }
    /// Of a kind that combines others: the one of them that fires then, if possible one with a skippedTime(). Otherwise null.
    [[nodiscard]] virtual const Trigger *childAt([[maybe_unused]] TimePoint fireTime) const { return nullptr; }
    /// Writes the members of the canonical JSON form: parsing these gives an equal trigger, whatever the context.
    virtual void writeTo(JsonText &json) const = 0;
    /// The schedule in words, as a sentence without a full stop, in the language of the application.
    [[nodiscard]] virtual QString describe() const = 0;
    /// The zone whose wall clock it follows, or which it was written in.
    [[nodiscard]] virtual const Zone &zone() const = 0;
};

/// The rule that yields fire times. A value: compares equal when its canonical form is the same, and is cheap to copy.
class Trigger final
{
    Q_DECLARE_TR_FUNCTIONS(Trigger)

public:
    explicit Trigger(std::shared_ptr<const TriggerKind> kind) : m_kind(std::move(kind)) {}

    /// Reads the JSON form (DESIGN.md section 3; APScheduler's argument names). The error's key is the JSON key that is
    /// wrong. `jitter` is checked and passed over: it belongs to the job, see Job::parse().
    [[nodiscard]] static Result<Trigger> parse(const QJsonValue &json, const TriggerContext &context);

    /// The first fire time strictly after `after`; nullopt: never again.
    [[nodiscard]] OptionalTime next(TimePoint after) const { return after < EndOfTime ? m_kind->next(after) : std::nullopt; }
    /// The trigger that fires then: this one or, where it combines others, one of those inside it.
    [[nodiscard]] const Trigger &partAt(TimePoint fireTime) const;
    /// The wall-clock time in the zone of partAt() that the schedule names where the clocks skip it, so that it fires when
    /// they jump; nullopt: `fireTime` is the time that the schedule names.
    [[nodiscard]] std::optional<LocalSeconds> skippedTime(TimePoint fireTime) const { return partAt(fireTime).m_kind->skippedTime(fireTime); }
    /// The canonical JSON form, all of it.
    [[nodiscard]] QJsonObject toJson() const;
    /// Writes that form as a value.
    void writeTo(JsonText &json) const;
    [[nodiscard]] QString describe() const { return m_kind->describe(); }
    [[nodiscard]] const Zone &zone() const { return m_kind->zone(); }

    bool operator==(const Trigger &other) const;

private:
    std::shared_ptr<const TriggerKind> m_kind;
};

/// For kinds: takes `timezone`, or the context's zone.
[[nodiscard]] Zone takeZone(JsonReader &reader, const TriggerContext &context);
/// Takes `jitter`: 0 to 366 days; absent: none.
milliseconds takeJitter(JsonReader &reader);
/// The largest `jitter` in a trigger's JSON form, those of the triggers inside it included: what a job takes for its own.
[[nodiscard]] milliseconds jitterIn(const QJsonObject &trigger);

/// The next fire times strictly after `after`: at most `count`.
[[nodiscard]] std::vector<TimePoint> nextFireTimes(const Trigger &trigger, TimePoint after, int count);

/// The last fire time in (after, until], found from `next` alone by galloping and bisecting; nullopt: there is none.
[[nodiscard]] OptionalTime latestFireTime(const Trigger &trigger, TimePoint after, TimePoint until);

/// How many fire times lie in (after, until]; counting stops at `limit`.
[[nodiscard]] int countFireTimes(const Trigger &trigger, TimePoint after, TimePoint until, int limit = 10'000);

} // namespace reveille
