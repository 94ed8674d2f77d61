// SPDX-License-Identifier: MIT
#include "ui/editor/pagestack.h"

#include <QVBoxLayout>

namespace reveille {

PageStack::PageStack(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void PageStack::addPage(QWidget *page)
{
    layout()->addWidget(page);
    page->setVisible(m_pages.isEmpty());
    m_pages.append(page);
}

void PageStack::setCurrent(int index)
{
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setVisible(i == index);
}

} // namespace reveille
