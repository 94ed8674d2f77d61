// SPDX-License-Identifier: MIT
#include "ui/settings/settingsdialog.h"

#include "ui/settings/settingskeys.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_language(new QComboBox(this))
    , m_closeToTray(new QCheckBox(tr("&Closing the window leaves Reveille in the tray"), this))
    , m_startHidden(new QCheckBox(tr("&Start without showing the window"), this))
{
    setObjectName(u"settingsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    m_language->setObjectName(u"language"_s);
    // Each language in itself, so that whoever needs it can read it.
    m_language->addItem(tr("System"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_language->addItem(u"繁體中文"_s, u"zh_TW"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.value(SettingsKeys::Language).toString())));
    m_language->setAccessibleName(tr("Language"));
    m_closeToTray->setObjectName(u"closeToTray"_s);
    m_closeToTray->setChecked(settings.value(SettingsKeys::CloseToTray, true).toBool());
    m_startHidden->setObjectName(u"startHidden"_s);
    m_startHidden->setChecked(settings.value(SettingsKeys::StartHidden, false).toBool());

    auto *hint = new QLabel(tr("The language changes when Reveille starts the next time."), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("&Language:"), m_language);
    form->addRow(QString(), hint);
    form->addRow(m_closeToTray);
    form->addRow(m_startHidden);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(form);
    rows->addStretch(1);
    rows->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

void SettingsDialog::accept()
{
    m_settings.setValue(SettingsKeys::Language, m_language->currentData());
    m_settings.setValue(SettingsKeys::CloseToTray, m_closeToTray->isChecked());
    m_settings.setValue(SettingsKeys::StartHidden, m_startHidden->isChecked());
    QDialog::accept();
}

} // namespace reveille
