// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QThread>
#include <QUrl>

#include <list>
#include <optional>

namespace reveille {

/// Stands between a store and its database server and breaks the connection at chosen requests: statements that the server
/// answers. Works on a thread of its own; thread-safe.
class CuttingProxy final
{
    Q_DISABLE_COPY_MOVE(CuttingProxy)

public:
    enum class Cut {
        BeforeRequest, ///< the server does not get it
        BeforeAnswer,  ///< the server carries it out, and nobody hears of it
        AfterCommit,   ///< likewise, and counts only COMMIT
        LateCommit,    ///< counts only COMMIT, which reaches the server once a later connection asks what became of it
    };
    struct Break
    {
        int request; ///< 1: the next that counts
        Cut cut;
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
    /// Breaks the connection at a request, counted from now on, and the next one at a request that is counted from there.
    /// `then` is what comes after the last.
    void cutAt(const QList<Break> &breaks, Then then);
    /// Passes nothing on until restore(), as a server that hangs.
    void fallSilent();
    /// Lets everything through. Answers whether all the breaks took place.
    bool restore();
    /// How many requests counted that the connection was not broken at, since the last break.
    [[nodiscard]] int counted();

private:
    struct Link;

    void onConnected();
    void onRequests(Link &link);
    void onAnswer(Link &link);
    void deliverLate();
    void end(Link &link);
    [[nodiscard]] std::optional<Cut> cutOf(const QByteArray &request);
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
    QList<Break> m_breaks; ///< to come
    int m_counted = 0;
    Then m_then = Then::Reachable;
    bool m_isUnreachable = false;
    bool m_isSilent = false;
    QByteArray m_lateCommit; ///< what its link is to carry yet
    bool m_isAskedAbout = false; ///< the late commit, by the request before
};

} // namespace reveille
