// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace reveille {

/// Appends compact JSON to a text, exactly as QJsonDocument writes it but without making a document first. Keys are to be
/// given in their order.
class JsonText final
{
public:
    explicit JsonText(QByteArray &text) : m_text(text) {}

    /// Begins a value with its key, which needs no escapes; and the object around it where it is the first.
    JsonText &key(QLatin1StringView key);
    void end() { m_text += '}'; }

    void write(const QString &text);
    void write(bool value) { m_text += value ? "true" : "false"; }
    void write(double number);
    void write(int number) { write(double(number)); }
    void write(QLatin1StringView text);
    void write(const QStringList &texts);
    void write(const QJsonValue &value);
    void write(const QJsonObject &object);
    void writeNull() { m_text += "null"; }

private:
    QByteArray &m_text;
};

} // namespace reveille
