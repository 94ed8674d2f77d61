// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace reveille {

/// The processes of one command or call: its session or group and whatever left it, recognised by REVEILLE_RUN_ID in its
/// environment or by its parent. Reveille adopts those whose parent ended, so that they can't slip away (see prctl(2), PR_SET_CHILD_SUBREAPER).
class ProcessTree final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessTree)

public:
    /// The command or worker leads its session or group and is the child of a QProcess, which learns of its end by itself.
    /// All trees of a program live on one thread.
    ProcessTree(qint64 leader, const RunId &runId, QObject *parent = nullptr);
    /// A worker goes on to another run: what it starts from now on belongs to that.
    void setRun(const RunId &runId);
    ~ProcessTree() override;

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
    /// Instead of ended(): some obey nothing.
    void givenUp();

private:
    struct Process
    {
        qint64 pid = 0;
        qint64 parent = 0;
        qint64 group = 0;
        qint64 session = 0;
        quint64 startTime = 0; ///< in clock ticks; tells it from a later process with the same id
        bool zombie = false;
    };

    using Processes = QHash<qint64, Process>;
    /// Where to look. All of /proc takes long on a busy machine, and finds also what a process outside started for us.
    enum class Scope { Descendants, Everything };

    [[nodiscard]] static std::optional<Process> processOf(qint64 pid);
    [[nodiscard]] static Processes allProcesses();
    [[nodiscard]] static Processes descendants();
    /// Takes leave of what ended, and whose parent ended before it: we adopted it, and nobody else does.
    static void reapAdopted(Processes &processes);
    /// Finds what is alive, and takes leave of what has ended and is ours to.
    [[nodiscard]] QList<qint64> update(Scope scope);
    /// Whether this is the only command, so that what was adopted since its start can only be its own.
    [[nodiscard]] bool isAlone(const Processes &processes) const;
    [[nodiscard]] bool isAdoptedSinceStart(const Process &process) const;
    void poll();

    const qint64 m_leader;
    quint64 m_startTime; ///< of the command, or the worker's run
    QByteArray m_mark; ///< what is in the environment
    QHash<qint64, quint64> m_known; ///< start time of those not gone, but for the leader
    QSet<qint64> m_asked;
    QTimer m_timer;
    QDeadlineTimer m_patience;     ///< until they are made to end
    QDeadlineTimer m_lastPatience; ///< until they are given up
    bool m_leftAlone = false;
};

} // namespace reveille
