// SPDX-License-Identifier: MIT
#include "core/tasks/functiontable.h"

namespace reveille {

std::shared_ptr<const Function> FunctionTable::find(const QString &name) const
{
    const auto found = m_functions.find(name);
    return found == m_functions.end() ? nullptr : found->second;
}

QStringList FunctionTable::names() const
{
    QStringList names;
    for (const auto &[name, function] : m_functions)
        names.append(name);
    return names;
}

void FunctionTable::insert(const QString &name, std::shared_ptr<const Function> function)
{
    Q_ASSERT(!name.isEmpty() && !find(name));
    m_functions.insert_or_assign(name, std::move(function));
}

} // namespace reveille
