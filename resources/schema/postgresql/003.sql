-- Which machine runs a job, as its text has it; NULL: any. Only there its runs are gone on with.
ALTER TABLE jobs ADD COLUMN host TEXT;
