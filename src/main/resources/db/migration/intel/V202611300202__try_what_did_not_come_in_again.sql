-- What a collection did not take waits on and is tried again, each time after twice as long, and after the last time no more
-- until something about it changes.
alter table intel.cited
    add column tries integer not null default 0,
    add column next_at timestamptz;
comment on column intel.cited.tries is 'how often the collection has refused what waits';
comment on column intel.cited.next_at is 'when what was refused is brought again; for ever after: not any more';

-- As before, for some values, whether they are noted as they are or not. Also what was refused may be decided anew; a last word
-- only when it is brought no more.
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
     where (not coalesce(k.waits, false) or k.tries > 0 and (k.state = 'told' or k.next_at = 'infinity'))
       and (s.said is not null or k.said <> '')
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
           everybody = excluded.everybody,
           waits = k.waits or excluded.waits, tries = case when excluded.waits then 0 else k.tries end,
           next_at = case when excluded.waits then null else k.next_at end $$;

create or replace function intel.cited_waiting() returns table (collection uuid, maker uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by from intel.collection c
     where exists (select from intel.cited k
                    where k.collection = c.id and k.waits and (k.next_at is null or k.next_at <= now()))
     order by c.id $$;

create or replace function intel.cited_objects(collection_id uuid, at_most integer) returns table (value uuid, object text)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.value, k.object from intel.cited k
     where k.collection = collection_id and k.waits and (k.next_at is null or k.next_at <= now())
     order by k.modified, k.value limit at_most $$;

create or replace function intel.note_cited_brought(collection_id uuid, ids uuid[]) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.cited k set waits = false, tries = 0, next_at = null
     where k.collection = collection_id and k.value = any (ids) $$;

create function intel.note_cited_refused(collection_id uuid, ids uuid[], most integer) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.cited k
       set tries = k.tries + 1,
           next_at = case when k.tries + 1 < most then now() + interval '1 minute' * 2 ^ k.tries else 'infinity' end
     where k.collection = collection_id and k.value = any (ids) and k.waits $$;

revoke execute on function intel.citations_due(uuid[]) from public;
grant execute on function intel.citations_due(uuid[]) to ${app};
revoke execute on function intel.note_cited_refused(uuid, uuid[], integer) from public;
grant execute on function intel.note_cited_refused(uuid, uuid[], integer) to ${app};
