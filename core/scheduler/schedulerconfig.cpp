// SPDX-License-Identifier: MIT
#include "core/scheduler/schedulerconfig.h"

#include "core/base/hostname.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(SchedulerConfig)
};

constexpr int MostWorkers = 1000;
constexpr int MostInstances = 1000;
constexpr int MostDays = 36500;
constexpr int MostRunsPerJob = 1'000'000;

/// Takes the settings one by one; the first that is wrong is kept.
class Reader
{
public:
    Result<SchedulerConfig> read(const QMap<QString, QVariant> &settings)
    {
        for (auto it = settings.begin(); it != settings.end(); ++it) {
            const QStringList path = it.key().section(u'.', 1).split(u'.');
            if (const Result<void> taken = take(it.key(), path, it.value()); !taken)
                return tl::unexpected(taken.error());
        }
        return finishStores().map([this] { return m_config; });
    }

private:
    struct Store
    {
        QString key;
        QString type;
        QString url;
    };

    Result<void> take(const QString &key, const QStringList &path, const QVariant &value)
    {
        if (path.size() == 3 && path[2] == "class"_L1)
            return take(key, {path[0], path[1], u"type"_s}, typeOf(value.toString()));
        if (path.size() == 3 && path[0] == "jobstores"_L1 && (path[2] == "type"_L1 || path[2] == "url"_L1)) {
            Store &store = m_stores[path[1]];
            store.key = key;
            (path[2] == "url"_L1 ? store.url : store.type) = value.toString();
            return {};
        }
        if (path.size() == 3 && path[0] == "executors"_L1 && path[2] == "type"_L1)
            return takeKind(key, m_config.executors[path[1]], value.toString());
        if (path.size() == 3 && path[0] == "executors"_L1 && path[2] == "max_workers"_L1)
            return takeNumber(key, value, MostWorkers).map([&](int number) { m_config.executors[path[1]].maxWorkers = number; });
        if (path.size() == 2 && path[0] == "job_defaults"_L1)
            return takeDefault(key, path[1], value);
        if (path == QStringList{u"timezone"_s})
            return Zone::find(value.toString(), key).map([this](const Zone &zone) { m_config.timezone = zone; });
        if (path == QStringList{u"host"_s})
            return hostName(value.toString(), key).map([this](const QString &host) { m_config.host = host; });
        if (path == QStringList{u"retention"_s, u"days"_s})
            return takeNumber(key, value, MostDays).map([this](int days) { m_config.retention.age = std::chrono::days(days); });
        if (path == QStringList{u"retention"_s, u"runs_per_job"_s})
            return takeNumber(key, value, MostRunsPerJob).map([this](int runs) { m_config.retention.runsPerJob = runs; });
        return invalid(key, Messages::tr("is no setting of a scheduler"));
    }

    // APScheduler's classes are written module:Name.
    static QString typeOf(const QString &className)
    {
        static const QHash<QString, QString> types{
            {u"MemoryJobStore"_s, u"memory"_s}, {u"SQLAlchemyJobStore"_s, u"sqlalchemy"_s}, {u"ThreadPoolExecutor"_s, u"threadpool"_s},
            {u"ProcessPoolExecutor"_s, u"processpool"_s}, {u"AsyncIOExecutor"_s, u"eventloop"_s}};
        return types.value(className.section(u':', -1), className);
    }

    static Result<int> takeNumber(const QString &key, const QVariant &value, int most)
    {
        bool isNumber = false;
        const int number = value.toString().toInt(&isNumber);
        if (!isNumber || number < 1 || number > most)
            return invalid(key, Messages::tr("must be a whole number from 1 to %1").arg(most));
        return number;
    }

    static Result<void> takeKind(const QString &key, SchedulerConfig::Executor &executor, const QString &type)
    {
        static const QStringList kinds{u"threadpool"_s, u"processpool"_s, u"eventloop"_s};
        const qsizetype kind = kinds.indexOf(type);
        if (kind < 0)
            return invalid(key, Messages::tr("“%1” is not known; allowed are %2").arg(type, kinds.join(u", "_s)));
        executor.kind = static_cast<SchedulerConfig::Executor::Kind>(kind);
        return {};
    }

