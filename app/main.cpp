// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/desktop.h"
#include "app/display.h"
#include "app/headless.h"
#include "app/instance.h"
#include "app/language.h"
#include "app/nextverb.h"
#include "app/repairverb.h"
#include "app/storerescue.h"
#include "app/verbclient.h"
#include "app/verbrunner.h"
#include "core/base/logging.h"
#include "core/base/singleline.h"
#include "core/stores/jobstore.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "ui/settings/settingskeys.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QIcon>
#include <QSettings>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace reveille;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

struct Console
{
    QFile input;
    QFile output;
    QFile errors;

    Console()
    {
        std::ignore = input.open(stdin, QIODevice::ReadOnly);
        std::ignore = output.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered);
        std::ignore = errors.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    int fail(const QString &message, int exitCode)
    {
        errors.write(QStringLiteral("reveille: %1\n").arg(singleLine(message)).toUtf8());
        return exitCode;
    }
};

QString storeUrlOf(const CommandLine &line)
{
    return line.value(QStringLiteral("store"), qEnvironmentVariable("REVEILLE_STORE"));
}

Result<OptionalTime> endOf(const CommandLine &line, const Clock &clock)
{
    const QString until = QStringLiteral("until");
    const QString duration = QStringLiteral("for");
    if (line.has(until))
        return parseInstant(line.value(until), until).map([](TimePoint t) { return OptionalTime(t); });
    if (line.has(duration))
        return parseDuration(line.value(duration), duration).map([&](milliseconds d) { return OptionalTime(clock.now() + d); });
    return OptionalTime();
}

// A verb where no Reveille is running: opens the store itself, starts nothing in it, and closes it again. The error is that of
// a store that did not open.
Result<QJsonObject> runVerbHere(const QJsonObject &request, const Clock &clock, std::unique_ptr<JobStore> store)
{
    NotificationCenter notifications(clock, NotificationCenter::WithoutBackend::Fails);
    Engine engine(clock, TriggerKinds::builtIn(), TaskRegistry::builtIn(), notifications, std::move(store));
    VerbRunner verbs(engine);
    QEventLoop loop;
    Result<QJsonObject> answer;
    const auto finish = [&](const Result<QJsonObject> &given) {
        answer = given;
        engine.shutdown(milliseconds(0)).then(&loop, [&loop](const Result<void> &) { loop.quit(); });
    };
    engine.start(SchedulerState::Paused).then(&loop, [&](const Result<void> &opened) {
        if (opened)
            verbs.run(request, &loop).then(&loop, finish);
        else
            finish(tl::unexpected(opened.error()));
    });
    loop.exec();
    return answer;
}

// Who has the store answers. One that just starts has it before it listens, and one that ends still has it when it listens no
// more: so what is in use is tried again.
Result<QJsonObject> answerOf(const QJsonObject &request, const QString &storeUrl, const Clock &clock, bool &isHere)
{
    constexpr milliseconds Patience(3000); // a store has some of its own
    constexpr unsigned long Pause = 100; // milliseconds
    for (const QDeadlineTimer end(Patience);; QThread::msleep(Pause)) {
        const auto answered = askInstance(storeUrl, request);
        isHere = !answered;
        if (answered)
            return *answered;
        const Result<QJsonObject> answer = runVerbHere(request, clock, *createStore(storeUrl, clock));
        if (answer)
            return answer;
        if (answer.error().code != ErrorCode::Unavailable || end.hasExpired())
            return QJsonObject{{QStringLiteral("error"), describeStoreError(answer.error())}};
    }
}

int runVerb(const CommandLine &line, const QString &storeUrl, const Clock &clock, Console &console)
{
    const Result<QJsonObject> request = verbclient::makeRequest(line, console.input);
    if (!request)
        return console.fail(request.error().text(), ExitCode::Usage);
    bool isHere = false;
    const Result<QJsonObject> answer = answerOf(*request, storeUrl, clock, isHere);
    if (!answer)
        return console.fail(answer.error().text(), ExitCode::Failure);
    if (isHere && line.verb == u"run-now" && verbclient::beginsRunsHere(*answer))
        console.errors.write(Messages::tr("Reveille is not running; the run starts when it does.\n").toUtf8());
    return verbclient::printAnswer(line, *answer, console.output, console.errors);
}

