-- How many of the newest topics of each of these principals the reader has not opened in their current version. All
-- the reader's communities in one statement, bounded by how many topics of each are looked at.
create function topic.unread_of_each(wanted uuid[], newest integer) returns table (principal uuid, unread integer)
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
     cross join lateral (select a.topic from topic.addressee a
                          where a.principal = p order by a.revised_at desc limit newest) n
      join topic.topic t on t.id = n.topic and t.author is distinct from who
     where p = any (mine)
       and not exists (select from topic.reading r
                        where r.topic = n.topic and r.person = who and r.version = t.version)
     group by p;
end $$;
