-- Whoever has read thousands of topics is not made to walk through all of them to learn what is unread among the newest
-- few: each of these is looked up by its key. (As "not exists" the planner hashed all that the reader ever read.)
create or replace function topic.unread_of_each(wanted uuid[], newest integer)
    returns table (principal uuid, unread integer)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    who  uuid   := membership.reader();
begin
    return query
    select p, count(*)::integer
      from unnest(wanted) p
     cross join lateral (select a.topic, a.version, a.author from topic.addressee a
                          where a.principal = p order by a.revised_at desc limit newest) n
     where p = any (mine) and n.author is distinct from who
       and (select r.version from topic.reading r
             where r.topic = n.topic and r.person = who and r.version = n.version) is null
     group by p;
end $$;

create or replace function topic.unread(of_kind text, of_principal uuid, at_most integer) returns integer
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    who  uuid   := membership.reader();
begin
    if of_principal is not null then
        mine := array(select p from unnest(mine) p where p = of_principal);
    end if;
    if of_kind is null then
        return (select count(*) from (
            select distinct n.topic
              from unnest(mine) p
             cross join lateral (select a.topic, a.version, a.author from topic.addressee a
                                  where a.principal = p order by a.revised_at desc limit at_most * 2) n
             where n.author is distinct from who
               and (select r.version from topic.reading r
                     where r.topic = n.topic and r.person = who and r.version = n.version) is null
             limit at_most) u);
    end if;
    return (select count(*) from (
        select distinct n.topic
          from unnest(mine) p
         cross join lateral (select a.topic, a.version, a.author from topic.addressee a
                              where a.principal = p and a.kind = of_kind
                              order by a.revised_at desc limit at_most * 2) n
         where n.author is distinct from who
           and (select r.version from topic.reading r
                 where r.topic = n.topic and r.person = who and r.version = n.version) is null
         limit at_most) u);
end $$;
