set local lock_timeout = '5s';
-- What the ERP is told of a record, in Chinese; the answer is composed in its language. Null: the same as "text", or nothing.
alter table record add column text_zh text;
