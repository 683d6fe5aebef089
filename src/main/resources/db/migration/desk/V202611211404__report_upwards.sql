-- Reports upwards, twice a day while the rhythm lasts. What was sent is a numbered copy that nobody changes.
create table desk.rhythm (
    first_day date primary key,
    last_day  date check (last_day is null or last_day >= first_day),
    recipient text not null check (length(recipient) between 1 and 200)
);
create table desk.upward (
    id          uuid primary key default gen_random_uuid(),
    day         date not null,
    half        text not null check (half in ('AM', 'PM')),
    edition     integer not null check (edition > 0),
    recipient   text not null,
    items       jsonb not null,
    words       text not null default '',
    composed_at timestamptz not null,
    composed_by uuid not null,
    number      integer unique,
    approved_by uuid,
    sent_at     timestamptz,
    sha256      text,
    unique (day, half, edition),
    check ((number is null) = (sent_at is null)),
    check ((approved_by is null) = (sent_at is null)),
    check ((sha256 is null) = (sent_at is null)),
    check (approved_by <> composed_by)
);
create index on desk.upward (day desc, half);

create function desk.keep_sent() returns trigger
    language plpgsql
    set search_path = ''
    as $$ begin
    raise exception 'a report that was sent is not changed' using errcode = '42501';
end $$;
create trigger keep_sent before update or delete on desk.upward
    for each row when (old.sent_at is not null) execute function desk.keep_sent();

-- The desk composes, the Overall Lead approves.
create function desk.reports() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select desk.staff() or (membership.at_centre() and membership.has_role('OVERALL_LEAD')) $$;

alter table desk.rhythm enable row level security;
create policy centre_only on desk.rhythm to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
alter table desk.upward enable row level security;
create policy centre_only on desk.upward to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));

grant select, insert, update on desk.rhythm, desk.upward to ${app};

revoke execute on function desk.keep_sent(), desk.reports() from public;
grant execute on function desk.reports() to ${app};
