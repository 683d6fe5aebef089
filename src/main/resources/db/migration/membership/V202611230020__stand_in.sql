-- Who stands in for whom while they are away, in one organisation, from when until when. What the substitute holds
-- meanwhile are belongings with an end: they stop by themselves, and every rule that asks who holds an office knows them.
create table membership.substitution (
    id           uuid primary key default gen_random_uuid(),
    organisation uuid not null references membership.organisation,
    person       uuid not null references membership.person,
    substitute   uuid not null references membership.person,
    since        timestamptz not null,
    ends_at      timestamptz not null,
    named_by     uuid not null references membership.person,
    named_at     timestamptz not null,
    check (person <> substitute),
    check (ends_at >= since)
);
create index on membership.substitution (organisation, ends_at);
create index on membership.substitution (substitute, ends_at);
alter table membership.substitution enable row level security;
-- Colleagues see who stands in for whom; the Centre's administrators too.
create policy colleagues on membership.substitution for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
create policy named on membership.substitution for insert to ${app}
    with check (named_by = (select membership.reader())
                and (person = named_by and organisation = any ((select membership.principals())::uuid[])
                     or organisation = any ((select membership.administered())::uuid[])
                     or (select membership.has_role('ADMINISTRATOR'))));
create policy ended on membership.substitution for update to ${app}
    using (person = (select membership.reader()) or substitute = (select membership.reader())
           or organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
grant select on membership.substitution to ${app};
grant insert (id, organisation, person, substitute, since, ends_at, named_by, named_at) on membership.substitution to ${app};
grant update (ends_at) on membership.substitution to ${app};

alter table membership.belonging add substitution uuid references membership.substitution;
create index on membership.belonging (substitution) where substitution is not null;
