// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/storescheduler.h"

#include <QMap>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace reveille {

[[nodiscard]] Error noSuchStore(const QString &alias);

/// The stores of a scheduler by alias, in the order in which they were added, and what is asked of several of them.
class StoreTable final
{
    Q_DISABLE_COPY_MOVE(StoreTable)

public:
    using Stores = std::vector<std::unique_ptr<StoreScheduler>>;

    StoreTable() = default;

    /// The alias must be free.
    StoreScheduler &add(std::unique_ptr<StoreScheduler> store) { return *m_stores.emplace_back(std::move(store)); }
    /// Takes one out; null: there is none of this alias.
    [[nodiscard]] std::unique_ptr<StoreScheduler> take(const QString &alias);
    /// Whoever the stores answer in their end finds none.
    void clear() { const Stores stores = std::exchange(m_stores, {}); }

    /// Calls `use` with each that is there now. It may call what adds stores or removes them.
    template<typename Use>
    void forEach(Use use) const
    {
        std::vector<QPointer<StoreScheduler>> present;
        for (const auto &store : m_stores)
            present.emplace_back(store.get());
        for (const QPointer<StoreScheduler> &store : present) {
            if (store)
                use(*store);
        }
    }
    [[nodiscard]] Stores::const_iterator begin() const { return m_stores.begin(); }
    [[nodiscard]] Stores::const_iterator end() const { return m_stores.end(); }
    [[nodiscard]] bool isEmpty() const { return m_stores.empty(); }
    [[nodiscard]] size_t size() const { return m_stores.size(); }
    [[nodiscard]] StoreScheduler &first() const { return *m_stores.front(); }
    [[nodiscard]] QStringList aliases() const;
    /// Null: there is none of this alias.
    [[nodiscard]] StoreScheduler *find(const QString &alias) const;
    /// The one whose books have the job; null: none.
    [[nodiscard]] StoreScheduler *holderOf(const JobId &id) const;
    [[nodiscard]] bool areLoaded() const;

    using Question = QFuture<Result<void>> (StoreScheduler::*)();
    /// Answers when all of them have.
    [[nodiscard]] QFuture<Result<void>> askAll(Question question, QObject *context) const;
    /// Asks one, or all where no alias is given. Invalid: there is none of this alias.
    [[nodiscard]] QFuture<Result<void>> ask(const QString &alias, Question question, QObject *context) const;

    /// The items of each store by its alias; where all are of one, the list itself.
    template<typename Item, typename AliasOf>
    [[nodiscard]] static QMap<QString, QList<Item>> byAlias(const QList<Item> &items, AliasOf aliasOf)
    {
        if (std::ranges::all_of(items, [&](const Item &item) { return aliasOf(item) == aliasOf(items.first()); }))
            return items.isEmpty() ? QMap<QString, QList<Item>>() : QMap<QString, QList<Item>>{{aliasOf(items.first()), items}};
        QMap<QString, QList<Item>> sorted;
        for (const Item &item : items)
            sorted[aliasOf(item)].append(item);
        return sorted;
    }

    /// Calls `use` with the items of each store, one store after the other, as long as it works, and joins the answers.
    template<typename Item, typename Use>
    [[nodiscard]] auto oneByOne(const QMap<QString, QList<Item>> &byAlias, QObject *context, Use use) const
    {
        using Answer = std::invoke_result_t<Use &, StoreScheduler &, const QList<Item> &>;
        using Value = typename decltype(std::declval<Answer>().result())::value_type;
        Answer all = ready<Value>({});
        for (auto it = byAlias.begin(); it != byAlias.end(); ++it) {
            const auto ask = [this, use, alias = it.key(), items = it.value()] {
                StoreScheduler *store = find(alias);
                return store ? std::invoke(use, *store, items) : failed<Value>(noSuchStore(alias));
            };
            if constexpr (std::is_void_v<Value>) {
                all = andThen(all, context, ask);
            } else {
                all = andThen(all, context, [context, ask](const Value &before) {
                    return ask().then(context, [before](const Result<Value> &more) {
                        return more.map([&](const Value &list) { return before.isEmpty() ? list : before + list; });
                    });
                });
            }
        }
        return all;
    }

private:
    Stores m_stores;
};

} // namespace reveille
