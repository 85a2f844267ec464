set local lock_timeout = '5s';
-- Which process sends: when its lease is over, others need not wait for sending_until.
alter table event_lane add column sending_by text;
