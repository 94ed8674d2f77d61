// SPDX-License-Identifier: MIT
#include "core/scheduler/storetable.h"

#include <QCoreApplication>

#include <algorithm>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

Error noSuchStore(const QString &alias)
{
    return {ErrorCode::Invalid, Messages::tr("there is no job store “%1”").arg(alias), QStringLiteral("store")};
}

std::unique_ptr<StoreScheduler> StoreTable::take(const QString &alias)
{
    const auto found = std::find_if(m_stores.begin(), m_stores.end(), [&](const auto &store) { return store->alias() == alias; });
    if (found == m_stores.end())
        return nullptr;
    std::unique_ptr<StoreScheduler> store = std::move(*found);
    m_stores.erase(found);
    return store;
}

QStringList StoreTable::aliases() const
{
    QStringList aliases;
    for (const auto &store : m_stores)
        aliases.append(store->alias());
    return aliases;
}

StoreScheduler *StoreTable::find(const QString &alias) const
{
    const auto found = std::find_if(begin(), end(), [&](const auto &store) { return store->alias() == alias; });
    return found == end() ? nullptr : found->get();
}

StoreScheduler *StoreTable::holderOf(const JobId &id) const
{
    const auto found = std::find_if(begin(), end(), [&](const auto &store) { return store->books().jobs.find(id); });
    return found == end() ? nullptr : found->get();
}

bool StoreTable::areLoaded() const
{
    return std::all_of(begin(), end(), [](const auto &store) { return store->isLoaded(); });
}

QFuture<Result<void>> StoreTable::ask(const QString &alias, Question question, QObject *context) const
{
    if (alias.isEmpty())
        return askAll(question, context);
    StoreScheduler *store = find(alias);
    return store ? (store->*question)() : failed<void>(noSuchStore(alias));
}

QFuture<Result<void>> StoreTable::askAll(Question question, QObject *context) const
{
    QList<QFuture<Result<void>>> answers;
    forEach([&](StoreScheduler &store) { answers.append((store.*question)()); });
    return allOf(answers, context);
}

} // namespace reveille
