drop index concurrently if exists record_turn;
create index concurrently record_turn on record (tenant, interface, urgency, due_at, id) where state = 'DUE';
