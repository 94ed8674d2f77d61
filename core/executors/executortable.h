// SPDX-License-Identifier: MIT
#pragma once

#include "core/executors/executor.h"

#include <memory>
#include <vector>

namespace reveille {

/// The executors of a scheduler by alias. There are few, hence no hash.
class ExecutorTable final
{
public:
    /// The alias must be free.
    void add(const QString &alias, std::unique_ptr<Executor> executor);
    /// Takes one out; null: there is none of this alias.
    [[nodiscard]] std::unique_ptr<Executor> take(const QString &alias);
    [[nodiscard]] Executor *find(const QString &alias) const;
    [[nodiscard]] QStringList aliases() const;
    [[nodiscard]] std::vector<Executor *> all() const;

private:
    struct Entry
    {
        QString alias;
        std::unique_ptr<Executor> executor;
    };
    std::vector<Entry> m_entries;
};

} // namespace reveille
