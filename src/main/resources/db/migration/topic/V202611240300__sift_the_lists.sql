-- Lists that leave something out walk an index and no topic: what matters, and whether a question has found its answer,
-- stand beside the addressee as the version does.
alter table topic.addressee add importance text, add answered boolean not null default false;
update topic.addressee a set importance = t.importance, answered = t.accepted is not null
  from topic.topic t
 where t.id = a.topic and (t.importance is not null or t.accepted is not null);

create or replace function topic.complete_addressee() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    select t.version, t.author, t.importance, t.accepted is not null
      into new.version, new.author, new.importance, new.answered
      from topic.topic t where t.id = new.topic;
    return new;
end $$;

create or replace function topic.carry_version() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update topic.addressee
       set version = new.version, importance = new.importance, answered = new.accepted is not null
     where topic = new.id;
    return null;
end $$;
create trigger carry_what_is_sifted after update of importance, accepted on topic.topic
    for each row when (old.importance is distinct from new.importance
                       or (old.accepted is null) <> (new.accepted is null))
    execute function topic.carry_version();

create index addressee_important on topic.addressee (principal, revised_at desc) where importance = 'IMPORTANT';
create index addressee_open_question on topic.addressee (principal, revised_at desc)
    where kind = 'QUESTION' and not answered;

-- The newest topics of the reader that fulfil every chosen condition, from a cursor on. It looks at no more than so many
-- of each of the reader's principals, however many topics there are; where it had to stop before the end, its last row
-- says how far it looked.
create function topic.sifted(kinds text[], of_principal uuid, addressed boolean, own boolean, important boolean,
                             unread boolean, unconfirmed boolean, unanswered boolean,
                             before timestamptz, beside uuid, look integer, at_most integer)
    returns table (topic uuid, revised_at timestamptz, version integer, fresh boolean, matches boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    who   uuid   := membership.reader();
    mine  uuid[] := membership.principals();
    walk  uuid[] := mine;
    found topic.addressee[];
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
    if important then
        found := array(
            select d.line from (
                select distinct on (n.revised_at, n.topic) n.line
                  from unnest(walk) p
                 cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                      where a.principal = p and a.importance = 'IMPORTANT' and a.revised_at <= before
                                        and (a.revised_at < before or a.topic > beside)
                                      order by a.revised_at desc, a.topic limit look) n
                 order by n.revised_at desc, n.topic limit look) d);
    elsif unanswered and kinds = array['QUESTION'] then
        found := array(
            select d.line from (
                select distinct on (n.revised_at, n.topic) n.line
                  from unnest(walk) p
                 cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                      where a.principal = p and a.kind = 'QUESTION' and not a.answered
                                        and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                      order by a.revised_at desc, a.topic limit look) n
                 order by n.revised_at desc, n.topic limit look) d);
    elsif cardinality(kinds) = 1 then
        found := array(
            select d.line from (
                select distinct on (n.revised_at, n.topic) n.line
                  from unnest(walk) p
                 cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                      where a.principal = p and a.kind = kinds[1]
                                        and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                      order by a.revised_at desc, a.topic limit look) n
                 order by n.revised_at desc, n.topic limit look) d);
    else
        found := array(
            select d.line from (
                select distinct on (n.revised_at, n.topic) n.line
                  from unnest(walk) p
                 cross join lateral (select a as line, a.revised_at, a.topic from topic.addressee a
                                      where a.principal = p
                                        and a.revised_at <= before and (a.revised_at < before or a.topic > beside)
                                      order by a.revised_at desc, a.topic limit look) n
                 order by n.revised_at desc, n.topic limit look) d);
    end if;
    return query
    (select c.topic, c.revised_at, c.version, r.topic is null and not o.own, true
       from unnest(found) c
      cross join lateral (select c.author is not distinct from who
                                 or (c.author is null and exists (
                                     select from topic.concealed x where x.document = c.topic and x.person = who)) as own) o
       left join topic.reading r on r.topic = c.topic and r.person = who and r.version = c.version
      where (kinds is null or c.kind = any (kinds))
        and (not sifted.own or o.own)
        and (not (addressed or unread or unconfirmed or (unanswered and not sifted.own)) or not o.own)
        and (of_principal is null or c.principal = of_principal or exists (
                select from topic.addressee a where a.topic = c.topic and a.principal = of_principal))
        and (not unread or r.topic is null)
        and (not unconfirmed or r.confirmed_at is null)
        and (not unanswered or (not c.answered and r.confirmed_at is null and (sifted.own or not exists (
                select from topic.comment s
                 where s.topic = c.topic and s.removed_at is null
                   and (s.organisation = any (mine)
                        or (s.author is null and exists (
                            select from topic.concealed x where x.document = s.id and x.person = who)))))))
      order by c.revised_at desc, c.topic limit at_most)
    union all
    select last.topic, last.revised_at, last.version, false, false
      from unnest(found[look:look]) last;
end $$;

revoke execute on function topic.sifted(text[], uuid, boolean, boolean, boolean, boolean, boolean, boolean,
                                        timestamptz, uuid, integer, integer) from public;
grant execute on function topic.sifted(text[], uuid, boolean, boolean, boolean, boolean, boolean, boolean,
                                       timestamptz, uuid, integer, integer) to ${app};
