-- How new the newest entry is that a rehearsed backup held.
ALTER TABLE drill ADD COLUMN until $int;
