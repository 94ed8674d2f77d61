// SPDX-License-Identifier: MIT
#include "ui/editor/cronpage.h"

#include "ui/editor/choicebar.h"
#include "ui/editor/crontabform.h"
#include "ui/editor/simplecronform.h"

#include <QJsonObject>

namespace reveille {

using namespace Qt::StringLiterals;

CronPage::CronPage(const Engine &, QWidget *parent)
    : TriggerPage(parent)
    , m_mode(new ChoiceBar(this))
{
    m_mode->setObjectName(u"cronMode"_s);
    m_mode->setAccessibleName(tr("How the schedule is written"));
    m_mode->addChoice(u"simple"_s, tr("Simple"));
    m_mode->addChoice(u"crontab"_s, tr("Crontab line"));
    m_simple = new SimpleCronForm(this);
    m_crontab = new CrontabForm(this);
    addWide(m_mode);
    addWide(m_simple);
    addWide(m_crontab);
    setFieldVisible(m_crontab, false);
    connect(m_mode, &ChoiceBar::chosen, this, [this](int mode) {
        setFieldVisible(m_simple, mode == 0);
        setFieldVisible(m_crontab, mode == 1);
        Q_EMIT changed();
    });
    connect(m_simple, &FieldForm::changed, this, &CronPage::changed);
    connect(m_crontab, &FieldForm::changed, this, &CronPage::changed);
}

Result<QJsonObject> CronPage::trigger() const
{
    return m_mode->current() == 0 ? m_simple->trigger() : Result<QJsonObject>(m_crontab->trigger());
}

bool CronPage::setTrigger(const QJsonObject &trigger, const Zone &)
{
    if (trigger.value("type"_L1) != "cron"_L1 || trigger.contains("start_date"_L1) || trigger.contains("end_date"_L1))
        return false;
    if (m_simple->setTrigger(trigger)) {
        m_mode->setCurrent(0);
        return true;
    }
    if (m_crontab->setTrigger(trigger)) {
        m_mode->setCurrent(1);
        return true;
    }
    return false;
}

bool CronPage::showError(const Error &error)
{
    return m_mode->current() == 0 ? m_simple->showError(error) : m_crontab->showError(error);
}

void CronPage::clearErrors()
{
    m_simple->clearErrors();
    m_crontab->clearErrors();
}

void CronPage::touchAll()
{
    m_simple->touchAll();
    m_crontab->touchAll();
}

} // namespace reveille
