set local lock_timeout = '5s';
-- Columns of the content that hold codes for one use: they are dropped with the end of the step that used them. Null: there are none, or
-- they are dropped.
alter table record add column one_time text[];
