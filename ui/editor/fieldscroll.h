// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace reveille {

/// Fields that may be taller than their window, never wider.
class FieldScroll final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldScroll)

public:
    /// Takes `fields` for its own.
    explicit FieldScroll(QWidget *fields, QWidget *parent = nullptr);
};

} // namespace reveille
