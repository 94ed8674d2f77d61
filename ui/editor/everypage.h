// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

namespace reveille {

class DurationEdit;
class OptionalDate;

/// Every so often, counted from a start.
class EveryPage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EveryPage)

public:
    EveryPage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &zone) const override;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;

private:
    DurationEdit *m_step;
    OptionalDate *m_start;
    OptionalDate *m_end;
};

} // namespace reveille
