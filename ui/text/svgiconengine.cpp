// SPDX-License-Identifier: MIT
#include "ui/text/svgiconengine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace reveille {

using namespace Qt::StringLiterals;

SvgIconEngine::SvgIconEngine(const QString &file) : m_drawing(std::make_shared<QSvgRenderer>(file))
{
    m_drawing->setAspectRatioMode(Qt::KeepAspectRatio);
}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap picture = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    picture.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect, picture);
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    QColor colour;
    if (mode == QIcon::Selected)
        colour = QGuiApplication::palette().color(QPalette::HighlightedText);
    else if (mode == QIcon::Disabled)
        colour = QGuiApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
    const QString key = u"reveille-%1-%2x%3-%4"_s.arg(quintptr(m_drawing.get()))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(colour.rgba());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    m_drawing->render(&painter, QRectF(QPointF(), size));
    if (colour.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), colour);
    }
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(*this);
}

bool SvgIconEngine::isNull()
{
    return !m_drawing->isValid();
}

} // namespace reveille
