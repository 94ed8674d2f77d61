// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/function.h"

#include <QStringList>

#include <map>
#include <memory>

namespace reveille {

/// The C++ functions that jobs may name. Filled before the engine starts and immutable after, hence thread-safe; a copy shares
/// the functions. Where there is a process pool, main() fills one for runWorkerIfAsked(), too.
class FunctionTable final
{
public:
    /// Registers a callable under a name, which is not empty and not taken: `add(u"tidy"_s, [] { ... })`.
    template<FunctionCallable Callable>
    void add(const QString &name, Callable callable)
    {
        insert(name, std::make_shared<const Function>(makeFunction(std::move(callable))));
    }

    /// The function with this name, or null.
    [[nodiscard]] std::shared_ptr<const Function> find(const QString &name) const;
    [[nodiscard]] QStringList names() const;

private:
    void insert(const QString &name, std::shared_ptr<const Function> function);

    std::map<QString, std::shared_ptr<const Function>> m_functions; ///< by name
};

} // namespace reveille
