-- What happened in each hour, as the replicas count it: calls by verdict, records that ended by interface. For pictures of the last day, not
-- for money: what a process had not noted yet when it died is missing.
create table hour_figure (
    hour   timestamptz not null,
    -- calls, ended
    kind   text        not null,
    name   text        not null,
    number bigint      not null,
    primary key (hour, kind, name)
);
