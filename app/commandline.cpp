// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSet>

#include <limits>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Verb
{
    QString name;
    QString arguments; ///< as the usage line shows them
    QString summary;
    int fewest = 0;    ///< arguments
    int most = 0;
    QList<QCommandLineOption> options;
};

constexpr int Any = std::numeric_limits<int>::max();

QCommandLineOption valueOption(const char *name, const QString &summary, const QString &valueName)
{
    return {QLatin1StringView(name), summary, valueName};
}

QCommandLineOption flag(const char *name, const QString &summary)
{
    return {QLatin1StringView(name), summary};
}

QList<Verb> verbs()
{
    const QCommandLineOption json = flag("json", Messages::tr("Print JSON"));
    const QString id = QStringLiteral("ID...");
    return {
        {QStringLiteral("run"), {}, Messages::tr("Run jobs without a window until SIGINT or SIGTERM, one line an event"), 0, 0,
         {json, valueOption("until", Messages::tr("End by itself at this instant"), QStringLiteral("INSTANT")),
          valueOption("for", Messages::tr("End by itself after this time: 90, 90s, 10m, 2h, 1d"), QStringLiteral("DURATION"))}},
        {QStringLiteral("list"), {}, Messages::tr("List the jobs"), 0, 0, {json}},
        {QStringLiteral("add"), QStringLiteral("[JOB-JSON...]"), Messages::tr("Add jobs; all of them or none"), 0, Any,
         {json, flag("stdin", Messages::tr("Read them from standard input: an array, or one job a line"))}},
        {QStringLiteral("remove"), id, Messages::tr("Remove jobs; their history stays"), 1, Any, {}},
        {QStringLiteral("pause"), id, Messages::tr("Pause jobs"), 1, Any, {}},
        {QStringLiteral("resume"), id, Messages::tr("Resume jobs"), 1, Any, {}},
        {QStringLiteral("run-now"), id, Messages::tr("Run jobs now, whatever their schedule"), 1, Any, {json}},
        {QStringLiteral("cancel"), QStringLiteral("RUN-ID..."),
         Messages::tr("End runs that are under way and take back those that wait; “history” has their ids"), 1, Any, {}},
        {QStringLiteral("history"), {}, Messages::tr("List runs, the newest first"), 0, 0,
         {json, valueOption("job", Messages::tr("Only of this job"), QStringLiteral("ID")),
          valueOption("since", Messages::tr("Only those scheduled at or after this instant"), QStringLiteral("INSTANT")),
          valueOption("until", Messages::tr("Only those scheduled at or before this instant"), QStringLiteral("INSTANT")),
          valueOption("outcome", Messages::tr("Only those that ended so: success, error, timeout, missed, skipped, cancelled, interrupted"),
                      QStringLiteral("OUTCOME")),
          valueOption("limit", Messages::tr("At most so many (100)"), QStringLiteral("N"))}},
        {QStringLiteral("repair"), {}, Messages::tr("Say whether the store's file is damaged; set a damaged one aside"), 0, 0,
         {flag("restore-backup", Messages::tr("Put its newest backup in its place")),
          flag("empty", Messages::tr("Put an empty store in its place"))}},
        {QStringLiteral("next"), QStringLiteral("[TRIGGER-JSON]"), Messages::tr("Print the next fire times of a trigger"), 0, 1,
         {valueOption("after", Messages::tr("Those after this instant (now)"), QStringLiteral("INSTANT")),
          valueOption("count", Messages::tr("So many (5)"), QStringLiteral("N")),
          flag("stdin", Messages::tr("Answer one JSON object a line: {\"trigger\": {...}, \"after\": \"...\", \"count\": 5}"))}},
    };
}

QList<QCommandLineOption> commonOptions()
{
    return {
        valueOption("store", Messages::tr("The job store: sqlite:FILE, memory:, postgresql:// or mysql:// (REVEILLE_STORE, else sqlite: in your data folder)"),
                    QStringLiteral("URL")),
        valueOption("log-level", Messages::tr("debug, info, warning or error (warning)"), QStringLiteral("LEVEL")),
        valueOption("log-file", Messages::tr("Append log messages to this file instead of stderr"), QStringLiteral("FILE")),
        {{QStringLiteral("h"), QStringLiteral("help")}, Messages::tr("Print this help; after a verb, the verb's")},
        {{QStringLiteral("v"), QStringLiteral("version")}, Messages::tr("Print the version")},
    };
}

