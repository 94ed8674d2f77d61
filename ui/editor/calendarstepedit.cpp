// SPDX-License-Identifier: MIT
#include "ui/editor/calendarstepedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

enum Unit { Years, Months, Weeks, Days };

constexpr int CommonYear = 2001; // has no February 29
constexpr std::array<int, Days + 1> Most{200, 2400, 10'457, 73'200}; // that CalendarIntervalTrigger reads

} // namespace

CalendarStepEdit::CalendarStepEdit(QWidget *parent)
    : QWidget(parent)
    , m_first(makePart(tr("Every so many"), tr("Unit of the calendar")))
    , m_plus(new QCheckBox(tr("plus"), this))
    , m_second(makePart(tr("And so many more"), tr("Unit of what is added")))
{
    m_first.number->setObjectName(u"number"_s);
    m_first.unit->setObjectName(u"unit"_s);
    m_plus->setObjectName(u"plus"_s);
    m_plus->setToolTip(tr("Add a second length to the step, such as 1 month plus 6 days"));
    m_second.number->setObjectName(u"plusNumber"_s);
    m_second.unit->setObjectName(u"plusUnit"_s);
    setPart(m_first, Months, 1);
    setPart(m_second, Days, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_first.number);
    layout->addWidget(m_first.unit);
    layout->addSpacing(8);
    layout->addWidget(m_plus);
    layout->addWidget(m_second.number);
    layout->addWidget(m_second.unit);
    layout->addStretch(1);
    setFocusProxy(m_first.number);
    for (QWidget *part : {static_cast<QWidget *>(m_second.number), static_cast<QWidget *>(m_second.unit)}) {
        part->setEnabled(false);
        connect(m_plus, &QCheckBox::toggled, part, &QWidget::setEnabled);
    }
    connect(m_plus, &QCheckBox::toggled, this, &CalendarStepEdit::changed);
}

QStringList CalendarStepEdit::keys()
{
    return {u"years"_s, u"months"_s, u"weeks"_s, u"days"_s};
}

CalendarStepEdit::Part CalendarStepEdit::makePart(const QString &number, const QString &unit)
{
    const Part part{new QSpinBox(this), new QComboBox(this)};
    part.number->setRange(1, Most[Days]);
    part.number->setMinimumWidth(part.number->sizeHint().width()); // the same for every unit
    part.number->setAccessibleName(number);
    part.unit->addItems({tr("years"), tr("months"), tr("weeks"), tr("days")});
    part.unit->setAccessibleName(unit);
    connect(part.number, &QSpinBox::valueChanged, this, &CalendarStepEdit::changed);
    connect(part.unit, &QComboBox::currentIndexChanged, this, [this, number = part.number](int index) {
        number->setMaximum(Most[size_t(index)]);
        Q_EMIT changed();
    });
    return part;
}

void CalendarStepEdit::setPart(const Part &part, int unit, int number)
{
    part.unit->setCurrentIndex(unit);
    part.number->setValue(number);
}

void CalendarStepEdit::writeTo(QJsonObject &json) const
{
    const auto add = [&json](const Part &part) {
        const QString key = keys()[part.unit->currentIndex()];
        json.insert(key, json.value(key).toInt() + part.number->value());
    };
    add(m_first);
    if (m_plus->isChecked())
        add(m_second);
}

bool CalendarStepEdit::setStep(const QJsonObject &json)
{
    QList<std::pair<int, int>> parts; // unit, number
    for (int unit = Years; unit <= Days; ++unit) {
        if (const int number = json.value(keys()[unit]).toInt())
            parts.append({unit, number});
    }
    if (parts.size() > 2) { // the same sum in two parts
        parts = {{Months, json.value("years"_L1).toInt() * 12 + json.value("months"_L1).toInt()},
                 {Days, json.value("weeks"_L1).toInt() * 7 + json.value("days"_L1).toInt()}};
    }
    const auto fits = [](const std::pair<int, int> &part) {
        return part.second > 0 && part.second <= Most[size_t(part.first)];
    };
    if (!std::ranges::all_of(parts, fits))
        return false;
    m_plus->setChecked(parts.size() > 1);
    if (!parts.isEmpty())
        setPart(m_first, parts.constFirst().first, parts.constFirst().second);
    if (parts.size() > 1)
        setPart(m_second, parts.constLast().first, parts.constLast().second);
    return true;
}

bool CalendarStepEdit::passesOverMonths(const QDate &start) const
{
    QJsonObject step;
    writeTo(step);
    if (step.contains("weeks"_L1) || step.contains("days"_L1))
        return false;
    const int months = step.value("years"_L1).toInt() * 12 + step.value("months"_L1).toInt();
    for (int count = 0; count < 12; ++count) { // then the months of the year come round again
        const int month = (start.month() - 1 + months * count) % 12 + 1;
        if (start.day() > QDate(CommonYear, month, 1).daysInMonth())
            return true;
    }
    return false;
}

} // namespace reveille
