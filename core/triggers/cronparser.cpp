// SPDX-License-Identifier: MIT
#include "core/triggers/cronparser.h"

#include "core/triggers/cronfield.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>

namespace reveille::cron {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Cron)
};

constexpr std::array<const char *, 12> MonthNames = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<const char *, 7> MondayFirst = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<const char *, 7> SundayFirst = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

constexpr FieldSpec YearSpec{CronFields::FirstYear, 9999};
constexpr FieldSpec MonthSpec{1, 12, MonthNames.data(), 12, true};
constexpr FieldSpec WeekSpec{1, 53};
constexpr FieldSpec DaySpec{1, 31, nullptr, 0, false, Form::Fields, "last, 2nd fri or last fri"};
constexpr FieldSpec CrontabDaySpec{1, 31, nullptr, 0, false, Form::Crontab, "L, LW or 15W"};
constexpr FieldSpec MondayFirstSpec{0, 6, MondayFirst.data(), 7, true};
constexpr FieldSpec SundayFirstSpec{0, 6, SundayFirst.data(), 7, true, Form::Crontab};
constexpr FieldSpec SevenSpec{0, 7, SundayFirst.data(), 7, true, Form::Crontab, "fri#2 or friL"};
constexpr FieldSpec HourSpec{0, 23};
constexpr FieldSpec SixtySpec{0, 59};

constexpr FieldSpec inCrontab(FieldSpec spec)
{
    spec.form = Form::Crontab;
    return spec;
}

ItemResult<void> parseYears(QStringView text, CronFields &fields)
{
    return forEachItem(text, 0, YearSpec, [&](Scanner &scan) -> ItemResult<void> {
        return takeRange(scan, YearSpec).map([&](const Range &range) {
            for (int year = range.first; year <= std::min(range.last, CronFields::LastYear); year += range.step)
                fields.years.set(size_t(year - CronFields::FirstYear));
        });
    });
}

// APScheduler's `day`: numbers, `last`, `2nd fri`, `last fri`.
ItemResult<void> takeDay(Scanner &scan, CronDays &days)
{
    constexpr std::array<const char *, 6> Positions = {"1st", "2nd", "3rd", "4th", "5th", "last"};
    for (size_t n = 0; n < Positions.size(); ++n) {
        if (!scan.takeWord(Positions[n]))
            continue;
        const bool isLast = n == 5;
        if (isLast && scan.atEnd()) {
            days.addPosition().lastDay = true;
            return {};
        }
        const qsizetype at = scan.position();
        const bool spaced = scan.takeSpaces();
        const std::optional<int> weekday = takeName(scan, MondayFirstSpec);
        if (!spaced || !weekday || !scan.atEnd()) {
            return wrong(at, Messages::tr("“%1” must be followed by a space and a weekday, mon to sun")
                                 .arg(QLatin1StringView(Positions[n])));
        }
        CronPositions &positions = days.addPosition();
        (isLast ? positions.lastWeekdays : positions.nth[n]) |= std::uint8_t(1 << *weekday);
        return {};
    }
    return addRange(scan, DaySpec, days.numbers);
}

// crontab's day of the month: numbers, `L`, `LW`, `15W`.
ItemResult<void> takeCrontabDay(Scanner &scan, CronDays &days)
{
    Scanner special = scan;
    if (special.take(u'l')) {
        const bool workday = special.take(u'w');
        if (!special.atEnd())
            return leftOver(special, CrontabDaySpec);
        CronPositions &positions = days.addPosition();
        (workday ? positions.lastWorkday : positions.lastDay) = true;
        return {};
    }
    if (const std::optional<int> day = special.number(); day && special.take(u'w')) {
        if (*day < CrontabDaySpec.first || *day > CrontabDaySpec.last)
            return wrong(scan.position(), Messages::tr("the number is out of range; %1").arg(allowed(CrontabDaySpec)));
        if (!special.atEnd())
            return leftOver(special, CrontabDaySpec);
        days.addPosition().nearestWorkdays |= std::uint32_t(1) << *day;
        return {};
    }
    return addRange(scan, CrontabDaySpec, days.numbers);
}

