set local lock_timeout = '5s';
-- How much further apart than its quota asks for a lane's slots are, as a share: at the beginning, while it is learned how evenly calls
-- arrive, and after a 429. needed: what it was found to need, at the beginning a guess that is careful.
alter table lane_slot add column slack double precision not null default 0.23;
alter table lane_slot add column needed double precision not null default 0.08;
