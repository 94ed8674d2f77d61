// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <exception>

namespace reveille {

/// Calls what somebody else may have written (a trigger, a listener, a store): whatever it throws becomes an error, so that
/// one job or store harms no other.
template<typename Call>
[[nodiscard]] Result<std::invoke_result_t<Call>> guarded(Call call)
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Call>>) {
            call();
            return {};
        } else {
            return call();
        }
    } catch (const std::exception &exception) {
        return failure(ErrorCode::Refused, QString::fromLocal8Bit(exception.what()));
    } catch (...) {
        return failure(ErrorCode::Refused, QStringLiteral("an exception that is no std::exception"));
    }
}

} // namespace reveille
