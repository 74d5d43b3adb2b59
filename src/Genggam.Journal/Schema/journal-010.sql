-- Rehearsals of a restore: what came of each stays.
CREATE TABLE drill (
    number $int NOT NULL PRIMARY KEY,
    at $int NOT NULL,
    file TEXT NOT NULL,
    seconds $int NOT NULL,
    entries $int NOT NULL,
    cases $int NOT NULL,
    documents $int NOT NULL,
    problem TEXT
);
