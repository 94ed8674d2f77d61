// SPDX-License-Identifier: MIT
#include "ui/editor/reminderpage.h"

#include "ui/editor/textarea.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

namespace reveille {

using namespace Qt::StringLiterals;

ReminderPage::ReminderPage(QWidget *parent)
    : TaskPage(parent)
    , m_message(new TextArea(u"message"_s, 3, this))
    , m_sound(new QCheckBox(tr("Ring a bell"), this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    auto *sound = new QWidget(this);
    auto *line = new QHBoxLayout(sound);
    line->setContentsMargins(0, 0, 0, 0);
    m_sound->setObjectName(u"sound"_s);
    m_sound->setChecked(true);
    m_volume->setObjectName(u"volume"_s);
    m_volume->setAccessibleName(tr("Volume in percent"));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setRange(0, 100);
    m_volume->setValue(80);
    m_volume->setPageStep(10);
    auto *percent = new QLabel(tr("%1 %").arg(80), this);
    percent->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    line->addWidget(m_sound);
    line->addSpacing(12);
    line->addWidget(m_volume, 1);
    line->addWidget(percent);
    sound->setFocusProxy(m_sound);

    addField(tr("&Message:"), m_message, {u"message"_s});
    addField(tr("So&und:"), sound, {u"sound"_s, u"volume"_s});
    connect(m_message, &QPlainTextEdit::textChanged, this, [this] { fieldChanged(u"message"_s); });
    connect(m_sound, &QCheckBox::toggled, m_volume, &QWidget::setEnabled);
    connect(m_sound, &QCheckBox::toggled, this, [this] { fieldChanged(u"sound"_s); });
    connect(m_volume, &QSlider::valueChanged, this, [this, percent](int value) {
        percent->setText(tr("%1 %").arg(value));
        fieldChanged(u"volume"_s);
    });
}

Result<QJsonObject> ReminderPage::task() const
{
    QJsonObject task = m_given;
    task.insert(u"type"_s, u"reminder"_s);
    task.insert(u"message"_s, m_message->toPlainText());
    task.remove(u"sound"_s);
    task.remove(u"volume"_s);
    if (m_sound->isChecked()) {
        task.insert(u"sound"_s, m_given.value("sound"_L1).toString(u"bell"_s));
        task.insert(u"volume"_s, m_volume->value());
    }
    return task;
}

bool ReminderPage::setTask(const QJsonObject &task)
{
    if (task.value("type"_L1) != "reminder"_L1)
        return false;
    m_given = task;
    if (m_given.value("sound"_L1).toString().isEmpty())
        m_given.remove(u"sound"_s);
    m_message->setPlainText(task.value("message"_L1).toString());
    m_sound->setChecked(!task.value("sound"_L1).toString().isEmpty());
    m_volume->setEnabled(m_sound->isChecked());
    m_volume->setValue(task.value("volume"_L1).toInt(80));
    return true;
}

} // namespace reveille