// From crontab's numbers (0 and 7 are Sunday) to bits from Monday on.
std::uint8_t weekdayBit(int crontabNumber)
{
    return std::uint8_t(1 << (crontabNumber + 6) % 7);
}

// crontab's day of the week: numbers and names, `fri#2`, `friL`.
ItemResult<void> takeCrontabWeekday(Scanner &scan, CronDays &days)
{
    Scanner special = scan;
    if (const std::optional<int> weekday = takeNumberOrName(special, SevenSpec); weekday && *weekday <= SevenSpec.last) {
        if (special.take(u'l')) {
            if (!special.atEnd())
                return leftOver(special, SevenSpec);
            days.addPosition().lastWeekdays |= weekdayBit(*weekday);
            return {};
        }
        const qsizetype at = special.position();
        if (special.take(u'#')) {
            const std::optional<int> n = special.number();
            if (!n || *n < 1 || *n > 5)
                return wrong(at, Messages::tr("“#” must be followed by a number from 1 to 5"));
            if (!special.atEnd())
                return leftOver(special, SevenSpec);
            days.addPosition().nth[size_t(*n - 1)] |= weekdayBit(*weekday);
            return {};
        }
    }
    return takeRange(scan, SevenSpec).map([&](Range range) {
        // 7 is Sunday again: as a first value it is 0, as a last one it closes the week.
        if (range.first == 7)
            range = {0, range.last == 7 ? 0 : range.last, range.step};
        const std::uint64_t bits = bitsOf(range, range.last == 7 ? SevenSpec : SundayFirstSpec); // from Sunday on
        days.weekdays |= std::uint8_t((bits >> 1 | bits << 6) & CronDays::AllWeekdays);
    });
}

bool startsWithStar(QStringView text)
{
    return text.startsWith(u'*') || text.startsWith(u'?');
}

// The line that a macro stands for; null: there is no such macro.
QStringView expandMacro(QStringView macro)
{
    struct Macro { QLatin1StringView name; QStringView line; };
    static constexpr Macro Macros[] = {
        {QLatin1StringView("@yearly"), u"0 0 1 1 *"},  {QLatin1StringView("@annually"), u"0 0 1 1 *"},
        {QLatin1StringView("@monthly"), u"0 0 1 * *"}, {QLatin1StringView("@weekly"), u"0 0 * * 0"},
        {QLatin1StringView("@daily"), u"0 0 * * *"},   {QLatin1StringView("@midnight"), u"0 0 * * *"},
        {QLatin1StringView("@hourly"), u"0 * * * *"},
    };
    for (const Macro &known : Macros) {
        if (macro.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.line;
    }
    return {};
}

struct Column
{
    QStringView text;
    qsizetype at;
};
using Columns = QVarLengthArray<Column, 6>;

Columns splitColumns(QStringView line)
{
    Columns columns;
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; };
    for (qsizetype i = 0; i < line.size();) {
        if (isBlank(line[i])) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < line.size() && !isBlank(line[i]))
            ++i;
        columns.append({line.mid(begin, i - begin), begin});
    }
    return columns;
}

ItemResult<void> parseColumns(const Columns &columns, CronFields &fields)
{
    const Column zero{u"0", 0};
    const bool withSeconds = columns.size() == 6;
    const Column &second = withSeconds ? columns[0] : zero;
    const Column *const rest = columns.data() + (withSeconds ? 1 : 0);
    const Column &minute = rest[0];
    const Column &hour = rest[1];
    const Column &day = rest[2];
    const Column &month = rest[3];
    const Column &weekday = rest[4];

    fields.years.set();
    fields.weeks = CronFields::AllWeeks;
    fields.eitherDay = !startsWithStar(day.text) && !startsWithStar(weekday.text);
    fields.periodic = startsWithStar(second.text) || startsWithStar(minute.text) || startsWithStar(hour.text);
    return parseMask(second.text, second.at, inCrontab(SixtySpec), fields.seconds)
        .and_then([&] { return parseMask(minute.text, minute.at, inCrontab(SixtySpec), fields.minutes); })
        .and_then([&] { return parseMask(hour.text, hour.at, inCrontab(HourSpec), fields.hours); })
        .and_then([&] {
            return forEachItem(day.text, day.at, CrontabDaySpec, [&](Scanner &scan) { return takeCrontabDay(scan, fields.days); });
        })
        .and_then([&] { return parseMask(month.text, month.at, inCrontab(MonthSpec), fields.months); })
        .and_then([&] {
            return forEachItem(weekday.text, weekday.at, SevenSpec,
                               [&](Scanner &scan) { return takeCrontabWeekday(scan, fields.weekdays); });
        });
}

} // namespace

