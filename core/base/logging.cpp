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

/// A file that is set aside when it has grown large.
class RotatingFile
{
public:
    explicit RotatingFile(const LogOptions &options) : m_options(options), m_file(options.file) {}

    [[nodiscard]] bool open() { return m_file.open(QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner); }
    [[nodiscard]] QString errorString() const { return m_file.errorString(); }
    void write(const QByteArray &line)
    {
        if (m_file.size() > 0 && m_file.size() + line.size() > m_options.rotateAt)
            rotate();
        m_file.write(line);
        m_file.flush();
    }

private:
    [[nodiscard]] QString numbered(int number) const { return QStringLiteral("%1.%2").arg(m_options.file).arg(number); }
    void rotate()
    {
        m_file.close();
        QFile::remove(numbered(m_options.kept));
        for (int number = m_options.kept; number > 1; --number)
            QFile::rename(numbered(number - 1), numbered(number));
        if (m_options.kept > 0)
            QFile::rename(m_options.file, numbered(1));
        else
            QFile::remove(m_options.file);
        std::ignore = open(); // where that fails, nothing better is at hand than to go on
    }

    const LogOptions m_options;
    QFile m_file;
};

// The message handler is a plain function, so what it writes to is the one thing here that is global.
std::unique_ptr<RotatingFile> &logFile()
{
    static std::unique_ptr<RotatingFile> file;
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

Result<void> startLogging(const LogOptions &options)
{
    const QString &file = options.file;
    const QString &level = options.level;
    const qsizetype least = logLevels().indexOf(level);
    if (least < 0) {
        return invalid(QStringLiteral("log-level"), QCoreApplication::translate("Logging", "“%1” is not known; allowed are %2")
                                                        .arg(level, logLevels().join(QStringLiteral(", "))));
    }
    if (!file.isEmpty()) {
        auto opened = std::make_unique<RotatingFile>(options);
        if (!opened->open()) {
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
