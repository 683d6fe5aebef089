-- Whether what is neither TLP:CLEAR nor TLP:GREEN may be brought to a provider: asked of whoever brought it, for one object
-- and one provider, with words, for a time, and taken back at any moment.
create table intel.permit (
    id             uuid primary key default gen_random_uuid(),
    collection     uuid not null references intel.collection,
    stix_id        text not null check (length(stix_id) <= 300),
    name           text not null check (length(name) <= 300),
    tlp            text not null check (tlp in ('AMBER', 'AMBER_STRICT')),
    source         uuid not null,
    recipient      uuid not null,
    recipient_name text not null check (length(recipient_name) between 1 and 200),
    purpose        text not null check (length(purpose) between 1 and 1000),
    asked_by       uuid not null,
    asked_at       timestamptz not null,
    answer         text check (answer in ('yes', 'no')),
    words          text not null default '' check (length(words) <= 1000),
    until          timestamptz,
    answered_by    uuid,
    answered_at    timestamptz,
    revoked_at     timestamptz,
    revoked_by     uuid,
    sent_version   bigint,
    sent_at        timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null or answer = 'yes')),
    check (answered_by <> asked_by),
    check (until is null or answer = 'yes')
);
comment on column intel.permit.tlp is 'the strictest label it holds for';
create unique index on intel.permit (collection, stix_id, recipient) where answer is null;
create index on intel.permit (source, asked_at desc);
create index on intel.permit (recipient);

alter table intel.permit enable row level security;
create policy asked_or_asking on intel.permit for select to ${app}
    using (source = any ((select membership.principals())::uuid[])
           or (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy by_the_centre on intel.permit for insert to ${app}
    with check ((select membership.has_role('EDITOR', 'ADMINISTRATOR')) and asked_by = (select membership.reader())
                and answer is null and sent_version is null);
create policy answered_by_its_source on intel.permit for update to ${app}
    using (source = any ((select membership.principals())::uuid[]))
    with check (source = any ((select membership.principals())::uuid[])
                and answered_by is not null
                and (select membership.reader()) in (answered_by, revoked_by));
grant select, insert on intel.permit to ${app};
grant update (answer, words, until, answered_by, answered_at, revoked_at, revoked_by) on intel.permit to ${app};

-- A round with the provider has brought this version.
create function intel.note_permit_sent(permit_id uuid, version bigint, moment timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.permit p set sent_version = version, sent_at = moment
     where p.id = permit_id and p.answer = 'yes' and p.revoked_at is null
       and membership.has_role('ADMINISTRATOR') $$;
revoke execute on function intel.note_permit_sent(uuid, bigint, timestamptz) from public;
grant execute on function intel.note_permit_sent(uuid, bigint, timestamptz) to ${app};
