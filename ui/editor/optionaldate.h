// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

#include <QJsonValue>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;

namespace reveille {

/// A date and time that may be left out: the start or the end of a schedule.
class OptionalDate final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionalDate)

public:
    /// `label` is what the box says; `proposal` what stands in the field until somebody changes it.
    OptionalDate(const QString &label, const QDateTime &proposal, QWidget *parent = nullptr);

    /// A date for JSON, or null.
    [[nodiscard]] QJsonValue value() const;
    void setValue(const QJsonValue &value, const Zone &zone);

Q_SIGNALS:
    void changed();

private:
    QCheckBox *m_box;
    QDateTimeEdit *m_edit;
};

} // namespace reveille
