-- What a claim changes stands apart from the job's text, in rows that are narrow and found by a number.
CREATE TABLE IF NOT EXISTS job_times (
    sequence         BIGINT PRIMARY KEY, -- of jobs
    revision         BIGINT NOT NULL,
    next_fire_time   BIGINT,
    newest_fire_time BIGINT,
    INDEX job_times_due (next_fire_time)
) ENGINE = InnoDB;
SET @copy = IF((SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'jobs' AND column_name = 'revision') = 0, 'DO 0',
    'REPLACE INTO job_times SELECT sequence, revision, next_fire_time, newest_fire_time FROM jobs');
EXECUTE IMMEDIATE @copy;
ALTER TABLE jobs DROP COLUMN IF EXISTS revision, DROP COLUMN IF EXISTS next_fire_time,
    DROP COLUMN IF EXISTS newest_fire_time;

-- Each run pays for each index, so there are few: a job's history and what is unique in it are one. The defaults are
-- those of a run that was claimed when its fire time came.
ALTER TABLE runs
    ADD COLUMN IF NOT EXISTS slot TINYINT DEFAULT 1, -- 1 for the causes schedule and retry, which are unique by it; others have none
    ADD COLUMN IF NOT EXISTS instance VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin, -- of an unfinished run: who has it
    MODIFY cause VARCHAR(20) NOT NULL DEFAULT 'schedule',
    MODIFY attempt INTEGER NOT NULL DEFAULT 1,
    MODIFY state VARCHAR(20) NOT NULL DEFAULT 'claimed',
    MODIFY reason LONGTEXT NOT NULL DEFAULT '',
    MODIFY count INTEGER NOT NULL DEFAULT 1,
    MODIFY output_truncated INTEGER NOT NULL DEFAULT 0,
    MODIFY cancel_requested INTEGER NOT NULL DEFAULT 0;
UPDATE runs SET slot = NULL WHERE cause NOT IN ('schedule', 'retry');
DROP INDEX IF EXISTS job_id ON runs;
DROP INDEX IF EXISTS runs_by_job ON runs;
DROP INDEX IF EXISTS runs_by_end ON runs;
DROP INDEX IF EXISTS runs_by_outcome ON runs;
DROP INDEX IF EXISTS runs_by_state ON runs;
ALTER TABLE runs DROP COLUMN IF EXISTS fire_time;
CREATE UNIQUE INDEX runs_by_job ON runs (job_id, scheduled_at, attempt, slot);
CREATE INDEX runs_by_state ON runs (state, job_id);

-- Those who have the store open. Who is gone, or does not renew the lease in time, leaves its unfinished runs to the others.
CREATE TABLE IF NOT EXISTS instances (
    id               VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
    host             TEXT NOT NULL,
    lease_until      BIGINT NOT NULL, -- by this server's clock
    written          BIGINT NOT NULL  -- counts those that wrote: tells whether one took place
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The number of the newest change to jobs. Whoever changes jobs holds its row to the end of the transaction, so changes
-- become visible in the order of their numbers and nobody misses one.
CREATE TABLE IF NOT EXISTS job_changes (
    one              INTEGER PRIMARY KEY,
    newest           BIGINT NOT NULL
) ENGINE = InnoDB;
INSERT IGNORE INTO job_changes VALUES (1, 0);
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS change_number BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS changed_by VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
    ADD INDEX IF NOT EXISTS jobs_by_change (change_number);
CREATE TABLE IF NOT EXISTS removed_jobs (
    change_number    BIGINT NOT NULL,
    id               VARCHAR(200) NOT NULL,
    removed_by       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    removed_at       BIGINT NOT NULL,
    PRIMARY KEY (change_number, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
