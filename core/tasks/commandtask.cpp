// SPDX-License-Identifier: MIT
#include "core/tasks/commandtask.h"

#include "core/base/jsonreader.h"
#include "core/tasks/commandrun.h"
#include "core/tasks/numberranges.h"

#include <QDir>
#include <QProcess>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NameLimit = 80;

} // namespace

Result<CheckedTask> CommandTask::check(const QJsonObject &task) const
{
    JsonReader reader(task);
    reader.string(u"type"_s);
    const std::optional<QString> program = reader.string(u"program"_s);
    const std::optional<QStringList> arguments = reader.strings(u"arguments"_s);
    const std::optional<QString> line = reader.string(u"command_line"_s);
    const std::optional<bool> shell = reader.boolean(u"shell"_s);
    if (program && line)
        reader.fail(u"command_line"_s, tr("Give either a program or a command line"));
    if (program ? program->trimmed().isEmpty() : !line)
        reader.failMissing(u"program"_s, tr("A command needs a program or a command line"));
    if (arguments && !program)
        reader.fail(u"arguments"_s, tr("Arguments belong to a program; write those of a command line into it"));
    if (shell && !line)
        reader.fail(u"shell"_s, tr("A shell takes a command line, not a program"));
    if (line && (shell.value_or(false) ? line->trimmed().isEmpty() : QProcess::splitCommand(*line).value(0).isEmpty()))
        reader.fail(u"command_line"_s, tr("The command line is empty"));

    const std::optional<QString> folder = reader.string(u"working_directory"_s);
    if (folder && !QDir::isAbsolutePath(*folder))
        reader.fail(u"working_directory"_s, tr("“%1” is no absolute path").arg(*folder));
    const QJsonObject environment = reader.object(u"environment"_s).value_or(QJsonObject());
    for (auto it = environment.begin(); it != environment.end(); ++it) {
        const QString name = it.key();
        if (name.isEmpty() || name.contains(u'=') || name.contains(QChar::Null) || !it.value().isString()
            || it.value().toString().contains(QChar::Null))
            reader.fail(u"environment"_s, tr("“%1” is no variable with a text").arg(name));
    }
    reader.seconds(u"timeout"_s, 0ms, LongestTimeout);
    if (const std::optional<QString> codes = reader.string(u"success_exit_codes"_s)) {
        if (const auto parsed = NumberRanges::parse(*codes, u"success_exit_codes"_s, 0, 255); !parsed)
            reader.fail(parsed.error());
    }
    return reader.finish().map([&] {
        const QString name = line ? line->simplified().left(NameLimit) : QFileInfo(*program).fileName();
        return CheckedTask{withoutNulls(task), milliseconds(24h), Delivery::AtMostOnce, name};
    });
}

std::unique_ptr<TaskRun> CommandTask::createRun(const QJsonObject &task, const TaskContext &context,
                                                const TaskServices &) const
{
    Command command;
    const QString line = task.value("command_line"_L1).toString();
    if (task.value("shell"_L1).toBool()) {
        command.program = u"/bin/sh"_s;
        command.arguments = QStringList{u"-c"_s, line};
    } else if (!line.isEmpty()) {
        command.arguments = QProcess::splitCommand(line);
        command.program = command.arguments.takeFirst();
    } else {
        command.program = task.value("program"_L1).toString();
        for (const QJsonValue &argument : task.value("arguments"_L1).toArray())
            command.arguments.append(argument.toString());
    }
    command.workingDirectory = task.value("working_directory"_L1).toString(QDir::homePath());
    command.environment = QProcessEnvironment::systemEnvironment();
    const QJsonObject environment = task.value("environment"_L1).toObject();
    for (auto it = environment.begin(); it != environment.end(); ++it)
        command.environment.insert(it.key(), it.value().toString());
    command.timeout = milliseconds(std::llround(task.value("timeout"_L1).toDouble() * 1000));
    command.successExitCodes =
        NumberRanges::parse(task.value("success_exit_codes"_L1).toString(u"0"_s), {}, 0, 255).value_or(NumberRanges());
    return std::make_unique<CommandRun>(command, context);
}

} // namespace reveille
