// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

namespace reveille {

/// Pages of which one is shown, as tall as that one: the tallest of them would leave a hole under the others.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageStack)

public:
    explicit PageStack(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace reveille
