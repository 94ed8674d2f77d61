// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace reveille {

/// A length of time as a number and a unit, seconds to weeks.
class DurationEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurationEdit)

public:
    enum class Unit { Seconds, Minutes, Hours, Days, Weeks };

    explicit DurationEdit(QWidget *parent = nullptr);

    [[nodiscard]] milliseconds value() const;
    /// In the largest unit that gives a whole number.
    void setValue(milliseconds value);
    /// The number as it stands, and the JSON name of its unit: "minutes".
    [[nodiscard]] double number() const;
    [[nodiscard]] QString unitKey() const;
    /// The least number that can be entered; 0 unless told.
    void setMinimum(double minimum);
    /// Names both parts for those who can't see them.
    void setNames(const QString &number, const QString &unit);

Q_SIGNALS:
    void changed();

private:
    QDoubleSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace reveille
