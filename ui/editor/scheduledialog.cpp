// SPDX-License-Identifier: MIT
#include "ui/editor/scheduledialog.h"

#include "core/scheduler/engine.h"
#include "ui/editor/fieldscroll.h"
#include "ui/editor/firepreview.h"
#include "ui/editor/schedulepane.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ScheduleDialog::ScheduleDialog(const Engine &engine, const QJsonObject &trigger, const QString &zone, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_schedule(new SchedulePane(engine, this))
    , m_preview(new FirePreview(engine.clock(), this))
{
    setObjectName(u"scheduleDialog"_s);
    setWindowTitle(trigger.isEmpty() ? tr("Add a schedule") : tr("Edit the schedule"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *buttons = new QDialogButtonBox(this);
    m_saveButton = buttons->addButton(QDialogButtonBox::Ok);
    m_saveButton->setObjectName(u"saveSchedule"_s);
    m_saveButton->setIcon({});
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    auto *columns = new QHBoxLayout;
    columns->addWidget(new FieldScroll(m_schedule, this), 3);
    columns->addSpacing(12);
    columns->addWidget(m_preview, 2);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    resize(900, 600);

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(120ms);
    connect(&m_checkTimer, &QTimer::timeout, this, &ScheduleDialog::check);
    connect(m_schedule, &FieldForm::changed, this, &ScheduleDialog::checkSoon);
    connect(m_preview, &FirePreview::ready, this, &ScheduleDialog::checkSoon);
    connect(m_saveButton, &QPushButton::clicked, this, &ScheduleDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (trigger.isEmpty())
        m_schedule->setZone(zone);
    else
        m_schedule->setTrigger(trigger);
    check();
    m_schedule->focusFirst();
}

void ScheduleDialog::checkSoon()
{
    m_saveButton->setEnabled(false);
    m_checkTimer.start();
}

void ScheduleDialog::check()
{
    m_checkTimer.stop();
    m_schedule->clearErrors();
    m_trigger = {};
    const Result<QJsonObject> json = m_schedule->trigger();
    const Result<Trigger> trigger =
        json ? Trigger::parse(*json, m_engine.triggerContext()) : tl::unexpected(json.error());
    if (!trigger) {
        m_previewed = {};
        m_preview->clear();
        m_schedule->showError(trigger.error());
    } else if (*json != m_previewed) {
        m_previewed = *json;
        m_preview->setTrigger(*trigger);
    } else if (m_preview->isReady() && !m_preview->fires()) {
        m_schedule->showError({ErrorCode::Invalid, tr("This schedule never fires from now on"), u"trigger"_s});
    } else if (m_preview->isReady()) {
        m_trigger = trigger->toJson();
    }
    m_saveButton->setEnabled(!m_trigger.isEmpty());
}

void ScheduleDialog::save()
{
    check();
    if (m_trigger.isEmpty())
        return;
    Q_EMIT saved(m_trigger);
    accept();
}

} // namespace reveille
