// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

#include <QDateTimeEdit>

namespace reveille {

/// A date from a calendar, with or without a time of day. A date that was written elsewhere stays as it was written
/// until somebody changes it: as an end, a day without a time means the whole day, and an instant says more than the
/// wall clock that shows it.
class DateField final : public QDateTimeEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DateField)

public:
    enum class Precision { Day, Minute };

    DateField(Precision precision, const QDateTime &proposal, QWidget *parent = nullptr);

    /// For JSON, in a trigger with this zone. An instant that was shown in another one means the wall clock here.
    [[nodiscard]] QString written(const QString &zone) const;
    /// False: that can't be read.
    [[nodiscard]] bool setWritten(const QString &text, const Zone &zone);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(Precision precision, const QDateTime &time);

    Precision m_precision;
    QString m_given;     ///< while nobody has changed it
    QString m_givenZone; ///< that shows a given instant; empty: the same in every zone
};

} // namespace reveille
