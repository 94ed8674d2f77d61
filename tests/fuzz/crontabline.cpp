// SPDX-License-Identifier: MIT
#include "core/triggers/cronparser.h"
#include "core/triggers/cronschedule.h"
#include "core/triggers/cronwords.h"
#include "core/triggers/triggerkinds.h"
#include "tests/fuzz/fuzztarget.h"

namespace reveille::fuzz {

void check(const QByteArray &input)
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    static const TimePoint after = date::sys_days(date::year(2026) / 1 / 1);
    const QString line = QString::fromUtf8(input);
    const Result<CronFields> fields = cron::parseCrontab(line);
    const QJsonObject json{{QStringLiteral("type"), QStringLiteral("cron")}, {QStringLiteral("crontab"), line}};
    const Result<Trigger> trigger = Trigger::parse(json, {kinds, Zone(), after});
    if (line.contains(QChar::Null)) { // which no JSON text of ours may hold
        require(!trigger, "a null character is refused");
        return;
    }
    require(fields.has_value() == trigger.has_value(), "the grammar and the trigger take the same lines");
    if (!fields) {
        require(fields.error() == trigger.error(), "the grammar and the trigger say the same");
        require(fields.error().key == QStringLiteral("crontab") && !fields.error().message.isEmpty(), "the error tells what is wrong");
        return;
    }

    require(!cron::describe(*fields).isEmpty(), "a schedule has words");
    const Result<CronFields> again = cron::parseCrontab(trigger->toJson().value(QStringLiteral("crontab")).toString());
    require(again && *again == *fields, "the canonical line means the same");
    const CronSchedule schedule(*fields);
    const LocalSeconds first = schedule.next(date::local_days(date::year(2026) / 1 / 1));
    require(first >= date::local_days(date::year(2026) / 1 / 1), "the first match lies ahead");
    require(first == LocalSeconds::max() || schedule.next(first) == first, "a match is its own next one");
    // In UTC the wall clock is the instant.
    const OptionalTime fired = trigger->next(after - milliseconds(1));
    require(fired.has_value() == (first != LocalSeconds::max()), "the trigger fires where the schedule matches");
    require(!fired || fired->time_since_epoch() == first.time_since_epoch(), "the trigger fires when the schedule matches");
}

} // namespace reveille::fuzz
