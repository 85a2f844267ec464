-- Links by which the ERP's customers reach the partner cloud, what browsers that follow one are known by, and what the partner tells of
-- accounts that were bound. Secrets that stand in links and cookies are kept as hashes only.
create table sign_on_link (
    id         bigint      generated always as identity primary key,
    -- hex SHA-256 of what stands in the link
    token_hash text        not null unique,
    tenant     text        not null,
    -- that asked for it
    document   text        not null,
    -- who is signed on, as the ERP says; empty once the link was used
    person     json        not null,
    binds      boolean     not null,
    -- name of the page that is gone to
    target     text        not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- when the partner was told who is there
    used_at    timestamptz
);
create index sign_on_link_age on sign_on_link (expires_at, id);

create table sign_on_session (
    -- hex SHA-256 of what stands in the cookie
    token_hash text        primary key,
    link_id    bigint      not null references sign_on_link on delete cascade,
    expires_at timestamptz not null
);
create index sign_on_session_link on sign_on_session (link_id);

-- Requests of the partner that were answered, by the link that answered them: none is answered twice.
create table sign_on_request (
    tenant     text        not null,
    request_id text        not null,
    link_id    bigint      not null references sign_on_link on delete cascade,
    primary key (tenant, request_id)
);
create index sign_on_request_link on sign_on_request (link_id);

-- What the partner has told of bound accounts, as often as it changed.
create table binding_notice (
    id          bigint      generated always as identity primary key,
    tenant      text        not null,
    -- hex SHA-256 of the notice
    digest      text        not null,
    -- what it says, whatever that is
    content     json        not null,
    -- 1: bound; what others mean is not known
    action      int,
    customer_id text,
    account     text,
    user_id     text,
    received_at timestamptz not null default clock_timestamp()
);
create index binding_notice_of on binding_notice (tenant, customer_id, user_id, id);
create index binding_notice_age on binding_notice (received_at, id);
