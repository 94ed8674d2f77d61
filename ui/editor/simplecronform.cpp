// SPDX-License-Identifier: MIT
#include "ui/editor/simplecronform.h"

#include "ui/editor/cronvalues.h"
#include "ui/editor/timelist.h"
#include "ui/editor/togglegrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int LastDay = 31; // the button after the 31st

QStringList weekdayNames(QLocale::FormatType format)
{
    QStringList names;
    for (int day = 1; day <= 7; ++day)
        names.append(QLocale().standaloneDayName(day, format));
    return names;
}

QStringList monthNames(QLocale::FormatType format)
{
    QStringList names;
    for (int month = 1; month <= 12; ++month)
        names.append(QLocale().standaloneMonthName(month, format));
    return names;
}

QStringList monthDayNames(const QString &last)
{
    QStringList names;
    for (int day = 1; day <= 31; ++day)
        names.append(QString::number(day));
    return names << last;
}

} // namespace

SimpleCronForm::SimpleCronForm(QWidget *parent)
    : FieldForm(parent)
    , m_days(new QComboBox(this))
    , m_weekdays(new ToggleGrid(weekdayNames(QLocale::ShortFormat), weekdayNames(QLocale::LongFormat), 7, this))
    , m_monthDays(new ToggleGrid(monthDayNames(tr("Last")), monthDayNames(tr("Last day of the month")), 8, this))
    , m_times(new TimeList(this))
    , m_someMonths(new QCheckBox(tr("Only in some months"), this))
    , m_months(new ToggleGrid(monthNames(QLocale::ShortFormat), monthNames(QLocale::LongFormat), 6, this))
{
    m_days->setObjectName(u"days"_s);
    m_days->addItems({tr("Every day"), tr("Every weekday (Monday to Friday)"),
                      tr("Every weekend (Saturday and Sunday)"), tr("On chosen weekdays"), tr("On days of the month")});
    m_days->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_days->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_weekdays->setObjectName(u"weekdays"_s);
    m_weekdays->setAccessibleName(tr("Weekdays"));
    m_monthDays->setObjectName(u"monthDays"_s);
    m_monthDays->setAccessibleName(tr("Days of the month"));
    m_someMonths->setObjectName(u"someMonths"_s);
    m_months->setObjectName(u"months"_s);
    m_months->setAccessibleName(tr("Months"));
    m_times->setObjectName(u"times"_s);

    // Whatever is chosen first means something, so that the preview never goes blank.
    m_weekdays->setChecked({0, 1, 2, 3, 4});
    m_monthDays->setChecked({0});
    m_months->setChecked({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    addField(tr("&Days:"), m_days, {u"days"_s});
    addField({}, m_weekdays, {u"day_of_week"_s});
    addField({}, m_monthDays, {u"day"_s});
    addField(tr("&At:"), m_times, {u"hour"_s, u"minute"_s, u"second"_s});
    addField(tr("Months:"), m_someMonths, {});
    addField({}, m_months, {u"month"_s});

    connect(m_days, &QComboBox::currentIndexChanged, this, [this] { showFields(); fieldChanged(u"days"_s); });
    connect(m_someMonths, &QCheckBox::toggled, this, [this] { showFields(); fieldChanged(u"months"_s); });
    connect(m_weekdays, &ToggleGrid::changed, this, [this] { fieldChanged(u"day_of_week"_s); });
    connect(m_monthDays, &ToggleGrid::changed, this, [this] { fieldChanged(u"day"_s); });
    connect(m_months, &ToggleGrid::changed, this, [this] { fieldChanged(u"month"_s); });
    connect(m_times, &TimeList::changed, this, [this] { fieldChanged(u"hour"_s); });
    showFields();
}

void SimpleCronForm::showFields()
{
    setFieldVisible(m_weekdays, m_days->currentIndex() == ChosenWeekdays);
    setFieldVisible(m_monthDays, m_days->currentIndex() == DaysOfMonth);
    setFieldVisible(m_months, m_someMonths->isChecked());
}

Result<QJsonObject> SimpleCronForm::trigger() const
{
    QJsonObject json{{u"type"_s, u"cron"_s}};
    if (m_someMonths->isChecked()) {
        if (m_months->checked().isEmpty())
            return invalid(u"month"_s, tr("Choose at least one month"));
        json.insert(u"month"_s, listValues(m_months->checked(), cronMonths()));
    }
    switch (Days(m_days->currentIndex())) {
    case EveryDay: break;
    case Weekdays: json.insert(u"day_of_week"_s, u"mon-fri"_s); break;
    case Weekends: json.insert(u"day_of_week"_s, u"sat,sun"_s); break;
    case ChosenWeekdays:
        if (m_weekdays->checked().isEmpty())
            return invalid(u"day_of_week"_s, tr("Choose at least one weekday"));
        json.insert(u"day_of_week"_s, listValues(m_weekdays->checked(), cronWeekdays()));
        break;
    case DaysOfMonth: {
        QList<int> days = m_monthDays->checked();
        if (days.isEmpty())
            return invalid(u"day"_s, tr("Choose at least one day of the month"));
        const bool last = days.removeOne(LastDay);
        for (int &day : days)
            ++day;
        QStringList parts;
        if (!days.isEmpty())
            parts.append(listValues(days));
        if (last)
            parts.append(u"last"_s);
        json.insert(u"day"_s, parts.join(u','));
        break;
    }
    }
    if (const Result<void> added = addTimes(json); !added)
        return tl::unexpected(added.error());
    return json;
}

Result<void> SimpleCronForm::addTimes(QJsonObject &json) const
{
    // One cron schedule means every hour with every minute and every second, so the times must be such a product.
    QList<int> hours, minutes, seconds;
    const QList<QTime> times = m_times->times();
    const auto add = [](QList<int> &values, int value) {
        if (!values.contains(value))
            values.insert(std::lower_bound(values.begin(), values.end(), value), value);
    };
    for (const QTime &time : times) {
        add(hours, time.hour());
        add(minutes, time.minute());
        add(seconds, time.second());
    }
    if (hours.size() * minutes.size() * seconds.size() != times.size())
        return invalid(
            u"hour"_s,
            tr("The times of one job must share their minutes, such as 06:30 and 18:30; make a second job for others"));
    json.insert(u"hour"_s, listValues(hours));
    json.insert(u"minute"_s, listValues(minutes));
    if (seconds != QList<int>{0})
        json.insert(u"second"_s, listValues(seconds));
    return {};
}

bool SimpleCronForm::setTrigger(const QJsonObject &trigger)
{
    static const QStringList known{u"type"_s,        u"timezone"_s, u"month"_s,  u"day"_s,
                                   u"day_of_week"_s, u"hour"_s,     u"minute"_s, u"second"_s};
    const QStringList keys = trigger.keys();
    if (!std::all_of(keys.cbegin(), keys.cend(), [](const QString &key) { return known.contains(key); }))
        return false;
    if (!setTimes(trigger) || !setDays(trigger))
        return false;
    const QJsonValue month = trigger.value("month"_L1);
    m_someMonths->setChecked(!month.isUndefined() && month != "*"_L1);
    if (m_someMonths->isChecked()) {
        std::optional<QList<int>> months = listedValues(month, cronMonths(), 1);
        if (!months)
            return false;
        for (int &value : *months)
            --value;
        m_months->setChecked(*months);
    }
    return true;
}

bool SimpleCronForm::setTimes(const QJsonObject &trigger)
{
    const auto values = [&](const QString &key) {
        return trigger.contains(key) ? listedValues(trigger.value(key)) : std::optional(QList<int>{0});
    };
    const auto hours = values(u"hour"_s), minutes = values(u"minute"_s), seconds = values(u"second"_s);
    if (!trigger.contains("hour"_L1) || !hours || !minutes || !seconds ||
        hours->size() * minutes->size() * seconds->size() > 24)
        return false;
    QList<QTime> times;
    for (const int hour : *hours) {
        for (const int minute : *minutes) {
            for (const int second : *seconds)
                times.append(QTime(hour, minute, second));
        }
    }
    m_times->setTimes(times);
    return true;
}

bool SimpleCronForm::setDays(const QJsonObject &trigger)
{
    const auto given = [&](const QString &key) { return trigger.contains(key) && trigger.value(key) != "*"_L1; };
    if (given(u"day"_s) && given(u"day_of_week"_s))
        return false;
    if (given(u"day_of_week"_s)) {
        const std::optional<QList<int>> days = listedValues(trigger.value("day_of_week"_L1), cronWeekdays());
        if (!days)
            return false;
        m_weekdays->setChecked(*days);
        m_days->setCurrentIndex(*days == QList<int>{0, 1, 2, 3, 4} ? Weekdays
                                : *days == QList<int>{5, 6}        ? Weekends
                                                                   : ChosenWeekdays);
    } else if (given(u"day"_s)) {
        QStringList parts = trigger.value("day"_L1).toVariant().toString().split(u',');
        const bool last = parts.removeAll(u"last"_s) > 0;
        std::optional<QList<int>> days = parts.isEmpty() ? QList<int>() : listedValues(parts.join(u','));
        if (!days)
            return false;
        for (int &day : *days)
            --day;
        if (last)
            days->append(LastDay);
        m_monthDays->setChecked(*days);
        m_days->setCurrentIndex(DaysOfMonth);
    } else {
        m_days->setCurrentIndex(EveryDay);
    }
    return true;
}

} // namespace reveille
