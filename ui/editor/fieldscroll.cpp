// SPDX-License-Identifier: MIT
#include "ui/editor/fieldscroll.h"

#include <QScrollBar>

namespace reveille {

FieldScroll::FieldScroll(QWidget *fields, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(fields);
    setMinimumWidth(fields->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

} // namespace reveille
