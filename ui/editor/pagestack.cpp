// SPDX-License-Identifier: MIT
#include "ui/editor/pagestack.h"

namespace reveille {

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this](int current) {
        // QStackedLayout asks all pages for their size; those that are not shown must not count.
        for (int i = 0; i < count(); ++i)
            widget(i)->setSizePolicy(QSizePolicy::Preferred, i == current ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        updateGeometry();
    });
}

QSize PageStack::sizeHint() const
{
    return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
}

QSize PageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

} // namespace reveille
