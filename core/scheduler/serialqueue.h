// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/answers.h"

#include <QPointer>

#include <deque>
#include <functional>

namespace reveille {

/// Carries out asynchronous operations one after another: each begins when the one before has answered.
class SerialQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SerialQueue)

public:
    explicit SerialQueue(QObject *parent = nullptr) : QObject(parent) {}

    template<typename T>
    QFuture<Result<T>> run(std::function<QFuture<Result<T>>()> operation)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_waiting.push_back([this, promise, operation = std::move(operation)] {
            Result<QFuture<Result<T>>> answer = guarded(operation);
            if (!answer) // what throws is an answer, too: else nothing would follow
                answer = failed<T>(answer.error());
            answer->then(this, [this, promise](const Result<T> &result) {
                const QPointer<SerialQueue> self(this); // who waits for the answer may delete it
                promise->addResult(result);
                promise->finish();
                if (!self)
                    return;
                m_busy = false;
                // Not from here: a row of operations that answer at once would grow the stack.
                if (!m_waiting.empty())
                    QMetaObject::invokeMethod(this, &SerialQueue::startNext, Qt::QueuedConnection);
            });
        });
        startNext();
        return promise->future();
    }

private:
    void startNext()
    {
        if (m_busy || m_waiting.empty())
            return;
        m_busy = true;
        const std::function<void()> operation = std::move(m_waiting.front());
        m_waiting.pop_front();
        operation();
    }

    std::deque<std::function<void()>> m_waiting;
    bool m_busy = false;
};

} // namespace reveille
