// SPDX-License-Identifier: MIT
#include "core/base/singleline.h"

namespace reveille {

QString singleLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return line.trimmed();
}

} // namespace reveille
