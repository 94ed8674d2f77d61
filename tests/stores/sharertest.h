// SPDX-License-Identifier: MIT
#pragma once

#include "tests/stores/servertest.h"
#include "tests/stores/sharer.h"

#include <optional>

namespace reveille {

/// The base of cases about two who share a database.
class SharerTest : public ServerTest
{
    Q_OBJECT

protected:
    /// `host`, `otherHost`: their machines; empty: this one.
    explicit SharerTest(const QString &host = {}, const QString &otherHost = {});

    // Neither is started.
    [[nodiscard]] Sharer &one() { return *m_one; }
    [[nodiscard]] Sharer &other() { return *m_other; }
    /// Starts both: one with a new job "a", then the other.
    void share(const QJsonObject &options = {});

    const TimePoint m_start = at("2026-11-20T00:00:00Z");
    FakeClock m_clock{m_start};

protected Q_SLOTS:
    void init();
    void cleanup();

private:
    const QString m_host;
    const QString m_otherHost;
    std::optional<Sharer> m_one;
    std::optional<Sharer> m_other;
};

} // namespace reveille
