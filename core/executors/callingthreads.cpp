// SPDX-License-Identifier: MIT
#include "core/executors/callingthreads.h"

#include <QThreadPool>

namespace reveille {

CallingThreads::Work::Work(int threads, std::function<void()> wakeUp) : count(threads), wake(std::move(wakeUp))
{
    setAutoDelete(false); // one for all threads
}

void CallingThreads::Work::run()
{
    std::unique_lock lock(mutex);
    while (!waiting.empty()) {
        std::unique_ptr<Call> call = std::move(waiting.front());
        waiting.pop_front();
        lock.unlock();
        call->result = resultOf(callFunction(*call->function, call->call));
        lock.lock();
        returned.push_back(std::move(call));
        if (returned.size() == 1 && wake)
            wake();
    }
    --busy;
}

CallingThreads::CallingThreads(int count, std::function<void()> wake)
    : m_work(std::make_unique<Work>(count, std::move(wake))), m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(count);
}

CallingThreads::~CallingThreads()
{
    if (!end(std::chrono::milliseconds::zero())) {
        std::ignore = m_work.release();
        std::ignore = m_pool.release(); // would wait for ever
    }
}

void CallingThreads::begin(std::unique_ptr<Call> call)
{
    {
        const std::lock_guard lock(m_work->mutex);
        m_work->waiting.push_back(std::move(call));
        if (m_work->busy == m_work->count)
            return;
        ++m_work->busy;
    }
    m_pool->start(m_work.get());
}

CallingThreads::Calls CallingThreads::returned()
{
    const std::lock_guard lock(m_work->mutex);
    return std::exchange(m_work->returned, {});
}

bool CallingThreads::end(std::chrono::milliseconds patience)
{
    {
        const std::lock_guard lock(m_work->mutex);
        m_work->waiting.clear();
        m_work->wake = nullptr;
    }
    return m_pool->waitForDone(int(patience.count()));
}

} // namespace reveille
