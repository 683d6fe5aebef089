-- How much information the Centre gave to those who take part, by fiscal year: the last line of the yearly table. A number
-- that is the same for every officer, whichever communities they sit in, and for a closed year for ever: what was taken
-- back later was told all the same.
create function desk.informed(since timestamptz, until timestamptz, zone text)
    returns table (fiscal integer, bulletins integer)
    language sql stable security definer
    set search_path = ''
    as $$ select extract(year from (t.published_at at time zone zone) - interval '3 months')::integer, count(*)::integer
            from topic.topic t
           where t.kind = 'BULLETIN' and t.published_at >= since and t.published_at < until
             and (select desk.staff())
           group by 1 $$;
revoke execute on function desk.informed(timestamptz, timestamptz, text) from public;
grant execute on function desk.informed(timestamptz, timestamptz, text) to ${app};
