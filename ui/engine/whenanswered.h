// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/answers.h"

namespace reveille {

/// Calls `use` with the future's result on the thread of `context`, unless `context` is gone by then.
/// (QFuture::then() with a context asserts, in Qt 6.4, that it is still there: a window that was closed is not.)
template<typename T, typename Use>
void whenAnswered(const QFuture<T> &future, QObject *context, Use use)
{
    whenFinished(future, context, [use = std::move(use)](const QFuture<T> &answer) {
        if (answer.resultCount() > 0)
            use(answer.result());
    });
}

} // namespace reveille
