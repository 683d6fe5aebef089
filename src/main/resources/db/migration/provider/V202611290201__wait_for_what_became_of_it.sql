-- Envelopes that a partner took without saying yet what became of them; it is asked at later rounds. What it never said
-- stays for a while, for people to see.
create table provider.delivery (
    id          uuid primary key default gen_random_uuid(),
    provider    uuid not null references provider.provider on delete cascade,
    status_id   text not null check (length(status_id) <= 200),
    number      integer not null,
    takes_back  boolean not null,
    stix_ids    text[] not null,
    sources     uuid[] not null,
    versions    bigint[] not null,
    sent_at     timestamptz not null,
    unknown     integer not null default 0,
    given_up_at timestamptz
);
comment on column provider.delivery.stix_ids is 'what has versions, with who brought it to us and the version that went, in microseconds of 1970';
comment on column provider.delivery.unknown is 'how often the partner knew nothing of it';
create index on provider.delivery (provider, sent_at);

alter table provider.delivery enable row level security;
create policy readable on provider.delivery for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR', 'EDITOR')));
create policy insert_by_administrators on provider.delivery for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy update_by_administrators on provider.delivery for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))) with check ((select membership.has_role('ADMINISTRATOR')));
create policy delete_by_administrators on provider.delivery for delete to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, update, delete on provider.delivery to ${app};