// Another Reveille may have the store: then its window is raised, or it is said that it has none.
std::optional<int> yieldToInstance(const CommandLine &line, const QString &storeUrl, Console &console)
{
    const auto answered = askInstance(storeUrl, {{QStringLiteral("verb"), QStringLiteral("raise")}});
    if (!answered || !*answered)
        return std::nullopt; // there is none, or it just ends; that one hangs the lock of the store tells
    const bool hasWindow = (*answered)->value(QStringLiteral("role")) == QStringLiteral("window");
    if (line.isDesktop() && hasWindow)
        return ExitCode::Success;
    const QString pid = QString::number((*answered)->value(QStringLiteral("pid")).toInt());
    return console.fail(hasWindow ? Messages::tr("a Reveille with a window has this store already (process %1)").arg(pid)
                                  : Messages::tr("a Reveille without a window has this store already (process %1)").arg(pid),
                        ExitCode::Failure);
}

int runHeadless(const CommandLine &line, const QString &storeUrl, const Clock &clock, Console &console)
{
    const Result<OptionalTime> end = endOf(line, clock);
    if (!end)
        return console.fail(end.error().text(), ExitCode::Usage);
    if (const std::optional<int> yielded = yieldToInstance(line, storeUrl, console))
        return *yielded;
    Headless headless(clock, *createStore(storeUrl, clock), line, *end);
    headless.start();
    return QCoreApplication::exec();
}

int runDesktop(const CommandLine &line, const QString &storeUrl, const Clock &clock, QSettings &settings, Console &console)
{
    if (const std::optional<int> yielded = yieldToInstance(line, storeUrl, console))
        return *yielded;
    const bool hidden = line.has(QStringLiteral("hidden")) || settings.value(SettingsKeys::StartHidden).toBool();
    for (;;) {
        std::optional<Error> damage;
        {
            Desktop desktop(clock, *createStore(storeUrl, clock), settings, hidden ? Desktop::Start::Hidden : Desktop::Start::Visible);
            desktop.start();
            const int exitCode = QCoreApplication::exec();
            damage = desktop.damage();
            if (!damage)
                return exitCode;
        }
        // Only now that nobody has the store any more.
        if (!rescueStore(storeUrl, *damage, clock))
            return ExitCode::Failure;
    }
}

int runProgram(const QStringList &arguments, bool withWindow)
{
    Console console;
    QSettings settings(QStringLiteral("reveille"), QStringLiteral("reveille"));
    useLanguage(settings.value(SettingsKeys::Language).toString());
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (!line)
        return console.fail(line.error().text(), ExitCode::Usage);
    if (line->wantsHelp()) {
        console.output.write(line->helpText().toUtf8());
        return ExitCode::Success;
    }
    if (line->wantsVersion()) {
        console.output.write(QStringLiteral("reveille %1\n").arg(QCoreApplication::applicationVersion()).toUtf8());
        return ExitCode::Success;
    }
    const Result<void> logging = startLogging({.level = line->value(QStringLiteral("log-level"), QStringLiteral("warning")),
                                               .file = line->value(QStringLiteral("log-file"))});
    if (!logging)
        return console.fail(logging.error().text(), ExitCode::Usage);

    const SystemClock clock;
    if (line->verb == u"next")
        return runNextVerb(*line, clock, console.input, console.output, console.errors);
    const Result<QString> storeUrl = canonicalStoreUrl(storeUrlOf(*line));
    if (!storeUrl)
        return console.fail(storeUrl.error().text(), ExitCode::Usage);
    if (line->isDesktop() && withWindow)
        return runDesktop(*line, *storeUrl, clock, settings, console);
    if (line->isDesktop())
        console.errors.write(Messages::tr("There is no display here; running without a window.\n").toUtf8());
    if (line->isDesktop() || line->verb == u"run")
        return runHeadless(*line, *storeUrl, clock, console);
    if (line->verb == u"repair")
        return runRepairVerb(*line, *storeUrl, clock, console.output, console.errors);
    return runVerb(*line, *storeUrl, clock, console);
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader of our output that goes away is no reason to end
    QCoreApplication::setApplicationName(QStringLiteral("reveille"));
    QCoreApplication::setApplicationVersion(QStringLiteral(REVEILLE_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (line && line->isDesktop() && !line->wantsHelp() && !line->wantsVersion() && hasDisplay()) {
        const QApplication application(argc, argv);
        QApplication::setApplicationDisplayName(QStringLiteral("Reveille"));
        QApplication::setDesktopFileName(QStringLiteral("reveille"));
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/reveille.svg")));
        return runProgram(arguments, true);
    }
    const QCoreApplication application(argc, argv);
    return runProgram(arguments, false);
}
