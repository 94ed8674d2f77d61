// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace reveille {

/// What was asked for on the command line.
struct CommandLine
{
    QString verb;           ///< empty: the window
    QStringList arguments;  ///< behind the verb
    QHash<QString, QString> options; ///< by long name; a flag's value is empty

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const { return options.value(option, fallback); }
    [[nodiscard]] bool isDesktop() const { return verb.isEmpty(); }
    [[nodiscard]] bool wantsHelp() const { return has(QStringLiteral("help")); }
    [[nodiscard]] bool wantsVersion() const { return has(QStringLiteral("version")); }

    /// Reads the program's arguments, its own name first. The error is for stderr, with exit code 2.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);
    /// The help of the program, or of the verb if there is one.
    [[nodiscard]] QString helpText() const;
};

/// Exit codes of the program.
enum ExitCode { Success = 0, Failure = 1, Usage = 2 };

} // namespace reveille
