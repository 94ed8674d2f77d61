// SPDX-License-Identifier: MIT
#include "core/stores/packedrows.h"
#include "tests/support/test.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <limits>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

using Type = RowColumn::Type;

const QString Connection = u"packed rows"_s;
const QList<RowColumn> Columns{{u"name"_s, Type::Name},           {u"text"_s, Type::Text},
                               {u"number"_s, Type::Number},       {u"optional_number"_s, Type::OptionalNumber},
                               {u"id"_s, Type::Id},               {u"optional_name"_s, Type::OptionalName}};

struct Row
{
    QLatin1StringView name;
    QString text;
    qint64 number = 0;
    std::optional<qint64> optionalNumber;
    QString id;
    QString optionalName; ///< null where empty
};

} // namespace

/// What goes into a batch of rows is what SQLite reads from it.
class PackedRowsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void table_anyRows_areReadAsGiven_data();
    void table_anyRows_areReadAsGiven();
};

void PackedRowsTest::initTestCase()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, Connection);
    database.setDatabaseName(u":memory:"_s);
    QVERIFY(database.open());
}

void PackedRowsTest::cleanupTestCase()
{
    QSqlDatabase::removeDatabase(Connection);
}

void PackedRowsTest::table_anyRows_areReadAsGiven_data()
{
    QTest::addColumn<QList<Row>>("rows");
    const Row plain{"run1"_L1, u"a text"_s, 5, 6, u"job"_s, u"success"_s};
    QTest::newRow("none") << QList<Row>();
    QTest::newRow("one") << QList<Row>{plain};
    QTest::newRow("nulls and empty texts") << QList<Row>{{{}, {}, 0, {}, {}, {}}};
    QTest::newRow("longest") << QList<Row>{{"12345678901234567890123"_L1, u"x"_s.repeated(100'000), std::numeric_limits<qint64>::max(),
                                            std::numeric_limits<qint64>::min() + 1, u"i"_s.repeated(200), u"12345678901234567890123"_s}};
    QTest::newRow("any characters") << QList<Row>{{"a b"_L1, u"\"',]\\\n\t 每天 😀 "_s, -1, 0, u" Ä:rows? ' "_s, u"x"_s}};
    QTest::newRow("many") << QList<Row>{plain, {"run2"_L1, {}, -7, {}, u"öö"_s, {}}, plain, {"r"_L1, u"ä"_s, 1, 2, {}, u"y"_s}, plain};
}

void PackedRowsTest::table_anyRows_areReadAsGiven()
{
    QFETCH(const QList<Row>, rows);
    const std::unique_ptr<SqlRows> packed = PackedRows::create(Columns, rows.size());
    for (const Row &row : rows) {
        packed->beginRow();
        packed->add(row.name);
        packed->add(row.text);
        packed->add(row.number);
        row.optionalNumber ? packed->add(*row.optionalNumber) : packed->addNull();
        packed->add(row.id);
        row.optionalName.isEmpty() ? packed->addNull() : packed->add(row.optionalName);
    }
    QSqlQuery query(QSqlDatabase::database(Connection));
    QVERIFY2(query.prepare(u"SELECT name, text, number, optional_number, id, optional_name FROM "_s + PackedRows::table(Columns)),
             qPrintable(query.lastError().text()));
    query.bindValue(u":rows"_s, packed->take());
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    for (const Row &row : rows) {
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), QString(row.name));
        QCOMPARE(query.value(1).toString(), row.text);
        QCOMPARE(query.value(2).toLongLong(), row.number);
        QCOMPARE(query.isNull(3), !row.optionalNumber);
        QCOMPARE(query.value(3).toLongLong(), row.optionalNumber.value_or(0));
        QCOMPARE(query.value(4).toString(), row.id);
        QCOMPARE(query.isNull(5), row.optionalName.isEmpty());
        QCOMPARE(query.value(5).toString(), row.optionalName);
    }
    QVERIFY(!query.next());
}

REVEILLE_TEST(PackedRowsTest)
#include "tst_packedrows.moc"
