// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace reveille {

/// The processes of one command: its session and whatever left it, recognised by REVEILLE_RUN_ID in its environment or
/// by its parent. Reveille adopts those whose parent ended, so that they can't slip away (see prctl(2), PR_SET_CHILD_SUBREAPER).
class ProcessTree final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessTree)

public:
    /// The command is the leader of its session and the child of a QProcess, which learns of its end by itself.
    ProcessTree(qint64 leader, const RunId &runId, QObject *parent = nullptr);

    /// Makes this process the one that adopts. To be called before a command starts.
    static void adoptOrphans();

    /// Asks all to end, and after five seconds makes them; ended() follows.
    void end();
    /// Makes all end now.
    void kill();
    /// The command ended and what it left behind may go on: takes care of that, beyond the life of its parent object,
    /// until the last has ended.
    void leaveAlone();

Q_SIGNALS:
    void ended();

private:
    struct Process
    {
        qint64 pid = 0;
        qint64 parent = 0;
        qint64 group = 0;
        qint64 session = 0;
        quint64 startTime = 0; ///< tells it from a later process with the same id
        bool zombie = false;
    };

    [[nodiscard]] static QHash<qint64, Process> allProcesses();
    /// Finds what is alive, and takes leave of what has ended and is ours to.
    [[nodiscard]] QList<qint64> update();
    void poll();

    const qint64 m_leader;
    const QByteArray m_mark; ///< what is in the environment
    QHash<qint64, quint64> m_known; ///< start time of those not gone, but for the leader
    QSet<qint64> m_asked;
    QTimer m_timer;
    QDeadlineTimer m_patience;     ///< until they are made to end
    QDeadlineTimer m_lastPatience; ///< until they are given up
    bool m_leftAlone = false;
};

} // namespace reveille
