// SPDX-License-Identifier: MIT
#include "core/tasks/processtree.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <csignal>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.tasks")

constexpr auto Patience = 5s;
/// A process that waits for a device does not even obey SIGKILL; it must not hold its run for ever.
constexpr auto LastPatience = 10s;
constexpr auto PollInterval = 50ms;
constexpr auto LeisurelyInterval = 30s;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ProcessTree::ProcessTree(qint64 leader, const RunId &runId, QObject *parent)
    : QObject(parent), m_leader(leader), m_mark('\0' + QByteArray("REVEILLE_RUN_ID=") + runId.value.toUtf8() + '\0')
{
    connect(&m_timer, &QTimer::timeout, this, &ProcessTree::poll);
}

void ProcessTree::adoptOrphans()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

void ProcessTree::end()
{
    if (m_timer.isActive())
        return;
    m_patience.setRemainingTime(Patience);
    m_lastPatience.setRemainingTime(Patience + LastPatience);
    m_timer.start(PollInterval);
    poll();
}

void ProcessTree::kill()
{
    // What is born while we look is found the next time.
    for (int round = 0; round < 100; ++round) {
        const QList<qint64> alive = update();
        if (alive.isEmpty() && m_known.isEmpty())
            return;
        for (const qint64 pid : alive)
            ::kill(pid_t(pid), SIGKILL);
    }
}

void ProcessTree::leaveAlone()
{
    if (update().isEmpty() && m_known.isEmpty())
        return;
    m_leftAlone = true;
    setParent(QAbstractEventDispatcher::instance()); // lives as long as its thread
    m_timer.start(LeisurelyInterval);
}

void ProcessTree::poll()
{
    const QList<qint64> alive = update();
    if (m_leftAlone) {
        if (m_known.isEmpty())
            deleteLater();
        return;
    }
    const bool givenUp = m_lastPatience.hasExpired();
    if (givenUp)
        qCWarning(log) << "Processes that do not end:" << alive;
    if ((alive.isEmpty() && m_known.isEmpty()) || givenUp) {
        m_timer.stop();
        Q_EMIT ended();
        return;
    }
    for (const qint64 pid : alive) {
        if (m_patience.hasExpired()) {
            ::kill(pid_t(pid), SIGKILL);
        } else if (!m_asked.contains(pid)) {
            m_asked.insert(pid);
            ::kill(pid_t(pid), SIGTERM);
            ::kill(pid_t(pid), SIGCONT); // a stopped one could not obey
        }
    }
}

QHash<qint64, ProcessTree::Process> ProcessTree::allProcesses()
{
    QHash<qint64, Process> processes;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QString &entry : entries) {
        bool isNumber = false;
        Process process;
        process.pid = entry.toLongLong(&isNumber);
        if (!isNumber)
            continue;
        // proc(5): "pid (name) state ppid pgrp session ...", where the name may hold anything
        const QByteArray stat = contentsOf(u"/proc/"_s + entry + u"/stat"_s);
        const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).trimmed().split(' ');
        if (fields.size() < 20)
            continue;
        process.zombie = fields[0] == "Z" || fields[0] == "X";
        process.parent = fields[1].toLongLong();
        process.group = fields[2].toLongLong();
        process.session = fields[3].toLongLong();
        process.startTime = fields[19].toULongLong();
        processes.insert(process.pid, process);
    }
    return processes;
}

QList<qint64> ProcessTree::update()
{
    const QHash<qint64, Process> processes = allProcesses();
    const qint64 self = ::getpid();
    QSet<qint64> ours;
    for (const Process &process : processes) {
        const bool known = m_known.value(process.pid) == process.startTime;
        if (process.pid == m_leader || known || process.session == m_leader || process.group == m_leader
            || ('\0' + contentsOf(u"/proc/%1/environ"_s.arg(process.pid))).contains(m_mark))
            ours.insert(process.pid);
    }
    for (bool grown = true; grown;) {
        grown = false;
        for (const Process &process : processes) {
            if (!ours.contains(process.pid) && process.parent != self && ours.contains(process.parent)) {
                ours.insert(process.pid);
                grown = true;
            }
        }
    }

    QList<qint64> alive;
    m_known.clear();
    for (const qint64 pid : std::as_const(ours)) {
        const Process process = processes[pid];
        if (!process.zombie)
            alive.append(pid);
        if (pid == m_leader)
            continue;
        // Whose parent ended we adopted, and nobody else takes leave of it.
        const bool gone = process.zombie && process.parent == self && ::waitpid(pid_t(pid), nullptr, WNOHANG) == pid;
        if (!gone)
            m_known.insert(pid, process.startTime);
    }
    return alive;
}

} // namespace reveille
