// SPDX-License-Identifier: MIT
#include "core/tasks/httprun.h"

#include <QNetworkAccessManager>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaximumRedirects = 10;
constexpr qint64 ReadBufferSize = 256 * 1024;

} // namespace

HttpRun::HttpRun(const HttpCall &call, QNetworkAccessManager &network) : m_call(call), m_network(network)
{
    QNetworkRequest &request = m_call.request;
    // Qt would send passwords on to other hosts, and its UserVerifiedRedirectPolicy goes wrong at the second redirection.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Jobs share connections, but neither cookies nor passwords.
    for (const auto attribute : {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
                                 QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    connect(&m_output, &OutputRecorder::added, this, &HttpRun::outputAdded);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // never early
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        endEarly(Outcome::Timeout, tr("It took longer than %1 s").arg(toSeconds(m_call.timeout)));
    });
}

HttpRun::~HttpRun()
{
    dropReply();
}

void HttpRun::start()
{
    send();
    m_deadline.start(m_call.timeout);
}

void HttpRun::send()
{
    if (m_call.method == "GET" && m_call.body.isEmpty())
        m_reply = m_network.get(m_call.request);
    else if (m_call.method == "HEAD")
        m_reply = m_network.head(m_call.request);
    else
        m_reply = m_network.sendCustomRequest(m_call.request, m_call.method, m_call.body);
    m_reply->setReadBufferSize(ReadBufferSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpRun::readOutput);
    connect(m_reply, &QNetworkReply::finished, this, &HttpRun::onFinished);
}

void HttpRun::cancel()
{
    endEarly(Outcome::Cancelled, u"cancelled"_s);
}

void HttpRun::readOutput()
{
    const QByteArray data = m_reply->readAll();
    if (!redirection())
        m_output.append(data);
}

void HttpRun::onFinished()
{
    readOutput();
    if (const std::optional<QUrl> target = redirection())
        follow(*target);
    else
        endWith(resultByReply());
}

std::optional<QUrl> HttpRun::redirection() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const bool redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!redirects || target.isEmpty() || m_call.expectedStatus.contains(status))
        return std::nullopt;
    return m_call.request.url().resolved(target);
}

void HttpRun::follow(const QUrl &target)
{
    const QUrl source = m_call.request.url();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isSafe = target.scheme() == "https"_L1 || (target.scheme() == "http"_L1 && source.scheme() == "http"_L1);
    if (++m_redirects > MaximumRedirects) {
        endEarly(Outcome::Error, tr("Redirected more than %1 times").arg(MaximumRedirects));
        return;
    }
    if (!isSafe) {
        endEarly(Outcome::Error, tr("Redirected to %1, which is not safe to follow").arg(target.toDisplayString()));
        return;
    }
    if (target.host() != source.host() || target.port() != source.port()) {
        for (const char *secret : {"Authorization", "Cookie", "Proxy-Authorization"})
            m_call.request.setRawHeader(secret, {});
    }
    if (status <= 303 && m_call.method != "HEAD") { // as browsers do; RFC 9110, section 15.4
        m_call.method = "GET";
        m_call.body.clear();
    }
    m_call.request.setUrl(target);
    dropReply();
    send();
}

TaskResult HttpRun::resultByReply() const
{
    const QVariant statusAttribute = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const QNetworkReply::NetworkError error = m_reply->error();
    // From 200 on, Qt's errors only say in other words what the status says; but for one, a broken protocol.
    const bool isAboutStatus = error == QNetworkReply::NoError
        || (error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure);
    if (!statusAttribute.isValid() || !isAboutStatus)
        return {.outcome = Outcome::Error, .reason = m_reply->errorString()};
    const int status = statusAttribute.toInt();
    if (m_call.expectedStatus.contains(status))
        return {.exitCode = status};
    return {.outcome = Outcome::Error, .reason = tr("HTTP status %1").arg(status), .exitCode = status};
}

void HttpRun::endEarly(Outcome outcome, const QString &reason)
{
    if (hasEnded())
        return;
    if (m_reply)
        readOutput();
    dropReply();
    endWith({.outcome = outcome, .reason = reason});
}

void HttpRun::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    std::exchange(m_reply, nullptr)->deleteLater(); // it may be the one that calls
}

void HttpRun::endWith(TaskResult result)
{
    m_deadline.stop();
    m_output.flush();
    m_output.writeTo(result);
    end(result);
}

} // namespace reveille
