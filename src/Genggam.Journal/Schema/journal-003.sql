-- Case numbers are compared byte by byte whatever the database's language is: a prefix is a range.
DROP INDEX task_number;
CREATE INDEX task_number ON task (agency, case_number COLLATE $bytewise);

-- Which key store belongs to this journal.
CREATE TABLE key_store_of (
    store_id $blob NOT NULL PRIMARY KEY
);

CREATE TABLE release (
    hash TEXT NOT NULL PRIMARY KEY,
    content $blob NOT NULL
);