std::optional<Verb> findVerb(const QString &name)
{
    for (const Verb &verb : verbs()) {
        if (verb.name == name)
            return verb;
    }
    return std::nullopt;
}

// The first argument that is no option, nor the value of one.
QString verbIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    QSet<QString> known;
    for (const Verb &verb : verbs()) {
        for (const QCommandLineOption &option : verb.options) {
            if (const QString name = option.names().first(); !known.contains(name)) { // several verbs have the same
                known.insert(name);
                parser.addOption(option);
            }
        }
    }
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.parse(arguments);
    return parser.positionalArguments().value(0);
}

QString describeOptions(const QList<QCommandLineOption> &options)
{
    QString text;
    for (const QCommandLineOption &option : options) {
        QStringList names;
        for (const QString &name : option.names())
            names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
        const QString usage = (names.join(QStringLiteral(", ")) + u' ' + option.valueName()).trimmed();
        text += QStringLiteral("  %1  %2\n").arg(usage, -20).arg(option.description());
    }
    return text;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &given)
{
    CommandLine line;
    line.verb = verbIn(given);
    QList<QCommandLineOption> options = commonOptions();
    std::optional<Verb> verb;
    if (!line.verb.isEmpty()) {
        verb = findVerb(line.verb);
        if (!verb)
            return invalid(line.verb, Messages::tr("there is no such verb; see reveille --help"));
        options += verb->options;
    } else {
        options.append(flag("hidden", Messages::tr("Start in the tray")));
    }

    QCommandLineParser parser;
    parser.addOptions(options);
    if (!parser.parse(given))
        return failure(ErrorCode::Invalid, parser.errorText());
    line.arguments = parser.positionalArguments().mid(line.verb.isEmpty() ? 0 : 1);
    for (const QCommandLineOption &option : options) {
        const QString name = option.names().last();
        if (parser.isSet(option))
            line.options.insert(name, option.valueName().isEmpty() ? QString() : parser.value(option));
    }
    const bool informs = line.wantsHelp() || line.wantsVersion();
    if (verb && !informs && (line.arguments.size() < verb->fewest || line.arguments.size() > verb->most))
        return invalid(line.verb, Messages::tr("it takes the arguments %1; see reveille %2 --help")
                                      .arg(verb->arguments.isEmpty() ? QStringLiteral("-") : verb->arguments, line.verb));
    return line;
}

QString CommandLine::helpText() const
{
    if (const std::optional<Verb> of = findVerb(verb)) {
        return Messages::tr("Usage: reveille %1 %2").arg(of->name, of->arguments).trimmed() + QStringLiteral(" [OPTION...]\n")
            + of->summary + QStringLiteral(".\n\n") + describeOptions(of->options) + u'\n' + Messages::tr("Everywhere:") + u'\n'
            + describeOptions(commonOptions());
    }
    QString text = Messages::tr("Usage: reveille [VERB [ARGUMENT...]] [OPTION...]\n"
                                "A desktop scheduler: reminders, commands and web requests, on time.\n"
                                "Without a verb it opens the window, or raises the one that is open; without a display it runs jobs as “run” does.\n\n"
                                "Verbs:\n");
    for (const Verb &each : verbs())
        text += QStringLiteral("  %1  %2\n").arg((each.name + u' ' + each.arguments).trimmed(), -20).arg(each.summary);
    return text + u'\n' + Messages::tr("Options:") + u'\n' + describeOptions(commonOptions()) + u'\n'
        + Messages::tr("Exit codes: 0 done, 1 it failed, 2 wrong usage. Messages go to stderr.\n"
                       "A job: reveille add '{\"name\": \"Wake up\", \"task\": {\"type\": \"reminder\", \"message\": \"Good morning\"}, "
                       "\"trigger\": {\"type\": \"cron\", \"crontab\": \"30 6 * * 1-5\"}}'\n");
}

} // namespace reveille
