// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"

#include <QUndoStack>

namespace reveille {

class Engine;
class JobCommand;

/// Every edit of jobs that the person makes, each of which can be undone.
class JobEdits final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobEdits)

public:
    explicit JobEdits(Engine &engine, QObject *parent = nullptr);
    ~JobEdits() override;

    void add(const Job &job);
    void change(const Job &before, const Job &after);
    void remove(const QList<Job> &jobs);
    void pause(const QList<Job> &jobs);
    void resume(const QList<Job> &jobs);

    [[nodiscard]] QUndoStack &stack() { return m_stack; }
    [[nodiscard]] Engine &engine() const { return m_engine; }
    /// The engine refused a command; null: one that is gone already. It leaves the stack, and the person is told.
    void drop(JobCommand *command, const Error &error);

Q_SIGNALS:
    void failed(const QString &message);

private:
    Engine &m_engine;
    QUndoStack m_stack;
};

} // namespace reveille
