-- A word that may go on (ランサム… finds ランサムウェア) was looked for by its beginning: the index then gathers every document with
-- any such word before it asks who reads, 10,000 of them for 21 that are shown. Words that are known by name are looked for
-- together with reader and time, and what does not fit is passed over. The vocabulary holds each word of any text once, without
-- saying where it stands; nobody but the search asks it.
create table topic.vocabulary (
    word text collate "C" primary key
);
alter table topic.vocabulary enable row level security;
comment on table topic.vocabulary is 'every word that stands in a text which can be searched, once';

insert into topic.vocabulary (word) select s.word from ts_stat('select words from topic.words') s;

-- In order, so that two who bring the same new words wait for each other and never in a ring.
create function topic.learn_words() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into topic.vocabulary (word)
    select said.word
      from written w
     cross join lateral unnest(tsvector_to_array(w.words)) said(word)
     where not exists (select from topic.vocabulary v where v.word = said.word)
     group by said.word
     order by said.word
        on conflict do nothing;
    return null;
end $$;
revoke execute on function topic.learn_words() from public;
grant execute on function topic.learn_words() to ${app};

create function topic.learn_changed_words() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into topic.vocabulary (word)
    select said.word
      from written w
      join before b on b.document = w.document and b.words <> w.words
     cross join lateral unnest(tsvector_to_array(w.words)) said(word)
     where not exists (select from topic.vocabulary v where v.word = said.word)
     group by said.word
     order by said.word
        on conflict do nothing;
    return null;
end $$;
revoke execute on function topic.learn_changed_words() from public;
grant execute on function topic.learn_changed_words() to ${app};

create trigger learn_words after insert on topic.words
    referencing new table as written for each statement execute function topic.learn_words();
create trigger learn_changed_words after update on topic.words
    referencing old table as before new table as written for each statement execute function topic.learn_changed_words();

-- The same question with each beginning replaced by the words that begin so. Where there are more than 64, or where quoting is
-- needed, the beginning stays, which finds the same. It has no rights of its own: only the search, which has, can ask it.
create function topic.spelled_out(asked tsquery) returns tsquery
    language plpgsql stable
    set search_path = ''
    as $$
declare
    question  text := asked::text;
    beginning text;
    words     text[];
begin
    if question is null or strpos(question, ':*') = 0 or strpos(question, '''''') > 0 or strpos(question, '\') > 0 then
        return asked;
    end if;
    for beginning in select distinct m[1] from regexp_matches(question, '''([^'']+)'':\*', 'g') m loop
        words := array(select v.word from topic.vocabulary v
                        where v.word >= beginning and v.word < beginning || chr(1114111)
                        order by v.word limit 65);
        if cardinality(words) between 1 and 64 and array_to_string(words, '') !~ '[''\\]' then
            question := replace(question, '''' || beginning || ''':*', '( ''' || array_to_string(words, ''' | ''') || ''' )');
        end if;
    end loop;
    return question::tsquery;
end $$;
revoke execute on function topic.spelled_out(tsquery) from public;

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
    wanted tsquery := topic.spelled_out(asked);
begin
    if of_principal is not null then
        mine := array(select p from unnest(mine) p where p = of_principal);
    end if;
    if sort = 'rank' or partial is not null then
        return query
        select w.document, w.topic, ts_rank(w.words, asked), w.revised_at
          from topic.words w
         where w.addressees && mine
           and ((numnode(asked) > 0 and w.words @@ wanted) or (partial is not null and w.plain like partial))
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
                 where w.addressees && mine and w.words @@ wanted and w.eras && recent
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
