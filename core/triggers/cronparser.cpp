// SPDX-License-Identifier: MIT
#include "core/triggers/cronparser.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>
#include <functional>

namespace reveille::cron {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Cron)
};

// What is wrong, and at which index of the text.
struct ItemError
{
    QString message;
    qsizetype at;
};
template<typename T>
using ItemResult = tl::expected<T, ItemError>;

tl::unexpected<ItemError> wrong(qsizetype at, const QString &message)
{
    return tl::unexpected(ItemError{message, at});
}

constexpr std::array<const char *, 12> MonthNames = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<const char *, 7> MondayFirst = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<const char *, 7> SundayFirst = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

// A crontab line also takes `?` for `*`, and a step longer than its range.
enum class Form { Fields, Crontab };

// What a field may hold. A cyclic field's ranges may wrap over its end.
struct FieldSpec
{
    int first;
    int last;
    const char *const *names = nullptr;
    int nameCount = 0;
    bool cyclic = false;
    Form form = Form::Fields;
};

// Values first, first + step, ... up to last; where last < first the range wraps.
struct Range
{
    int first;
    int last;
    int step;
};

// Names and letters are ASCII, in either case; no other letter folds to one.
char16_t lower(QChar c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() + (u'a' - u'A')) : c.unicode();
}

class Scanner
{
public:
    Scanner(QStringView text, qsizetype offset) : m_text(text), m_offset(offset) {}

    [[nodiscard]] qsizetype position() const { return m_offset + m_index; }
    [[nodiscard]] bool atEnd() const { return m_index == m_text.size(); }
    [[nodiscard]] QStringView rest() const { return m_text.mid(m_index); }

