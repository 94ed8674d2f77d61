// SPDX-License-Identifier: MIT
#include "tests/support/httpserver.h"
#include "tests/support/taskfixture.h"
#include "tests/support/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

class HttpTaskTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void check_goodTask_isKeptAsItIs();
    void check_delivery_isByMethod_data();
    void check_delivery_isByMethod();
    void check_badTask_namesTheKey_data();
    void check_badTask_namesTheKey();
    void run_get_succeedsWithBodyAndStatus();
    void run_anyMethod_sendsHeadersAndBody_data();
    void run_anyMethod_sendsHeadersAndBody();
    void run_status_isJudged_data();
    void run_status_isJudged();
    void run_redirect_isFollowed();
    void run_redirectLoop_isAnError();
    void run_redirectElsewhere_keepsThePassword();
    void run_redirectOfPost_isByStatus_data();
    void run_redirectOfPost_isByStatus();
    void run_expectedRedirect_isNotFollowed();
    void run_redirectToFile_isAnError();
    void run_untrustedCertificate_isAnError();
    void run_cookies_areNotShared();
    void run_connectionCutShort_isAnError();
    void run_noServer_isAnError();
    void run_largeBody_keepsBothEnds();
    void timeout_tricklingServer_isTotal();
    void timeout_endlessBody_keepsMemory();
    void timeout_silentServer_endsIt();
    void cancel_running_isCancelledOnce();
    void destroy_running_isQuiet();

private:
    [[nodiscard]] static QJsonObject get(const QString &url, double timeout = 20);

    TaskFixture m_fixture;
};

QJsonObject HttpTaskTest::get(const QString &url, double timeout)
{
    return {{u"type"_s, u"http"_s}, {u"url"_s, url}, {u"timeout"_s, timeout}};
}

void HttpTaskTest::check_goodTask_isKeptAsItIs()
{
    const QJsonObject task{{u"type"_s, u"http"_s}, {u"url"_s, u"https://example.org/a?b=c"_s}, {u"method"_s, u"POST"_s},
                           {u"headers"_s, QJsonObject{{u"X-Key"_s, u"ä"_s}}}, {u"body"_s, u"{}"_s},
                           {u"expected_status"_s, u"200,300-399"_s}, {u"timeout"_s, 1.5}};
    const CheckedTask checked = m_fixture.tasks.check(task).value();
    QCOMPARE(checked.json, task);
    QVERIFY(checked.misfireGraceTime == milliseconds(24h));
    QCOMPARE(checked.name, u"POST example.org"_s);
}

void HttpTaskTest::check_delivery_isByMethod_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("get") << u"GET"_s << Delivery::AtLeastOnce;
    QTest::newRow("head") << u"HEAD"_s << Delivery::AtLeastOnce;
    QTest::newRow("post") << u"POST"_s << Delivery::AtMostOnce;
    QTest::newRow("delete") << u"DELETE"_s << Delivery::AtMostOnce;
}

void HttpTaskTest::check_delivery_isByMethod()
{
    QFETCH(QString, method);
    QFETCH(Delivery, delivery);
    QJsonObject task = get(u"http://localhost"_s);
    task[u"method"_s] = method;
    QVERIFY(m_fixture.tasks.check(task).value().delivery == delivery);
}

