// SPDX-License-Identifier: MIT
#include "core/scheduler/preparation.h"

#include "core/base/guarded.h"
#include "core/time/clock.h"

#include <algorithm>

namespace reveille {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds Before = 2min; // it is looked at least every minute whether something is due
constexpr milliseconds After = 20ms;  // what just happened, which more may follow
constexpr size_t FewRuns = 512;       // they do not wait long
constexpr size_t MostRuns = 100'000;  // memory that is had for runs is kept
constexpr size_t InOnePart = 1024;

} // namespace

Preparation::Preparation(Books &books, QObject *parent)
    : QObject(parent)
    , m_books(books)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &Preparation::prepare);
}

void Preparation::setNext(OptionalTime at)
{
    if (m_next != at) {
        m_next = at;
        m_turn.stop();
        m_runs = m_prepared = 0;
    }
    const bool isSoon = at && !m_turn.isActive() && *at <= m_books.around.clock.now() + Before;
    if (isSoon && m_books.dueQueue.countDue(*at, FewRuns + 1) > FewRuns)
        m_turn.start(After);
}

void Preparation::prepare()
{
    if (*m_next <= m_books.around.clock.now()) // there is no time
        return;
    if (m_prepared == m_runs)
        m_runs = std::max(m_prepared, m_books.dueQueue.countDue(*m_next, MostRuns));
    if (m_prepared == m_runs)
        return;
    m_prepared = std::min(m_runs, m_prepared + InOnePart);
    const Result<void> prepared = guarded([this] {
        reserveRuns(m_prepared);
        Outbox::reserve(m_prepared);
        m_books.store->expect(m_prepared);
    });
    if (prepared && m_prepared < m_runs)
        m_turn.start(0ms);
}

} // namespace reveille
