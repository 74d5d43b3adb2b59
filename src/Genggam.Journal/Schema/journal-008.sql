-- That no applications are taken for a while, or are taken longer. Nothing is changed afterwards.
CREATE TABLE intake_note (
    service TEXT NOT NULL,
    number $int NOT NULL,
    kind TEXT NOT NULL,
    agency TEXT,
    starts TEXT,
    ends TEXT,
    about $int,
    words TEXT NOT NULL,
    actor TEXT NOT NULL,
    at $int NOT NULL,
    PRIMARY KEY (service, number)
);
