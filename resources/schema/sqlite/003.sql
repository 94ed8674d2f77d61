-- Only a start asks what is due. To read all of these narrow rows then costs little, and each run paid for the index.
DROP INDEX job_times_due;
