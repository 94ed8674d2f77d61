// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

#include <QMessageBox>

namespace reveille {

/// Asks what is to become of a store that is damaged.
class DamagedStoreBox final : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DamagedStoreBox)

public:
    enum class Choice { RestoreBackup, BeginEmpty, Quit };

    /// `reason` names the file. `backupWrittenAt`: of the newest backup, if there is one to be offered.
    DamagedStoreBox(const QString &reason, OptionalTime backupWrittenAt, const Zone &zone, QWidget *parent = nullptr);

    /// What was chosen; Quit as long as nothing was.
    [[nodiscard]] Choice choice() const;

private:
    QPushButton *m_restore = nullptr; ///< only where there is a backup
    QPushButton *m_beginEmpty;
};

} // namespace reveille
