// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

#include <QTimer>

namespace reveille {

/// Keeps the first half and the last half of what a run puts out, and passes it on in a measure that a window can
/// follow: of an endless printer only samples. Its memory is bounded.
class OutputRecorder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputRecorder)

public:
    explicit OutputRecorder(QObject *parent = nullptr);

    void append(const QByteArray &data);
    /// Passes on at once what waits to be.
    void flush();
    /// Puts what was kept, at most OutputLimit bytes, into a result.
    void writeTo(TaskResult &result) const;

Q_SIGNALS:
    void added(const QByteArray &data);

private:
    QByteArray m_first;
    QByteArray m_last;
    bool m_truncated = false;
    QByteArray m_waiting; ///< to be passed on
    QTimer m_timer;
};

} // namespace reveille
