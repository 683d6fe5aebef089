-- Each sign-in is a record; every published figure is counted from these. Requests after it are not.
create table membership.login (
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    at           timestamptz not null default now(),
    factor       text not null check (factor in ('PASSKEY', 'PASSWORD', 'TOTP', 'TOKEN', 'DEMO', 'LINK'))
);
create index on membership.login (at);
create index on membership.login (organisation, at);

-- One's own, for administrators that of their own people, for the Centre all.
alter table membership.login enable row level security;
create policy written on membership.login for insert to ${app} with check (true);
create policy counted on membership.login for select to ${app} using (
    person = (select membership.reader())
    or organisation = any ((select membership.administered())::uuid[])
    or (select membership.at_centre()));

grant select, insert on membership.login to ${app};
