// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

namespace reveille {

/// What a function returned, or the reason why it did not.
using FunctionReturn = tl::expected<QJsonValue, QString>;

/// What to tell the function of a job.
[[nodiscard]] FunctionCall functionCall(const Job &job, const TaskContext &context, std::stop_token stop = {});
[[nodiscard]] FunctionCall functionCall(const Job &job, const Run &run);
/// How long a task of type `function` may take; 0: no limit.
[[nodiscard]] milliseconds functionTimeout(const QJsonObject &task);

/// Calls a function and catches whatever it throws.
[[nodiscard]] FunctionReturn callFunction(const Function &function, const FunctionCall &call);
/// Success with the value as output, cut as all output is; or Error.
[[nodiscard]] TaskResult resultOf(const FunctionReturn &returned);
/// The result of a function that was still at work when its time was up.
[[nodiscard]] TaskResult timeoutResult(milliseconds timeout);
[[nodiscard]] TaskResult cancelledResult();

} // namespace reveille
