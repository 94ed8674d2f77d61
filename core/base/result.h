// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace reveille {

/// What a caller may want to branch on; everything else is in the message.
enum class ErrorCode {
    Invalid,     ///< the input is wrong; `key` names the part
    NotFound,    ///< no such job, run or store
    Conflict,    ///< the id exists, or somebody else changed it meanwhile
    Unavailable, ///< the store or service can't be reached now; trying again may help
    Damaged,     ///< the stored data can't be read
    Refused,     ///< allowed in general, not in this state
};

/// Why something did not work, in the user's words.
struct Error
{
    ErrorCode code = ErrorCode::Invalid;
    QString message; ///< a whole sentence without a full stop
    QString key;     ///< the JSON key or form field that is wrong; empty: none in particular

    /// The message with the key in front, as the command line and logs show it.
    [[nodiscard]] QString text() const { return key.isEmpty() ? message : key + QStringLiteral(": ") + message; }
    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

/// An Invalid error about `key`.
[[nodiscard]] inline tl::unexpected<Error> invalid(const QString &key, const QString &message)
{
    return tl::unexpected(Error{ErrorCode::Invalid, message, key});
}

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, const QString &message)
{
    return tl::unexpected(Error{code, message, {}});
}

} // namespace reveille