    bool take(char16_t c)
    {
        if (atEnd() || lower(m_text[m_index]) != c)
            return false;
        ++m_index;
        return true;
    }
    bool takeWord(const char *word)
    {
        qsizetype i = m_index;
        for (; *word; ++word, ++i) {
            if (i == m_text.size() || lower(m_text[i]) != char16_t(*word))
                return false;
        }
        m_index = i;
        return true;
    }
    // Decimal digits; nullopt where there are none. Anything beyond 9,999 is 10,000: out of every range.
    std::optional<int> number()
    {
        const qsizetype begin = m_index;
        int value = 0;
        for (; !atEnd() && m_text[m_index] >= u'0' && m_text[m_index] <= u'9'; ++m_index)
            value = std::min(10'000, value * 10 + (m_text[m_index].unicode() - u'0'));
        return m_index > begin ? std::optional(value) : std::nullopt;
    }
    bool takeSpaces()
    {
        const qsizetype begin = m_index;
        while (take(u' ')) { }
        return m_index > begin;
    }

private:
    QStringView m_text;
    qsizetype m_offset;
    qsizetype m_index = 0;
};

QString allowed(const FieldSpec &spec)
{
    QString text = Messages::tr("allowed are %1 to %2").arg(spec.first).arg(spec.last);
    if (spec.names)
        text = Messages::tr("%1 or %2 to %3").arg(text, QLatin1StringView(spec.names[0]), QLatin1StringView(spec.names[spec.nameCount - 1]));
    return text;
}

std::optional<int> takeName(Scanner &scan, const FieldSpec &spec)
{
    for (int i = 0; i < spec.nameCount; ++i) {
        if (scan.takeWord(spec.names[i]))
            return spec.first + i;
    }
    return std::nullopt;
}

// A number or a name, of any size.
std::optional<int> takeNumberOrName(Scanner &scan, const FieldSpec &spec)
{
    const std::optional<int> number = scan.number();
    return number ? number : takeName(scan, spec);
}

ItemResult<int> takeValue(Scanner &scan, const FieldSpec &spec)
{
    const qsizetype at = scan.position();
    const std::optional<int> value = takeNumberOrName(scan, spec);
    if (value && *value >= spec.first && *value <= spec.last)
        return *value;
    if (value)
        return wrong(at, Messages::tr("the number is out of range; %1").arg(allowed(spec)));
    if (scan.atEnd())
        return wrong(at, Messages::tr("a value is missing; %1").arg(allowed(spec)));
    return wrong(at, Messages::tr("“%1” is not understood; %2").arg(scan.rest().toString(), allowed(spec)));
}

// `*`, `*/n`, `a`, `a/n`, `a-b`, `a-b/n`, matched whole.
ItemResult<Range> takeRange(Scanner &scan, const FieldSpec &spec)
{
    Range range{spec.first, spec.last, 1};
    bool single = false;
    if (!scan.take(u'*') && !(spec.form == Form::Crontab && scan.take(u'?'))) {
        const qsizetype at = scan.position();
        const ItemResult<int> first = takeValue(scan, spec);
        if (!first)
            return tl::unexpected(first.error());
        range.first = *first;
        single = !scan.take(u'-');
        if (!single) {
            const ItemResult<int> last = takeValue(scan, spec);
            if (!last)
                return tl::unexpected(last.error());
            range.last = *last;
            if (range.last < range.first && !spec.cyclic)
                return wrong(at, Messages::tr("the range ends before it begins"));
        }
    }
    const qsizetype stepAt = scan.position();
    if (scan.take(u'/')) {
        const int cycle = spec.last - spec.first + 1;
        const int span = (range.last - range.first + cycle) % cycle;
        const std::optional<int> step = scan.number();
        if (!step)
            return wrong(stepAt, Messages::tr("a step is missing after “/”"));
        if (*step == 0)
            return wrong(stepAt, Messages::tr("a step of 0 never moves on; steps begin at 1"));
        if (*step > span && spec.form == Form::Fields)
            return wrong(stepAt, Messages::tr("the step is longer than its range; at most %1 fits").arg(span));
        range.step = *step;
    } else if (single) {
        range.last = range.first;
    }
    if (!scan.atEnd())
        return wrong(scan.position(), Messages::tr("“%1” is left over").arg(scan.rest().toString()));
    return range;
}

// A bit for each value of the range.
std::uint64_t bitsOf(const Range &range, const FieldSpec &spec)
{
    const bool wraps = range.last < range.first;
    if (range.step == 1 && !wraps)
        return bitRange(range.first, range.last);
    const int cycle = spec.last - spec.first + 1;
    const int last = wraps ? range.last + cycle : range.last;
    std::uint64_t bits = 0;
    for (int value = range.first; value <= last; value += range.step)
        bits |= std::uint64_t(1) << (value <= spec.last ? value : value - cycle);
    return bits;
}

// Calls `takeItem` with a scanner for each item between commas.
template<typename TakeItem>
ItemResult<void> forEachItem(QStringView text, qsizetype offset, TakeItem takeItem)
{
    qsizetype begin = 0;
    for (;;) {
        const qsizetype comma = text.indexOf(u',', begin);
        const qsizetype end = comma < 0 ? text.size() : comma;
        if (end == begin)
            return wrong(offset + begin, Messages::tr("a value is missing"));
        Scanner scan(text.mid(begin, end - begin), offset + begin);
        if (const ItemResult<void> taken = takeItem(scan); !taken)
            return taken;
        if (comma < 0)
            return {};
        begin = comma + 1;
    }
}

template<typename Mask>
ItemResult<void> addRange(Scanner &scan, const FieldSpec &spec, Mask &mask)
{
    return takeRange(scan, spec).map([&](const Range &range) { mask = Mask(mask | bitsOf(range, spec)); });
}

template<typename Mask>
ItemResult<void> parseMask(QStringView text, qsizetype offset, const FieldSpec &spec, Mask &mask)
{
    return forEachItem(text, offset, [&](Scanner &scan) { return addRange(scan, spec, mask); });
}

constexpr FieldSpec YearSpec{CronFields::FirstYear, 9999};
constexpr FieldSpec MonthSpec{1, 12, MonthNames.data(), 12, true};
constexpr FieldSpec WeekSpec{1, 53};
constexpr FieldSpec DaySpec{1, 31};
constexpr FieldSpec MondayFirstSpec{0, 6, MondayFirst.data(), 7, true};
constexpr FieldSpec HourSpec{0, 23};
constexpr FieldSpec SixtySpec{0, 59};

constexpr FieldSpec inCrontab(FieldSpec spec)
{
    spec.form = Form::Crontab;
    return spec;
}

ItemResult<void> parseYears(QStringView text, CronFields &fields)
{
    return forEachItem(text, 0, [&](Scanner &scan) -> ItemResult<void> {
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
        if (special.atEnd()) {
            CronPositions &positions = days.addPosition();
            (workday ? positions.lastWorkday : positions.lastDay) = true;
            return {};
        }
    }
    special = scan;
    if (const std::optional<int> day = special.number(); day && special.take(u'w') && special.atEnd()) {
        if (*day < 1 || *day > 31)
            return wrong(scan.position(), Messages::tr("the number is out of range; %1").arg(allowed(DaySpec)));
        days.addPosition().nearestWorkdays |= std::uint32_t(1) << *day;
        return {};
    }
    return addRange(scan, inCrontab(DaySpec), days.numbers);
}

// From crontab's numbers (0 and 7 are Sunday) to bits from Monday on.
std::uint8_t weekdayBit(int crontabNumber)
{
    return std::uint8_t(1 << (crontabNumber + 6) % 7);
}

// crontab's day of the week: numbers and names, `fri#2`, `friL`.
ItemResult<void> takeCrontabWeekday(Scanner &scan, CronDays &days)
{
    constexpr FieldSpec Spec{0, 6, SundayFirst.data(), 7, true, Form::Crontab};
    constexpr FieldSpec SevenSpec{0, 7, SundayFirst.data(), 7, true, Form::Crontab};
    Scanner special = scan;
    if (const std::optional<int> weekday = takeNumberOrName(special, SevenSpec); weekday && *weekday <= SevenSpec.last) {
        if (special.take(u'l') && special.atEnd()) {
            days.addPosition().lastWeekdays |= weekdayBit(*weekday);
            return {};
        }
        const qsizetype at = special.position();
        if (special.take(u'#')) {
            const std::optional<int> n = special.number();
            if (!n || *n < 1 || *n > 5 || !special.atEnd())
                return wrong(at, Messages::tr("“#” must be followed by a number from 1 to 5"));
            days.addPosition().nth[size_t(*n - 1)] |= weekdayBit(*weekday);
            return {};
        }
    }
    return takeRange(scan, SevenSpec).map([&](Range range) {
        // 7 is Sunday again: as a first value it is 0, as a last one it closes the week.
        if (range.first == 7)
            range = {0, range.last == 7 ? 0 : range.last, range.step};
        const std::uint64_t bits = bitsOf(range, range.last == 7 ? SevenSpec : Spec); // from Sunday on
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
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
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
            return forEachItem(day.text, day.at, [&](Scanner &scan) { return takeCrontabDay(scan, fields.days); });
        })
        .and_then([&] { return parseMask(month.text, month.at, inCrontab(MonthSpec), fields.months); })
        .and_then([&] {
            return forEachItem(weekday.text, weekday.at,
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
    const std::array<std::function<ItemResult<void>(QStringView)>, 8> parsers{
        [&](QStringView t) { return parseYears(t, fields); },
        [&](QStringView t) { return parseMask(t, 0, MonthSpec, fields.months); },
        [&](QStringView t) { return forEachItem(t, 0, [&](Scanner &scan) { return takeDay(scan, fields.days); }); },
        [&](QStringView t) { return parseMask(t, 0, WeekSpec, fields.weeks); },
        [&](QStringView t) { return parseMask(t, 0, MondayFirstSpec, fields.weekdays.weekdays); },
        [&](QStringView t) { return parseMask(t, 0, HourSpec, fields.hours); },
        [&](QStringView t) { return parseMask(t, 0, SixtySpec, fields.minutes); },
        [&](QStringView t) { return parseMask(t, 0, SixtySpec, fields.seconds); },
    };
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const ItemResult<void> parsed = parsers[size_t(i)](texts[i]); !parsed)
            return invalid(fieldNames()[i], parsed.error().message);
    }
    return fields;
}

Result<CronFields> parseCrontab(QStringView line)
{
    const auto error = [](const QString &message) { return invalid(QStringLiteral("crontab"), message); };
    const QStringView macro = line.trimmed();
    const bool isMacro = macro.startsWith(u'@');
    const QStringView text = isMacro ? expandMacro(macro) : line;
    if (text.isNull() && isMacro) {
        return error(Messages::tr("“%1” is not known; allowed are @yearly, @annually, @monthly, @weekly, @daily, @midnight "
                                  "and @hourly").arg(macro));
    }
    const Columns columns = splitColumns(text);
    if (columns.size() != 5 && columns.size() != 6) {
        return error(Messages::tr("%n field(s) found; needed are 5 (minute, hour, day, month, weekday), or 6 with seconds first",
                                  nullptr, int(columns.size())));
    }
    Result<CronFields> fields;
    if (const ItemResult<void> parsed = parseColumns(columns, *fields); !parsed)
        return error(Messages::tr("column %1: %2").arg(parsed.error().at + 1).arg(parsed.error().message));
    return fields;
}

} // namespace reveille::cron
