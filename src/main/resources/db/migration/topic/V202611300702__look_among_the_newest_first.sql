-- A search by date looks among the newest first, and further back only until its page is full: what it costs follows what is
-- shown, not what was ever written. A day, eight days, 64 days and all time are eras of a document; each size has numbers of
-- its own, so that one index finds words, readers and eras together.
create function topic.eras(moment timestamptz) returns integer[]
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select array[day, 1000000 + day / 8, 2000000 + day / 64, 0]
      from (select floor(extract(epoch from moment at time zone 'UTC') / 86400)::integer) d(day) $$;
revoke execute on function topic.eras(timestamptz) from public;

alter table topic.words add column eras integer[] not null generated always as (topic.eras(revised_at)) stored;
comment on column topic.words.eras is 'day, eight days, 64 days and all time in which it was written, the shortest first';

create index on topic.words using gin (words, addressees, eras);
create index on topic.words (revised_at);
drop index topic.words_words_addressees_idx;

-- Two eras of one size, the newest and the one before: what is in neither is older than all that is in them.
create or replace function topic.search(asked tsquery, partial text, of_kind text, of_information text, of_tlp text,
                                        of_principal uuid, since timestamptz, sort text, start integer, at_most integer)
    returns table (document uuid, topic uuid, rank real, revised_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine   uuid[] := membership.principals();
    newest integer[];
    recent integer[];
    hits   uuid[];
begin
    if of_principal is not null then
        mine := array(select p from unnest(mine) p where p = of_principal);
    end if;
    if sort = 'rank' or partial is not null then
        return query
        select w.document, w.topic, ts_rank(w.words, asked), w.revised_at
          from topic.words w
         where w.addressees && mine
           and ((numnode(asked) > 0 and w.words @@ asked) or (partial is not null and w.plain like partial))
           and (of_kind is null or w.kind = of_kind)
           and (of_information is null or w.information_kind = of_information)
           and (of_tlp is null or w.tlp = of_tlp)
           and (since is null or w.revised_at >= since)
         order by case when sort = 'rank' then -ts_rank(w.words, asked) end, w.revised_at desc, w.document
        offset start limit at_most;
        return;
    end if;
    newest := (select w.eras from topic.words w order by w.revised_at desc limit 1);
    for size in 1 .. coalesce(cardinality(newest), 0) loop
        recent := array[newest[size], newest[size] - 1];
        hits := array(
            with found as materialized (
                select w.document, w.revised_at
                  from topic.words w
                 where w.addressees && mine and w.words @@ asked and w.eras && recent
                   and (of_kind is null or w.kind = of_kind)
                   and (of_information is null or w.information_kind = of_information)
                   and (of_tlp is null or w.tlp = of_tlp)
                   and (since is null or w.revised_at >= since))
            select f.document from found f order by f.revised_at desc, f.document limit start + at_most);
        exit when cardinality(hits) = start + at_most;
    end loop;
    return query
    select w.document, w.topic, null::real, w.revised_at
      from unnest(hits[start + 1:]) with ordinality h(document, place)
      join topic.words w on w.document = h.document
     order by h.place;
end $$;
