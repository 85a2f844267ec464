set local lock_timeout = '5s';
-- In whose .taking the file lies: a tenant's that has folders of its own. Null: one that tenants share.
alter table file_claim add column owner text;
