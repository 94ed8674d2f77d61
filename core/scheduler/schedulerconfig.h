// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"
#include "core/stores/jobstore.h"
#include "core/time/zone.h"

#include <QMap>
#include <QVariantMap>

namespace reveille {

/// What jobs have that do not say otherwise.
struct JobDefaults
{
    std::optional<Coalesce> coalesce;
    std::optional<std::optional<milliseconds>> misfireGraceTime; ///< none: as the task says; null: no limit
    std::optional<int> maxInstances;

    /// A job's JSON form with what it does not have.
    [[nodiscard]] QJsonObject appliedTo(QJsonObject job) const;
};

/// How a QtScheduler is set up, before it starts. APScheduler's `configure()`.
///
/// The keys of a map or file begin with `reveille.` or `apscheduler.`; others are passed over, so that the settings of a
/// program can hold them among its own. After the prefix:
/// - `jobstores.ALIAS.type` (memory, sqlite, postgresql, mysql, sqlalchemy) and `jobstores.ALIAS.url`, as in `--store`
/// - `executors.ALIAS.type` (threadpool, processpool, eventloop) and `executors.ALIAS.max_workers`; for a process pool, main() has to
///   call runWorkerIfAsked()
/// - in place of a `type`, the `class` of APScheduler that does the same, such as `apscheduler.executors.pool:ThreadPoolExecutor`
/// - `job_defaults.coalesce` (a boolean as in APScheduler, or latest, earliest, all), `job_defaults.misfire_grace_time`
///   (seconds, or empty or none for no limit) and `job_defaults.max_instances`
/// - `timezone`, a name such as Europe/Berlin
/// - `host`, how this machine is called in the `host` of jobs
/// - `retention.days` and `retention.runs_per_job`, how long the history of jobs is kept
struct SchedulerConfig
{
    struct Executor
    {
        enum class Kind { ThreadPool, ProcessPool, EventLoop };
        Kind kind = Kind::ThreadPool;
        std::optional<int> maxWorkers; ///< none: what the kind has
    };

    QMap<QString, QString> jobStores;   ///< URLs by alias; without "default" that is `memory:`
    QMap<QString, Executor> executors;  ///< by alias; without "default" that is a thread pool
    JobDefaults jobDefaults;
    Zone timezone = Zone::system();     ///< of triggers that do not name one
    std::optional<QString> host;        ///< none: the machine's own name
    Retention retention; ///< a store in memory keeps 100,000 runs of all jobs at most

    /// Nested maps count as their keys joined with dots. An error names the whole key.
    [[nodiscard]] static Result<SchedulerConfig> fromMap(const QVariantMap &map);
    /// The same keys in an INI file, as QSettings reads it: a group is the first part of a key. Unavailable: the file can't be read.
    [[nodiscard]] static Result<SchedulerConfig> fromIniFile(const QString &path);
};

} // namespace reveille
