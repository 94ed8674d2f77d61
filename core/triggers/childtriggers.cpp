// SPDX-License-Identifier: MIT
#include "core/triggers/childtriggers.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QLocale>

namespace reveille {

namespace {

constexpr qsizetype MostTriggers = 100; // so that a search for a time that never comes ends soon
constexpr int DeepestNesting = 8;
const QString Key = QStringLiteral("triggers");

// Of the list and of all lists inside it.
qsizetype countTriggers(const QJsonArray &array)
{
    qsizetype count = array.size();
    for (const QJsonValue &child : array)
        count += countTriggers(child.toObject().value(Key).toArray());
    return count;
}

} // namespace

std::optional<ChildTriggers> ChildTriggers::parse(JsonReader &reader, const TriggerContext &context)
{
    const std::optional<QJsonArray> array = reader.array(Key);
    if (!array || array->isEmpty()) {
        reader.fail(Key, tr("a list of triggers is needed"));
        return std::nullopt;
    }
    if (countTriggers(*array) > MostTriggers) {
        reader.fail(Key, tr("these are more than %1 triggers in all").arg(MostTriggers));
        return std::nullopt;
    }
    if (context.depth >= DeepestNesting) {
        reader.fail(Key, tr("triggers are nested more than %1 deep").arg(DeepestNesting));
        return std::nullopt;
    }
    TriggerContext inside = context;
    ++inside.depth;
    ChildTriggers children;
    for (qsizetype i = 0; i < array->size(); ++i) {
        if (!array->at(i).isObject()) {
            reader.fail(Key, tr("trigger %1 of %2 must be an object").arg(i + 1).arg(array->size()));
            return std::nullopt;
        }
        Result<Trigger> child = Trigger::parse(array->at(i), inside);
        if (!child) {
            Error error = child.error();
            // All at once: what a person wrote may hold a “%2”.
            error.message = tr("%1 (in trigger %2 of %3)").arg(error.message, QString::number(i + 1), QString::number(array->size()));
            reader.fail(error);
            return std::nullopt;
        }
        children.m_triggers.push_back(*std::move(child));
    }
    return children;
}

const Trigger *ChildTriggers::at(TimePoint fireTime) const
{
    const Trigger *found = nullptr;
    for (const Trigger &child : m_triggers) {
        if (child.next(fireTime - milliseconds(1)) != fireTime)
            continue;
        if (child.skippedTime(fireTime))
            return &child;
        found = found ? found : &child;
    }
    return found;
}

void ChildTriggers::writeTo(JsonText &json, QLatin1StringView type) const
{
    json.key(QLatin1StringView("type")).write(type);
    json.key(QLatin1StringView("triggers")).beginArray();
    for (const Trigger &child : m_triggers)
        child.writeTo(json.element());
    json.endArray();
}

QStringList ChildTriggers::describe() const
{
    const QLocale locale;
    const QString mark = locale.quoteString(QString()).left(1);
    const QString innerMark = locale.quoteString(QString(), QLocale::AlternateQuotation).left(1);
    QStringList texts;
    for (const Trigger &child : m_triggers) {
        const QString text = child.describe();
        const bool isQuoted = text.contains(mark) && !text.contains(innerMark);
        texts.append(locale.quoteString(text, isQuoted ? QLocale::AlternateQuotation : QLocale::StandardQuotation));
    }
    return texts;
}

} // namespace reveille
