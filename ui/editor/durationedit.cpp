// SPDX-License-Identifier: MIT
#include "ui/editor/durationedit.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

#include <array>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array<milliseconds, 5> UnitLengths{1s, 1min, 1h, 24h, 168h};

/// As many decimals as there are digits to show: "10", "0.5".
class NumberBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 12); }
};

} // namespace

DurationEdit::DurationEdit(QWidget *parent)
    : QWidget(parent)
    , m_number(new NumberBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setObjectName(u"number"_s);
    m_number->setGroupSeparatorShown(false);
    m_number->setDecimals(3);
    m_number->setRange(0, 1'000'000);
    m_number->setMinimumWidth(m_number->fontMetrics().averageCharWidth() * 14);
    m_unit->setObjectName(u"unit"_s);
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days"), tr("weeks")});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_number);
    layout->addWidget(m_unit);
    layout->addStretch(1);
    setFocusProxy(m_number);
    setNames(tr("Number"), tr("Unit of time"));
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &DurationEdit::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DurationEdit::changed);
}

milliseconds DurationEdit::value() const
{
    return milliseconds(qint64(m_number->value() * double(UnitLengths[size_t(m_unit->currentIndex())].count()) + 0.5));
}

void DurationEdit::setValue(milliseconds value)
{
    size_t unit = UnitLengths.size() - 1;
    while (unit > 0 && (value < UnitLengths[unit] || value % UnitLengths[unit] != 0ms))
        --unit;
    if (value == 0ms)
        unit = size_t(Unit::Minutes);
    m_unit->setCurrentIndex(int(unit));
    m_number->setValue(double(value.count()) / double(UnitLengths[unit].count()));
}

double DurationEdit::number() const
{
    return m_number->value();
}

QString DurationEdit::unitKey() const
{
    static const QStringList keys{u"seconds"_s, u"minutes"_s, u"hours"_s, u"days"_s, u"weeks"_s};
    return keys[m_unit->currentIndex()];
}

void DurationEdit::setMinimum(double minimum)
{
    m_number->setMinimum(minimum);
}

void DurationEdit::setNames(const QString &number, const QString &unit)
{
    m_number->setAccessibleName(number);
    m_unit->setAccessibleName(unit);
}

} // namespace reveille
