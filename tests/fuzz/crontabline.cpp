// SPDX-License-Identifier: MIT
#include "core/triggers/cronparser.h"
#include "core/triggers/cronwords.h"
#include "core/triggers/triggerkinds.h"
#include "tests/fuzz/fuzztarget.h"

namespace reveille::fuzz {

void check(const QByteArray &input)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    static const TimePoint after = date::sys_days(date::year(2026) / 1 / 1);
    const QString line = QString::fromUtf8(input);
    const Result<CronSchedule> schedule = cron::parseCrontab(line);
    const QJsonObject json{{QStringLiteral("type"), QStringLiteral("cron")}, {QStringLiteral("crontab"), line}};
    const Result<Trigger> trigger = Trigger::parse(json, {kinds, Zone(), after});
    if (line.contains(QChar::Null)) { // which no JSON text of ours may hold
        require(!trigger, "a null character is refused");
        return;
    }
    require(schedule.has_value() == trigger.has_value(), "the grammar and the trigger take the same lines");
    if (!schedule) {
        require(schedule.error() == trigger.error(), "the grammar and the trigger say the same");
        require(schedule.error().key == QStringLiteral("crontab") && !schedule.error().message.isEmpty(), "the error tells what is wrong");
        return;
    }

    require(!cron::describe(*schedule).isEmpty(), "a schedule has words");
    const Result<CronSchedule> again = cron::parseCrontab(trigger->toJson().value(QStringLiteral("crontab")).toString());
    require(again && *again == *schedule, "the canonical line means the same");
    const auto from = date::local_days(date::year(2026) / 1 / 1);
    const std::optional<LocalSeconds> first = schedule->next(from);
    require(!first || *first >= from, "the first match lies ahead");
    if (first)
        require(schedule->next(*first) == first, "a match is its own next one");
    // In UTC the wall clock is the instant.
    const OptionalTime fired = trigger->next(after - milliseconds(1));
    require(fired.has_value() == first.has_value(), "the trigger fires where the schedule matches");
    require(!fired || fired->time_since_epoch() == first->time_since_epoch(), "the trigger fires when the schedule matches");
}

} // namespace reveille::fuzz
