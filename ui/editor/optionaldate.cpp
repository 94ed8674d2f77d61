// SPDX-License-Identifier: MIT
#include "ui/editor/optionaldate.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int BoxWidth = 18; // characters; so that the dates of a page stand below each other

} // namespace

OptionalDate::OptionalDate(const QString &label, DateField::Precision precision, const QDateTime &proposal,
                           QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(label, this))
    , m_edit(new DateField(precision, proposal, this))
{
    m_box->setObjectName(u"use"_s);
    m_box->setMinimumWidth(fontMetrics().averageCharWidth() * BoxWidth);
    m_edit->setObjectName(u"date"_s);
    m_edit->setAccessibleName(QString(label).remove(u'&'));
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

void OptionalDate::writeTo(QJsonObject &json, const QString &key, const QString &zone) const
{
    if (m_box->isChecked())
        json.insert(key, m_edit->written(zone));
}

bool OptionalDate::setValue(const QJsonValue &value, const Zone &zone)
{
    const bool leftOut = value.isUndefined() || value.isNull();
    const bool shown = !leftOut && m_edit->setWritten(value.toString(), zone);
    m_box->setChecked(shown);
    return shown || leftOut;
}

} // namespace reveille
