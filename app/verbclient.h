// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

#include <QJsonObject>

class QIODevice;

namespace reveille {

/// The command line's side of a verb: what is asked for, and how the answer is printed.
namespace verbclient {

/// The request that VerbRunner understands; `add --stdin` reads the jobs from `input`. The error is wrong usage.
[[nodiscard]] Result<QJsonObject> makeRequest(const CommandLine &line, QIODevice &input);

/// Whether `run-now` was answered with a run that this machine is to begin.
[[nodiscard]] bool beginsRunsHere(const QJsonObject &answer);

/// Prints an answer of VerbRunner and gives the exit code.
[[nodiscard]] int printAnswer(const CommandLine &line, const QJsonObject &answer, QIODevice &output, QIODevice &errors);

} // namespace verbclient

} // namespace reveille
