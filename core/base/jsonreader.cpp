// SPDX-License-Identifier: MIT
#include "core/base/jsonreader.h"

#include <cmath>

namespace reveille {

QJsonObject withoutNulls(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end();)
        it = it->isNull() ? object.erase(it) : std::next(it);
    return object;
}

bool JsonReader::has(const QString &key) const
{
    const QJsonValue v = m_object.value(key);
    return !v.isUndefined() && !v.isNull();
}

QJsonValue JsonReader::value(const QString &key)
{
    const auto it = m_object.constFind(key);
    if (it == m_object.constEnd())
        return QJsonValue::Undefined;
    m_taken.append(key);
    return it->isNull() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*it);
}

std::optional<QString> JsonReader::string(const QString &key)
{
    const QJsonValue v = value(key);
    if (v.isUndefined())
        return std::nullopt;
    if (!v.isString()) {
        fail(key, tr("must be a text"));
        return std::nullopt;
    }
    if (v.toString().contains(QChar::Null)) {
        fail(key, tr("must not contain a null character"));
        return std::nullopt;
    }
    return v.toString();
}

std::optional<bool> JsonReader::boolean(const QString &key)
{
    const QJsonValue v = value(key);
    if (v.isUndefined())
        return std::nullopt;
    if (!v.isBool()) {
        fail(key, tr("must be true or false"));
        return std::nullopt;
    }
    return v.toBool();
}

std::optional<double> JsonReader::number(const QString &key, double minimum, double maximum)
{
    const QJsonValue v = value(key);
    if (v.isUndefined())
        return std::nullopt;
    if (!v.isDouble()) {
        fail(key, tr("must be a number"));
        return std::nullopt;
    }
    if (v.toDouble() < minimum || v.toDouble() > maximum) {
        fail(key, tr("%1 is out of range; allowed are %2 to %3")
                      .arg(QString::number(v.toDouble(), 'g', 15), QString::number(minimum, 'g', 15),
                           QString::number(maximum, 'g', 15)));
        return std::nullopt;
    }
    return v.toDouble();
}

std::optional<qint64> JsonReader::integer(const QString &key, qint64 minimum, qint64 maximum)
{
    const std::optional<double> v = number(key, double(minimum), double(maximum));
    if (!v)
        return std::nullopt;
    if (*v != std::floor(*v)) {
        fail(key, tr("%1 is not a whole number").arg(*v));
        return std::nullopt;
    }
    return qint64(*v);
}

std::optional<std::chrono::milliseconds> JsonReader::seconds(const QString &key, std::chrono::milliseconds minimum,
                                                             std::chrono::milliseconds maximum)
{
    const std::optional<double> v = number(key, double(minimum.count()) / 1000, double(maximum.count()) / 1000);
    if (!v)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(*v * 1000));
}

std::optional<QStringList> JsonReader::strings(const QString &key)
{
    const std::optional<QJsonArray> values = array(key);
    if (!values)
        return std::nullopt;
    QStringList texts;
    for (const QJsonValue &v : *values) {
        if (!v.isString()) {
            fail(key, tr("must be a list of texts"));
            return std::nullopt;
        }
        if (v.toString().contains(QChar::Null)) {
            fail(key, tr("must not contain a null character"));
            return std::nullopt;
        }
        texts.append(v.toString());
    }
    return texts;
}

std::optional<QJsonObject> JsonReader::object(const QString &key)
{
    const QJsonValue v = value(key);
    if (v.isUndefined())
        return std::nullopt;
    if (!v.isObject()) {
        fail(key, tr("must be an object"));
        return std::nullopt;
    }
    return v.toObject();
}

std::optional<QJsonArray> JsonReader::array(const QString &key)
{
    const QJsonValue v = value(key);
    if (v.isUndefined())
        return std::nullopt;
    if (!v.isArray()) {
        fail(key, tr("must be a list"));
        return std::nullopt;
    }
    return v.toArray();
}

std::optional<qsizetype> JsonReader::indexIn(const QString &key, const QStringList &names)
{
    const std::optional<QString> text = string(key);
    if (!text)
        return std::nullopt;
    const qsizetype index = names.indexOf(*text);
    if (index < 0) {
        fail(key, tr("“%1” is not known; allowed are %2")
                      .arg(*text, names.join(QStringLiteral(", "))));
        return std::nullopt;
    }
    return index;
}

void JsonReader::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void JsonReader::failMissing(const QString &key, const QString &message)
{
    m_isMissing = m_isMissing || !m_error;
    fail(key, message);
}

Result<void> JsonReader::finish()
{
    if (m_error && !m_isMissing)
        return tl::unexpected(*m_error);
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_taken.contains(it.key()))
            return tl::unexpected(Error{ErrorCode::Invalid, tr("this key is not known"), it.key()});
    }
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

} // namespace reveille
