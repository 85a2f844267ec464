set local lock_timeout = '5s';
-- Of one call: an announcement whose commit was not confirmed is found again. Null: of a version that does not know it.
alter table attempt add column token uuid;
