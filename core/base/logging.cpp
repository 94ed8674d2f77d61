// SPDX-License-Identifier: MIT
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <cstdio>
#include <memory>

namespace reveille {

namespace {

// The message handler is a plain function, so what it writes to is the one thing here that is global.
std::unique_ptr<QFile> &logFile()
{
    static std::unique_ptr<QFile> file;
    return file;
}

const char *nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: return "fatal";
    }
    Q_UNREACHABLE();
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static QMutex mutex;
    const QByteArray line = QStringLiteral("%1 %2 %3: %4\n")
                                .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1StringView(nameOf(type)),
                                     QLatin1StringView(context.category ? context.category : "default"), message)
                                .toUtf8();
    const QMutexLocker lock(&mutex);
    if (logFile()) {
        logFile()->write(line);
        logFile()->flush();
    } else {
        std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    }
}

} // namespace

const QStringList &logLevels()
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"), QStringLiteral("error")};
    return levels;
}

Result<void> startLogging(const QString &level, const QString &file)
{
    const qsizetype least = logLevels().indexOf(level);
    if (least < 0) {
        return invalid(QStringLiteral("log-level"), QCoreApplication::translate("Logging", "“%1” is not known; allowed are %2")
                                                        .arg(level, logLevels().join(QStringLiteral(", "))));
    }
    if (!file.isEmpty()) {
        auto opened = std::make_unique<QFile>(file);
        if (!opened->open(QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner)) {
            return failure(ErrorCode::Unavailable, QCoreApplication::translate("Logging", "The log file %1 can't be written: %2")
                                                       .arg(file, opened->errorString()));
        }
        logFile() = std::move(opened);
    }
    QString rules;
    for (qsizetype i = 0; i < 3; ++i) // errors are always written
        rules += QStringLiteral("reveille.*.%1=%2\n").arg(logLevels()[i], i >= least ? QStringLiteral("true") : QStringLiteral("false"));
    QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(&writeMessage);
    return {};
}

} // namespace reveille
