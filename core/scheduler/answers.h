// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace reveille {

/// A future that is there already.
template<typename T>
[[nodiscard]] QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template<typename Next, typename T>
struct AnswerOf
{
    using Type = std::invoke_result_t<Next &, const T &>;
};
template<typename Next>
struct AnswerOf<Next, void>
{
    using Type = std::invoke_result_t<Next &>;
};

/// Goes on with `next`, on the thread of `context`, unless the first step failed.
template<typename T, typename Next>
[[nodiscard]] auto andThen(QFuture<Result<T>> first, QObject *context, Next next)
{
    using Answer = typename AnswerOf<Next, T>::Type;
    using Value = typename decltype(std::declval<Answer>().result())::value_type;
    return first
        .then(context,
              [next = std::move(next)](const Result<T> &result) mutable -> Answer {
                  if (!result)
                      return ready<Value>(tl::unexpected(result.error()));
                  if constexpr (std::is_void_v<T>)
                      return next();
                  else
                      return next(*result);
              })
        .unwrap();
}

/// Answers when all have, with the first error in their order.
[[nodiscard]] inline QFuture<Result<void>> allOf(QList<QFuture<Result<void>>> answers, QObject *context)
{
    return QtFuture::whenAll(answers.begin(), answers.end())
        .then(context, [](const QList<QFuture<Result<void>>> &all) -> Result<void> {
            for (const QFuture<Result<void>> &answer : all) {
                if (answer.resultCount() == 0) // who was to answer is gone
                    return failure(ErrorCode::Unavailable, QStringLiteral("no answer"));
                if (const Result<void> result = answer.result(); !result)
                    return result;
            }
            return {};
        });
}

} // namespace reveille