const QStringList &fieldNames()
{
    static const QStringList names{QStringLiteral("year"), QStringLiteral("month"), QStringLiteral("day"),
                                   QStringLiteral("week"), QStringLiteral("day_of_week"), QStringLiteral("hour"),
                                   QStringLiteral("minute"), QStringLiteral("second")};
    return names;
}

Result<CronFields> parseFields(const QStringList &given)
{
    static const QStringList minima{QStringLiteral("*"), QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("*"),
                                    QStringLiteral("*"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0")};
    Q_ASSERT(given.size() == minima.size());
    qsizetype least = -1;
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (!given[i].isNull())
            least = i;
    }
    if (least < 0)
        return invalid(QStringLiteral("cron"), Messages::tr("at least one field is needed: %1, or crontab").arg(fieldNames().join(QStringLiteral(", "))));

    QStringList texts = given;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts[i].isNull())
            texts[i] = i > least ? minima[i] : QStringLiteral("*");
    }
    CronFields fields;
    fields.periodic = std::any_of(texts.cbegin() + 5, texts.cend(), [](const QString &t) { return t.startsWith(u'*'); });
    int at = 0; // the field that is read
    const ItemResult<void> parsed = parseYears(texts[at], fields)
        .and_then([&] { return parseMask(texts[++at], 0, MonthSpec, fields.months); })
        .and_then([&] { return forEachItem(texts[++at], 0, DaySpec, [&](Scanner &scan) { return takeDay(scan, fields.days); }); })
        .and_then([&] { return parseMask(texts[++at], 0, WeekSpec, fields.weeks); })
        .and_then([&] { return parseMask(texts[++at], 0, MondayFirstSpec, fields.weekdays.weekdays); })
        .and_then([&] { return parseMask(texts[++at], 0, HourSpec, fields.hours); })
        .and_then([&] { return parseMask(texts[++at], 0, SixtySpec, fields.minutes); })
        .and_then([&] { return parseMask(texts[++at], 0, SixtySpec, fields.seconds); });
    if (!parsed)
        return invalid(fieldNames()[at], parsed.error().message);
    return fields;
}

Result<CronFields> parseCrontab(QStringView line)
{
    const auto error = [](qsizetype at, const QString &message) {
        return invalid(QStringLiteral("crontab"), Messages::tr("column %1: %2").arg(QString::number(at + 1), message));
    };
    Columns columns = splitColumns(line);
    if (!columns.isEmpty() && columns[0].text.startsWith(u'@')) {
        const Column macro = columns[0];
        const QStringView full = expandMacro(macro.text);
        if (full.isNull()) {
            return error(macro.at, Messages::tr("“%1” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, "
                                                "@midnight and @hourly").arg(macro.text));
        }
        if (columns.size() > 1)
            return error(columns[1].at, Messages::tr("nothing may follow %1").arg(macro.text));
        columns = splitColumns(full);
    }
    if (columns.size() != 5 && columns.size() != 6) {
        return error(columns.size() > 6 ? columns[6].at : line.size(),
                     Messages::tr("%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first",
                                  nullptr, int(columns.size())));
    }
    Result<CronFields> fields;
    if (const ItemResult<void> parsed = parseColumns(columns, *fields); !parsed)
        return error(parsed.error().at, parsed.error().message);
    return fields;
}

} // namespace reveille::cron
