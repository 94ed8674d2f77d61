// SPDX-License-Identifier: MIT
#include "core/tasks/functioncall.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(FunctionTask)
};

// Compact JSON of any value: Qt writes arrays and objects only.
QByteArray compactJson(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.sliced(1, inArray.size() - 2);
}

} // namespace

FunctionCall functionCall(const Job &job, const TaskContext &context, std::stop_token stop)
{
    return {.jobId = context.jobId,
            .runId = context.runId,
            .scheduledAt = context.scheduledAt,
            .attempt = context.attempt,
            .arguments = job.task.value("arguments"_L1).toObject(),
            .stop = std::move(stop)};
}

FunctionCall functionCall(const Job &job, const Run &run)
{
    return {.jobId = run.jobId,
            .runId = run.id,
            .scheduledAt = run.scheduledAt,
            .attempt = run.attempt,
            .arguments = job.task.size() > 1 ? job.task.value("arguments"_L1).toObject() : QJsonObject(), // beside the type
            .stop = {}};
}

milliseconds functionTimeout(const QJsonObject &task)
{
    return milliseconds(std::llround(task.value("timeout"_L1).toDouble() * 1000));
}

FunctionReturn callFunction(const Function &function, const FunctionCall &call)
{
    try {
        return function(call);
    } catch (const std::exception &exception) {
        const QString what = QString::fromUtf8(exception.what());
        return tl::unexpected(what.isEmpty() ? Messages::tr("The function threw an exception without a text") : what);
    } catch (...) {
        return tl::unexpected(Messages::tr("The function threw something that is no std::exception"));
    }
}

TaskResult resultOf(const FunctionReturn &returned)
{
    if (!returned)
        return {.outcome = Outcome::Error, .reason = returned.error()};
    if (returned->isNull() || returned->isUndefined())
        return {};
    QByteArray output = compactJson(*returned);
    if (output.size() <= OutputLimit)
        return {.output = output};
    return {.output = output.first(OutputLimit / 2) + output.last(OutputLimit / 2), .outputTruncated = true};
}

TaskResult timeoutResult(milliseconds timeout)
{
    return {.outcome = Outcome::Timeout, .reason = Messages::tr("It took longer than %1 s").arg(toSeconds(timeout))};
}

TaskResult cancelledResult()
{
    return {.outcome = Outcome::Cancelled, .reason = u"cancelled"_s};
}

} // namespace reveille
