// SPDX-License-Identifier: MIT
#include "tests/support/test.h"

#include "core/executors/workermain.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
using TestApplication = QApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

namespace reveille {

void Test::init()
{
    // The offscreen platform says "This plugin does not support ..." where a real screen would act.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

std::vector<TestEntry> &testEntries()
{
    static std::vector<TestEntry> entries;
    return entries;
}

FunctionTable &workerFunctions()
{
    static FunctionTable functions;
    return functions;
}

QString testName(const char *file)
{
    return QFileInfo(QString::fromUtf8(file)).completeBaseName();
}

} // namespace reveille

/// `program [tst_name] [Qt Test's options]`
int main(int argc, char **argv)
{
    if (const std::optional<int> code = reveille::runWorkerIfAsked(argc, argv, reveille::workerFunctions()))
        return *code;
    TestApplication application(argc, argv);
    QStringList arguments = application.arguments();
    const QString wanted = arguments.value(1);
    const bool all = !wanted.startsWith(QLatin1String("tst_"));
    if (!all)
        arguments.removeAt(1);

    int failures = 0;
    int found = 0;
    for (const reveille::TestEntry &entry : reveille::testEntries()) {
        if (all || entry.name == wanted) {
            ++found;
            failures += QTest::qExec(entry.create().get(), arguments);
        }
    }
    if (found == 0)
        qCritical("No test class %s here", qPrintable(wanted));
    return found == 0 ? 1 : std::min(failures, 100);
}
