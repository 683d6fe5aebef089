-- The frame of every page counts what is unread in each of the reader's communities. With the version and the author
-- beside the addressee, that count looks at two indexes and at no topic.
alter table topic.addressee add version integer, add author uuid;
update topic.addressee a set version = t.version, author = t.author from topic.topic t where t.id = a.topic;
alter table topic.addressee alter version set not null;

create function topic.complete_addressee() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    select t.version, t.author into new.version, new.author from topic.topic t where t.id = new.topic;
    return new;
end $$;
create trigger complete before insert on topic.addressee
    for each row execute function topic.complete_addressee();

-- The source writes a new version; the lists are behind the wall.
create function topic.carry_version() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update topic.addressee set version = new.version where topic = new.id;
    return null;
end $$;
create trigger carry_version after update of version on topic.topic
    for each row when (old.version <> new.version) execute function topic.carry_version();

create index addressee_newest on topic.addressee (principal, revised_at desc) include (topic, version, author);
create index addressee_newest_of_kind on topic.addressee (principal, kind, revised_at desc)
    include (topic, version, author);
drop index topic.addressee_principal_revised_at_topic_idx;
drop index topic.addressee_principal_kind_revised_at_topic_idx;

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
       and not exists (select from topic.reading r
                        where r.topic = n.topic and r.person = who and r.version = n.version)
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
               and not exists (select from topic.reading r
                                where r.topic = n.topic and r.person = who and r.version = n.version)
             limit at_most) u);
    end if;
    return (select count(*) from (
        select distinct n.topic
          from unnest(mine) p
         cross join lateral (select a.topic, a.version, a.author from topic.addressee a
                              where a.principal = p and a.kind = of_kind
                              order by a.revised_at desc limit at_most * 2) n
         where n.author is distinct from who
           and not exists (select from topic.reading r
                            where r.topic = n.topic and r.person = who and r.version = n.version)
         limit at_most) u);
end $$;
