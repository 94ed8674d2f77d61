-- Instants are milliseconds since 1970 in UTC. Names of states, outcomes and causes are those of `history --json`.
PRAGMA application_id = 1381387340; -- "RVLL": tells our files from those of other programs

CREATE TABLE schema_version (
    version INTEGER NOT NULL
);

CREATE TABLE jobs (
    sequence         INTEGER PRIMARY KEY AUTOINCREMENT, -- order of creation, never used twice
    id               TEXT NOT NULL UNIQUE,
    revision         INTEGER NOT NULL,
    next_fire_time   INTEGER,
    newest_fire_time INTEGER,
    data             TEXT NOT NULL -- the job's JSON form
);

-- The ledger. It outlives its jobs, hence no foreign key.
CREATE TABLE runs (
    sequence         INTEGER PRIMARY KEY AUTOINCREMENT,
    id               TEXT NOT NULL UNIQUE,
    job_id           TEXT NOT NULL,
    scheduled_at     INTEGER NOT NULL,
    fire_time        INTEGER, -- scheduled_at of the causes schedule and retry, which are unique by it
    due_at           INTEGER NOT NULL,
    cause            TEXT NOT NULL,
    attempt          INTEGER NOT NULL,
    state            TEXT NOT NULL,
    started_at       INTEGER,
    finished_at      INTEGER,
    outcome          TEXT,
    reason           TEXT NOT NULL,
    exit_code        INTEGER,
    count            INTEGER NOT NULL,
    until            INTEGER,
    output_truncated INTEGER NOT NULL,
    acknowledged_at  INTEGER,
    cancel_requested INTEGER NOT NULL,
    output           BLOB, -- last, so that reading the others does not read its pages
    UNIQUE (job_id, fire_time, attempt)
);

CREATE INDEX runs_by_time ON runs (scheduled_at);
CREATE INDEX runs_by_job ON runs (job_id, scheduled_at);
CREATE INDEX runs_by_end ON runs (job_id, finished_at);
CREATE INDEX runs_by_outcome ON runs (job_id, outcome, finished_at);
CREATE INDEX runs_unfinished ON runs (state) WHERE state <> 'finished';
