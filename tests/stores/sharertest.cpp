// SPDX-License-Identifier: MIT
#include "tests/stores/sharertest.h"

namespace reveille {

SharerTest::SharerTest(const QString &host, const QString &otherHost)
    : ServerTest(u".*(The lease on|is another's by now)"), m_host(host), m_otherHost(otherHost)
{
}

void SharerTest::init()
{
    ServerTest::init();
    m_clock.set(m_start);
    m_one.emplace(m_url, m_clock, m_host);
    m_other.emplace(m_url, m_clock, m_otherHost);
}

void SharerTest::cleanup()
{
    m_other.reset();
    m_one.reset();
}

void SharerTest::share(const QJsonObject &options)
{
    one().start();
    one().add(u"a"_s, options);
    other().start();
}

} // namespace reveille
