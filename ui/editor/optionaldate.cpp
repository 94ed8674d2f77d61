// SPDX-License-Identifier: MIT
#include "ui/editor/optionaldate.h"

#include "ui/editor/walltime.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

OptionalDate::OptionalDate(const QString &label, const QDateTime &proposal, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(label, this))
    , m_edit(new QDateTimeEdit(this))
{
    m_box->setObjectName(u"use"_s);
    m_edit->setObjectName(u"date"_s);
    m_edit->setAccessibleName(QString(label).remove(u'&'));
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDateTime(proposal);
    m_edit->setCalendarPopup(true);
    m_edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_edit->setEnabled(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addWidget(m_edit);
    layout->addStretch(1);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, m_edit, &QWidget::setEnabled);
    connect(m_box, &QCheckBox::toggled, this, &OptionalDate::changed);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &OptionalDate::changed);
}

QJsonValue OptionalDate::value() const
{
    return m_box->isChecked() ? QJsonValue(toWritten(m_edit->dateTime())) : QJsonValue();
}

void OptionalDate::setValue(const QJsonValue &value, const Zone &zone)
{
    const QDateTime time = wallTime(value.toString(), zone);
    m_box->setChecked(time.isValid());
    if (time.isValid())
        m_edit->setDateTime(time);
}

} // namespace reveille
