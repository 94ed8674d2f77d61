// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/trigger.h"
#include "ui/editor/fieldform.h"

namespace reveille {

class Engine;

/// The fields of one kind of trigger. To add one, write a subclass and name it in triggerPages().
class TriggerPage : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriggerPage)

public:
    using FieldForm::FieldForm;

    /// The trigger's JSON form but for its zone, which is the one named. An error where the fields can't be said in it.
    [[nodiscard]] virtual Result<QJsonObject> trigger(const QString &zone) const = 0;
    /// Whether the zone that stands beside the page is part of the trigger; the parts of a combination have their own.
    [[nodiscard]] virtual bool hasZone() const { return true; }
    /// Shows a trigger in canonical form; false: this page can't show it.
    [[nodiscard]] virtual bool setTrigger(const QJsonObject &trigger, const Zone &zone) = 0;
};

struct TriggerPageKind
{
    QString name; ///< for tests and scripts
    QString label;
    TriggerPage *(*create)(const Engine &engine, QWidget *parent);
};

/// In the order in which the editor offers them; the last one shows any trigger that no other page can.
[[nodiscard]] QList<TriggerPageKind> triggerPages();

} // namespace reveille
