-- Posts are what members share; what passes between one organisation and the Centre has figures of its own.
create or replace function insight.count_records(since date, zone text)
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
              from topic.readable t where t.published_at >= start and t.kind not in ('NOTICE', 'MATTER') group by 1
             union all
            select (m.at at time zone zone)::date, 0, 0, 0, count(*)
              from topic.insight_comments m where m.at >= start group by 1) c
     group by c.date;
end $$;
