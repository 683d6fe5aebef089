-- A door behind the wall, for the Centre's figures: the organisations a topic is addressed to today. It carries the
-- access condition itself. Topics with the same audience are worked out once.
create function topic.insight_reach(wanted uuid[]) returns table (topic uuid, organisation uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not membership.at_centre() then
        return;
    end if;
    return query
    with audience as materialized (
        select t.id, coalesce(nullif(array(
                   select a.principal from topic.audience a where a.topic = t.id order by 1), '{}'), t.addressees) as to_whom
          from topic.topic t
         where t.id = any (wanted) and t.addressees && mine),
    reached as materialized (
        select d.to_whom, p.organisation
          from (select distinct a.to_whom from audience a) d
         cross join lateral (select distinct b.organisation from membership.people_behind(d.to_whom) b) p)
    select a.id, r.organisation from audience a join reached r on r.to_whom = a.to_whom;
end $$;
