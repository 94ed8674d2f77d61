// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlitestore.h"
#include "tests/stores/storetest.h"
#include "tests/support/fakeclock.h"

namespace reveille {

/// The base of the cases that only a store in a file has: each begins without one.
class SqliteTest : public Test
{
    Q_OBJECT

protected:
    [[nodiscard]] std::unique_ptr<SqliteStore> create(const QString &schemaFolder = QStringLiteral(":/reveille/schema/sqlite")) const;
    [[nodiscard]] static JobRecord job(const QString &id);
    [[nodiscard]] static Run run(const QString &id, milliseconds at);
    /// Makes a store that has the job `a` and runs of it.
    void fill(int runs = 1) const;
    /// Runs SQL on the closed store's file as another program would; answers the first value of the last statement.
    QVariant sql(const QStringList &statements) const;

    [[nodiscard]] static int modeOf(const QString &path);
    [[nodiscard]] static QByteArray bytesOf(const QString &path);
    /// Makes the folder, too.
    static void write(const QString &path, const QByteArray &bytes);
    static void setModified(const QString &path, TimePoint t);

protected Q_SLOTS:
    void init();

protected:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
    FakeClock m_clock{at("2027-01-15T08:00:00Z")};
};

} // namespace reveille