void HttpTaskTest::check_badTask_namesTheKey_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("key");
    QTest::newRow("nothing") << QByteArray("{}") << u"url"_s;
    QTest::newRow("no scheme") << QByteArray(R"({"url": "example.org"})") << u"url"_s;
    QTest::newRow("file") << QByteArray(R"({"url": "file:///etc/passwd"})") << u"url"_s;
    QTest::newRow("no host") << QByteArray(R"({"url": "http:///x"})") << u"url"_s;
    QTest::newRow("space") << QByteArray(R"({"url": "http://a b/"})") << u"url"_s;
    QTest::newRow("unknown method") << QByteArray(R"({"url": "http://a", "method": "BREW"})") << u"method"_s;
    QTest::newRow("line end in a value") << QByteArray(R"({"url": "http://a", "headers": {"A": "b\r\nC: d"}})") << u"headers"_s;
    QTest::newRow("line end in a name") << QByteArray(R"({"url": "http://a", "headers": {"A\n": "b"}})") << u"headers"_s;
    QTest::newRow("line end at the end") << QByteArray(R"({"url": "http://a", "headers": {"A": "b\n"}})") << u"headers"_s;
    QTest::newRow("colon in a name") << QByteArray(R"({"url": "http://a", "headers": {"A:": "b"}})") << u"headers"_s;
    QTest::newRow("number as header") << QByteArray(R"({"url": "http://a", "headers": {"A": 1}})") << u"headers"_s;
    QTest::newRow("bad status") << QByteArray(R"({"url": "http://a", "expected_status": "2xx"})") << u"expected_status"_s;
    QTest::newRow("status out of range") << QByteArray(R"({"url": "http://a", "expected_status": "99"})") << u"expected_status"_s;
    QTest::newRow("no time") << QByteArray(R"({"url": "http://a", "timeout": 0})") << u"timeout"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"url": "http://a", "verify": false})") << u"verify"_s;
}

void HttpTaskTest::check_badTask_namesTheKey()
{
    QFETCH(QByteArray, task);
    QJsonObject json = QJsonDocument::fromJson(task).object();
    json[u"type"_s] = u"http"_s;
    QTEST(m_fixture.errorKey(json), "key");
}

void HttpTaskTest::run_get_succeedsWithBodyAndStatus()
{
    HttpServer server(HttpServer::answer(200, "hello"));
    const TaskResult result = m_fixture.run(get(server.url(u"/a?b=c"_s)));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.exitCode, std::optional(200));
    QCOMPARE(result.output, "hello");
    QCOMPARE(server.requests()[0].method, "GET");
    QCOMPARE(server.requests()[0].path, "/a?b=c");
    QCOMPARE(server.requests()[0].headers.value("idempotency-key"), "run1");
}

void HttpTaskTest::run_anyMethod_sendsHeadersAndBody_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

void HttpTaskTest::run_anyMethod_sendsHeadersAndBody()
{
    QFETCH(QString, method);
    HttpServer server(HttpServer::answer(200, "ok"));
    QJsonObject task = get(server.url());
    task[u"method"_s] = method;
    task[u"headers"_s] = QJsonObject{{u"X-Key"_s, u"value"_s}, {u"Content-Type"_s, u"text/plain"_s}};
    task[u"body"_s] = u"每"_s;
    QCOMPARE(m_fixture.run(task).output, "ok");
    QCOMPARE(server.requests()[0].method, method.toLatin1());
    QCOMPARE(server.requests()[0].body, QByteArray("每"));
    QCOMPARE(server.requests()[0].headers.value("x-key"), "value");
    QCOMPARE(server.requests()[0].headers.value("content-type"), "text/plain");
}

void HttpTaskTest::run_status_isJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("204") << 204 << u"200-299"_s << Outcome::Success;
    QTest::newRow("404") << 404 << u"200-299"_s << Outcome::Error;
    QTest::newRow("404 expected") << 404 << u"404"_s << Outcome::Success;
    QTest::newRow("418") << 418 << u"200-299"_s << Outcome::Error;
    QTest::newRow("500") << 500 << u"200-299"_s << Outcome::Error;
    QTest::newRow("503 expected") << 503 << u"200,500-599"_s << Outcome::Success;
    QTest::newRow("200 not expected") << 200 << u"201"_s << Outcome::Error;
    QTest::newRow("304") << 304 << u"200-299"_s << Outcome::Error;
}

void HttpTaskTest::run_status_isJudged()
{
    QFETCH(int, status);
    QFETCH(QString, expected);
    QFETCH(Outcome, outcome);
    HttpServer server(HttpServer::answer(status, status == 204 || status == 304 ? "" : "body"));
    QJsonObject task = get(server.url());
    task[u"expected_status"_s] = expected;
    const TaskResult result = m_fixture.run(task);
    QCOMPARE(toString(result.outcome), toString(outcome));
    QCOMPARE(result.exitCode, std::optional(status));
    QCOMPARE(result.reason, outcome == Outcome::Success ? QString() : u"HTTP status %1"_s.arg(status));
    if (status >= 400)
        QCOMPARE(result.output, "body");
}

void HttpTaskTest::run_redirect_isFollowed()
{
    HttpServer server([](const HttpServer::Request &request, QTcpSocket &socket) {
        HttpServer::answer(request.path == "/" ? 302 : 200, request.path, "Location: /there\r\n")(request, socket);
    });
    const TaskResult result = m_fixture.run(get(server.url()));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.output, "/there");
}

void HttpTaskTest::run_redirectLoop_isAnError()
{
    HttpServer server(HttpServer::answer(302, "", "Location: /again\r\n"));
    const TaskResult result = m_fixture.run(get(server.url()));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY2(result.reason.contains(u"redirect", Qt::CaseInsensitive), qPrintable(result.reason));
    QVERIFY(server.requests().size() <= 11);
}

void HttpTaskTest::run_redirectElsewhere_keepsThePassword()
{
    HttpServer other(HttpServer::answer(200, "there"));
    HttpServer server(HttpServer::answer(302, "here", "Location: " + other.url().toLatin1() + "\r\n"));
    QJsonObject task = get(server.url());
    task[u"headers"_s] = QJsonObject{{u"authorization"_s, u"Bearer secret"_s}, {u"X-Key"_s, u"value"_s}};
    QCOMPARE(m_fixture.run(task).output, "there");
    QVERIFY(server.requests()[0].headers.contains("authorization"));
    QVERIFY(!other.requests()[0].headers.contains("authorization"));
    QCOMPARE(other.requests()[0].headers.value("x-key"), "value");
}

void HttpTaskTest::run_redirectOfPost_isByStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("302") << 302 << QByteArray("GET") << QByteArray();
    QTest::newRow("303") << 303 << QByteArray("GET") << QByteArray();
    QTest::newRow("307") << 307 << QByteArray("POST") << QByteArray("body");
    QTest::newRow("308") << 308 << QByteArray("POST") << QByteArray("body");
}

void HttpTaskTest::run_redirectOfPost_isByStatus()
{
    QFETCH(int, status);
    HttpServer server([status](const HttpServer::Request &request, QTcpSocket &socket) {
        HttpServer::answer(request.path == "/" ? status : 200, request.path, "Location: /there\r\n")(request, socket);
    });
    QJsonObject task = get(server.url());
    task[u"method"_s] = u"POST"_s;
    task[u"body"_s] = u"body"_s;
    QCOMPARE(m_fixture.run(task).output, "/there");
    QTEST(server.requests()[1].method, "method");
    QTEST(server.requests()[1].body, "body");
}

void HttpTaskTest::run_expectedRedirect_isNotFollowed()
{
    HttpServer server(HttpServer::answer(302, "here", "Location: /there\r\n"));
    QJsonObject task = get(server.url());
    task[u"expected_status"_s] = u"302"_s;
    const TaskResult result = m_fixture.run(task);
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.output, "here");
    QCOMPARE(server.requests().size(), 1);
}

void HttpTaskTest::run_redirectToFile_isAnError()
{
    HttpServer server(HttpServer::answer(302, "", "Location: file:///etc/hostname\r\n"));
    const TaskResult result = m_fixture.run(get(server.url()));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY(result.output.isEmpty());
}

void HttpTaskTest::run_cookies_areNotShared()
{
    HttpServer server(HttpServer::answer(200, "", "Set-Cookie: a=b\r\n"));
    (void)m_fixture.run(get(server.url()));
    (void)m_fixture.run(get(server.url()));
    QVERIFY(!server.requests()[1].headers.contains("cookie"));
}

void HttpTaskTest::run_connectionCutShort_isAnError()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        socket.disconnectFromHost();
    });
    const TaskResult result = m_fixture.run(get(server.url()));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QCOMPARE(result.output, "half");
    QVERIFY(!result.reason.isEmpty());
}

void HttpTaskTest::run_noServer_isAnError()
{
    QString url;
    {
        const HttpServer gone(HttpServer::answer(200, ""));
        url = gone.url();
    }
    const TaskResult result = m_fixture.run(get(url));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY(!result.exitCode);
    QVERIFY(!result.reason.isEmpty());
}

void HttpTaskTest::run_untrustedCertificate_isAnError()
{
    QTemporaryDir folder;
    QProcess openssl;
    openssl.setWorkingDirectory(folder.path());
    openssl.start(u"openssl"_s, QProcess::splitCommand(u"req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 2 "
                                                      "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"_s));
    QVERIFY(openssl.waitForFinished());
    QFile key(folder.filePath(u"key"_s));
    QVERIFY(key.open(QIODevice::ReadOnly));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate::fromPath(folder.filePath(u"cert"_s)).value(0));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const TaskResult result = m_fixture.run(get(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())));
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QVERIFY2(result.reason.contains(u"certificate"), qPrintable(result.reason));
    QVERIFY(!result.exitCode);
}

void HttpTaskTest::run_largeBody_keepsBothEnds()
{
    HttpServer server(HttpServer::answer(200, "begin" + QByteArray(1'000'000, 'x') + "end"));
    const TaskResult result = m_fixture.run(get(server.url()));
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(result.output.size(), OutputLimit);
    QVERIFY(result.outputTruncated);
    QVERIFY(result.output.startsWith("begin"));
    QVERIFY(result.output.endsWith("end"));
}

void HttpTaskTest::timeout_tricklingServer_isTotal()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(20ms);
    });
    QElapsedTimer timer;
    timer.start();
    const TaskResult result = m_fixture.run(get(server.url(), 0.5));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(result.output.startsWith("x"));
}

