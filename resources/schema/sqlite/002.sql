-- What a claim changes stands apart from the job's text, in rows that are narrow and found by a number.
CREATE TABLE job_times (
    sequence         INTEGER PRIMARY KEY, -- of jobs
    revision         INTEGER NOT NULL,
    next_fire_time   INTEGER,
    newest_fire_time INTEGER
);
INSERT INTO job_times SELECT sequence, revision, next_fire_time, newest_fire_time FROM jobs;
CREATE INDEX job_times_due ON job_times (next_fire_time);
ALTER TABLE jobs DROP COLUMN revision;
ALTER TABLE jobs DROP COLUMN next_fire_time;
ALTER TABLE jobs DROP COLUMN newest_fire_time;

-- The defaults are those of a run that was claimed when its fire time came.
CREATE TABLE new_runs (
    sequence         INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    job_id           TEXT NOT NULL,
    scheduled_at     INTEGER NOT NULL,
    due_at           INTEGER NOT NULL,
    cause            TEXT NOT NULL DEFAULT 'schedule',
    attempt          INTEGER NOT NULL DEFAULT 1,
    slot             INTEGER DEFAULT 1, -- 1 for the causes schedule and retry, which are unique by it; others have none
    state            TEXT NOT NULL DEFAULT 'claimed',
    started_at       INTEGER,
    finished_at      INTEGER,
    outcome          TEXT,
    reason           TEXT NOT NULL DEFAULT '',
    exit_code        INTEGER,
    count            INTEGER NOT NULL DEFAULT 1,
    until            INTEGER,
    output_truncated INTEGER NOT NULL DEFAULT 0,
    acknowledged_at  INTEGER,
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    output           BLOB -- last, so that reading the others does not read its pages
);
INSERT INTO new_runs SELECT sequence, id, job_id, scheduled_at, due_at, cause, attempt,
    CASE WHEN fire_time IS NULL THEN NULL ELSE 1 END, state, started_at, finished_at, outcome, reason, exit_code, count,
    until, output_truncated, acknowledged_at, cancel_requested, output FROM runs ORDER BY sequence;
DROP TABLE runs;
ALTER TABLE new_runs RENAME TO runs;

-- Each run pays for each index, so there are few: a job's history and what is unique in it are one.
CREATE UNIQUE INDEX runs_by_job ON runs (job_id, scheduled_at, attempt, slot);
CREATE INDEX runs_by_time ON runs (scheduled_at);
CREATE INDEX runs_unfinished ON runs (job_id) WHERE state <> 'finished';
