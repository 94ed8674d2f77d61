-- What a claim changes stands apart from the job's text, in rows that are narrow and found by a number.
CREATE TABLE job_times (
    sequence         BIGINT PRIMARY KEY, -- of jobs
    revision         BIGINT NOT NULL,
    next_fire_time   BIGINT,
    newest_fire_time BIGINT
);
INSERT INTO job_times SELECT sequence, revision, next_fire_time, newest_fire_time FROM jobs;
CREATE INDEX job_times_due ON job_times (next_fire_time);
ALTER TABLE jobs DROP COLUMN revision, DROP COLUMN next_fire_time, DROP COLUMN newest_fire_time;

-- Each run pays for each index, so there are few: a job's history and what is unique in it are one. The defaults are
-- those of a run that was claimed when its fire time came.
ALTER TABLE runs ADD COLUMN slot SMALLINT DEFAULT 1; -- 1 for the causes schedule and retry, which are unique by it; others have none
UPDATE runs SET slot = NULL WHERE fire_time IS NULL;
ALTER TABLE runs DROP COLUMN fire_time, -- and its indexes
    ADD COLUMN instance TEXT,           -- of an unfinished run: who has it
    ALTER COLUMN cause SET DEFAULT 'schedule',
    ALTER COLUMN attempt SET DEFAULT 1,
    ALTER COLUMN state SET DEFAULT 'claimed',
    ALTER COLUMN reason SET DEFAULT '',
    ALTER COLUMN count SET DEFAULT 1,
    ALTER COLUMN output_truncated SET DEFAULT 0,
    ALTER COLUMN cancel_requested SET DEFAULT 0;
DROP INDEX runs_by_job;
DROP INDEX runs_by_end;
DROP INDEX runs_by_outcome;
DROP INDEX runs_unfinished;
CREATE UNIQUE INDEX runs_by_job ON runs (job_id, scheduled_at, attempt, slot);
CREATE INDEX runs_unfinished ON runs (job_id) WHERE state <> 'finished';

-- Those who have the store open. Who is gone, or does not renew the lease in time, leaves its unfinished runs to the others.
CREATE TABLE instances (
    id               TEXT PRIMARY KEY,
    host             TEXT NOT NULL,
    lease_until      BIGINT NOT NULL, -- by this server's clock
    written          BIGINT NOT NULL  -- counts those that wrote: tells whether one took place
);

-- The number of the newest change to jobs. Whoever changes jobs holds its row to the end of the transaction, so changes
-- become visible in the order of their numbers and nobody misses one.
CREATE TABLE job_changes (
    newest           BIGINT NOT NULL
);
INSERT INTO job_changes VALUES (0);
ALTER TABLE jobs ADD COLUMN change_number BIGINT NOT NULL DEFAULT 0, ADD COLUMN changed_by TEXT;
CREATE INDEX jobs_by_change ON jobs (change_number);
CREATE TABLE removed_jobs (
    change_number    BIGINT NOT NULL,
    id               TEXT NOT NULL,
    removed_by       TEXT NOT NULL,
    removed_at       BIGINT NOT NULL,
    PRIMARY KEY (change_number, id)
);
