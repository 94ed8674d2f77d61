// SPDX-License-Identifier: MIT
#include "core/tasks/processtree.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <limits>
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

QList<ProcessTree *> &trees()
{
    static QList<ProcessTree *> all;
    return all;
}

QByteArray markOf(const RunId &runId)
{
    return '\0' + QByteArray("REVEILLE_RUN_ID=") + runId.value.toUtf8() + '\0';
}

/// As /proc/PID/stat has it.
quint64 ticksSinceBoot()
{
    const auto ticks = quint64(::sysconf(_SC_CLK_TCK));
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return quint64(now.tv_sec) * ticks + quint64(now.tv_nsec) * ticks / 1'000'000'000;
}

/// What was started with our environment shares some of it; PATH is what people give to `env -i`, too.
bool sharesEnvironment(qint64 pid)
{
    const QList<QByteArray> own = contentsOf(u"/proc/self/environ"_s).split('\0');
    const QList<QByteArray> entries = contentsOf(u"/proc/%1/environ"_s.arg(pid)).split('\0');
    return std::any_of(entries.begin(), entries.end(), [&own](const QByteArray &entry) {
        return !entry.isEmpty() && !entry.startsWith("PATH=") && own.contains(entry);
    });
}

} // namespace

ProcessTree::ProcessTree(qint64 leader, const RunId &runId, QObject *parent)
    : QObject(parent),
      m_leader(leader),
      m_startTime(processOf(leader).value_or(Process{.startTime = std::numeric_limits<quint64>::max()}).startTime),
      m_mark(markOf(runId))
{
    connect(&m_timer, &QTimer::timeout, this, &ProcessTree::poll);
    trees().append(this);
}

ProcessTree::~ProcessTree()
{
    trees().removeOne(this);
}

void ProcessTree::setRun(const RunId &runId)
{
    m_mark = markOf(runId);
    m_startTime = ticksSinceBoot();
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
        const QList<qint64> alive = update(Scope::Everything);
        if (alive.isEmpty() && m_known.isEmpty())
            return;
        for (const qint64 pid : alive)
            ::kill(pid_t(pid), SIGKILL);
    }
}

void ProcessTree::leaveAlone()
{
    if (update(Scope::Descendants).isEmpty() && m_known.isEmpty())
        return;
    m_leftAlone = true;
    setParent(QAbstractEventDispatcher::instance()); // lives as long as its thread
    m_timer.start(LeisurelyInterval);
}

void ProcessTree::poll()
{
    const QList<qint64> alive = update(m_leftAlone ? Scope::Descendants : Scope::Everything);
    if (m_leftAlone) {
        if (m_known.isEmpty())
            deleteLater();
        return;
    }
    if (alive.isEmpty() && m_known.isEmpty()) {
        m_timer.stop();
        Q_EMIT ended();
        return;
    }
    if (m_lastPatience.hasExpired()) {
        qCWarning(log) << "Processes that do not end:" << alive;
        m_timer.stop();
        Q_EMIT givenUp();
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

std::optional<ProcessTree::Process> ProcessTree::processOf(qint64 pid)
{
    // proc(5): "pid (name) state ppid pgrp session ...", where the name may hold anything
    const QByteArray stat = contentsOf(u"/proc/%1/stat"_s.arg(pid));
    const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).trimmed().split(' ');
    if (fields.size() < 20)
        return std::nullopt;
    return Process{.pid = pid,
                   .parent = fields[1].toLongLong(),
                   .group = fields[2].toLongLong(),
                   .session = fields[3].toLongLong(),
                   .startTime = fields[19].toULongLong(),
                   .zombie = fields[0] == "Z" || fields[0] == "X"};
}

ProcessTree::Processes ProcessTree::allProcesses()
{
    Processes processes;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        if (const std::optional<Process> process = isNumber ? processOf(pid) : std::nullopt)
            processes.insert(pid, *process);
    }
    return processes;
}

ProcessTree::Processes ProcessTree::descendants()
{
    const qint64 self = ::getpid();
    if (!QFile::exists(u"/proc/self/task/%1/children"_s.arg(self))) // a kernel without CONFIG_PROC_CHILDREN
        return allProcesses();
    Processes processes;
    QList<qint64> parents{self};
    while (!parents.isEmpty()) {
        const QDir tasks(u"/proc/%1/task"_s.arg(parents.takeLast()));
        const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
        for (const QString &thread : threads) {
            const QByteArray children = contentsOf(tasks.filePath(thread + u"/children"_s)).simplified();
            for (const QByteArray &child : children.split(' ')) {
                const std::optional<Process> process = child.isEmpty() ? std::nullopt : processOf(child.toLongLong());
                if (process && !processes.contains(process->pid)) {
                    processes.insert(process->pid, *process);
                    parents.append(process->pid);
                }
            }
        }
    }
    return processes;
}

void ProcessTree::reapAdopted(Processes &processes)
{
    // Our own children are in our session, but for the leaders; no process comes back into it that a command left.
    const qint64 self = ::getpid();
    const qint64 session = ::getsid(0);
    erase_if(processes, [&](Processes::iterator entry) {
        const Process &process = entry.value();
        const bool isLeader = std::any_of(trees().begin(), trees().end(), [&](const ProcessTree *tree) {
            return tree->m_leader == process.pid && !tree->m_leftAlone;
        });
        return process.zombie && process.parent == self && process.session != session && !isLeader
            && ::waitpid(pid_t(process.pid), nullptr, WNOHANG) == process.pid;
    });
}

bool ProcessTree::isAlone(const Processes &processes) const
{
    return std::all_of(trees().begin(), trees().end(), [&](const ProcessTree *tree) {
        const bool hasLeft = std::any_of(tree->m_known.keyBegin(), tree->m_known.keyEnd(), [&](qint64 pid) {
            return processes.value(pid).startTime == tree->m_known[pid];
        });
        return tree == this || (tree->m_leftAlone && !hasLeft);
    });
}

bool ProcessTree::isAdoptedSinceStart(const Process &process) const
{
    return process.parent == ::getpid() && process.session != ::getsid(0) && process.startTime >= m_startTime
        && !sharesEnvironment(process.pid);
}

QList<qint64> ProcessTree::update(Scope scope)
{
    Processes processes = scope == Scope::Everything ? allProcesses() : descendants();
    reapAdopted(processes);
    const qint64 self = ::getpid();
    const bool takesAdopted = scope == Scope::Everything && isAlone(processes);
    QSet<qint64> ours;
    for (const Process &process : std::as_const(processes)) {
        const bool known = m_known.value(process.pid) == process.startTime;
        if (process.pid == m_leader || known || process.session == m_leader || process.group == m_leader
            || ('\0' + contentsOf(u"/proc/%1/environ"_s.arg(process.pid))).contains(m_mark)
            || (takesAdopted && isAdoptedSinceStart(process)))
            ours.insert(process.pid);
    }
    for (bool grown = true; grown;) {
        grown = false;
        for (const Process &process : std::as_const(processes)) {
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
        if (pid != m_leader)
            m_known.insert(pid, process.startTime);
    }
    return alive;
}

} // namespace reveille
