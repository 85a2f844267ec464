-- What an operator looks a binding up by, and the last ones of a tenant; the event by which the ERP hears of one; and the answered lists
-- of the partner's customers, by the customer that was asked for.
drop index concurrently if exists binding_notice_latest;
create index concurrently binding_notice_latest on binding_notice (tenant, id);
drop index concurrently if exists binding_notice_account;
create index concurrently binding_notice_account on binding_notice (account, id);
drop index concurrently if exists binding_notice_user;
create index concurrently binding_notice_user on binding_notice (user_id, id);
drop index concurrently if exists binding_notice_customer;
create index concurrently binding_notice_customer on binding_notice (customer_id, id);
drop index concurrently if exists event_of_binding;
create index concurrently event_of_binding on event (document, tenant) where interface = 'customers.bound';
drop index concurrently if exists record_of_associations;
create index concurrently record_of_associations on record (tenant, (coalesce(content ->> 'customerId', '')), changed_at)
    where interface = 'customers.associations' and state = 'OK' and emptied_at is null;
