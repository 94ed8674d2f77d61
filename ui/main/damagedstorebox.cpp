// SPDX-License-Identifier: MIT
#include "ui/main/damagedstorebox.h"

#include "core/base/singleline.h"
#include "ui/text/timetext.h"

#include <QPushButton>

namespace reveille {

using namespace Qt::StringLiterals;

DamagedStoreBox::DamagedStoreBox(const QString &reason, OptionalTime backupWrittenAt, const Zone &zone, QWidget *parent)
    : QMessageBox(parent)
{
    setIcon(Warning);
    setWindowTitle(tr("Damaged store"));
    setTextFormat(Qt::PlainText);
    setText(tr("The jobs can't be read.\n%1").arg(singleLine(reason)));
    const QString kept = tr("Whatever you choose, the damaged file is kept.");
    if (backupWrittenAt) {
        const QString date = TimeText::full(*backupWrittenAt, zone);
        setInformativeText(tr("The newest backup is from %1. Jobs and runs that came later are not in it.").arg(date) + u' ' + kept);
        m_restore = addButton(tr("&Restore the backup"), AcceptRole);
        m_restore->setObjectName(u"restoreBackup"_s);
    } else {
        setInformativeText(tr("There is no backup that can be read.") + u' ' + kept);
    }
    m_beginEmpty = addButton(tr("&Begin with an empty store"), m_restore ? DestructiveRole : AcceptRole);
    m_beginEmpty->setObjectName(u"beginEmpty"_s);
    QPushButton *quit = addButton(tr("&Quit"), RejectRole);
    quit->setObjectName(u"quit"_s);
    setEscapeButton(quit);
    setDefaultButton(m_restore ? m_restore : quit);
}

DamagedStoreBox::Choice DamagedStoreBox::choice() const
{
    const QAbstractButton *clicked = clickedButton();
    if (clicked && clicked == m_restore)
        return Choice::RestoreBackup;
    return clicked && clicked == m_beginEmpty ? Choice::BeginEmpty : Choice::Quit;
}

} // namespace reveille
