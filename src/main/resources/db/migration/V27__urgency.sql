set local lock_timeout = '5s';
-- Whose turn it is first among the records of a lane: 0 a message's, which somebody waits for; 1 a file's; 2 a pull's.
alter table record add column urgency smallint not null default 1;
