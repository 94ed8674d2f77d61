// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functiontable.h"

#include <optional>

namespace reveille {

/// Makes this process a worker of a ProcessPoolExecutor if it was started as one. A program with such an executor calls it at
/// the very start of main(), before there is an application object or a thread:
///
///     if (const std::optional<int> code = runWorkerIfAsked(argc, argv, functions))
///         return *code;
///
/// `functions` has what jobs may name, as in the program itself. They are called one after the other, on the main thread,
/// with a QCoreApplication whose event loop does not run. What they print goes to standard error; their standard input is
/// empty. The worker ends when the program that started it does.
[[nodiscard]] std::optional<int> runWorkerIfAsked(int argc, char **argv, const FunctionTable &functions);

} // namespace reveille
