// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"

#include <QList>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <span>

namespace reveille {

/// A run as it was at one moment: whoever decides, writes, follows or tells of it shares the same.
using RunPtr = std::shared_ptr<const Run>;

/// Makes a run that is to be shared. Thread-safe.
[[nodiscard]] std::shared_ptr<Run> makeRun();
[[nodiscard]] std::shared_ptr<Run> makeRun(const Run &run);
/// Has memory ready for that many of all that are made next, so that making them does not wait for it. Thread-safe.
void reserveRuns(std::size_t count);

} // namespace reveille

Q_DECLARE_TYPEINFO(reveille::RunPtr, Q_RELOCATABLE_TYPE);

namespace reveille {

/// Runs that are shared, not copied.
class RunList final
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Run;
        using difference_type = qsizetype;
        using pointer = const Run *;
        using reference = const Run &;

        Iterator() = default;
        explicit Iterator(const RunPtr *at) : m_at(at) {}
        reference operator*() const { return **m_at; }
        pointer operator->() const { return m_at->get(); }
        Iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) { return Iterator(m_at++); }
        bool operator==(const Iterator &) const = default;

    private:
        const RunPtr *m_at = nullptr;
    };
    using value_type = Run;
    using const_iterator = Iterator;

    RunList() = default;
    explicit RunList(RunPtr run) { append(std::move(run)); }
    RunList(const QList<Run> &runs)
    {
        for (const Run &run : runs)
            append(run);
    }
    RunList(std::initializer_list<Run> runs) : RunList(QList<Run>(runs)) {}

    void append(const Run &run) { append(makeRun(run)); }
    void append(RunPtr run)
    {
        if (isEmpty()) {
            m_one = std::move(run);
            return;
        }
        if (m_one)
            m_many.append(std::move(m_one));
        m_many.append(std::move(run));
    }
    void append(const RunList &runs)
    {
        for (const RunPtr &run : runs.shared())
            append(run);
    }
    void replace(qsizetype i, RunPtr run) { (m_one ? m_one : m_many[i]) = std::move(run); }
    void reserve(qsizetype size) { m_many.reserve(size); }
    template<typename Predicate>
    qsizetype removeIf(Predicate isIt)
    {
        const auto isItThere = [&](const RunPtr &run) { return isIt(*run); };
        if (!m_one)
            return m_many.removeIf(isItThere);
        const bool isOne = isItThere(m_one);
        if (isOne)
            m_one.reset();
        return isOne;
    }

    /// `count` runs, or as many as there are, from one on.
    [[nodiscard]] RunList sliced(qsizetype from, qsizetype count) const
    {
        RunList part;
        for (const RunPtr &run : shared().subspan(size_t(from), size_t(std::min(count, size() - from))))
            part.append(run);
        return part;
    }

    [[nodiscard]] qsizetype size() const { return m_one ? 1 : m_many.size(); }
    [[nodiscard]] bool isEmpty() const { return !m_one && m_many.isEmpty(); }
    [[nodiscard]] const Run &operator[](qsizetype i) const { return *shared()[size_t(i)]; }
    [[nodiscard]] const Run &first() const { return *shared().front(); }
    [[nodiscard]] Iterator begin() const { return Iterator(shared().data()); }
    [[nodiscard]] Iterator end() const { return Iterator(shared().data() + size()); }
    /// To be shared by somebody else.
    [[nodiscard]] std::span<const RunPtr> shared() const
    {
        return m_one ? std::span(&m_one, 1) : std::span(m_many.constData(), size_t(m_many.size()));
    }

private:
    // Most lists are of one, which then stands here; the list can be moved in memory as it is.
    RunPtr m_one;
    QList<RunPtr> m_many; ///< empty where there is one
};

} // namespace reveille

Q_DECLARE_TYPEINFO(reveille::RunList, Q_RELOCATABLE_TYPE);
