-- What was held back of an object when it left for a provider, until a person of its source or of the Centre lets it out.
create table intel.cut (
    id             uuid primary key default gen_random_uuid(),
    collection     uuid not null references intel.collection,
    stix_id        text not null check (length(stix_id) <= 300),
    version        timestamptz,
    source         uuid not null,
    recipient      uuid not null,
    recipient_name text not null check (length(recipient_name) between 1 and 200),
    tlp            text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    object         bytea not null,
    brought        boolean not null,
    left_fields    text[] not null,
    cut_fields     text[] not null check (cardinality(cut_fields) > 0),
    at             timestamptz not null,
    released       text[] not null default '{}' check (released <@ cut_fields),
    released_by    uuid,
    released_at    timestamptz,
    sent_at        timestamptz,
    unique nulls not distinct (collection, stix_id, version, source, recipient),
    check ((released_at is null) = (released_by is null)),
    check (released_at is not null or cardinality(released) = 0)
);
comment on column intel.cut.brought is 'whether the rest has left; otherwise the object cannot be without what was cut';
create index on intel.cut (source, at desc);
create index on intel.cut (at desc);
create index on intel.cut (recipient, collection) where released_at is not null and sent_at is null;

alter table intel.cut enable row level security;
create policy of_its_source on intel.cut for select to ${app}
    using (source = any ((select membership.principals())::uuid[])
           or tlp in ('CLEAR', 'GREEN') and (select membership.has_role('EDITOR', 'ADMINISTRATOR'))
           or (select membership.has_role('ADMINISTRATOR')));
create policy by_rounds on intel.cut for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')) and released_at is null and sent_at is null);
create policy released_by_a_person on intel.cut for update to ${app}
    using (source = any ((select membership.principals())::uuid[])
           or tlp in ('CLEAR', 'GREEN') and (select membership.has_role('EDITOR', 'ADMINISTRATOR'))
           or (select membership.has_role('ADMINISTRATOR')))
    with check (released_by = (select membership.reader()) or (select membership.has_role('ADMINISTRATOR')));
grant select, insert on intel.cut to ${app};
grant update (released, released_by, released_at, sent_at) on intel.cut to ${app};

-- Who may learn which organisation stands behind what left; without a choice, the Centre alone.
create table intel.attribution (
    organisation uuid primary key references membership.organisation,
    choice       text not null check (choice in ('EVERYONE', 'CENTRE', 'NOBODY')),
    chosen_by    uuid not null,
    chosen_at    timestamptz not null
);
alter table intel.attribution enable row level security;
create policy own_or_centre on intel.attribution for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           or (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy chosen on intel.attribution for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[]) and chosen_by = (select membership.reader()));
create policy chosen_anew on intel.attribution for update to ${app}
    using (organisation = any ((select membership.principals())::uuid[]))
    with check (organisation = any ((select membership.principals())::uuid[]) and chosen_by = (select membership.reader()));
grant select, insert on intel.attribution to ${app};
grant update (choice, chosen_by, chosen_at) on intel.attribution to ${app};
