set local lock_timeout = '5s';
-- Whose folder or queue a batch came by, and with it where its answer goes: a tenant that has its own (erp.tenants). Null: those that
-- tenants share.
alter table arrival add column owner text;
-- The same name may come by two places at once.
drop index arrival_open;
create unique index arrival_open on arrival (batch_id, channel, file_name, edition, coalesce(owner, '')) where delivered_at is null;
-- The same message: by the same queue.
drop index arrival_message;
create index arrival_message on arrival (file_name, owner) where channel = 'queue';
