// SPDX-License-Identifier: MIT
#include "ui/editor/textarea.h"

namespace reveille {

TextArea::TextArea(const QString &objectName, int lines, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setTabChangesFocus(true);
    const int height = fontMetrics().lineSpacing() * lines + 2 * frameWidth() + 10;
    setMinimumHeight(height);
    setMaximumHeight(height);
}

} // namespace reveille
