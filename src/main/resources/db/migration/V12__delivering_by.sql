set local lock_timeout = '5s';
-- Which process delivers: when its lease is over, others need not wait for delivering_until.
alter table arrival add column delivering_by text;
