// SPDX-License-Identifier: MIT
#include "ui/editor/crontabform.h"

#include <QFontDatabase>
#include <QLineEdit>

namespace reveille {

using namespace Qt::StringLiterals;

CrontabForm::CrontabForm(QWidget *parent) : FieldForm(parent), m_line(new QLineEdit(u"30 6 * * 1-5"_s, this))
{
    m_line->setObjectName(u"crontab"_s);
    m_line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addField(tr("&Line:"), m_line, {u"crontab"_s},
             tr("Minute, hour, day of the month, month, weekday (0 or 7 is Sunday), or six columns with seconds first. "
                "Names such as mon or jan, and @daily and its like, are understood."));
    connect(m_line, &QLineEdit::textChanged, this, [this] { fieldChanged(u"crontab"_s); });
}

QJsonObject CrontabForm::trigger() const
{
    return {{u"type"_s, u"cron"_s}, {u"crontab"_s, m_line->text()}};
}

bool CrontabForm::setTrigger(const QJsonObject &trigger)
{
    if (!trigger.contains("crontab"_L1))
        return false;
    m_line->setText(trigger.value("crontab"_L1).toString());
    return true;
}

} // namespace reveille
