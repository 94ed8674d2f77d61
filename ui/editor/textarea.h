// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace reveille {

/// A field for a few lines of plain text; Tab leaves it.
class TextArea final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextArea)

public:
    TextArea(const QString &objectName, int lines, QWidget *parent = nullptr);
};

} // namespace reveille
