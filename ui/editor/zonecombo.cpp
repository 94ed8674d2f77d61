// SPDX-License-Identifier: MIT
#include "ui/editor/zonecombo.h"

#include "core/time/zone.h"

#include <QCompleter>
#include <QLineEdit>

namespace reveille {

ZoneCombo::ZoneCombo(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    addItems(Zone::names());
    setMaxVisibleItems(15);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(28);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    lineEdit()->setClearButtonEnabled(true);
    setAccessibleName(tr("Time zone"));
    lineEdit()->setAccessibleName(accessibleName());
    setZoneName(Zone::system().name());
}

void ZoneCombo::setZoneName(const QString &name)
{
    const int index = findText(name, Qt::MatchFixedString);
    if (index >= 0)
        setCurrentIndex(index);
    else
        setEditText(name);
}

} // namespace reveille
