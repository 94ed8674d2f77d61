// SPDX-License-Identifier: MIT
#include "core/stores/sqlconnection.h"

#include <QSqlDatabase>

#include <mutex>

namespace reveille {

namespace {

std::mutex driversMutex;

} // namespace

QSqlDatabase addConnection(const QString &driver, const QString &name)
{
    const std::lock_guard lock(driversMutex);
    return QSqlDatabase::addDatabase(driver, name);
}

void removeConnection(const QString &name)
{
    const std::lock_guard lock(driversMutex);
    QSqlDatabase::removeDatabase(name);
}

} // namespace reveille
