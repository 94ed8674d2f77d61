// SPDX-License-Identifier: MIT
#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace reveille {

namespace {

bool isPlain(QChar c)
{
    return c >= u' ' && c < QChar(0x7f) && c != u'"' && c != u'\\';
}

} // namespace

JsonText &JsonText::key(QLatin1StringView key)
{
    m_text += m_text.isEmpty() || m_text.back() == ':' ? '{' : ',';
    write(key);
    m_text += ':';
    return *this;
}

void JsonText::write(QLatin1StringView text)
{
    m_text += '"';
    m_text.append(text.data(), text.size());
    m_text += '"';
}

void JsonText::write(const QString &text)
{
    const qsizetype before = m_text.size();
    m_text.resize(before + text.size() + 2);
    char *to = m_text.data() + before;
    *to++ = '"';
    for (const QChar c : text) {
        if (!isPlain(c)) { // seldom: then it is QJsonDocument's to say
            m_text.truncate(before);
            const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            m_text.append(array.constData() + 1, array.size() - 2);
            return;
        }
        *to++ = char(c.unicode());
    }
    *to = '"';
}

void JsonText::write(double number)
{
    const auto whole = number > -1e15 && number < 1e15 ? qint64(number) : 0;
    if (double(whole) == number)
        m_text += QByteArray::number(whole);
    else if (qIsFinite(number))
        m_text += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    else
        writeNull();
}

void JsonText::write(const QStringList &texts)
{
    m_text += '[';
    for (const QString &text : texts) {
        if (m_text.back() != '[')
            m_text += ',';
        write(text);
    }
    m_text += ']';
}

void JsonText::write(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return write(value.toBool());
    case QJsonValue::Double:
        // A number beyond what a double holds exactly is written as the whole number it was read as.
        if (const double d = value.toDouble(); d > -1e15 && d < 1e15)
            return write(d);
        break;
    case QJsonValue::String:
        return write(value.toString());
    case QJsonValue::Object:
        return write(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return writeNull();
    default:
        break;
    }
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    m_text.append(array.constData() + 1, array.size() - 2);
}

void JsonText::write(const QJsonObject &object)
{
    m_text += '{';
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it != object.begin())
            m_text += ',';
        write(it.key());
        m_text += ':';
        write(it.value());
    }
    m_text += '}';
}

} // namespace reveille
