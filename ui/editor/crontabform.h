// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/fieldform.h"

#include <QJsonObject>

class QLineEdit;

namespace reveille {

/// A crontab line, for those who think in them.
class CrontabForm final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CrontabForm)

public:
    explicit CrontabForm(QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject trigger() const;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger);

private:
    QLineEdit *m_line;
};

} // namespace reveille
