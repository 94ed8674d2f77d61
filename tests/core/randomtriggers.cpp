// SPDX-License-Identifier: MIT
#include "tests/core/randomtriggers.h"

#include <QJsonArray>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

// Chosen for their clock changes: by half an hour, two hours or a whole day, at midnight, twice around Ramadan, and none.
const QStringList Zones{u"UTC"_s, u"Europe/Berlin"_s, u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"Antarctica/Troll"_s,
                        u"Africa/Casablanca"_s, u"America/Sao_Paulo"_s, u"Asia/Beirut"_s, u"Pacific/Apia"_s, u"Asia/Kathmandu"_s};

} // namespace

int RandomTriggers::number(int first, int last)
{
    return first + int(m_random() % unsigned(last - first + 1));
}

TimePoint RandomTriggers::instant()
{
    const TimePoint begin = date::sys_days(date::year(2014) / 1 / 1);
    const TimePoint t = begin + std::chrono::hours(number(0, 32 * 8766)) + std::chrono::minutes(number(0, 59));
    return oneIn(2) ? t : t + milliseconds(number(0, 59'999));
}

QJsonObject RandomTriggers::trigger(int nesting)
{
    if (nesting == 0 || !oneIn(3))
        return simpleTrigger();
    QJsonArray children;
    for (int count = number(1, 3); count > 0; --count)
        children.append(trigger(nesting - 1));
    return {{u"type"_s, oneIn(2) ? u"and"_s : u"or"_s}, {u"triggers"_s, children}};
}

QJsonObject RandomTriggers::simpleTrigger()
{
    switch (number(1, 10)) {
    case 1: return date();
    case 2:
    case 3: return interval();
    case 4:
    case 5: return calendarInterval();
    case 6:
    case 7: return crontab();
    default: return cronFields();
    }
}

QString RandomTriggers::writtenDate(TimePoint t)
{
    const QString text = formatInstant(TimePoint(date::floor<std::chrono::seconds>(t)));
    switch (number(1, 3)) {
    case 1: return text;          // an instant
    case 2: return text.left(10); // a date alone
    default: return text.chopped(1);
    }
}

void RandomTriggers::addSpan(QJsonObject &json)
{
    const bool hasStart = oneIn(4);
    const TimePoint start = hasStart ? instant() : date::sys_days(date::year(2027) / 1 / 1);
    if (hasStart)
        json.insert(u"start_date"_s, writtenDate(start));
    if (oneIn(6)) // well behind the start, in whatever form both are written, or the day of creation
        json.insert(u"end_date"_s, writtenDate(start + std::chrono::hours(number(72, 100'000))));
}

QJsonObject RandomTriggers::date()
{
    return {{u"type"_s, u"date"_s}, {u"run_date"_s, writtenDate(instant())}, {u"timezone"_s, oneOf(Zones)}};
}

QJsonObject RandomTriggers::interval()
{
    QJsonObject json{{u"type"_s, u"interval"_s}, {u"timezone"_s, oneOf(Zones)}};
    const QStringList units{u"seconds"_s, u"minutes"_s, u"hours"_s, u"days"_s, u"weeks"_s};
    json.insert(oneOf(units), number(1, 60));
    if (oneIn(3))
        json.insert(u"minutes"_s, 15 * number(1, 8));
    if (oneIn(6))
        json.insert(u"seconds"_s, number(1, 100'000) / 1000.0);
    addSpan(json);
    return json;
}

QJsonObject RandomTriggers::calendarInterval()
{
    QJsonObject json{{u"type"_s, u"calendarinterval"_s}, {u"timezone"_s, oneOf(Zones)}};
    const QStringList units{u"days"_s, u"weeks"_s, u"months"_s, u"years"_s};
    json.insert(oneOf(units), number(1, 5));
    if (oneIn(3))
        json.insert(oneOf(units), number(1, 14));
    json.insert(u"hour"_s, number(0, oneIn(2) ? 3 : 23));
    json.insert(u"minute"_s, 15 * number(0, 3));
    addSpan(json);
    return json;
}

QString RandomTriggers::range(int first, int last)
{
    const int from = number(first, last - 1);
    const int to = number(from + 1, last);
    const QString text = QString::number(from) + u'-' + QString::number(to);
    return oneIn(2) ? text : text + u'/' + QString::number(number(1, to - from));
}

QString RandomTriggers::field(int first, int last)
{
    switch (number(1, 6)) {
    case 1: return u"*"_s;
    case 2: return u"*/"_s + QString::number(number(1, last - first));
    case 3: return range(first, last);
    case 4: return range(first, last) + u',' + QString::number(number(first, last));
    default: return QString::number(number(first, last));
    }
}

QJsonObject RandomTriggers::cronFields()
{
    QJsonObject json{{u"type"_s, u"cron"_s}, {u"timezone"_s, oneOf(Zones)}};
    const QStringList days{u"last"_s, u"2nd fri"_s, u"last sun"_s, u"1st mon,15"_s, u"5th wed"_s};
    const QStringList weekdays{u"mon-fri"_s, u"fri-mon"_s, u"sat,sun"_s, u"0"_s, u"mon-fri/2"_s};
    if (oneIn(10))
        json.insert(u"year"_s, QString::number(number(2014, 2046)) + u"/3"_s);
    if (oneIn(5))
        json.insert(u"month"_s, oneIn(3) ? u"nov-feb"_s : field(1, 12));
    if (oneIn(5))
        json.insert(u"day"_s, oneIn(2) ? oneOf(days) : field(1, 31));
    if (oneIn(12))
        json.insert(u"week"_s, field(1, 53));
    if (oneIn(4))
        json.insert(u"day_of_week"_s, oneOf(weekdays));
    if (oneIn(2))
        json.insert(u"hour"_s, field(0, 23));
    if (oneIn(2))
        json.insert(u"minute"_s, oneIn(2) ? u"0"_s : field(0, 59));
    if (json.size() == 2 || oneIn(12))
        json.insert(u"second"_s, oneIn(2) ? u"0"_s : field(0, 59));
    addSpan(json);
    return json;
}

QJsonObject RandomTriggers::crontab()
{
    const QStringList days{u"*"_s, u"*"_s, u"?"_s, u"L"_s, u"LW"_s, u"15W"_s, u"13"_s, u"1-7"_s, u"31"_s};
    const QStringList months{u"*"_s, u"*"_s, u"*"_s, u"nov-feb"_s, u"3,10"_s, u"2"_s};
    const QStringList weekdays{u"*"_s, u"*"_s, u"?"_s, u"1-5"_s, u"fri#2"_s, u"friL"_s, u"7"_s, u"5-1"_s};
    QStringList columns{oneIn(2) ? u"0"_s : field(0, 59), field(0, 23), oneOf(days), oneOf(months), oneOf(weekdays)};
    if (oneIn(8))
        columns.prepend(field(0, 59));
    QJsonObject json{{u"type"_s, u"cron"_s}, {u"crontab"_s, columns.join(u' ')}, {u"timezone"_s, oneOf(Zones)}};
    addSpan(json);
    return json;
}

} // namespace reveille
