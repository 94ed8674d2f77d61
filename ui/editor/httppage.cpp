// SPDX-License-Identifier: MIT
#include "ui/editor/httppage.h"

#include "ui/editor/durationedit.h"
#include "ui/editor/textarea.h"

#include <QComboBox>
#include <QLineEdit>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

HttpPage::HttpPage(QWidget *parent)
    : TaskPage(parent)
    , m_url(new QLineEdit(this))
    , m_method(new QComboBox(this))
    , m_headers(new TextArea(u"headers"_s, 2, this))
    , m_body(new TextArea(u"body"_s, 2, this))
    , m_expected(new QLineEdit(this))
    , m_timeout(new DurationEdit(this))
{
    m_method->setObjectName(u"method"_s);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s});
    m_method->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(u"https://example.com/health"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_headers->setPlaceholderText(u"Accept: application/json"_s);
    m_expected->setObjectName(u"expectedStatus"_s);
    m_expected->setPlaceholderText(u"200-299"_s);
    m_timeout->setObjectName(u"timeout"_s);
    m_timeout->setNames(tr("Longest time it may take"), tr("Unit of time"));
    m_timeout->setValue(60s);

    addField(tr("&Address:"), m_url, {u"url"_s});
    addField(tr("&Method:"), m_method, {u"method"_s});
    addField(tr("&Headers:"), m_headers, {u"headers"_s});
    addField(tr("&Body:"), m_body, {u"body"_s});
    addField(tr("E&xpected status:"), m_expected, {u"expected_status"_s});
    addField(tr("T&ime limit:"), m_timeout, {u"timeout"_s});
    setFieldVisible(m_body, false);
    connect(m_method, &QComboBox::currentTextChanged, this, [this](const QString &method) {
        setFieldVisible(m_body, method != "GET"_L1 && method != "HEAD"_L1);
        fieldChanged(u"method"_s);
    });
    connect(m_url, &QLineEdit::textChanged, this, [this] { fieldChanged(u"url"_s); });
    connect(m_headers, &QPlainTextEdit::textChanged, this, [this] { fieldChanged(u"headers"_s); });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] { fieldChanged(u"body"_s); });
    connect(m_expected, &QLineEdit::textChanged, this, [this] { fieldChanged(u"expected_status"_s); });
    connect(m_timeout, &DurationEdit::changed, this, [this] { fieldChanged(u"timeout"_s); });
}

Result<QJsonObject> HttpPage::task() const
{
    QJsonObject task = m_given;
    for (const QString &key : {u"headers"_s, u"body"_s, u"expected_status"_s, u"timeout"_s})
        task.remove(key);
    task.insert(u"type"_s, u"http"_s);
    task.insert(u"method"_s, m_method->currentText());
    task.insert(u"url"_s, m_url->text().trimmed());
    QJsonObject headers;
    for (const QString &entry : m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = entry.indexOf(u':');
        if (colon <= 0)
            return invalid(u"headers"_s, tr("Each line must read Name: value"));
        headers.insert(entry.left(colon).trimmed(), entry.mid(colon + 1).trimmed());
    }
    if (!headers.isEmpty())
        task.insert(u"headers"_s, headers);
    const bool hasBody = m_method->currentText() != "GET"_L1 && m_method->currentText() != "HEAD"_L1;
    if (hasBody && !m_body->toPlainText().isEmpty())
        task.insert(u"body"_s, m_body->toPlainText());
    if (const QString expected = m_expected->text().trimmed(); !expected.isEmpty())
        task.insert(u"expected_status"_s, expected);
    if (m_timeout->value() > 0ms)
        task.insert(u"timeout"_s, toSeconds(m_timeout->value()));
    return task;
}

bool HttpPage::setTask(const QJsonObject &task)
{
    if (task.value("type"_L1) != "http"_L1)
        return false;
    m_given = task;
    const QString method = task.value("method"_L1).toString(u"GET"_s);
    if (m_method->findText(method) < 0)
        m_method->addItem(method);
    m_method->setCurrentText(method);
    m_url->setText(task.value("url"_L1).toString());
    QStringList entries;
    const QJsonObject headers = task.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        entries.append(it.key() + u": "_s + it.value().toString());
    m_headers->setPlainText(entries.join(u'\n'));
    m_body->setPlainText(task.value("body"_L1).toString());
    m_expected->setText(task.value("expected_status"_L1).toString());
    m_timeout->setValue(milliseconds(qRound64(task.value("timeout"_L1).toDouble(60) * 1000)));
    return true;
}

} // namespace reveille
