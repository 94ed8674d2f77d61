// SPDX-License-Identifier: MIT
#include "tests/stores/servertest.h"

#include "tests/stores/serverdatabase.h"

#include <QRegularExpression>
#include <QTest>

namespace reveille {

using namespace Qt::StringLiterals;

void ServerTest::initTestCase_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

void ServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!%1)"_s.arg(m_expected)));
    QFETCH_GLOBAL(QString, server);
    m_server = server;
    const QString owner = server + QLatin1StringView(QTest::currentTestFunction());
    if (m_own == Own::Row || owner != m_owner)
        m_url = createServerDatabase(server);
    m_owner = owner;
}

} // namespace reveille
