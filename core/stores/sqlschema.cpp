// SPDX-License-Identifier: MIT
#include "core/stores/sqlschema.h"

#include "core/stores/sqlsession.h"

#include <QDir>
#include <QRegularExpression>

static void initSchemaResource() // outside of every namespace, as the macro demands
{
    Q_INIT_RESOURCE(reveille_schema);
}

namespace reveille {

using namespace Qt::StringLiterals;

SqlSchema::SqlSchema(const QString &folder) : m_folder(folder)
{
    initSchemaResource(); // a static library's resources are not there by themselves
    m_newest = int(QDir(folder).entryList({u"*.sql"_s}, QDir::Files).size());
    Q_ASSERT(m_newest > 0);
}

Result<int> SqlSchema::versionOf(SqlSession &session)
{
    const int version = session.hasTable(u"schema_version"_s)
        ? session.value(u"SELECT MAX(version) FROM schema_version"_s).toInt()
        : 0;
    return session.takeError().map([version] { return version; });
}

Result<void> SqlSchema::migrate(SqlSession &session, int from) const
{
    if (from == m_newest)
        return {};
    return session.transaction([&] {
        for (int version = from + 1; version <= m_newest; ++version) {
            if (version > 1)
                session.run(u"INSERT INTO schema_version (version) VALUES (?)"_s, {-(version - 1)});
            const QStringList all = statements(version);
            for (const QString &statement : all)
                session.command(statement);
            // In this order there is a version at every moment, also where a change of the schema has ended the transaction.
            session.run(u"INSERT INTO schema_version (version) VALUES (?)"_s, {version});
            session.run(u"DELETE FROM schema_version WHERE version < ?"_s, {version});
        }
    });
}

QStringList SqlSchema::statements(int version) const
{
    QFile file(m_folder + u"/%1.sql"_s.arg(version, 3, 10, QChar(u'0')));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comment(u"--[^\\n]*"_s);
    text.remove(comment);
    QStringList statements;
    for (const QString &statement : text.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement.trimmed());
    }
    return statements;
}

} // namespace reveille
