-- What one person would decide about a write in doubt where two have to say the same. The last one of a doubt counts; rows stay.
create table doubt_proposal (
    id          bigint      generated always as identity primary key,
    doubt_id    bigint      not null,
    verdict     text        not null check (verdict in ('PLACED', 'NOT_PLACED', 'REFUSED')),
    -- what the partner would have answered
    answer      text,
    proposed_by text        not null,
    reason      text        not null,
    proposed_at timestamptz not null default now()
);
create index doubt_proposal_doubt on doubt_proposal (doubt_id, id);
