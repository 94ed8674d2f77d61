// SPDX-License-Identifier: MIT
#include "ui/editor/commandpage.h"

#include "ui/editor/durationedit.h"
#include "ui/editor/textarea.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QJsonArray>
#include <QLineEdit>
#include <QProcess>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

/// So that QProcess::splitCommand() gives it back.
QString quoted(const QString &argument)
{
    const bool plain =
        !argument.isEmpty() && !argument.contains(u' ') && !argument.contains(u'\t') && !argument.contains(u'"');
    return plain ? argument : u'"' + QString(argument).replace(u'"', u"\"\"\""_s) + u'"';
}

} // namespace

CommandPage::CommandPage(QWidget *parent)
    : TaskPage(parent)
    , m_line(new QLineEdit(this))
    , m_shell(new QCheckBox(tr("Run it in a shell, for pipes, variables and wildcards"), this))
    , m_directory(new QLineEdit(this))
    , m_environment(new TextArea(u"environment"_s, 2, this))
    , m_timeout(new DurationEdit(this))
    , m_exitCodes(new QLineEdit(this))
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_line->setObjectName(u"commandLine"_s);
    m_line->setFont(fixed);
    m_line->setPlaceholderText(u"/usr/bin/rsync -a ~/Documents /mnt/backup"_s);
    m_shell->setObjectName(u"shell"_s);
    m_directory->setObjectName(u"workingDirectory"_s);
    m_directory->setPlaceholderText(tr("Your home folder"));
    m_environment->setFont(fixed);
    m_environment->setPlaceholderText(u"NAME=value"_s);
    m_timeout->setObjectName(u"timeout"_s);
    m_timeout->setNames(tr("Longest time it may take; 0 for no limit"), tr("Unit of time"));
    m_timeout->setValue(milliseconds(0));
    m_exitCodes->setObjectName(u"exitCodes"_s);
    m_exitCodes->setPlaceholderText(u"0"_s);

    addField(tr("&Command:"), m_line, {u"program"_s, u"arguments"_s, u"command_line"_s, u"shell"_s});
    addField({}, m_shell, {});
    addField(tr("&Folder:"), m_directory, {u"working_directory"_s});
    addField(tr("Envi&ronment:"), m_environment, {u"environment"_s});
    addField(tr("T&ime limit:"), m_timeout, {u"timeout"_s}, tr("0 means none."));
    addField(tr("E&xit codes that mean success:"), m_exitCodes, {u"success_exit_codes"_s});
    connect(m_line, &QLineEdit::textChanged, this, [this] { fieldChanged(u"program"_s); });
    connect(m_shell, &QCheckBox::toggled, this, [this] { fieldChanged(u"shell"_s); });
    connect(m_directory, &QLineEdit::textChanged, this, [this] { fieldChanged(u"working_directory"_s); });
    connect(m_environment, &QPlainTextEdit::textChanged, this, [this] { fieldChanged(u"environment"_s); });
    connect(m_timeout, &DurationEdit::changed, this, [this] { fieldChanged(u"timeout"_s); });
    connect(m_exitCodes, &QLineEdit::textChanged, this, [this] { fieldChanged(u"success_exit_codes"_s); });
}

Result<QJsonObject> CommandPage::task() const
{
    QJsonObject task = m_given;
    for (const QString &key : {u"program"_s, u"arguments"_s, u"command_line"_s, u"shell"_s, u"working_directory"_s,
                               u"environment"_s, u"timeout"_s, u"success_exit_codes"_s})
        task.remove(key);
    task.insert(u"type"_s, u"command"_s);
    const QString line = m_line->text().trimmed();
    if (line.isEmpty())
        return invalid(u"program"_s, tr("Enter the command to run"));
    if (m_shell->isChecked()) {
        task.insert(u"command_line"_s, line);
        task.insert(u"shell"_s, true);
    } else {
        const QStringList parts = QProcess::splitCommand(line);
        if (parts.isEmpty())
            return invalid(u"program"_s, tr("Enter the command to run"));
        task.insert(u"program"_s, parts.constFirst());
        if (parts.size() > 1)
            task.insert(u"arguments"_s, QJsonArray::fromStringList(parts.mid(1)));
    }
    if (const QString folder = m_directory->text().trimmed(); !folder.isEmpty())
        task.insert(u"working_directory"_s, folder);
    QJsonObject environment;
    for (const QString &entry : m_environment->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals <= 0)
            return invalid(u"environment"_s, tr("Each line must read NAME=value"));
        environment.insert(entry.left(equals).trimmed(), entry.mid(equals + 1));
    }
    if (!environment.isEmpty())
        task.insert(u"environment"_s, environment);
    if (m_timeout->value() > milliseconds(0))
        task.insert(u"timeout"_s, toSeconds(m_timeout->value()));
    if (const QString codes = m_exitCodes->text().trimmed(); !codes.isEmpty())
        task.insert(u"success_exit_codes"_s, codes);
    return task;
}

bool CommandPage::setTask(const QJsonObject &task)
{
    if (task.value("type"_L1) != "command"_L1)
        return false;
    m_given = task;
    QString line = task.value("command_line"_L1).toString();
    if (line.isEmpty() && !task.value("program"_L1).toString().isEmpty()) {
        line = quoted(task.value("program"_L1).toString());
        for (const QJsonValue &argument : task.value("arguments"_L1).toArray())
            line += u' ' + quoted(argument.toString());
    }
    m_line->setText(line);
    m_shell->setChecked(task.value("shell"_L1).toBool());
    m_directory->setText(task.value("working_directory"_L1).toString());
    QStringList entries;
    const QJsonObject environment = task.value("environment"_L1).toObject();
    for (auto it = environment.begin(); it != environment.end(); ++it)
        entries.append(it.key() + u'=' + it.value().toString());
    m_environment->setPlainText(entries.join(u'\n'));
    m_timeout->setValue(milliseconds(qRound64(task.value("timeout"_L1).toDouble() * 1000)));
    m_exitCodes->setText(task.value("success_exit_codes"_L1).toString());
    return true;
}

} // namespace reveille
