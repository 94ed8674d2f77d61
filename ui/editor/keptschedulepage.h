// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

#include <QJsonObject>

class QPlainTextEdit;

namespace reveille {

/// Shows a trigger that was made elsewhere and keeps it as it is.
class KeptSchedulePage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptSchedulePage)

public:
    KeptSchedulePage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &) const override { return m_trigger; }
    [[nodiscard]] bool hasZone() const override { return m_hasZone; }
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;

private:
    QJsonObject m_trigger;
    bool m_hasZone = true;
    QPlainTextEdit *m_text;
};

} // namespace reveille
