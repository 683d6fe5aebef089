-- What an agency says it can help with, by what happened. The desk reads all of it, whoever keeps a window their own.
create table desk.capability (
    office      uuid not null,
    cause       text not null check (cause in (
                    'CLOUD_OUTAGE', 'SYSTEM_OUTAGE', 'MASS_ACCESS', 'DOS', 'DEFACEMENT', 'MALWARE', 'PHISHING',
                    'UNAUTHORISED_ACCESS', 'LEAK', 'NEAR_MISS', 'OTHER')),
    kinds       text[] not null check (cardinality(kinds) > 0 and kinds <@ array[
                    'INITIAL_ADVICE', 'INVESTIGATION', 'CONTAINMENT', 'POST_INCIDENT_ADVICE']),
    words       text not null check (length(words) <= 500),
    declared_at timestamptz not null,
    declared_by uuid not null,
    primary key (office, cause)
);
alter table desk.capability enable row level security;
create policy known on desk.capability for select to ${app}
    using ((select desk.staff()) or office = any ((select membership.principals())::uuid[]));
create policy declared on desk.capability for insert to ${app}
    with check (office = any ((select membership.principals())::uuid[]) and declared_by = (select membership.reader()));
create policy declared_anew on desk.capability for update to ${app}
    using (office = any ((select membership.principals())::uuid[]))
    with check (office = any ((select membership.principals())::uuid[]) and declared_by = (select membership.reader()));
create policy ended on desk.capability for delete to ${app}
    using (office = any ((select membership.principals())::uuid[]));
grant select, insert, update, delete on desk.capability to ${app};
