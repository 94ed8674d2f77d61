// SPDX-License-Identifier: MIT
#include "ui/editor/cronbuilder.h"

#include "ui/editor/stepspan.h"
#include "ui/editor/timelist.h"
#include "ui/editor/togglegrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

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

void keepSmall(QComboBox *box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    box->setMaxVisibleItems(30);
}

} // namespace

CronBuilder::CronBuilder(QWidget *parent)
    : FieldForm(parent)
    , m_days(new QComboBox(this))
    , m_positions(
          new ToggleGrid({tr("1st"), tr("2nd"), tr("3rd"), tr("4th"), tr("5th"), tr("Last")},
                         {tr("The first in the month"), tr("The second in the month"), tr("The third in the month"),
                          tr("The fourth in the month"), tr("The fifth in the month"), tr("The last in the month")},
                         6, this))
    , m_weekdays(new ToggleGrid(weekdayNames(QLocale::ShortFormat), weekdayNames(QLocale::LongFormat), 7, this))
    , m_monthDays(new ToggleGrid(monthDayNames(tr("Last")), monthDayNames(tr("Last day of the month")), 8, this))
    , m_rhythm(new QComboBox(this))
    , m_times(new TimeList(this))
    , m_span(new StepSpan(this))
    , m_someMonths(new QCheckBox(tr("Only in some months"), this))
    , m_months(new ToggleGrid(monthNames(QLocale::ShortFormat), monthNames(QLocale::LongFormat), 6, this))
{
    addDays();
    addTimes();
    addMonths();
    setPlan({});
}

void CronBuilder::addDays()
{
    m_days->setObjectName(u"days"_s);
    m_days->addItems({tr("Every day"), tr("Every weekday (Monday to Friday)"),
                      tr("Every weekend (Saturday and Sunday)"), tr("On chosen weekdays"), tr("On days of the month"),
                      tr("On the nth weekday of the month"), tr("On the first working day of the month"),
                      tr("On the last working day of the month")});
    keepSmall(m_days);
    m_positions->setObjectName(u"positions"_s);
    m_positions->setAccessibleName(tr("Which of them in the month"));
    m_weekdays->setObjectName(u"weekdays"_s);
    m_weekdays->setAccessibleName(tr("Weekdays"));
    m_monthDays->setObjectName(u"monthDays"_s);
    m_monthDays->setAccessibleName(tr("Days of the month"));
    addField(tr("&Days:"), m_days, {u"days"_s});
    addField({}, m_positions, {u"position"_s});
    addField({}, m_weekdays, {u"day_of_week"_s});
    addField({}, m_monthDays, {u"day"_s});
    connect(m_days, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        fieldChanged(u"days"_s);
    });
    connect(m_positions, &ToggleGrid::changed, this, [this] { fieldChanged(u"position"_s); });
    connect(m_weekdays, &ToggleGrid::changed, this, [this] { fieldChanged(u"day_of_week"_s); });
    connect(m_monthDays, &ToggleGrid::changed, this, [this] { fieldChanged(u"day"_s); });
}

void CronBuilder::addTimes()
{
    m_rhythm->setObjectName(u"rhythm"_s);
    m_rhythm->addItem(tr("At certain times"));
    for (const CronStep &step : cronSteps()) {
        m_rhythm->addItem(step.unit == CronStep::Seconds   ? tr("Every %n second(s)", nullptr, step.count)
                          : step.unit == CronStep::Minutes ? tr("Every %n minute(s)", nullptr, step.count)
                                                           : tr("Every %n hour(s)", nullptr, step.count));
    }
    keepSmall(m_rhythm);
    m_times->setObjectName(u"times"_s);
    m_span->setObjectName(u"span"_s);
    addField(tr("&Times:"), m_rhythm, {});
    addField({}, m_times, {u"hour"_s, u"minute"_s, u"second"_s});
    addField({}, m_span, {});
    connect(m_rhythm, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        fieldChanged(u"hour"_s);
    });
    connect(m_times, &TimeList::changed, this, [this] { fieldChanged(u"hour"_s); });
    connect(m_span, &StepSpan::changed, this, [this] { fieldChanged(u"hour"_s); });
}

void CronBuilder::addMonths()
{
    m_someMonths->setObjectName(u"someMonths"_s);
    m_months->setObjectName(u"months"_s);
    m_months->setAccessibleName(tr("Months"));
    addField(tr("Months:"), m_someMonths, {});
    addField({}, m_months, {u"month"_s});
    connect(m_someMonths, &QCheckBox::toggled, this, [this] {
        showFields();
        fieldChanged(u"months"_s);
    });
    connect(m_months, &ToggleGrid::changed, this, [this] { fieldChanged(u"month"_s); });
}

void CronBuilder::showFields()
{
    const int days = m_days->currentIndex();
    setFieldVisible(m_positions, days == CronPlan::WeekdaysOfMonth);
    setFieldVisible(m_weekdays, days == CronPlan::ChosenWeekdays || days == CronPlan::WeekdaysOfMonth);
    setFieldVisible(m_monthDays, days == CronPlan::DaysOfMonth);
    const int rhythm = m_rhythm->currentIndex();
    setFieldVisible(m_times, rhythm == 0);
    setFieldVisible(m_span, rhythm > 0);
    if (rhythm > 0)
        m_span->setStep(cronSteps()[rhythm - 1]);
    setFieldVisible(m_months, m_someMonths->isChecked());
}

CronPlan CronBuilder::plan() const
{
    CronPlan plan;
    plan.days = CronPlan::Days(m_days->currentIndex());
    plan.positions = m_positions->checked();
    plan.weekdays = m_weekdays->checked();
    plan.monthDays = m_monthDays->checked();
    if (m_someMonths->isChecked())
        plan.months = m_months->checked();
    if (m_rhythm->currentIndex() > 0)
        plan.step = cronSteps()[m_rhythm->currentIndex() - 1];
    plan.times = m_times->times();
    m_span->writeTo(plan);
    return plan;
}

void CronBuilder::setPlan(const CronPlan &plan)
{
    m_days->setCurrentIndex(plan.days);
    m_positions->setChecked(plan.positions);
    m_weekdays->setChecked(plan.weekdays);
    m_monthDays->setChecked(plan.monthDays);
    m_someMonths->setChecked(plan.months.has_value());
    m_months->setChecked(plan.months.value_or(QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    m_rhythm->setCurrentIndex(plan.step ? int(cronSteps().indexOf(*plan.step)) + 1 : 0);
    m_times->setTimes(plan.times);
    m_span->setPlan(plan);
    showFields();
}

} // namespace reveille
