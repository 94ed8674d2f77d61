// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"
#include "core/time/timepoint.h"

#include <QJsonObject>

#include <concepts>
#include <functional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace reveille {

/// What a C++ function is told of the run that calls it.
struct FunctionCall
{
    JobId jobId;
    RunId runId;
    TimePoint scheduledAt;
    int attempt = 1;
    QJsonObject arguments; ///< the task's
    std::stop_token stop;  ///< in a pool of threads: asked to stop when the run is cancelled or its time is up
};

/// What a job of type `function` does. What it returns becomes the run's output, as compact JSON; null: none. An exception
/// makes the run an error with its what().
using Function = std::function<QJsonValue(const FunctionCall &)>;

/// What a Function can return: nothing, a number, or what makes a QJsonValue.
template<typename T>
concept FunctionResult = std::is_void_v<T> || std::is_arithmetic_v<std::remove_cvref_t<T>> || std::convertible_to<T, QJsonValue>;

/// What can be made a Function: it takes a `const FunctionCall &` or nothing, and returns a FunctionResult.
template<typename Callable>
concept FunctionCallable = std::copy_constructible<Callable>
    && ((std::invocable<Callable &, const FunctionCall &>
         && FunctionResult<std::invoke_result_t<Callable &, const FunctionCall &>>)
        || (std::invocable<Callable &> && FunctionResult<std::invoke_result_t<Callable &>>));

/// Makes a Function of a callable. Whole numbers beyond 2^63 become negative.
template<FunctionCallable Callable>
[[nodiscard]] Function makeFunction(Callable callable)
{
    if constexpr (std::is_same_v<Callable, Function>) {
        return callable;
    } else {
        return [callable = std::move(callable)](const FunctionCall &call) mutable -> QJsonValue {
            const auto invoke = [&]() -> decltype(auto) {
                if constexpr (std::invocable<Callable &, const FunctionCall &>)
                    return std::invoke(callable, call);
                else
                    return std::invoke(callable);
            };
            using Returned = std::remove_cvref_t<decltype(invoke())>;
            if constexpr (std::is_void_v<Returned>) {
                invoke();
                return QJsonValue::Null;
            } else if constexpr (std::is_integral_v<Returned> && !std::is_same_v<Returned, bool>) {
                return static_cast<qint64>(invoke()); // long and others are ambiguous to QJsonValue
            } else if constexpr (std::is_floating_point_v<Returned>) {
                return static_cast<double>(invoke());
            } else {
                return invoke();
            }
        };
    }
}

} // namespace reveille
