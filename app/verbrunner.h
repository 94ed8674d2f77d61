// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QJsonObject>

namespace reveille {

class Engine;

/// Carries out the verbs of the command line on an engine, wherever they were typed: a request is a JSON object with
/// `verb` and what it takes, the answer one with `result` or `error` (in words) and `code`.
class VerbRunner final
{
public:
    /// Borrows the engine.
    explicit VerbRunner(Engine &engine) : m_engine(engine) {}

    /// Answers on the thread of `context`.
    [[nodiscard]] QFuture<QJsonObject> run(const QJsonObject &request, QObject *context);

private:
    [[nodiscard]] QFuture<Result<QJsonValue>> dispatch(const QJsonObject &request, QObject *context);
    [[nodiscard]] QFuture<Result<QJsonValue>> list(QObject *context);
    [[nodiscard]] QFuture<Result<QJsonValue>> add(const QJsonArray &jobs, QObject *context);
    [[nodiscard]] QFuture<Result<QJsonValue>> runNow(const QJsonArray &ids, QObject *context);
    [[nodiscard]] QFuture<Result<QJsonValue>> cancel(const QJsonArray &ids, QObject *context);
    [[nodiscard]] QFuture<Result<QJsonValue>> history(const QJsonObject &query, QObject *context);

    Engine &m_engine;
};

} // namespace reveille
