create schema insight;
grant usage on schema insight to ${app};

-- What explains the figures: moments, periods, holidays, and the days that count as normal.
create table insight.event (
    id       uuid primary key default gen_random_uuid(),
    code     text not null unique default left(gen_random_uuid()::text, 8) check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    kind     text not null check (kind in ('marker', 'period', 'holiday', 'normal')),
    date     date not null,
    end_date date,
    label_ja text not null check (length(label_ja) between 1 and 60),
    label_en text not null check (length(label_en) between 1 and 60),
    check (end_date is null or end_date >= date),
    check ((kind in ('period', 'normal')) = (end_date is not null))
);
create index on insight.event (date);
grant select, insert, update, delete on insight.event to ${app};

-- Days that are over, counted from the records. Can be emptied at any time: what is missing is counted when asked.
create table insight.day (
    date     date primary key,
    logins   integer not null check (logins >= 0),
    views    integer not null check (views >= 0),
    posts    integer not null check (posts >= 0),
    comments integer not null check (comments >= 0)
);
alter table insight.day enable row level security;
create policy counted on insight.day for select to ${app} using ((select membership.at_centre()));
grant select on insight.day to ${app};

-- Counts the records of the days from one on; nobody calls it but the two functions below.
create function insight.count_records(since date, zone text)
    returns table (date date, logins integer, views integer, posts integer, comments integer)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    start timestamptz := since::timestamp at time zone zone;
begin
    return query
    select c.date, sum(c.logins)::integer, sum(c.views)::integer, sum(c.posts)::integer, sum(c.comments)::integer
      from (select (l.at at time zone zone)::date as date, count(*) as logins, 0 as views, 0 as posts, 0 as comments
              from membership.insight_logins l where l.at >= start group by 1
             union all
            select (v.at at time zone zone)::date, 0, count(*), 0, 0
              from topic.insight_views v where v.at >= start group by 1
             union all
            select (t.published_at at time zone zone)::date, 0, 0, count(*), 0
              from topic.readable t where t.published_at >= start group by 1
             union all
            select (m.at at time zone zone)::date, 0, 0, 0, count(*)
              from topic.insight_comments m where m.at >= start group by 1) c
     group by c.date;
end $$;
revoke execute on function insight.count_records(date, text) from public;

-- A door behind the wall, for the Centre: figures of all days, what is over from the table, the rest from the records.
create function insight.days(zone text)
    returns table (date date, logins integer, views integer, posts integer, comments integer)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    since date := coalesce((select max(d.date) from insight.day d) + 1, '2000-01-01');
begin
    if not membership.at_centre() then
        return;
    end if;
    return query
    select d.date, d.logins, d.views, d.posts, d.comments from insight.day d
     union all
    select c.date, c.logins, c.views, c.posts, c.comments from insight.count_records(since, zone) c
     order by 1;
end $$;

-- For the job that counts: all days before one, anew, so that what was recorded late is not forgotten. Tells nothing.
create function insight.recount(until date, zone text) returns void
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    delete from insight.day where true;
    insert into insight.day (date, logins, views, posts, comments)
    select c.date, c.logins, c.views, c.posts, c.comments
      from insight.count_records('2000-01-01', zone) c
     where c.date < until;
end $$;
