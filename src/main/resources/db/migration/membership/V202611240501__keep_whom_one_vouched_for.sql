-- Whom the administrators of their organisation said to take part still; nobody asks again before then.
create table membership.kept (
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    kept_by      uuid not null references membership.person,
    kept_at      timestamptz not null,
    kept_until   timestamptz not null check (kept_until > kept_at),
    primary key (person, organisation)
);
alter table membership.kept enable row level security;
create policy looked_after on membership.kept for select to ${app}
    using (organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
create policy vouched on membership.kept for insert to ${app}
    with check (kept_by = (select membership.reader())
                and (organisation = any ((select membership.administered())::uuid[])
                     or (select membership.has_role('ADMINISTRATOR'))));
create policy vouched_again on membership.kept for update to ${app}
    using (organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')))
    with check (kept_by = (select membership.reader())
                and (organisation = any ((select membership.administered())::uuid[])
                     or (select membership.has_role('ADMINISTRATOR'))));
grant select, insert on membership.kept to ${app};
grant update (kept_by, kept_at, kept_until) on membership.kept to ${app};

-- When the administrators of an organisation of which nobody comes were asked whether it still takes part.
create table membership.organisation_reminder (
    organisation uuid primary key references membership.organisation,
    by           uuid not null references membership.person,
    at           timestamptz not null
);
alter table membership.organisation_reminder enable row level security;
create policy by_the_centre on membership.organisation_reminder to ${app}
    using ((select membership.has_role('ADMINISTRATOR')))
    with check (by = (select membership.reader()) and (select membership.has_role('ADMINISTRATOR')));
grant select, insert on membership.organisation_reminder to ${app};
grant update (by, at) on membership.organisation_reminder to ${app};
