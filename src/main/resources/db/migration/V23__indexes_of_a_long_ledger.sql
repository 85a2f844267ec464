-- What is old enough to be deleted, oldest first; without what is gone already.
drop index concurrently if exists record_kept;
create index concurrently record_kept on record (changed_at, id) where emptied_at is null and state in ('OK', 'PARTIAL', 'REFUSED', 'FAILED');
drop index concurrently if exists batch_kept;
create index concurrently batch_kept on batch (answered_at, id) where edition > 0;
drop index concurrently if exists batch_known;
create index concurrently batch_known on batch (answered_at, id) where edition = 0 and answered_at is not null;
drop index concurrently if exists batch_mapping;
create index concurrently batch_mapping on batch (interface, mapping_version) where edition > 0 or answered_at is null;
drop index concurrently if exists arrival_delivered;
create index concurrently arrival_delivered on arrival (delivered_at, id) where delivered_at is not null;
drop index concurrently if exists event_sent;
create index concurrently event_sent on event (sent_at, id) where sent_at is not null;
-- What is open, found without a look at what is not: answers owed; writes in doubt that are to be asked about now, and not those that wait
-- for a person for ever; those that somebody asks about.
drop index concurrently if exists arrival_owed;
create index concurrently arrival_owed on arrival (id) where delivered_at is null;
drop index concurrently if exists record_doubt_due;
create index concurrently record_doubt_due on record (due_at, id) where state = 'IN_DOUBT';
drop index concurrently if exists record_asking;
create index concurrently record_asking on record (claimed_until) where state = 'ASKING';
-- Who deletes an attempt asks for its doubt.
drop index concurrently if exists doubt_attempt;
create index concurrently doubt_attempt on doubt (attempt_id);
