-- A list that leaves something out looked at 2,000 of each of its reader's addresses before it kept the first hundred: with 200,000
-- topics a first page cost twenty times as much as with 2,000. It looks at twice as many as are wanted, and at more only where too few are left.
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
        select c.topic, c.revised_at, c.version, r.topic is null and not o.own, true
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
