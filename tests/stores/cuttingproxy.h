// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QThread>
#include <QUrl>

#include <list>

namespace reveille {

/// Stands between a store and its database server and breaks the connection at a chosen request: a statement that the
/// server answers. Works on a thread of its own; thread-safe.
class CuttingProxy final
{
    Q_DISABLE_COPY_MOVE(CuttingProxy)

public:
    enum class Cut {
        BeforeRequest, ///< the server does not get it
        BeforeAnswer,  ///< the server carries it out, and nobody hears of it
        LateCommit,    ///< counts only COMMIT, which reaches the server once the next connection asks what became of it
    };
    enum class Then {
        Reachable,   ///< the next connection gets through
        Unreachable, ///< none does until restore()
    };

    /// To the server of a store URL.
    explicit CuttingProxy(const QString &url);
    ~CuttingProxy();

    /// The store URL that leads through here.
    [[nodiscard]] QString url() const { return m_url.toString(); }
    /// Counts requests from now on, and breaks the connection at one of them: 1 is the next.
    void cutAt(int request, Cut cut, Then then);
    /// Counts no more and lets everything through. Answers whether a connection was broken since cutAt().
    bool restore();

private:
    struct Link;

    void onConnected();
    void onRequests(Link &link);
    void onAnswer(Link &link);
    void deliverLate();
    void end(Link &link);
    [[nodiscard]] bool isCutAt(const QByteArray &request);
    [[nodiscard]] QByteArray takeRequest(Link &link) const;
    [[nodiscard]] bool isAnswered(const Link &link, const QByteArray &request) const;
    template<typename Work>
    void onThread(Work work);

    const QUrl m_target;
    const bool m_isMariaDb;
    QUrl m_url;
    QThread m_thread;
    // The rest is touched on the thread only.
    QTcpServer m_server;
    std::list<Link> m_links;
    int m_left = 0; ///< requests up to the one to cut at; 0: none
    Cut m_cut = Cut::BeforeRequest;
    Then m_then = Then::Reachable;
    bool m_isUnreachable = false;
    bool m_wasCut = false;
    QByteArray m_lateCommit; ///< what its link is to carry yet
    bool m_isAskedAbout = false; ///< the late commit, by the request before
};

} // namespace reveille
