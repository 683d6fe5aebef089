-- What a provider was brought and has not been told to drop: the last version, with its values, and the words to take it
-- back with. What went before this was written down is found in the history of the collection.
create table provider.brought (
    provider   uuid not null references provider.provider on delete cascade,
    stix_id    text not null,
    source     uuid not null,
    tlp        text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    version    timestamptz not null,
    types      text[] not null,
    texts      text[] not null,
    raw        bytea,
    brought_at timestamptz not null,
    revoked_at timestamptz,
    check ((raw is null) = (revoked_at is not null)),
    primary key (provider, stix_id, source)
);
alter table provider.brought enable row level security;
create policy readable on provider.brought for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR', 'EDITOR')));
create policy insert_by_administrators on provider.brought for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy update_by_administrators on provider.brought for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))) with check ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, update on provider.brought to ${app};

alter table provider.progress add column recorded bigint not null default 0;
comment on column provider.progress.recorded is 'how far had been brought before what goes was written down';
update provider.progress set recorded = pushed;
