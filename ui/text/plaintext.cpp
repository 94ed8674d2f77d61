// SPDX-License-Identifier: MIT
#include "ui/text/plaintext.h"

#include <QRegularExpression>

namespace reveille {

using namespace Qt::StringLiterals;

QString shortened(const QString &text, int length)
{
    const QString line = singleLine(text);
    return line.size() <= length ? line : line.left(length - 1) + u'…';
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString html = text.toHtmlEscaped();
    return u"<qt>"_s + html.replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

QString withoutMnemonic(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

QString readableOutput(const QString &text)
{
    static const QRegularExpression terminalCodes(u"\x1b\\[[0-9;?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"_s);
    QString result = text;
    result.remove(terminalCodes);
    result.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &c : result) {
        if (c == u'\r')
            c = u'\n';
        else if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            c = QChar(0x2400 + c.unicode()); // the control picture of the same code
    }
    return result;
}

} // namespace reveille
