-- A report upwards that was due and has not been sent is told to the desk and the Overall Lead, once.
create table desk.missed (
    id     uuid primary key default gen_random_uuid(),
    series text not null references desk.series,
    day    date not null,
    half   text not null,
    due_at timestamptz not null,
    at     timestamptz not null,
    unique (series, day, half)
);
alter table desk.missed enable row level security;
create policy centre_only on desk.missed for select to ${app} using ((select desk.reports()));
grant select on desk.missed to ${app};

-- For the job that looks: what became due within the last day and has not been sent. Ids, no content.
create function desk.miss_reports(moment timestamptz, zone text) returns setof uuid
    language sql volatile security definer
    set search_path = ''
    as $$
    with due as (
        select r.series, d.day::date as day, s.half, (d.day::date + s.due_at) at time zone zone as due_at
          from desk.rhythm r
          join desk.slot s on s.series = r.series
         cross join lateral generate_series(
                   greatest(r.first_day, (moment at time zone zone)::date - 1)::timestamp,
                   least(r.last_day, (moment at time zone zone)::date)::timestamp, interval '1 day') d (day)
         where r.begun_at is null or (d.day::date + s.due_at) at time zone zone >= r.begun_at
                or (r.begun_at at time zone zone)::date <> d.day::date)
    insert into desk.missed (series, day, half, due_at, at)
    select distinct on (d.series, d.day, d.half) d.series, d.day, d.half, d.due_at, moment
      from due d
     where d.due_at < moment and d.due_at > moment - interval '1 day'
       and not exists (select from desk.upward u
                        where u.series = d.series and u.day = d.day and u.half = d.half and u.sent_at is not null)
    on conflict do nothing
    returning id $$;

revoke execute on function desk.miss_reports(timestamptz, text) from public;
grant execute on function desk.miss_reports(timestamptz, text) to ${app};
