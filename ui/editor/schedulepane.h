// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/trigger.h"
#include "ui/editor/fieldform.h"

namespace reveille {

class ChoiceBar;
class PageStack;
class Engine;
class TriggerPage;
class ZoneCombo;

/// When a job runs: the kind of schedule, its page, and the zone.
class SchedulePane final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulePane)

public:
    explicit SchedulePane(const Engine &engine, QWidget *parent = nullptr);

    /// The trigger as it stands; an error where the fields can't be said in one.
    [[nodiscard]] Result<QJsonObject> trigger() const;
    /// Shows the trigger; until something is changed, trigger() is exactly this.
    void setTrigger(const QJsonObject &trigger);

    /// The zone of a schedule that is new.
    void setZone(const QString &name);

    bool showError(const Error &error) override;
    void clearErrors() override;
    void touchAll() override;

private:
    [[nodiscard]] TriggerPage *page() const;
    void choose(int index);

    const Engine &m_engine;
    ChoiceBar *m_kind;
    PageStack *m_stack;
    ZoneCombo *m_zone = nullptr;
    QList<TriggerPage *> m_pages;
    std::optional<QJsonObject> m_given; ///< as set, while nobody has changed it
    const TriggerPage *m_givenPage = nullptr; ///< the one that shows it
};

} // namespace reveille
