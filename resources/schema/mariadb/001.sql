-- Instants are milliseconds since 1970 in UTC. Names of states, outcomes and causes are those of `history --json`.
-- A change of the schema can't be undone here: each step may be taken again where the one before was cut short.
CREATE TABLE IF NOT EXISTS schema_version (
    version INTEGER NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS jobs (
    sequence         BIGINT AUTO_INCREMENT PRIMARY KEY, -- order of creation, never used twice
    id               VARCHAR(200) NOT NULL UNIQUE,
    revision         BIGINT NOT NULL,
    next_fire_time   BIGINT,
    newest_fire_time BIGINT,
    data             LONGTEXT NOT NULL -- the job's JSON form
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The ledger. It outlives its jobs, hence no foreign key.
CREATE TABLE IF NOT EXISTS runs (
    sequence         BIGINT AUTO_INCREMENT PRIMARY KEY,
    id               VARCHAR(100) NOT NULL UNIQUE,
    job_id           VARCHAR(200) NOT NULL,
    scheduled_at     BIGINT NOT NULL,
    fire_time        BIGINT, -- scheduled_at of the causes schedule and retry, which are unique by it
    due_at           BIGINT NOT NULL,
    cause            VARCHAR(20) NOT NULL,
    attempt          INTEGER NOT NULL,
    state            VARCHAR(20) NOT NULL,
    started_at       BIGINT,
    finished_at      BIGINT,
    outcome          VARCHAR(20),
    reason           LONGTEXT NOT NULL,
    exit_code        INTEGER,
    count            INTEGER NOT NULL,
    until            BIGINT,
    output_truncated INTEGER NOT NULL,
    acknowledged_at  BIGINT,
    cancel_requested INTEGER NOT NULL,
    output           LONGBLOB,
    UNIQUE (job_id, fire_time, attempt),
    INDEX runs_by_time (scheduled_at),
    INDEX runs_by_job (job_id, scheduled_at),
    INDEX runs_by_end (job_id, finished_at),
    INDEX runs_by_outcome (job_id, outcome, finished_at),
    INDEX runs_by_state (state)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
