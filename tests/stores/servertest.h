// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/test.h"

namespace reveille {

/// The base of cases that run once a kind of server, on a new database.
class ServerTest : public Test
{
    Q_OBJECT

protected:
    /// What Qt's drivers tell of what a lost connection kept them from.
    static constexpr auto LostConnection =
        u"Unable to free statement|QMYSQLResult::cleanup|QSocketNotifier: Invalid socket|MySQL: Unable to set the client character set"
        "|This version of PostgreSQL is not supported|no connection to the server|server closed the connection";

    /// What gets a database of its own: making one takes longer than many a row.
    enum class Own { Row, Case };

    /// `expected`: how warnings begin that fail no case, a regular expression that stays.
    explicit ServerTest(QStringView expected, Own own = Own::Row) : m_expected(expected), m_own(own) {}

    QString m_server; ///< `postgresql` or `mariadb`
    QString m_url;    ///< of the database

protected Q_SLOTS:
    void initTestCase_data();
    void init();

private:
    const QStringView m_expected;
    const Own m_own;
    QString m_owner;
};

} // namespace reveille
