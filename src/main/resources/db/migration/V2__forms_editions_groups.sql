-- Messages beside files, answers in two editions, records that share a call.

-- The form a batch came in is the form it is answered in.
alter table batch add column form text not null default 'file' check (form in ('file', 'message'));
-- Editions of the answer composed so far: the first when every record is final or taken by the partner, the second when all are final.
alter table batch add column edition int not null default 0;
-- The first edition told of records that wait for the partner's decision: a second one is owed.
alter table batch add column pending boolean not null default false;
update batch set edition = 1 where answered_at is not null;
create index batch_pending on batch (id) where pending;

alter table answer_part add column edition int not null default 1;
alter table answer_part drop constraint answer_part_pkey;
alter table answer_part add primary key (batch_id, edition, part);

-- An arrival is a file name or a message id; what comes by queue is answered there.
alter table arrival add column channel text not null default 'file' check (channel in ('file', 'queue'));
alter table arrival add column edition int not null default 1;
alter table arrival add column reply_to text;
alter table arrival add column correlation_id text;
drop index arrival_open;
create unique index arrival_open on arrival (batch_id, channel, file_name, edition) where delivered_at is null;

-- The partner has taken the record and decides later; the ERP is told so.
alter table record add column pending boolean not null default false;
-- Records of a batch that go into one call together.
alter table record add column call_group text;
create index record_call_group on record (first_batch_id, call_group) where state = 'DUE' and call_group is not null;