    Result<void> takeDefault(const QString &key, const QString &name, const QVariant &value)
    {
        JobDefaults &defaults = m_config.jobDefaults;
        const QString text = value.toString();
        if (name == "max_instances"_L1)
            return takeNumber(key, value, MostInstances).map([&](int number) { defaults.maxInstances = number; });
        if (name == "coalesce"_L1) {
            static const QStringList names{u"latest"_s, u"earliest"_s, u"all"_s, u"true"_s, u"false"_s};
            static constexpr Coalesce Values[] = {Coalesce::Latest, Coalesce::Earliest, Coalesce::All, Coalesce::Latest, Coalesce::All};
            const qsizetype index = names.indexOf(text.toLower());
            if (index < 0)
                return invalid(key, Messages::tr("“%1” is not known; allowed are %2").arg(text, names.join(u", "_s)));
            defaults.coalesce = Values[index];
            return {};
        }
        if (name == "misfire_grace_time"_L1) {
            if (text.isEmpty() || text.toLower() == "none"_L1) {
                defaults.misfireGraceTime.emplace(std::nullopt);
                return {};
            }
            bool isNumber = false;
            const double seconds = text.toDouble(&isNumber);
            if (!isNumber || !(seconds >= 0.001) || seconds > 366 * 86400.0)
                return invalid(key, Messages::tr("must be a number of seconds up to 366 days, or empty for no limit"));
            defaults.misfireGraceTime = milliseconds(qRound64(seconds * 1000));
            return {};
        }
        return invalid(key, Messages::tr("is no setting of a scheduler"));
    }

    Result<void> finishStores()
    {
        static const QStringList types{u"memory"_s, u"sqlite"_s, u"postgresql"_s, u"mysql"_s, u"sqlalchemy"_s};
        for (auto it = m_stores.begin(); it != m_stores.end(); ++it) {
            const Store &store = it.value();
            if (!store.type.isEmpty() && !types.contains(store.type))
                return invalid(store.key, Messages::tr("“%1” is not known; allowed are %2").arg(store.type, types.join(u", "_s)));
            QString url = store.url;
            if (url.startsWith("sqlite:///"_L1)) // as SQLAlchemy writes it
                url = u"sqlite:"_s + url.mid(10);
            if (url.isEmpty() && store.type != "memory"_L1 && store.type != "sqlite"_L1)
                return invalid(store.key, Messages::tr("needs the url of the job store"));
            m_config.jobStores.insert(it.key(), url.isEmpty() ? store.type + u':' : url);
        }
        return {};
    }

    SchedulerConfig m_config;
    QMap<QString, Store> m_stores;
};

void flatten(const QVariantMap &map, const QString &prefix, QMap<QString, QVariant> &settings)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString key = prefix + it.key();
        if (it.value().typeId() == QMetaType::QVariantMap)
            flatten(it.value().toMap(), key + u'.', settings);
        else if (key.startsWith("reveille."_L1) || key.startsWith("apscheduler."_L1))
            settings.insert(key, it.value());
    }
}

} // namespace

QJsonObject JobDefaults::appliedTo(QJsonObject job) const
{
    static const QString names[] = {u"latest"_s, u"earliest"_s, u"all"_s};
    if (coalesce && !job.contains("coalesce"_L1))
        job.insert(u"coalesce"_s, names[int(*coalesce)]);
    if (maxInstances && !job.contains("max_instances"_L1))
        job.insert(u"max_instances"_s, *maxInstances);
    if (misfireGraceTime && !job.contains("misfire_grace_time"_L1))
        job.insert(u"misfire_grace_time"_s, *misfireGraceTime ? QJsonValue(double((*misfireGraceTime)->count()) / 1000) : QJsonValue());
    return job;
}

Result<SchedulerConfig> SchedulerConfig::fromMap(const QVariantMap &map)
{
    QMap<QString, QVariant> settings;
    flatten(map, {}, settings);
    return Reader().read(settings);
}

Result<SchedulerConfig> SchedulerConfig::fromIniFile(const QString &path)
{
    if (!QFileInfo(path).isReadable())
        return failure(ErrorCode::Unavailable, Messages::tr("The settings %1 can't be read").arg(path));
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return failure(ErrorCode::Invalid, Messages::tr("%1 is no INI file").arg(path));
    QVariantMap map;
    for (const QString &key : file.allKeys()) // QSettings makes a list of a text with commas
        map.insert(QString(key).replace(u'/', u'.'), file.value(key).toStringList().join(u','));
    return fromMap(map);
}

} // namespace reveille
