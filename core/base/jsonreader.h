// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVarLengthArray>

#include <chrono>
#include <limits>
#include <optional>

namespace reveille {

/// The object without keys whose value is null, which mean the same as absent ones.
[[nodiscard]] QJsonObject withoutNulls(QJsonObject object);

/// Reads a JSON object strictly. Each getter takes one key; the first thing that is wrong (type, range, a key nobody
/// took) is kept and reported by finish(), so a reader needs one check at its end. Absent and null are the same.
class JsonReader final
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)

public:
    explicit JsonReader(const QJsonObject &object) : m_object(object) {}

    [[nodiscard]] bool has(const QString &key) const;

    /// The raw value, or undefined.
    QJsonValue value(const QString &key);
    /// A text without null characters, which no file, process or protocol can be given.
    std::optional<QString> string(const QString &key);
    std::optional<bool> boolean(const QString &key);
    std::optional<double> number(const QString &key, double minimum, double maximum);
    /// A whole number in [minimum, maximum].
    std::optional<qint64> integer(const QString &key, qint64 minimum, qint64 maximum);
    /// A number of seconds, rounded to milliseconds, in [minimum, maximum].
    std::optional<std::chrono::milliseconds> seconds(const QString &key, std::chrono::milliseconds minimum,
                                                     std::chrono::milliseconds maximum);
    std::optional<QStringList> strings(const QString &key);
    std::optional<QJsonObject> object(const QString &key);
    std::optional<QJsonArray> array(const QString &key);

    /// The value whose name in `names` is the text at `key`; names[i] stands for static_cast<E>(i).
    template<typename E>
    std::optional<E> oneOf(const QString &key, const QStringList &names)
    {
        const std::optional<qsizetype> index = indexIn(key, names);
        return index ? std::optional(static_cast<E>(*index)) : std::nullopt;
    }

    /// Records an error, unless one stands already.
    void fail(Error error);
    void fail(const QString &key, const QString &message) { fail(Error{ErrorCode::Invalid, message, key}); }
    /// Records that what `key` stands for is missing. A key that nobody took is reported rather, for it is likely that key,
    /// misspelt: to be called by who takes all that it knows.
    void failMissing(const QString &key, const QString &message);
    [[nodiscard]] bool ok() const { return !m_error; }

    /// The first error, or an error for a key that nobody took.
    [[nodiscard]] Result<void> finish();

private:
    std::optional<qsizetype> indexIn(const QString &key, const QStringList &names);

    const QJsonObject m_object;
    QVarLengthArray<QString, 16> m_taken; ///< those that are there
    std::optional<Error> m_error;
    bool m_isMissing = false; ///< what the error names
};

} // namespace reveille
