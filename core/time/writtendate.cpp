// SPDX-License-Identifier: MIT
#include "core/time/writtendate.h"

#include "core/time/zone.h"

namespace reveille {

using namespace std::chrono_literals;
using date::days;
using date::local_time;

namespace {

constexpr TimePoint FirstInstant = date::sys_days(date::year(1900) / 1 / 1);

// A cursor over the text; every read either takes what it wants or leaves the cursor where it was.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    std::optional<int> digits(qsizetype count)
    {
        if (m_text.size() < count)
            return std::nullopt;
        int value = 0;
        for (qsizetype i = 0; i < count; ++i) {
            const char16_t c = m_text[i].unicode();
            if (c < u'0' || c > u'9')
                return std::nullopt;
            value = value * 10 + (c - u'0');
        }
        m_text = m_text.mid(count);
        return value;
    }
    bool take(char16_t c)
    {
        if (m_text.isEmpty() || m_text.front() != QChar(c))
            return false;
        m_text = m_text.mid(1);
        return true;
    }
    [[nodiscard]] bool atEnd() const { return m_text.isEmpty(); }

private:
    QStringView m_text;
};

// Writes digits one after another; far faster than QString::arg() for what is written by the thousand.
class Digits
{
public:
    void add(char c) { m_text[m_size++] = c; }
    void add(unsigned value, int width)
    {
        for (int i = width; i-- > 0; value /= 10)
            m_text[m_size + i] = char('0' + value % 10);
        m_size += width;
    }
    [[nodiscard]] QString toString() const { return QString::fromLatin1(m_text, m_size); }

private:
    char m_text[32];
    int m_size = 0;
};

} // namespace

Result<WrittenDate> WrittenDate::parse(const QString &text, const QString &key)
{
    const auto malformed = [&] {
        return invalid(key, tr("“%1” is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, with Z or ±HH:MM for an instant")
                                .arg(text));
    };
    const auto outOfRange = [&](int year) {
        return invalid(key, tr("%1 is out of range; allowed are the years 1900 to 2199").arg(year));
    };
    Scanner scan(text);
    const std::optional<int> year = scan.digits(4);
    const bool dash1 = scan.take(u'-');
    const std::optional<int> month = scan.digits(2);
    const bool dash2 = scan.take(u'-');
    const std::optional<int> day = scan.digits(2);
    if (!year || !dash1 || !month || !dash2 || !day)
        return malformed();
    const date::year_month_day ymd = date::year(*year) / *month / *day;
    if (!ymd.ok())
        return invalid(key, tr("“%1” is not in the calendar").arg(text));
    if (*year < 1900 || *year > 2199)
        return outOfRange(*year);
    milliseconds sinceEpoch = date::local_days(ymd).time_since_epoch();
    if (scan.atEnd())
        return WrittenDate(Kind::Date, sinceEpoch);

    if (!scan.take(u'T') && !scan.take(u' '))
        return malformed();
    const std::optional<int> hour = scan.digits(2);
    const bool colon = scan.take(u':');
    const std::optional<int> minute = scan.digits(2);
    if (!hour || !colon || !minute)
        return malformed();
    int second = 0;
    int fraction = 0;
    if (scan.take(u':')) {
        const std::optional<int> s = scan.digits(2);
        if (!s)
            return malformed();
        second = *s;
        if (scan.take(u'.')) {
            int scale = 100;
            int count = 0;
            for (; const std::optional<int> digit = scan.digits(1); ++count, scale /= 10)
                fraction += *digit * scale;
            if (count == 0 || count > 9)
                return malformed();
        }
    }
    if (*hour > 23 || *minute > 59 || second > 59)
        return invalid(key, tr("“%1” has a time of day beyond 23:59:59").arg(text));
    sinceEpoch += std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(second)
        + milliseconds(fraction);
    if (scan.atEnd())
        return WrittenDate(Kind::Local, sinceEpoch);

    if (scan.take(u'Z'))
        return scan.atEnd() ? Result<WrittenDate>(WrittenDate(Kind::Instant, sinceEpoch)) : malformed();
    const bool east = scan.take(u'+');
    if (!east && !scan.take(u'-'))
        return malformed();
    const std::optional<int> offsetHours = scan.digits(2);
    const bool offsetColon = scan.take(u':');
    const std::optional<int> offsetMinutes = scan.digits(2);
    if (!offsetHours || !offsetColon || !offsetMinutes || !scan.atEnd() || *offsetHours > 23 || *offsetMinutes > 59)
        return malformed();
    const auto offset = std::chrono::hours(*offsetHours) + std::chrono::minutes(*offsetMinutes);
    const TimePoint instant(sinceEpoch - (east ? offset : -offset));
    if (instant < FirstInstant || instant >= EndOfTime) // its canonical form, in UTC, could not be read
        return outOfRange(int(date::year_month_day(date::floor<days>(instant)).year()));
    return WrittenDate(Kind::Instant, instant.time_since_epoch());
}

WrittenDate WrittenDate::fromInstant(TimePoint t)
{
    return {Kind::Instant, t.time_since_epoch()};
}

WrittenDate WrittenDate::fromDay(date::local_days day)
{
    return {Kind::Date, day.time_since_epoch()};
}

WrittenDate WrittenDate::fromLocal(local_time<milliseconds> local)
{
    return {Kind::Local, local.time_since_epoch()};
}

TimePoint WrittenDate::startIn(const Zone &zone) const
{
    return m_kind == Kind::Instant ? TimePoint(m_sinceEpoch) : zone.instantOf(local_time<milliseconds>(m_sinceEpoch));
}

TimePoint WrittenDate::endIn(const Zone &zone) const
{
    if (m_kind != Kind::Date)
        return startIn(zone);
    return zone.instantOf(local_time<milliseconds>(m_sinceEpoch) + days(1)) - 1ms;
}

local_time<milliseconds> WrittenDate::localIn(const Zone &zone) const
{
    return m_kind == Kind::Instant ? zone.localOf(TimePoint(m_sinceEpoch)) : local_time<milliseconds>(m_sinceEpoch);
}

QString WrittenDate::toString() const
{
    const auto day = date::floor<days>(m_sinceEpoch);
    const date::year_month_day ymd{date::sys_days(day)};
    Digits text;
    text.add(unsigned(int(ymd.year())), 4);
    text.add('-');
    text.add(unsigned(ymd.month()), 2);
    text.add('-');
    text.add(unsigned(ymd.day()), 2);
    if (m_kind == Kind::Date)
        return text.toString();
    const date::hh_mm_ss<milliseconds> time(m_sinceEpoch - day);
    text.add('T');
    text.add(unsigned(time.hours().count()), 2);
    text.add(':');
    text.add(unsigned(time.minutes().count()), 2);
    text.add(':');
    text.add(unsigned(time.seconds().count()), 2);
    if (time.subseconds() != 0ms) {
        text.add('.');
        text.add(unsigned(time.subseconds().count()), 3);
    }
    if (m_kind == Kind::Instant)
        text.add('Z');
    return text.toString();
}

} // namespace reveille
