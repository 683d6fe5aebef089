-- What a thread came to, in the words of whoever asked or of the Centre. The newest stands above the thread; the
-- earlier ones stay. Of a topic with its organisation hidden the source's own summary carries no author.
create table topic.summary (
    topic        uuid not null references topic.topic,
    number       integer not null check (number > 0),
    author       uuid,
    organisation uuid,
    body         text not null default '' check (length(body) <= 20000),
    at           timestamptz not null,
    primary key (topic, number),
    check ((author is null) = (organisation is null))
);
comment on column topic.summary.body is 'empty: the summary was taken away';

alter table topic.summary enable row level security;
create policy readable on topic.summary for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
create policy by_source_or_centre on topic.summary for insert to ${app}
    with check (exists (select from topic.topic t
                         where t.id = topic and t.state = 'published' and t.kind in ('POST', 'QUESTION', 'BULLETIN')
                           and (case when summary.author is null then t.hidden and topic.source(t.id)
                                     else summary.author = (select membership.reader())
                                          and ((not t.hidden and topic.source(t.id)) or (select membership.at_centre())) end)));
grant select, insert on topic.summary to ${app};

comment on column topic.mention.person is 'whom a text calls: a person, or an office or a community for its people';

-- Which of those whom a text calls will find it, as far as the writer may know: their own offices and communities, and
-- people they know; the source and the Centre know of all. For everybody else there is no answer, as for nobody.
create function topic.reached(of uuid, called uuid[]) returns uuid[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    them        uuid[];
    mine        uuid[] := membership.principals();
    all_of_them boolean;
begin
    select t.addressees into them from topic.topic t where t.id = of and t.addressees && mine;
    if them is null then
        return '{}';
    end if;
    all_of_them := membership.at_centre() or topic.source(of);
    return array(
        select c from unnest(called) c
         where (c = any (mine) and c = any (them))
            or (all_of_them and (exists (select from membership.people_behind(them) b where b.person = c)
                                 or exists (select from membership.belonging h
                                              join membership.people_behind(them) b on b.person = h.person
                                             where h.principal = c and h.since <= now()
                                               and (h.until is null or h.until > now()))))
            or (exists (select from membership.people_behind(them) b where b.person = c)
                and exists (select from membership.people_behind(
                                array(select p from unnest(mine) p
                                       where p <> membership.everyone()
                                         and p not in (select k.id from community.community k where k.everyone_taking_part))
                                || array(select f.id from membership.office f
                                           join membership.organisation o on o.id = f.organisation and o.part = 'CENTRE')) n
                             where n.person = c)));
end $$;

-- What members shared and nobody answered: for the duty desk what it may read, for a community's lead what came to the
-- community. Who stands behind a hidden document is not asked: an open comment answers it, a hidden one does not.
create function topic.unanswered(since timestamptz, before timestamptz, at_most integer) returns setof uuid
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not membership.holds('duty_desk') then
        mine := array(select b.principal from membership.belonging b
                       where b.person = membership.reader() and b.circle = 'community' and b.role = 'lead'
                         and b.principal = any (mine) and b.since <= now() and (b.until is null or b.until > now()));
    end if;
    return query
    select t.id
      from topic.topic t
     where t.id in (select a.topic from unnest(mine) p
                      join topic.addressee a on a.principal = p
                       and a.kind in ('POST', 'QUESTION') and a.revised_at >= since)
       and t.state = 'published' and t.accepted is null
       and t.published_at >= since and t.published_at < before
       and (t.hidden or not exists (select from membership.organisation o where o.id = t.organisation and o.part = 'CENTRE'))
       and not exists (select from topic.comment c
                        where c.topic = t.id and c.removed_at is null
                          and case when t.hidden then not c.hidden else c.author is distinct from t.author end)
       and (t.kind = 'QUESTION'
            or not exists (select from topic.reaction r
                            where r.document = t.id and r.person is distinct from t.author))
     order by t.published_at, t.id
     limit at_most;
end $$;

-- What the reader gave and what they got, about themselves alone; hidden documents of theirs are counted too.
create function topic.give_and_take(since timestamptz, before timestamptz)
    returns table (posts bigint, questions bigint, comments bigint, thanks_given bigint, votes bigint,
                   answers bigint, thanks bigint, accepted bigint, readers bigint)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    who uuid := membership.reader();
begin
    if cardinality(membership.principals()) = 0 then
        return;
    end if;
    return query
    with mine as materialized (
        select t.id, t.kind, t.published_at as at from topic.topic t
         where t.author = who and t.kind in ('POST', 'QUESTION') and t.state = 'published'
        union
        select t.id, t.kind, t.published_at from topic.concealed x
          join topic.topic t on t.id = x.document and t.kind in ('POST', 'QUESTION') and t.state = 'published'
         where x.person = who),
    said as materialized (
        select c.id, c.topic, c.at from topic.comment c where c.author = who and c.removed_at is null
        union
        select c.id, c.topic, c.at from topic.concealed x
          join topic.comment c on c.id = x.document and c.removed_at is null
         where x.person = who)
    select (select count(*) from mine m where m.kind = 'POST' and m.at >= since and m.at < before),
           (select count(*) from mine m where m.kind = 'QUESTION' and m.at >= since and m.at < before),
           (select count(*) from said s where s.at >= since and s.at < before and not exists (select from mine m where m.id = s.topic)),
           (select count(*) from topic.reaction r
             where r.person = who and r.kind = 'useful' and r.at >= since and r.at < before),
           (select count(*) from topic.reaction r
             where r.person = who and r.kind <> 'useful' and r.at >= since and r.at < before),
           (select count(*) from topic.comment c join mine m on m.id = c.topic
             where c.removed_at is null and c.at >= since and c.at < before and not exists (select from said s where s.id = c.id)),
           (select count(*) from topic.reaction r
             where r.kind = 'useful' and r.person <> who and r.at >= since and r.at < before
               and (r.document in (select m.id from mine m) or r.document in (select s.id from said s))),
           (select count(*) from said s join topic.topic t on t.id = s.topic and t.accepted = s.id
             where s.at >= since and s.at < before and not exists (select from mine m where m.id = s.topic)),
           (select count(distinct r.person) from topic.reading r join mine m on m.id = r.topic
             where r.person <> who and r.first_at >= since and r.first_at < before);
end $$;

revoke execute on function topic.reached(uuid, uuid[]), topic.unanswered(timestamptz, timestamptz, integer),
    topic.give_and_take(timestamptz, timestamptz) from public;
grant execute on function topic.reached(uuid, uuid[]), topic.unanswered(timestamptz, timestamptz, integer),
    topic.give_and_take(timestamptz, timestamptz) to ${app};

create index on topic.concealed (person);
create index on topic.reaction (person, at);
