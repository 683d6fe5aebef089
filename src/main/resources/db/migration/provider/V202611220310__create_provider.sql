create schema provider;
grant usage on schema provider to ${app};

-- Partners whose TAXII collections we fetch from and bring to; they come with terms, a contact, and what they can do.
create table provider.provider (
    id           uuid primary key,
    name         text not null check (length(name) between 1 and 200),
    contact      text not null check (length(contact) <= 500),
    terms        text not null check (length(terms) <= 10000),
    tags         text[] not null,
    address      text not null check (length(address) between 1 and 1000),
    sign_in      text not null check (sign_in in ('NONE', 'BASIC', 'BEARER', 'KEY')),
    account      text not null check (length(account) <= 200),
    secret       bytea,
    minutes      integer not null check (minutes between 1 and 10080),
    page_size    integer not null check (page_size between 1 and 2000),
    pull_into    uuid,
    push_from    uuid,
    paused       boolean not null default false,
    acting       uuid not null,
    created_at   timestamptz not null,
    check (pull_into is distinct from push_from or pull_into is null)
);
comment on column provider.provider.account is 'user name for BASIC, name of the header for KEY';
comment on column provider.provider.secret is 'sealed with a key that lies outside the database';
comment on column provider.provider.acting is 'who set it up last: rounds have that person''s rights';

-- How far we are with each, and how it goes.
create table provider.progress (
    provider     uuid primary key references provider.provider on delete cascade,
    added_after  text not null default '',
    next         text not null default '',
    pushed       bigint not null default 0,
    failures     integer not null default 0,
    tried_at     timestamptz,
    succeeded_at timestamptz,
    due_at       timestamptz not null
);
comment on column provider.progress.next is 'goes with added_after; a round that was broken off goes on there';
create index on provider.progress (due_at);

-- What happened: one row for each round.
create table provider.round (
    id        uuid primary key,
    provider  uuid not null references provider.provider on delete cascade,
    kind      text not null check (kind in ('PULL', 'PUSH', 'REPLAY')),
    began_at  timestamptz not null,
    ended_at  timestamptz not null,
    pages     integer not null,
    received  integer not null,
    taken     integer not null,
    known     integer not null,
    failed    integer not null,
    withheld  integer not null,
    fault     text not null,
    arguments text[] not null
);
create index on provider.round (provider, began_at desc);

-- What came and could not be taken, with the reason; what comes again is counted, not kept twice.
create table provider.quarantined (
    provider  uuid not null references provider.provider on delete cascade,
    sha256    bytea not null,
    stix_id   text not null,
    reason    text not null,
    arguments text[] not null,
    raw       bytea not null check (octet_length(raw) <= 65536),
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    times     integer not null,
    primary key (provider, sha256)
);
create index on provider.quarantined (provider, last_at desc);

do $$
declare
    rights record;
    act    text;
begin
    for rights in
        select * from (values ('provider', '{insert,update}'::text[]), ('progress', '{insert,update}'),
                              ('round', '{insert,delete}'), ('quarantined', '{insert,update,delete}')) as r(name, acts)
    loop
        execute format('alter table provider.%I enable row level security', rights.name);
        execute format(
            'create policy readable on provider.%I for select to %I using ((select membership.has_role(''ADMINISTRATOR'')) or (select membership.has_role(''EDITOR'')))',
            rights.name, '${app}');
        execute format('grant select on provider.%I to %I', rights.name, '${app}');
        foreach act in array rights.acts loop
            execute format(
                'create policy %I on provider.%I for %s to %I %s', act || '_by_administrators', rights.name, act, '${app}',
                case act when 'insert' then 'with check ((select membership.has_role(''ADMINISTRATOR'')))'
                         when 'delete' then 'using ((select membership.has_role(''ADMINISTRATOR'')))'
                         else 'using ((select membership.has_role(''ADMINISTRATOR''))) with check ((select membership.has_role(''ADMINISTRATOR'')))'
                end);
            execute format('grant %s on provider.%I to %I', act, rights.name, '${app}');
        end loop;
    end loop;
end $$;

-- Which providers are due, and for whom their round acts; asked by a job that is nobody.
create function provider.due(at timestamptz) returns table (provider uuid, acting uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select p.id, p.acting
      from provider.provider p join provider.progress g on g.provider = p.id
     where not p.paused and (p.pull_into is not null or p.push_from is not null) and g.due_at <= at
     order by g.due_at limit 50 $$;
revoke execute on function provider.due(timestamptz) from public;
grant execute on function provider.due(timestamptz) to ${app};
