// SPDX-License-Identifier: MIT
#include "core/time/writtendate.h"
#include "core/time/zone.h"
#include "tests/fuzz/fuzztarget.h"

namespace reveille::fuzz {

namespace {

const QString Key = QStringLiteral("key");

void checkDate(const QString &text, const Zone &zone)
{
    const Result<WrittenDate> date = WrittenDate::parse(text, Key);
    if (!date) {
        require(date.error().key == Key && !date.error().message.isEmpty(), "the error tells what is wrong");
        return;
    }
    const Result<WrittenDate> again = WrittenDate::parse(date->toString(), Key);
    require(again && *again == *date, "the canonical form means the same");
    require(date->startIn(zone) <= date->endIn(zone), "a date begins before it ends");
    if (date->isInstant())
        require(date->startIn(zone) == date->startIn(Zone()), "an instant is the same in every zone");
    else
        require(zone.localOf(date->startIn(zone)) >= date->localIn(zone), "the instant of a wall-clock time is not before it");
}

void checkInstant(const QString &text)
{
    const Result<TimePoint> instant = parseInstant(text, Key);
    const Result<WrittenDate> date = WrittenDate::parse(text, Key);
    require(instant.has_value() == (date && date->isInstant()), "an instant is a date with an offset");
    if (!instant)
        return;
    require(date->startIn(Zone()) == *instant, "an instant is what was written");
    require(formatInstant(*instant) == date->toString(), "an instant is written in one way");
}

void checkDuration(const QString &text)
{
    const Result<milliseconds> duration = parseDuration(text, Key);
    if (!duration)
        return;
    require(*duration >= milliseconds(0) && *duration <= std::chrono::hours(24 * 3660), "a duration is in range");
    const QString inSeconds = QString::number(toSeconds(*duration), 'f', 3) + QLatin1Char('s');
    require(parseDuration(inSeconds, Key) == *duration, "a duration reads back");
}

} // namespace

void check(const QByteArray &input)
{
    static const Zone zone = Zone::find(QStringLiteral("Europe/Berlin")).value();
    const QString text = QString::fromUtf8(input);
    checkDate(text, zone);
    checkInstant(text);
    checkDuration(text);
}

} // namespace reveille::fuzz
