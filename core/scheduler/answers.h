// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/guarded.h"
#include "core/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace reveille {

/// A future that is there already.
template<typename T>
[[nodiscard]] QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template<typename T>
[[nodiscard]] QFuture<Result<T>> failed(const Error &error)
{
    return ready<T>(tl::unexpected(error));
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

/// Goes on with `next`, on the thread of `context`, unless the first step failed. What it throws is an error.
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
                  const Result<Answer> answer = guarded([&] {
                      if constexpr (std::is_void_v<T>)
                          return next();
                      else
                          return next(*result);
                  });
                  return answer ? *answer : ready<Value>(tl::unexpected(answer.error()));
              })
        .unwrap();
}

/// Calls `done` with a future that another thread finishes, on this thread and by its event loop, as long as `owner` lives,
/// which is of this thread. Not so QFuture::then(): what is added to it just when another thread finishes the future, Qt 6.4
/// carries out twice, the second time without its promise.
template<typename T, typename Done>
void whenFinished(const QFuture<T> &elsewhere, QObject *owner, Done done)
{
    auto *const watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future());
    });
    watcher->setFuture(elsewhere);
}

/// The answer of another thread, given once more on this one, so that then() may go on from it.
template<typename T>
[[nodiscard]] QFuture<T> here(const QFuture<T> &elsewhere, QObject *owner)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    whenFinished(elsewhere, owner, [promise](const QFuture<T> &answer) {
        if (answer.resultCount() > 0)
            promise->addResult(answer.result());
        else
            promise->future().cancel();
        promise->finish();
    });
    return promise->future();
}

/// One answer for whoever waits for it: each has a future of its own, as a QFuture takes one continuation only.
class SharedAnswer final
{
public:
    [[nodiscard]] bool isThere() const { return m_answer.has_value(); }
    [[nodiscard]] QFuture<Result<void>> wait()
    {
        if (m_answer)
            return ready(*m_answer);
        const auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        m_waiting.push_back(promise);
        return promise->future();
    }
    /// The first one counts.
    void give(const Result<void> &answer)
    {
        if (!m_answer)
            tellWaiting(m_answer.emplace(answer));
    }
    /// Answers those who wait by now; who comes later waits on.
    void tellWaiting(Result<void> answer)
    {
        for (const auto &promise : std::exchange(m_waiting, {})) {
            promise->addResult(answer);
            promise->finish();
        }
    }

private:
    std::optional<Result<void>> m_answer;
    std::vector<std::shared_ptr<QPromise<Result<void>>>> m_waiting;
};

/// Of a future that is finished. Whoever was to answer may be gone.
template<typename T>
[[nodiscard]] Result<T> answerOf(const QFuture<Result<T>> &finished)
{
    if (finished.resultCount() == 0)
        return failure(ErrorCode::Refused, QCoreApplication::translate("QtScheduler", "The scheduler is stopped"));
    return finished.result();
}

/// Of futures that are finished, in their order.
[[nodiscard]] inline Result<void> firstErrorOf(const QList<QFuture<Result<void>>> &finished)
{
    for (const QFuture<Result<void>> &one : finished) {
        if (const Result<void> result = answerOf(one); !result)
            return result;
    }
    return {};
}

/// Answers when all have, with the first error in their order.
[[nodiscard]] inline QFuture<Result<void>> allOf(QList<QFuture<Result<void>>> answers, QObject *context)
{
    return QtFuture::whenAll(answers.begin(), answers.end()).then(context, &firstErrorOf);
}

/// The same, but waits for a while only: what has not answered by then is left to itself, and is no error.
[[nodiscard]] inline QFuture<Result<void>> allWithin(std::chrono::milliseconds patience, const QList<QFuture<Result<void>>> &answers,
                                                     QObject *context)
{
    const auto first = std::make_shared<SharedAnswer>();
    auto *const timer = new QTimer(context);
    const auto give = [first, timer](const Result<void> &answer) {
        if (!first->isThere())
            timer->deleteLater();
        first->give(answer);
    };
    timer->callOnTimeout(context, [give, answers] {
        QList<QFuture<Result<void>>> finished = answers;
        finished.removeIf([](const QFuture<Result<void>> &answer) { return !answer.isFinished(); });
        give(firstErrorOf(finished));
    });
    timer->start(patience);
    allOf(answers, context).then(context, give);
    return first->wait();
}

} // namespace reveille
