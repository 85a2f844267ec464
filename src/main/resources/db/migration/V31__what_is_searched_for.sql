-- What an operator looks a document up by, besides its number: the file that brought it, the partner's request id, the customer, a code.
drop index concurrently if exists arrival_name;
create index concurrently arrival_name on arrival (file_name, id);
drop index concurrently if exists attempt_outcome_request;
create index concurrently attempt_outcome_request on attempt_outcome (request_id) where request_id is not null;
drop index concurrently if exists record_customer;
create index concurrently record_customer on record ((content ->> 'customerId')) where emptied_at is null;
drop index concurrently if exists record_code;
create index concurrently record_code on record (code) where code is not null;
