-- Whoever marks what is listed as read says that it is not new to them, not that they opened it: a mark counts for what is
-- unread and for nothing else. Until now it stood among the readings, and whoever counts readers took it for an opening.
create table topic.set_aside (
    topic   uuid not null references topic.topic,
    version integer not null,
    person  uuid not null,
    at      timestamptz not null,
    primary key (topic, person, version)
);
alter table topic.set_aside enable row level security;
create policy own on topic.set_aside for select to ${app} using (person = (select membership.reader()));
create policy own_written on topic.set_aside for insert to ${app}
    with check (person = (select membership.reader()) and exists (select from topic.topic t where t.id = topic));
grant select, insert on topic.set_aside to ${app};

-- What was marked until now left no view behind; what was opened after it was marked was opened when it was first viewed.
insert into topic.set_aside (topic, version, person, at)
select r.topic, r.version, r.person, r.first_at
  from topic.reading r
  join topic.topic t on t.id = r.topic
 where r.level = 'ALL' and r.first_at = r.last_at and r.confirmed_at is null
   and not exists (select from topic.view v where v.topic = r.topic and v.person = r.person and v.version = r.version);
delete from topic.reading r using topic.set_aside s
 where s.topic = r.topic and s.person = r.person and s.version = r.version;
update topic.reading r set first_at = v.first_at
  from (select topic, person, version, min(at) as first_at from topic.view group by 1, 2, 3) v
 where v.topic = r.topic and v.person = r.person and v.version = r.version
   and v.first_at > r.first_at;

-- What is marked is not unread.
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
       and (select s.version from topic.set_aside s
             where s.topic = n.topic and s.person = who and s.version = n.version) is null
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
               and (select s.version from topic.set_aside s
                     where s.topic = n.topic and s.person = who and s.version = n.version) is null
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
           and (select s.version from topic.set_aside s
                 where s.topic = n.topic and s.person = who and s.version = n.version) is null
         limit at_most) u);
end $$;

create or replace function topic.sifted(
        kinds text[], of_principal uuid, addressed boolean, own boolean, important boolean, unread boolean,
        unconfirmed boolean, unanswered boolean, before timestamptz, beside uuid, look integer, at_most integer)
    returns table (topic uuid, revised_at timestamptz, version integer, fresh boolean, matches boolean)
    language plpgsql stable security definer set search_path = '' as $$
declare
    who    uuid    := membership.reader();
    mine   uuid[]  := membership.principals();
    walk   uuid[]  := mine;
    stride integer := least(look, 2 * at_most);
    looked integer := 0;
    kept   integer := 0;
    more   integer;
    found  topic.addressee[];
