// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"

#include <QVarLengthArray>

#include <initializer_list>
#include <memory>
#include <span>

namespace reveille {

/// A run as it was at one moment: whoever decides, writes, follows or tells of it shares the same.
using RunPtr = std::shared_ptr<const Run>;

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

    void append(const Run &run) { m_runs.append(std::make_shared<const Run>(run)); }
    void append(RunPtr run) { m_runs.append(std::move(run)); }
    void append(const RunList &runs)
    {
        for (const RunPtr &run : runs.m_runs)
            m_runs.append(run);
    }
    void replace(qsizetype i, RunPtr run) { m_runs[i] = std::move(run); }
    void reserve(qsizetype size) { m_runs.reserve(size); }
    template<typename Predicate>
    qsizetype removeIf(Predicate isIt)
    {
        return m_runs.removeIf([&](const RunPtr &run) { return isIt(*run); });
    }

    [[nodiscard]] qsizetype size() const { return m_runs.size(); }
    [[nodiscard]] bool isEmpty() const { return m_runs.isEmpty(); }
    [[nodiscard]] const Run &operator[](qsizetype i) const { return *m_runs[i]; }
    [[nodiscard]] const Run &first() const { return *m_runs.first(); }
    [[nodiscard]] Iterator begin() const { return Iterator(m_runs.constData()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_runs.constData() + m_runs.size()); }
    /// To be shared by somebody else.
    [[nodiscard]] std::span<const RunPtr> shared() const { return {m_runs.constData(), size_t(m_runs.size())}; }

private:
    QVarLengthArray<RunPtr, 1> m_runs; ///< most lists are of one
};

} // namespace reveille
