// SPDX-License-Identifier: MIT
#include "core/tasks/httptask.h"

#include "core/base/jsonreader.h"
#include "core/tasks/httprun.h"

#include <QRegularExpression>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QStringList Methods{u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s};
constexpr milliseconds DefaultTimeout = 60s;
const QString DefaultStatus = u"200-299"_s;

bool isHeader(const QString &name, const QJsonValue &value)
{
    // RFC 9110, section 5: a name is a token; a value has no control characters but tabs.
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s);
    static const QRegularExpression text(u"\\A[^\\x00-\\x08\\x0A-\\x1F\\x7F]*\\z"_s);
    return token.match(name).hasMatch() && value.isString() && text.match(value.toString()).hasMatch();
}

} // namespace

Result<CheckedTask> HttpTask::check(const QJsonObject &task) const
{
    JsonReader reader(task);
    reader.string(u"type"_s);
    const QString address = reader.string(u"url"_s).value_or(QString());
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (address.isEmpty())
        reader.failMissing(u"url"_s, tr("A web request needs an address"));
    else if (!url.isValid() || !isWeb || url.host().isEmpty())
        reader.fail(u"url"_s, tr("“%1” is no web address; it begins with http:// or https://").arg(address));

    const int method = reader.oneOf<int>(u"method"_s, Methods).value_or(0);
    const QJsonObject headers = reader.object(u"headers"_s).value_or(QJsonObject());
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!isHeader(it.key(), it.value()))
            reader.fail(u"headers"_s, tr("“%1” is no header with a text of one line").arg(it.key()));
    }
    reader.string(u"body"_s);
    if (const std::optional<QString> expected = reader.string(u"expected_status"_s)) {
        if (const auto parsed = NumberRanges::parse(*expected, u"expected_status"_s, 100, 599); !parsed)
            reader.fail(parsed.error());
    }
    reader.seconds(u"timeout"_s, 1ms, 24h);
    return reader.finish().map([&] {
        const bool mayRepeat = method <= 1; // GET and HEAD ask and change nothing
        return CheckedTask{withoutNulls(task), milliseconds(24h),
                           mayRepeat ? Delivery::AtLeastOnce : Delivery::AtMostOnce,
                           u"%1 %2"_s.arg(Methods[method], url.host())};
    });
}

std::unique_ptr<TaskRun> HttpTask::createRun(const QJsonObject &task, const TaskContext &context,
                                             const TaskServices &services) const
{
    HttpCall call;
    call.method = task.value("method"_L1).toString(Methods[0]).toLatin1();
    call.body = task.value("body"_L1).toString().toUtf8();
    call.request.setUrl(QUrl(task.value("url"_L1).toString(), QUrl::StrictMode));
    call.request.setRawHeader("Idempotency-Key", context.runId.value.toUtf8());
    const QJsonObject headers = task.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        call.request.setRawHeader(it.key().toLatin1(), it.value().toString().toUtf8());
    call.expectedStatus =
        NumberRanges::parse(task.value("expected_status"_L1).toString(DefaultStatus), {}, 100, 599).value_or(NumberRanges());
    const QJsonValue timeout = task.value("timeout"_L1);
    call.timeout = timeout.isDouble() ? milliseconds(std::llround(timeout.toDouble() * 1000)) : DefaultTimeout;
    return std::make_unique<HttpRun>(call, services.network);
}

} // namespace reveille
