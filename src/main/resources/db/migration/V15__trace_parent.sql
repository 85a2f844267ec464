set local lock_timeout = '5s';
-- The trace that a message belongs to; its reply carries it on. Null: none was told.
alter table arrival add column trace_parent text;
