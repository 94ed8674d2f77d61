// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

class QIODevice;

namespace reveille {

class Clock;

/// `reveille next`: prints fire times of a trigger, or answers requests from `input`, one JSON object a line. Needs no
/// store. Answers with the exit code.
[[nodiscard]] int runNextVerb(const CommandLine &line, const Clock &clock, QIODevice &input, QIODevice &output, QIODevice &errors);

} // namespace reveille
