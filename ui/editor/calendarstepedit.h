// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace reveille {

/// Years, months, weeks or days from one date to the next, or a sum of two of them: a month and six days.
class CalendarStepEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarStepEdit)

public:
    explicit CalendarStepEdit(QWidget *parent = nullptr);

    [[nodiscard]] static QStringList keys();

    /// Inserts the keys that are not 0.
    void writeTo(QJsonObject &json) const;
    /// False: that is more than can be shown.
    [[nodiscard]] bool setStep(const QJsonObject &json);
    /// Whether steps from there come to months that lack its day, which are passed over.
    [[nodiscard]] bool passesOverMonths(const QDate &start) const;

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        QSpinBox *number;
        QComboBox *unit;
    };

    [[nodiscard]] Part makePart(const QString &number, const QString &unit);
    void setPart(const Part &part, int unit, int number);

    Part m_first;
    QCheckBox *m_plus;
    Part m_second;
};

} // namespace reveille