begin
    if cardinality(mine) = 0 or not coalesce(of_principal = any (mine), true) then
        return;
    end if;
    if own then
        walk := array[who];
    elsif addressed then
        walk := who || array(select f.id from membership.office f where f.kind = 'window' and f.id = any (mine));
    elsif of_principal is not null then
        walk := array[of_principal];
    end if;
    loop
        if important then
            found := array(
                select d.line from (
                    select distinct on (n.revised_at, n.topic) n.line
                      from unnest(walk) p
                     cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                          where a.principal = p and a.importance = 'IMPORTANT' and a.revised_at <= before
                                            and (a.revised_at < before or a.topic > beside)
                                          order by a.revised_at desc, a.topic limit stride) n
                     order by n.revised_at desc, n.topic limit stride) d);
        elsif unanswered and kinds = array['QUESTION'] then
            found := array(
                select d.line from (
                    select distinct on (n.revised_at, n.topic) n.line
                      from unnest(walk) p
                     cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                          where a.principal = p and a.kind = 'QUESTION' and not a.answered
                                            and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                          order by a.revised_at desc, a.topic limit stride) n
                     order by n.revised_at desc, n.topic limit stride) d);
        elsif cardinality(kinds) = 1 then
            found := array(
                select d.line from (
                    select distinct on (n.revised_at, n.topic) n.line
                      from unnest(walk) p
                     cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                          where a.principal = p and a.kind = kinds[1]
                                            and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                          order by a.revised_at desc, a.topic limit stride) n
                     order by n.revised_at desc, n.topic limit stride) d);
        else
            found := array(
                select d.line from (
                    select distinct on (n.revised_at, n.topic) n.line
                      from unnest(walk) p
                     cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                          where a.principal = p
                                            and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                          order by a.revised_at desc, a.topic limit stride) n
                     order by n.revised_at desc, n.topic limit stride) d);
        end if;
        return query
        select c.topic, c.revised_at, c.version, r.topic is null and s.topic is null and not o.own, true
          from unnest(found) c
         cross join lateral (select c.author is not distinct from who
                                    or (c.author is null and exists (
                                        select from topic.concealed x where x.document = c.topic and x.person = who)) as own) o
          left join topic.reading r on r.topic = c.topic and r.person = who and r.version = c.version
          left join topic.set_aside s on s.topic = c.topic and s.person = who and s.version = c.version
         where (kinds is null or c.kind = any (kinds))
           and (not sifted.own or o.own)
           and (not (addressed or unread or unconfirmed or (unanswered and not sifted.own)) or not o.own)
           and (of_principal is null or c.principal = of_principal or exists (
                   select from topic.addressee a where a.topic = c.topic and a.principal = of_principal))
           and (not unread or (r.topic is null and s.topic is null))
           and (not unconfirmed or r.confirmed_at is null)
           and (not unanswered or (not c.answered and r.confirmed_at is null and (sifted.own or not exists (
                   select from topic.comment m
                    where m.topic = c.topic and m.removed_at is null
                      and (m.organisation = any (mine)
                           or (m.author is null and exists (
                               select from topic.concealed x where x.document = m.id and x.person = who)))))))
         order by c.revised_at desc, c.topic limit at_most - kept;
        get diagnostics more = row_count;
        kept := kept + more;
        looked := looked + cardinality(found);
        exit when kept >= at_most or cardinality(found) < stride or looked >= look;
        before := found[stride].revised_at;
        beside := found[stride].topic;
        stride := least(look - looked, 4 * stride);
    end loop;
    if kept < at_most and looked >= look then
        return query
        select last.topic, last.revised_at, last.version, false, false
          from unnest(found[stride:stride]) last;
    end if;
end $$;

create or replace function topic.rows(wanted uuid[], reading_level text)
    returns table (id uuid, kind text, information_kind text, author uuid, organisation uuid, hidden boolean, tlp text,
                   importance text, version integer, title text, excerpt text, answered boolean,
                   published_at timestamptz, revised_at timestamptz, comments bigint, files bigint,
                   unread boolean, unconfirmed boolean, community uuid, direct boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine    uuid[] := membership.principals();
    who     uuid   := membership.reader();
    windows uuid[] := array(select f.id from membership.office f where f.kind = 'window' and f.id = any (mine));
    circles uuid[] := array(select c.id from community.published c where c.id = any (mine));
begin
    return query
    select t.id, t.kind, t.information_kind, t.author, t.organisation, t.hidden, t.tlp, t.importance, t.version,
           coalesce(x.title, t.title), coalesce(x.excerpt, ''), t.accepted is not null,
           t.published_at, t.revised_at,
           (select count(*) from topic.comment c where c.topic = t.id and c.removed_at is null),
           (select count(*) from topic.file f where f.topic = t.id and f.removed_at is null and whole.shown),
           r.topic is null and s.topic is null and t.author is distinct from who, r.confirmed_at is null,
           (select p from unnest(t.addressees) p where p = any (circles) limit 1),
           t.addressees && windows
           or (who = any (t.addressees) and t.author is distinct from who and (not t.hidden or not topic.mine(t.id)))
      from unnest(wanted) with ordinality as listed (topic, place)
      join topic.topic t on t.id = listed.topic and t.addressees && mine
     cross join lateral (select t.state = 'published' or topic.source(t.id) as shown) whole
      left join topic.text x on x.topic = t.id and x.version = t.version and x.level in ('ALL', reading_level)
                            and whole.shown
      left join topic.reading r on r.topic = t.id and r.version = t.version and r.person = who
      left join topic.set_aside s on s.topic = t.id and s.version = t.version and s.person = who
     order by listed.place;
end $$;
