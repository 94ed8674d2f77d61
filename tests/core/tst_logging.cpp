// SPDX-License-Identifier: MIT
#include "core/base/logging.h"
#include "tests/support/test.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(one, "reveille.test.one")
Q_LOGGING_CATEGORY(two, "reveille.test.two")

} // namespace

class LoggingTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_handler = qInstallMessageHandler(nullptr); }
    void cleanup()
    {
        qInstallMessageHandler(m_handler);
        QLoggingCategory::setFilterRules({});
    }

    void startLogging_unknownLevel_namesThoseThereAre();
    void startLogging_fileInAMissingFolder_saysSo();
    void messages_belowTheLevel_areLeftOut();
    void file_grownLarge_isRotatedAndTheOldestGoes();

private:
    QStringList linesOf(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }

    QtMessageHandler m_handler = nullptr;
};

void LoggingTest::startLogging_unknownLevel_namesThoseThereAre()
{
    const Result<void> answer = startLogging({.level = u"loud"_s});
    QCOMPARE(answer.error().key, u"log-level"_s);
    QVERIFY(answer.error().message.contains(u"warning"_s));
}

void LoggingTest::startLogging_fileInAMissingFolder_saysSo()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"missing/reveille.log"_s);
    const Result<void> answer = startLogging({.level = u"info"_s, .file = file});
    QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    QVERIFY(answer.error().message.contains(file));
}

void LoggingTest::messages_belowTheLevel_areLeftOut()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"reveille.log"_s);
    QVERIFY(startLogging({.level = u"info"_s, .file = file}));
    qCDebug(one) << "not this";
    qCInfo(one) << "this";
    qCWarning(two) << "that";
    const QStringList lines = linesOf(file);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].endsWith(u"info reveille.test.one: this"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].endsWith(u"warning reveille.test.two: that"_s), qPrintable(lines[1]));
}

void LoggingTest::file_grownLarge_isRotatedAndTheOldestGoes()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"reveille.log"_s);
    QVERIFY(startLogging({.level = u"info"_s, .file = file, .rotateAt = 1000, .kept = 2}));
    for (int i = 0; i < 100; ++i)
        qCInfo(one).noquote() << QStringLiteral("message %1").arg(i);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), (QStringList{u"reveille.log"_s, u"reveille.log.1"_s, u"reveille.log.2"_s}));
    QVERIFY(QFileInfo(file + u".1"_s).size() <= 1000);
    QVERIFY(linesOf(file).last().endsWith(u"message 99"_s));
    const QStringList all = linesOf(file + u".2"_s) + linesOf(file + u".1"_s) + linesOf(file);
    QVERIFY(all.first().section(u' ', -1).toInt() == 100 - all.size()); // without a gap up to the last
}

REVEILLE_TEST(LoggingTest)
#include "tst_logging.moc"
