-- Which organisation a partner is: the one that is asked for verdicts and gets block lists. The Centre says so; a partner is
-- one organisation, and an organisation is one partner.
create table provider.partner (
    provider     uuid primary key references provider.provider on delete cascade,
    organisation uuid not null unique,
    named_by     uuid not null,
    named_at     timestamptz not null
);
alter table provider.partner enable row level security;
create policy readable on provider.partner for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')) or (select membership.has_role('EDITOR')));
create policy insert_by_administrators on provider.partner for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')) and named_by = (select membership.reader()));
create policy delete_by_administrators on provider.partner for delete to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, delete on provider.partner to ${app};
