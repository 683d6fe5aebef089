-- A time of a provider that is fetched once more, and how far that is: a window may hold more than one round takes.
create table provider.replay (
    provider    uuid primary key references provider.provider on delete cascade,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    added_after text not null default '',
    next        text not null default '',
    rounds      integer not null default 0,
    failures    integer not null default 0,
    asked_at    timestamptz not null
);
comment on column provider.replay.added_after is 'what has come again; for a feed the moment of the last event, with its id in next';
comment on column provider.replay.failures is 'rounds in a row that failed: after some of them it is given up';

alter table provider.replay enable row level security;
create policy readable on provider.replay for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR', 'EDITOR')));
create policy insert_by_administrators on provider.replay for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy update_by_administrators on provider.replay for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))) with check ((select membership.has_role('ADMINISTRATOR')));
create policy delete_by_administrators on provider.replay for delete to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, update, delete on provider.replay to ${app};

alter table provider.round add column more boolean not null default false;
comment on column provider.round.more is 'the rest follows in the next round';
