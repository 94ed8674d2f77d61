// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace reveille {

/// Pages of which one is shown, as tall as that one. (A QStackedWidget is as tall as the tallest, which leaves holes.)
class PageStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageStack)

public:
    explicit PageStack(QWidget *parent = nullptr);

    /// The first page is the one that is shown.
    void addPage(QWidget *page);
    void setCurrent(int index);

private:
    QList<QWidget *> m_pages;
};

} // namespace reveille
