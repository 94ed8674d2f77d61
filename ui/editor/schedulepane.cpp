// SPDX-License-Identifier: MIT
#include "ui/editor/schedulepane.h"

#include "core/scheduler/engine.h"
#include "ui/editor/choicebar.h"
#include "ui/editor/pagestack.h"
#include "ui/editor/triggerpage.h"
#include "ui/editor/zonecombo.h"

namespace reveille {

using namespace Qt::StringLiterals;

SchedulePane::SchedulePane(const Engine &engine, QWidget *parent)
    : FieldForm(parent)
    , m_engine(engine)
    , m_kind(new ChoiceBar(this))
    , m_stack(new PageStack(this))
{
    m_kind->setObjectName(u"when"_s);
    m_kind->setAccessibleName(tr("When it runs"));
    addWide(m_kind);
    addWide(m_stack, {u"trigger"_s});
    for (const TriggerPageKind &kind : triggerPages()) {
        m_kind->addChoice(kind.name, kind.label);
        TriggerPage *page = kind.create(m_engine, m_stack);
        page->setObjectName(kind.name + u"Page"_s);
        m_stack->addPage(page);
        m_pages.append(page);
        connect(page, &FieldForm::changed, this, [this] { m_given.reset(); fieldChanged(u"trigger"_s); });
    }
    m_kind->setChoiceVisible(int(m_pages.size()) - 1, false);
    // After the pages, for that is where the Tab key is to come to it.
    m_zone = new ZoneCombo(this);
    m_zone->setObjectName(u"timezone"_s);
    addField(tr("Time &zone:"), m_zone, {u"timezone"_s});
    connect(m_kind, &ChoiceBar::chosen, this, &SchedulePane::choose);
    connect(m_zone, &QComboBox::currentTextChanged, this, [this] { m_given.reset(); fieldChanged(u"timezone"_s); });
}

TriggerPage *SchedulePane::page() const
{
    return m_pages[m_kind->current()];
}

void SchedulePane::choose(int index)
{
    m_stack->setCurrent(index);
    setFieldVisible(m_zone, page()->hasZone());
    fieldChanged(u"trigger"_s);
}

Result<QJsonObject> SchedulePane::trigger() const
{
    if (m_given && page() == m_givenPage)
        return *m_given;
    Result<QJsonObject> json = page()->trigger(m_zone->zoneName());
    if (json && page()->hasZone())
        json->insert(u"timezone"_s, m_zone->zoneName());
    return json;
}

void SchedulePane::setTrigger(const QJsonObject &trigger)
{
    const Result<Zone> zone = Zone::find(trigger.value("timezone"_L1).toString(Zone::system().name()));
    m_zone->setZoneName(zone ? zone->name() : trigger.value("timezone"_L1).toString());
    for (int i = 0; i < m_pages.size(); ++i) {
        if (!m_pages[i]->setTrigger(trigger, zone.value_or(Zone::system())))
            continue;
        m_kind->setChoiceVisible(int(m_pages.size()) - 1, i == m_pages.size() - 1);
        m_kind->setCurrent(i);
        m_givenPage = m_pages[i];
        break;
    }
    setFieldVisible(m_zone, page()->hasZone());
    m_given = trigger;
    Q_EMIT changed();
}

void SchedulePane::setZone(const QString &name)
{
    m_zone->setZoneName(name);
}

bool SchedulePane::showError(const Error &error)
{
    return page()->showError(error) || FieldForm::showError(error);
}

void SchedulePane::clearErrors()
{
    FieldForm::clearErrors();
    for (TriggerPage *page : std::as_const(m_pages))
        page->clearErrors();
}

void SchedulePane::touchAll()
{
    FieldForm::touchAll();
    for (TriggerPage *page : std::as_const(m_pages))
        page->touchAll();
}

} // namespace reveille
