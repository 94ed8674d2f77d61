// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

namespace reveille {

class DateField;

/// One date and time.
class OncePage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OncePage)

public:
    OncePage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &zone) const override;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;

private:
    DateField *m_when;
};

} // namespace reveille
