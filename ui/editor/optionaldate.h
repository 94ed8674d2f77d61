// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/datefield.h"

#include <QJsonObject>

class QCheckBox;

namespace reveille {

/// A date that may be left out: the start or the end of a schedule.
class OptionalDate final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionalDate)

public:
    /// `label` is what the box says; `proposal` what stands in the field until somebody changes it.
    OptionalDate(const QString &label, DateField::Precision precision, const QDateTime &proposal,
                 QWidget *parent = nullptr);

    /// Inserts the date of a trigger with this zone under `key`, unless it is left out.
    void writeTo(QJsonObject &json, const QString &key, const QString &zone) const;
    /// Without a value the date is left out. False: that can't be read.
    [[nodiscard]] bool setValue(const QJsonValue &value, const Zone &zone);

Q_SIGNALS:
    void changed();

private:
    QCheckBox *m_box;
    DateField *m_edit;
};

} // namespace reveille
