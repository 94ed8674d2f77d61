// SPDX-License-Identifier: MIT
#include "core/tasks/functiontask.h"

#include "core/base/jsonreader.h"

#include <stdexcept>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Result<CheckedTask> checkRest(JsonReader &reader, const QJsonObject &task, const QString &name)
{
    reader.string(u"type"_s);
    reader.object(u"arguments"_s);
    reader.seconds(u"timeout"_s, 0ms, LongestTimeout);
    return reader.finish().map([&] { return CheckedTask{withoutNulls(task), milliseconds(24h), Delivery::AtMostOnce, name}; });
}

} // namespace

Result<CheckedTask> FunctionTask::checkOwn(const QJsonObject &task)
{
    JsonReader reader(task);
    if (!reader.value(u"name"_s).isUndefined())
        reader.fail(u"name"_s, tr("A job with a function of its own can't name another"));
    return checkRest(reader, task, {});
}

Result<CheckedTask> FunctionTask::check(const QJsonObject &task) const
{
    JsonReader reader(task);
    const QString name = reader.string(u"name"_s).value_or(QString());
    if (name.isEmpty())
        reader.failMissing(u"name"_s, tr("The name of a registered function is needed"));
    else if (!m_functions.find(name))
        reader.fail(u"name"_s, unknownName(name));
    return checkRest(reader, task, name);
}

std::shared_ptr<const Function> FunctionTask::function(const Job &job) const
{
    if (job.function)
        return job.function;
    const QString name = job.task.value("name"_L1).toString();
    if (std::shared_ptr<const Function> registered = m_functions.find(name))
        return registered;
    return std::make_shared<const Function>([message = unknownName(name).toStdString()](const FunctionCall &) -> QJsonValue {
        throw std::runtime_error(message);
    });
}

QString FunctionTask::unknownName(const QString &name) const
{
    const QStringList names = m_functions.names();
    return names.isEmpty() ? tr("The function “%1” is not registered; none is").arg(name)
                           : tr("The function “%1” is not registered; there are %2").arg(name, names.join(u", "_s));
}

} // namespace reveille
