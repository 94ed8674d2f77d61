-- Instants are milliseconds since 1970 in UTC. Names of states, outcomes and causes are those of `history --json`.
CREATE TABLE schema_version (
    version INTEGER NOT NULL
);

CREATE TABLE jobs (
    sequence         BIGSERIAL PRIMARY KEY, -- order of creation, never used twice
    id               TEXT NOT NULL UNIQUE,
    revision         BIGINT NOT NULL,
    next_fire_time   BIGINT,
    newest_fire_time BIGINT,
    data             TEXT NOT NULL -- the job's JSON form
);

-- The ledger. It outlives its jobs, hence no foreign key.
CREATE TABLE runs (
    sequence         BIGSERIAL PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    job_id           TEXT NOT NULL,
    scheduled_at     BIGINT NOT NULL,
    fire_time        BIGINT, -- scheduled_at of the causes schedule and retry, which are unique by it
    due_at           BIGINT NOT NULL,
    cause            TEXT NOT NULL,
    attempt          INTEGER NOT NULL,
    state            TEXT NOT NULL,
    started_at       BIGINT,
    finished_at      BIGINT,
    outcome          TEXT,
    reason           TEXT NOT NULL,
    exit_code        INTEGER,
    count            INTEGER NOT NULL,
    until            BIGINT,
    output_truncated INTEGER NOT NULL,
    acknowledged_at  BIGINT,
    cancel_requested INTEGER NOT NULL,
    output           BYTEA,
    UNIQUE (job_id, fire_time, attempt)
);

CREATE INDEX runs_by_time ON runs (scheduled_at);
CREATE INDEX runs_by_job ON runs (job_id, scheduled_at);
CREATE INDEX runs_by_end ON runs (job_id, finished_at);
CREATE INDEX runs_by_outcome ON runs (job_id, outcome, finished_at);
CREATE INDEX runs_unfinished ON runs (state) WHERE state <> 'finished';
