-- What changed is looked at value by value. Where everything may have changed, the job walks through the values in their order,
-- some at a time: each is joined with the collections once. Only what has become different is written.
create index on intel.cited_anew (number) where value is null;

-- Another walk is of use only when none is to be made yet.
create or replace function intel.cite_all_anew() returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.cited_anew (value)
    select null where intel.tells_citations() and not exists (select from intel.cited_anew q where q.value is null) $$;

-- As before. A walk that is under way may have passed what changes now: this always asks for one.
create or replace function intel.cite_for_collection_anew() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.cited_anew (value) select null where intel.tells_citations();
    return null;
end $$;

-- Some of what may have changed, and all that asks for a walk.
drop function intel.cited_anew_up_to(integer);
create function intel.cited_anew_up_to(at_most integer) returns table (number bigint, value uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    (select q.number, q.value from intel.cited_anew q where q.value is not null order by q.number limit at_most)
     union all
    (select q.number, null from intel.cited_anew q where q.value is null order by q.number) $$;

-- The next values that are cited, or stand in a collection: one look into each index for each of them.
create function intel.cited_values(after uuid, at_most integer) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    with recursive walk as (
        select after as value, 0 as number
         union all
        select least((select x.value from intel.citation x where x.value > w.value order by x.value limit 1),
                     (select k.value from intel.cited k where k.value > w.value order by k.value limit 1)), w.number + 1
          from walk w where w.number < at_most and w.value is not null)
    select array(select w.value from walk w where w.number > 0 and w.value is not null order by w.number) $$;

-- As before, for some values, whether they are noted as they are or not.
drop function intel.citations_due(bigint[], integer);
create function intel.citations_due(wanted uuid[])
    returns table (collection uuid, maker uuid, value uuid, type text, word text, tlp text, topics uuid[],
                   confidences integer[], lasts timestamptz[], first_at timestamptz, everybody boolean, now_said text,
                   noted boolean, state text, said text, round integer, object text, created timestamptz, modified timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        return;
    end if;
    return query
    with saying as (
        select c.id as collection, x.value,
               (array['CLEAR', 'GREEN', 'AMBER'])[max(intel.strictness(t.tlp))] as tlp,
               array_agg(x.topic order by x.topic) as topics,
               array_agg(coalesce(x.confidence, -1)::integer order by x.topic) as confidences,
               array_agg(x.last_at order by x.topic) as lasts, min(x.first_at) as first_at,
               bool_and(intel.is_for_everybody(t.addressees)) as everybody,
               md5(string_agg(concat_ws(' ', x.topic, t.tlp, x.confidence, x.last_at), ',' order by x.topic)) as said
          from intel.collection c
          join intel.citation x on x.value = any (wanted) and x.withdrawn_at is null
          join topic.topic t on t.id = x.topic and t.state = 'published' and t.tlp in ('CLEAR', 'GREEN', 'AMBER')
         where (c.published or exists (select from intel.cited k where k.collection = c.id and k.value = x.value
                                                                  and k.state = 'told'))
           and intel.strictness(t.tlp) <= intel.strictness(c.tlp)
           and intel.is_for_readers(t.addressees, t.organisation, c.community, c.readers)
           and (t.tlp <> 'AMBER'
                or not exists (select from membership.organisation o
                                where o.part = 'CTI_PROVIDER'
                                  and (o.id = any (c.readers)
                                       or exists (select from membership.seat s
                                                   where s.organisation = o.id and s.person = any (c.readers)))))
         group by c.id, x.value),
    told as (select k.* from intel.cited k where k.value = any (wanted))
    select coalesce(s.collection, k.collection), c.created_by, v.id, v.type, v.value, s.tlp, s.topics, s.confidences,
           s.lasts, s.first_at, coalesce(s.everybody, true) and coalesce(k.everybody, true), coalesce(s.said, ''),
           coalesce(k.said = coalesce(s.said, '') and (not k.everybody or coalesce(s.everybody, true)), false),
           coalesce(k.state, ''), coalesce(k.said, ''), coalesce(k.round, 0), k.object, k.created, k.modified
      from saying s
      full join told k on k.collection = s.collection and k.value = s.value
      join intel.collection c on c.id = coalesce(s.collection, k.collection)
      join intel.value v on v.id = coalesce(s.value, k.value)
     where not coalesce(k.waits, false) and (s.said is not null or k.said <> '')
     order by 1, 3;
end $$;

create or replace function intel.note_cited(
    collection_id uuid, value_id uuid, state_of text, said_of text, round_of integer, stix_id_of text, object_of text,
    created_at timestamptz, modified_at timestamptz, everybody_of boolean, waits_for boolean) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.cited as k (collection, value, state, said, round, stix_id, object, created, modified, everybody, waits)
    values (collection_id, value_id, state_of, said_of, round_of, stix_id_of, object_of, created_at, modified_at,
            everybody_of, waits_for)
        on conflict (collection, value) do update
       set state = excluded.state, said = excluded.said, round = excluded.round, stix_id = excluded.stix_id,
           object = excluded.object, created = excluded.created, modified = excluded.modified,
           everybody = excluded.everybody, waits = excluded.waits $$;

alter table intel.cited drop column checked_at;

do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
