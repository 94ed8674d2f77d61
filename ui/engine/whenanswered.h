// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>

namespace reveille {

/// Calls `use` with the future's result on the thread of `context`, unless `context` is gone by then.
/// (QFuture::then() with a context asserts, in Qt 6.4, that it is still there: a window that was closed is not.)
template<typename T, typename Use>
void whenAnswered(const QFuture<T> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use = std::move(use)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            use(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace reveille
