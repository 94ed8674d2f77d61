// SPDX-License-Identifier: MIT
#include "core/executors/workermain.h"

#include "core/executors/workerprotocol.h"
#include "core/tasks/functioncall.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

bool readAll(int file, char *data, size_t size)
{
    while (size > 0) {
        const ssize_t count = ::read(file, data, size);
        if (count > 0) {
            data += count;
            size -= size_t(count);
        } else if (count == 0 || errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool writeAll(int file, QByteArrayView data)
{
    while (!data.isEmpty()) {
        const ssize_t count = ::write(file, data.data(), size_t(data.size()));
        if (count >= 0)
            data = data.sliced(count);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

std::optional<QJsonObject> readFrame(int file)
{
    char header[FrameHeaderSize];
    if (!readAll(file, header, sizeof header))
        return std::nullopt;
    QByteArray json(frameLength(header), Qt::Uninitialized);
    if (!readAll(file, json.data(), size_t(json.size())))
        return std::nullopt;
    return QJsonDocument::fromJson(json).object();
}

QJsonObject answerTo(const QJsonObject &message, const FunctionTable &functions)
{
    const QString name = message.value("name"_L1).toString();
    const std::shared_ptr<const Function> function = functions.find(name);
    if (!function)
        return {{u"error"_s, QCoreApplication::translate("FunctionTask", "The worker process has no function “%1”").arg(name)}};
    const FunctionCall call{.jobId = {message.value("job_id"_L1).toString()},
                            .runId = {message.value("run_id"_L1).toString()},
                            .scheduledAt = TimePoint(milliseconds(message.value("scheduled_at"_L1).toInteger())),
                            .attempt = message.value("attempt"_L1).toInt(),
                            .arguments = message.value("arguments"_L1).toObject()};
    qputenv("REVEILLE_RUN_ID", call.runId.value.toUtf8()); // for what it starts
    const FunctionReturn returned = callFunction(*function, call);
    return returned ? QJsonObject{{u"value"_s, *returned}} : QJsonObject{{u"error"_s, returned.error()}};
}

} // namespace

std::optional<int> runWorkerIfAsked(int argc, char **argv, const FunctionTable &functions)
{
    if (argc < 2 || std::strcmp(argv[1], WorkerArgument) != 0)
        return std::nullopt;
    ::unsetenv(WorkerMark);

    // The channel becomes our own: a function that reads, prints or starts processes does not get at it.
    const int in = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int out = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (in < 0 || out < 0 || ::dup2(nothing, STDIN_FILENO) < 0 || ::dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        return EXIT_FAILURE;
    ::close(nothing);

    const QCoreApplication application(argc, argv);
    bool heard = writeAll(out, WorkerGreeting);
    while (heard) {
        const std::optional<QJsonObject> message = readFrame(in);
        if (!message)
            break;
        const QJsonObject answer = answerTo(*message, functions);
        std::fflush(stdout);
        heard = writeAll(out, frameOf(answer));
    }
    return EXIT_SUCCESS;
}

} // namespace reveille
