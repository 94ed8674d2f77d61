// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSettings;

namespace reveille {

/// The few things the person can choose. They are written when the dialog is accepted; the language counts from the
/// next start, as the dialog says.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    explicit SettingsDialog(QSettings &settings, QWidget *parent = nullptr);

    void accept() override;

private:
    QSettings &m_settings;
    QComboBox *m_language;
    QCheckBox *m_closeToTray;
    QCheckBox *m_startHidden;
};

} // namespace reveille
