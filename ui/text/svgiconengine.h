// SPDX-License-Identifier: MIT
#pragma once

#include <QIconEngine>

#include <memory>

class QSvgRenderer;

namespace reveille {

/// Draws an SVG at any size, and in one colour where its own would not show: on a selection, or when disabled.
class SvgIconEngine final : public QIconEngine
{
public:
    explicit SvgIconEngine(const QString &file);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override;

private:
    std::shared_ptr<QSvgRenderer> m_drawing; ///< shared by clones
};

} // namespace reveille
