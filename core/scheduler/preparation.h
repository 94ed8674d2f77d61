// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/books.h"

#include <QTimer>

namespace reveille {

/// Has memory ready for what is due next while nothing else is to be done: where thousands are due at the same instant, the last
/// of them would wait until the system has set it up for all before it.
class Preparation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Preparation)

public:
    /// Borrows the books.
    explicit Preparation(Books &books, QObject *parent = nullptr);

    /// To be called when that may have changed: when the next of what is in the queue is to be claimed; nullopt: it is not known, or
    /// being claimed.
    void setNext(OptionalTime at);

private:
    void prepare();

    Books &m_books;
    QTimer m_turn; ///< for a part
    OptionalTime m_next;
    size_t m_runs = 0;     ///< that are due then
    size_t m_prepared = 0; ///< of them
};

} // namespace reveille
