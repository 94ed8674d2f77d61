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

QList<RowColumn> columns(RowColumn::Values values)
{
    QList<RowColumn> all = Columns;
    for (RowColumn &column : all)
        column.values = values;
    return all;
}

/// So many that it is worth to measure them.
template<typename List>
List repeated(List rows)
{
    while (!rows.isEmpty() && rows.size() < 16)
        rows += List(rows);
    return rows;
}

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
    void table_valueInAllRows_isTakenOutOnce();
    void table_textsOfOneLength_areReadAsGiven_data();
    void table_textsOfOneLength_areReadAsGiven();
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
    QTest::addColumn<QList<RowColumn>>("columns");
    QTest::addColumn<QList<Row>>("rows");
    const Row plain{"run1"_L1, u"a text"_s, 5, 6, u"job"_s, u"success"_s};
    const Row empty{{}, {}, 0, {}, {}, {}};
    const Row like{"run2"_L1, u"a text"_s, 6, 6, u"bob"_s, u"success"_s};
    const QList<std::pair<const char *, QList<Row>>> batches{
        {"none", {}},
        {"one", {plain}},
        {"nulls and empty texts", {empty}},
        {"longest", {{"12345678901234567890123"_L1, u"x"_s.repeated(100'000), std::numeric_limits<qint64>::max(),
                      std::numeric_limits<qint64>::min() + 1, u"i"_s.repeated(200), u"12345678901234567890123"_s}}},
        {"any characters", {{"a b"_L1, u"\"',]\\\n\t 每天 😀 "_s, -1, 0, u" Ä:rows? ' "_s, u"x"_s}}},
        {"many", {plain, {"run2"_L1, {}, -7, {}, u"öö"_s, {}}, plain, {"r"_L1, u"ä"_s, 1, 2, {}, u"y"_s}, plain}},
        {"the same", {plain, plain, plain}},
        {"all empty", {empty, empty}},
        {"partly the same", {plain, like, plain}},
        {"the last is another", {plain, plain, empty}},
        {"null but for one", {empty, plain, empty}},
    };
    for (const auto &[name, rows] : batches) {
        QTest::addRow("%s", name) << columns(RowColumn::Values::Any) << rows;
        QTest::addRow("%s, looked through", name) << columns(RowColumn::Values::Alike) << rows;
        QTest::addRow("%s, measured", name) << columns(RowColumn::Values::EquallyLong) << repeated(rows);
    }
}

void PackedRowsTest::table_anyRows_areReadAsGiven()
{
    QFETCH(const QList<RowColumn>, columns);
    QFETCH(const QList<Row>, rows);
    const std::unique_ptr<SqlRows> packed = PackedRows::create(columns, rows.size());
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
    QVERIFY2(query.prepare(u"SELECT name, text, number, optional_number, id, optional_name FROM "_s + packed->table()),
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

void PackedRowsTest::table_valueInAllRows_isTakenOutOnce()
{
    const QList<RowColumn> numbers{{u"any"_s}, {u"alike"_s, Type::Number, RowColumn::Values::Alike}};
    const auto rowsOf = [&](qint64 first, qint64 second) {
        std::unique_ptr<SqlRows> rows = PackedRows::create(numbers, 2);
        for (const qint64 value : {first, second}) {
            rows->beginRow();
            rows->add(value);
            rows->add(value);
        }
        return rows;
    };
    const auto fromEachRow = [](const SqlRows &rows) { return rows.table().count(u"key"_s); };
    QCOMPARE(fromEachRow(*rowsOf(5, 6)), 2);
    QCOMPARE(fromEachRow(*rowsOf(5, 5)), 1);
    QCOMPARE(fromEachRow(*PackedRows::create(numbers, 0)), 2);
    QVERIFY(rowsOf(5, 5)->form() != rowsOf(5, 6)->form());
    QCOMPARE(rowsOf(7, 7)->form(), rowsOf(5, 5)->form());
}

void PackedRowsTest::table_textsOfOneLength_areReadAsGiven_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<bool>("areMeasured");
    QTest::addRow("one length") << QStringList{u"ab "_s, u" cd"_s, u"efg"_s} << true;
    QTest::addRow("one length in bytes") << QStringList{u"äb"_s, u"cé"_s, u"xyz"_s} << true;
    QTest::addRow("the last is longer") << QStringList{u"ab"_s, u"cd"_s, u"efg"_s} << false;
    QTest::addRow("the first is longer") << QStringList{u"abc"_s, u"cd"_s, u"ef"_s} << false;
    QTest::addRow("empty") << QStringList{u""_s, u""_s} << false;
    QTest::addRow("longest") << QStringList{u"x"_s.repeated(127), u"y"_s.repeated(127)} << true;
    QTest::addRow("too long") << QStringList{u"x"_s.repeated(128), u"y"_s.repeated(128)} << false;
    QTest::addRow("one") << QStringList{u"abc"_s} << true;
}

// As the only column of texts, so that the length tells where each begins.
void PackedRowsTest::table_textsOfOneLength_areReadAsGiven()
{
    QFETCH(QStringList, texts);
    QFETCH(const bool, areMeasured);
    texts = repeated(texts);
    const QList<RowColumn> columns{{u"name"_s, Type::Name, RowColumn::Values::EquallyLong}, {u"id"_s, Type::Id, RowColumn::Values::EquallyLong}};
    const std::unique_ptr<SqlRows> packed = PackedRows::create(columns, texts.size());
    for (const QString &text : texts) {
        packed->beginRow();
        packed->add("a name"_L1);
        packed->add(text);
    }
    QCOMPARE(packed->form(), QByteArray("\x06", 1) + char(areMeasured ? texts.first().toUtf8().size() : 0));
    QSqlQuery query(QSqlDatabase::database(Connection));
    QVERIFY2(query.prepare(u"SELECT name, id FROM "_s + packed->table()), qPrintable(query.lastError().text()));
    query.bindValue(u":rows"_s, packed->take());
    QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    for (const QString &text : texts) {
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), u"a name"_s);
        QCOMPARE(query.value(1).toString(), text);
    }
    QVERIFY(!query.next());
}

REVEILLE_TEST(PackedRowsTest)
#include "tst_packedrows.moc"
