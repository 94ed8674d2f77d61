// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/numberranges.h"
#include "core/tasks/outputrecorder.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <optional>

namespace reveille {

/// What to ask for, and what to expect.
struct HttpCall
{
    QByteArray method;
    QNetworkRequest request; ///< address and headers
    QByteArray body;
    NumberRanges expectedStatus;
    milliseconds timeout = 60s; ///< for all of it
};

/// One web request. Its exit code is the HTTP status, its output the body of the response.
class HttpRun final : public TaskRun
{
    Q_DECLARE_TR_FUNCTIONS(HttpRun)

public:
    HttpRun(const HttpCall &call, QNetworkAccessManager &network);
    ~HttpRun() override;

    void start() override;
    void cancel() override;

private:
    void send();
    void readOutput();
    void onFinished();
    /// Where the reply sends us, unless its status is one that is expected.
    [[nodiscard]] std::optional<QUrl> redirection() const;
    void follow(const QUrl &target);
    void dropReply();
    void endEarly(Outcome outcome, const QString &reason);
    [[nodiscard]] TaskResult resultByReply() const;
    void endWith(TaskResult result);

    HttpCall m_call; ///< as of the latest redirection
    QNetworkAccessManager &m_network;
    QNetworkReply *m_reply = nullptr; ///< the latest, while it is of interest
    int m_redirects = 0;
    OutputRecorder m_output;
    QTimer m_deadline;
};

} // namespace reveille
