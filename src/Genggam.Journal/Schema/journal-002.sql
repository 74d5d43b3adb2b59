CREATE TABLE saved_remark (
    remark_id $blob NOT NULL PRIMARY KEY,
    agency TEXT NOT NULL,
    officer TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX saved_remark_owner ON saved_remark (agency, officer, text);
