// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"
#include "core/time/timepoint.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace reveille {

/// What a C++ function is told of the run that calls it.
struct FunctionCall
{
    JobId jobId;
    RunId runId;
    TimePoint scheduledAt;
    int attempt = 1;
    QJsonObject arguments; ///< the task's
    std::stop_token stop;  ///< asked to stop when the run is cancelled or its time is up; it ends when the function returns
};

/// What a job of type `function` does. What it returns becomes the run's output, as compact JSON; null: none. An exception
/// makes the run an error with its what().
using Function = std::function<QJsonValue(const FunctionCall &)>;

} // namespace reveille
