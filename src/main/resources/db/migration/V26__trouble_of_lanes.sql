set local lock_timeout = '5s';
-- Since when a lane or credential is in trouble without a call that went through, and what the last one ran into, in both languages. Null: of
-- a version that does not know it.
alter table pause add column since timestamptz, add column text text, add column text_zh text;