void HttpTaskTest::timeout_endlessBody_keepsMemory()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket] { socket.write(QByteArray(100'000, 'x')); });
    });
    const TaskResult result = m_fixture.run(get(server.url(), 0.5));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QCOMPARE(result.output.size(), OutputLimit);
    QVERIFY(result.outputTruncated);
}

void HttpTaskTest::timeout_silentServer_endsIt()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &) {});
    const TaskResult result = m_fixture.run(get(server.url(), 0.2));
    QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
    QVERIFY(!result.exitCode);
}

void HttpTaskTest::cancel_running_isCancelledOnce()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &) {});
    const auto run = m_fixture.create(get(server.url()));
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    QTRY_COMPARE(server.requests().size(), 1);
    run->cancel();
    run->cancel();
    QVERIFY(finished.isEmpty());
    QCOMPARE(toString(m_fixture.waitFor(finished).outcome), toString(Outcome::Cancelled));
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

void HttpTaskTest::destroy_running_isQuiet()
{
    HttpServer server([](const HttpServer::Request &, QTcpSocket &) {});
    auto run = m_fixture.create(get(server.url()));
    run->start();
    QTRY_COMPARE(server.requests().size(), 1);
    run.reset();
    QCoreApplication::processEvents();
}

REVEILLE_TEST(HttpTaskTest)

#include "tst_httptask.moc"
