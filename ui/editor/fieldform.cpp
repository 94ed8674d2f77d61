// SPDX-License-Identifier: MIT
#include "ui/editor/fieldform.h"

#include "ui/text/icons.h"

#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int LabelWidth = 15; // characters

// A label without its accelerator and colon: "&Name:", or as Chinese has it, "名称(&N)：".
QString spokenName(const QString &label)
{
    static const QRegularExpression beside(u"\\(&.\\)"_s);
    return QString(label).remove(beside).remove(u'&').remove(u':').remove(u'：').trimmed();
}

} // namespace

FieldForm::FieldForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

QWidget *FieldForm::makeRow(QWidget *field, const QStringList &keys, const QString &hint)
{
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(field);
    if (!hint.isEmpty()) {
        auto *text = new QLabel(hint, row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(text);
    }
    if (keys.isEmpty()) {
        m_rows.insert(field, row);
        return row;
    }

    auto *problem = new QWidget(row);
    auto *line = new QHBoxLayout(problem);
    line->setContentsMargins(0, 0, 0, 0);
    auto *sign = new QLabel(problem);
    const int size = fontMetrics().height();
    sign->setPixmap(icon(u"error"_s).pixmap(size, size));
    sign->setAccessibleName(tr("Error"));
    auto *text = new QLabel(problem);
    text->setObjectName(u"error_"_s + keys.constFirst());
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    problem->hide();
    column->addWidget(problem);
    for (const QString &key : keys)
        m_fields.insert(key, {row, problem, text});
    m_rows.insert(field, row);
    if (!m_first)
        m_first = field;
    return row;
}

void FieldForm::addField(const QString &label, QWidget *field, const QStringList &keys, const QString &hint)
{
    auto *name = new QLabel(label, this);
    name->setTextFormat(Qt::PlainText);
    // On the first line of the field, however tall that is.
    const int line = std::min(field->sizeHint().height(), fontMetrics().height() + 12);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    name->setContentsMargins(0, std::max(0, (line - fontMetrics().height()) / 2), 0, 0);
    // Forms stand below each other, and their fields in one column.
    name->setMinimumWidth(fontMetrics().averageCharWidth() * LabelWidth);
    m_layout->addRow(name, makeRow(field, keys, hint));
    name->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(spokenName(label));
}

void FieldForm::addWide(QWidget *field, const QStringList &keys)
{
    m_layout->addRow(makeRow(field, keys, {}));
}

void FieldForm::setFieldVisible(QWidget *field, bool visible)
{
    m_layout->setRowVisible(m_rows.value(field), visible);
}

void FieldForm::fieldChanged(const QString &key)
{
    m_touched.insert(key);
    Q_EMIT changed();
}

bool FieldForm::showError(const Error &error)
{
    auto it = m_fields.constFind(error.key);
    if (it == m_fields.cend())
        it = m_fields.constFind(error.key.section(u'.', -1));
    if (it == m_fields.cend() || !it->row->isVisibleTo(this))
        return false;
    if (!m_allTouched && !m_touched.contains(it.key()))
        return false;
    it->text->setText(error.message);
    it->problem->show();
    return true;
}

void FieldForm::clearErrors()
{
    for (const Field &field : std::as_const(m_fields)) {
        field.problem->hide();
        field.text->clear();
    }
}

void FieldForm::touchAll()
{
    m_allTouched = true;
}

void FieldForm::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
}

} // namespace reveille
