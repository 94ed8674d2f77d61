// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace reveille {

/// A choice of time zone that finds names by any part that is typed.
class ZoneCombo final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneCombo)

public:
    explicit ZoneCombo(QWidget *parent = nullptr);

    /// As typed; it need not exist.
    [[nodiscard]] QString zoneName() const { return currentText().trimmed(); }
    void setZoneName(const QString &name);
};

} // namespace reveille
