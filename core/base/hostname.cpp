// SPDX-License-Identifier: MIT
#include "core/base/hostname.h"

#include "core/base/singleline.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <algorithm>

namespace reveille {

Result<QString> hostName(const QString &text, const QString &key)
{
    constexpr qsizetype Longest = 253;
    const bool isName = !text.isEmpty() && text.size() <= Longest && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
    });
    if (!isName)
        return invalid(key, QCoreApplication::translate("HostName", "“%1” is no name of a machine").arg(singleLine(text)));
    return text.toLower();
}

QString ownHostName()
{
    return hostName(QSysInfo::machineHostName()).value_or(QString());
}

} // namespace reveille
