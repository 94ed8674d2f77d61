// SPDX-License-Identifier: MIT
#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <charconv>
#include <cmath>

namespace reveille {

namespace {

bool isPlain(QChar c)
{
    return c >= u' ' && c < QChar(0x7f) && c != u'"' && c != u'\\';
}

QByteArray compact(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

QByteArray quotedJson(const QString &text)
{
    return compact(text);
}

JsonText &JsonText::key(QLatin1StringView key)
{
    const bool isFirst = m_text.empty() || m_text.back() == ':' || m_text.back() == '[' || m_text.back() == ',';
    m_text += isFirst ? "{\"" : ",\"";
    m_text.append(key.data(), size_t(key.size()));
    m_text += "\":";
    return *this;
}

JsonText &JsonText::element()
{
    if (m_text.back() != '[')
        m_text += ',';
    return *this;
}

void JsonText::write(QLatin1StringView text)
{
    m_text += '"';
    m_text.append(text.data(), size_t(text.size()));
    m_text += '"';
}

void JsonText::write(const QString &text)
{
    const size_t before = m_text.size();
    m_text += '"';
    for (const QChar c : text) {
        if (!isPlain(c)) { // seldom: then it is QJsonDocument's to say
            m_text.resize(before);
            m_text += quotedJson(text).toStdString();
            return;
        }
        m_text += char(c.unicode());
    }
    m_text += '"';
}

void JsonText::write(double number)
{
    char digits[32];
    const auto add = [&](std::to_chars_result end) { m_text.append(digits, end.ptr); };
    const auto whole = number > -1e15 && number < 1e15 ? qint64(number) : 0;
    if (double(whole) == number)
        add(std::to_chars(digits, std::end(digits), whole));
    else if (std::isfinite(number))
        add(std::to_chars(digits, std::end(digits), number)); // the shortest that reads back the same
    else
        writeNull();
}

void JsonText::write(const QStringList &texts)
{
    beginArray();
    for (const QString &text : texts)
        element().write(text);
    endArray();
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
    m_text += compact(value).toStdString();
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

QJsonObject JsonText::toObject() const
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(m_text.data(), qsizetype(m_text.size()))).object();
}

} // namespace reveille
