-- What was ever said in a matter, in the spelling under which it is searched: also what was changed later, and what its
-- reporter took back. Nobody reads it; the door below asks it whether a value stands there.
create table sanitised.heard (
    document uuid not null,
    digest   bytea not null,
    topic    uuid not null references topic.topic on delete cascade,
    plain    text not null,
    primary key (document, digest)
);
create index on sanitised.heard (topic);
create index on sanitised.heard using gin (plain gin_trgm_ops);
alter table sanitised.heard enable row level security;

create function sanitised.hear() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into sanitised.heard (document, digest, topic, plain)
    values (new.document, sha256(convert_to(new.plain, 'UTF8')), new.topic, new.plain)
    on conflict do nothing;
    return null;
end $$;
create trigger hear after insert or update of plain on topic.words
    for each row when (new.kind = 'MATTER') execute function sanitised.hear();

insert into sanitised.heard (document, digest, topic, plain)
select w.document, sha256(convert_to(w.plain, 'UTF8')), w.topic, w.plain from topic.words w where w.kind = 'MATTER';

-- A text in which what was made harmless is written as it is.
create function sanitised.armed(harmless text) returns text
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select regexp_replace(regexp_replace(regexp_replace(regexp_replace(
               lower(normalize(harmless, NFKC)), '[[({](\.|dot)[])}]', '.', 'g'), '[[({]:[])}]', ':', 'g'),
               '[[({](@|at)[])}]', '@', 'g'), 'h(xx|\*\*)p', 'http', 'g') $$;

-- Which of these values stand in matters of others than the Centre: in their words, or as the hash of a file in them. For
-- each the matter, if the reader reads it; whether its reporter agreed to tell the value under this label; and which of
-- these organisations they have not let have it. What counts is the reporter's last answer, about the words they were
-- shown. A value may be asked for in several spellings under one place.
create function sanitised.unpermitted(places integer[], spellings text[], label text, organisations uuid[])
    returns table (place integer, matter uuid, agreed boolean, refused uuid[])
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not intel.blocking() then
        return;
    end if;
    return query
    with asked as materialized (
        select a.place, '%' || regexp_replace(a.text, '([\\%_])', '\\\1', 'g') || '%' as part,
               '(^|[^a-z0-9_.-]|\*\.)' || regexp_replace(a.text, '([][{}().*+?^|\\$])', '\\\1', 'g')
               || '(?![a-z0-9_-])(?!\.[a-z0-9])' as whole,
               case when a.text ~ '^[0-9a-f]{64}$' then decode(a.text, 'hex') end as hash
          from unnest(places, spellings) as a(place, text)),
    found as materialized (
        select n.place, n.whole, n.topic
          from (select a.place, a.whole, h.topic, h.plain
                  from asked a join sanitised.heard h on h.plain like a.part offset 0) n
         where n.plain ~ n.whole
         union
        select a.place, a.whole, f.topic from asked a join topic.file f on f.sha256 = a.hash),
    stands as (
        select f.place, array_agg(distinct f.whole) as wholes, m.topic as matter, m.status,
               bool_or(t.addressees && mine) as readable
          from found f
          join topic.topic t on t.id = f.topic
          join desk.matter m on m.topic = coalesce(t.parent, t.id)
          join desk.reporter r on r.matter = m.topic
          join membership.organisation o on o.id = r.organisation and o.part <> 'CENTRE'
         group by f.place, m.topic, m.status)
    select s.place, case when s.readable then s.matter end, y.tlp is not null,
           array(select o.id from unnest(organisations) as o(id)
                  where y.tlp is null
                     or y.tlp not in ('CLEAR', 'GREEN')
                        and not y.audience && intel.within_earshot(o.id, y.tlp = 'AMBER'))
      from stands s
      left join lateral (
          select x.shown ->> 'tlp' as tlp,
                 array(select jsonb_array_elements_text(x.shown -> 'audience')::uuid) as audience
            from sanitised.chain c
           cross join lateral (select k.shown, n.agreed
                                 from sanitised.asking k join sanitised.answer n on n.asking = k.id
                                where k.manuscript = c.manuscript
                                order by k.at desc, n.at desc limit 1) x
           where c.matter = s.matter and s.status <> 'WITHDRAWN' and x.agreed
             and intel.strictness(x.shown ->> 'tlp') <= intel.strictness(label)
             and (select sanitised.armed(string_agg(w.word #>> '{}', ' '))
                    from jsonb_path_query(x.shown -> 'copy', 'strict $.** ? (@.type() == "string")') as w(word))
                 ~ any (s.wholes)
      ) y on true;
end $$;

revoke execute on function sanitised.hear() from public;
revoke execute on function sanitised.armed(text) from public;
revoke execute on function sanitised.unpermitted(integer[], text[], text, uuid[]) from public;
grant execute on function sanitised.unpermitted(integer[], text[], text, uuid[]) to ${app};
