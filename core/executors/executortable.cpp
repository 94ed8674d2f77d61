// SPDX-License-Identifier: MIT
#include "core/executors/executortable.h"

#include <algorithm>

namespace reveille {

void ExecutorTable::add(const QString &alias, std::unique_ptr<Executor> executor)
{
    Q_ASSERT(!find(alias));
    m_entries.push_back({alias, std::move(executor)});
}

std::unique_ptr<Executor> ExecutorTable::take(const QString &alias)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.alias == alias; });
    if (found == m_entries.end())
        return nullptr;
    std::unique_ptr<Executor> executor = std::move(found->executor);
    m_entries.erase(found);
    return executor;
}

Executor *ExecutorTable::find(const QString &alias) const
{
    for (const Entry &entry : m_entries) {
        if (entry.alias == alias)
            return entry.executor.get();
    }
    return nullptr;
}

QStringList ExecutorTable::aliases() const
{
    QStringList aliases;
    for (const Entry &entry : m_entries)
        aliases.append(entry.alias);
    return aliases;
}

std::vector<Executor *> ExecutorTable::all() const
{
    std::vector<Executor *> all;
    for (const Entry &entry : m_entries)
        all.push_back(entry.executor.get());
    return all;
}

} // namespace reveille
