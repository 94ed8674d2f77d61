// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace reveille {

struct Job;

/// A job on its way to or from a store: the Job itself, or the JSON text that a store has of it. The text of a Job is
/// written only where somebody asks for it, so that a store in memory does without, and the store's thread does the work.
class JobText final
{
public:
    JobText() = default;
    JobText(const QByteArray &text) : m_text(text) {}
    /// `given`: a next fire time that somebody chose, which the text has as `next_run_time`.
    explicit JobText(std::shared_ptr<const Job> job, OptionalTime given = {}) : m_job(std::move(job)), m_given(given) {}

    /// The job, where it never was a text; else null.
    [[nodiscard]] const std::shared_ptr<const Job> &job() const { return m_job; }
    /// The next fire time that was given with job().
    [[nodiscard]] OptionalTime given() const { return m_given; }
    /// Job::toJsonText(), with the given next fire time.
    [[nodiscard]] QByteArray text() const;
    /// The job's `host`; empty: any.
    [[nodiscard]] QString host() const;

    friend bool operator==(const JobText &a, const JobText &b) { return a.text() == b.text(); }

private:
    std::shared_ptr<const Job> m_job;
    OptionalTime m_given;
    QByteArray m_text;
};

} // namespace reveille
