-- What bulletins cite goes into collections that an administrator has opened for it. Triggers note whatever may change what
-- belongs there; a job writes down the object that has to follow, before it brings it, so that it brings the same one again
-- when it is killed in between.
alter table intel.collection add column published boolean not null default false;
comment on column intel.collection.published is 'whether what bulletins cite is brought into it';
grant update (published) on intel.collection to ${app};

create table intel.cited_anew (
    number bigint generated always as identity primary key,
    value  uuid,
    at     timestamptz not null default now()
);
comment on column intel.cited_anew.value is 'none: all of them';

create table intel.cited (
    collection uuid not null references intel.collection,
    value      uuid not null references intel.value,
    state      text not null check (state in ('told', 'kept', 'revoked')),
    said       text not null,
    round      integer not null,
    stix_id    text,
    object     text,
    created    timestamptz,
    modified   timestamptz,
    everybody  boolean not null,
    waits      boolean not null,
    checked_at timestamptz not null default now(),
    check ((object is null) = (stix_id is null)),
    primary key (collection, value)
);
comment on column intel.cited.state is 'kept: something keeps it from going, as a warning list does';
comment on column intel.cited.said is 'what the last look found said, to see whether it has changed';
comment on column intel.cited.round is 'a revoked id is over for ever: the next time the value is told under another';
comment on column intel.cited.object is 'the last object made of it; it waits to be brought, or has been';
comment on column intel.cited.everybody is 'whether only what everybody may read was told';
create index on intel.cited (collection) where waits;
create index on intel.cited (value);
create index on intel.cited (stix_id);
alter table intel.cited_anew enable row level security;
alter table intel.cited enable row level security;

create function intel.tells_citations() returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (select from intel.collection c where c.published) or exists (select from intel.cited) $$;

create function intel.cite_anew() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.cited_anew (value)
    select distinct c.value from changed c where intel.tells_citations();
    return null;
end $$;
create trigger cite_anew_added after insert on intel.citation
    referencing new table as changed for each statement execute function intel.cite_anew();
create trigger cite_anew_changed after update on intel.citation
    referencing new table as changed for each statement execute function intel.cite_anew();

-- Its label, its readers and whether it stands are the topic's.
create function intel.cite_topic_anew() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.cited_anew (value)
    select c.value from intel.citation c
     where c.topic = new.id and intel.tells_citations();
    return null;
end $$;
create trigger cite_topic_anew after update of state, tlp, addressees on topic.topic
    for each row when (new.kind = 'BULLETIN'
                       and (old.state, old.tlp, old.addressees) is distinct from (new.state, new.tlp, new.addressees))
    execute function intel.cite_topic_anew();

create function intel.cite_all_anew() returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.cited_anew (value)
    select null where intel.tells_citations() $$;

create function intel.cite_for_collection_anew() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.cite_all_anew();
    return null;
end $$;
create trigger cite_for_collection_anew after update of published, tlp, readers on intel.collection
    for each row when ((new.published or old.published)
                       and (old.published, old.tlp, old.readers) is distinct from (new.published, new.tlp, new.readers))
    execute function intel.cite_for_collection_anew();

-- Whether all readers of a collection may read what a bulletin says: it is for everybody; or the collection stands in the
-- API root of a community that the bulletin is for, and nobody reads there whom the bulletin is not for.
create function intel.is_for_everybody(addressees uuid[]) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select addressees && (array[membership.everyone()] || array(
        select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)) $$;

create function intel.is_for_readers(addressees uuid[], source uuid, community_id uuid, readers uuid[]) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select intel.is_for_everybody(addressees)
        or coalesce(community_id = any (addressees) and readers <@ (addressees || source), false) $$;

-- What belongs into collections (or went there while they were open) and is not there as it should be, or no longer belongs there. TLP:AMBER+STRICT goes to
-- whom its source names and TLP:RED to nobody: neither goes here. Providers get no TLP:AMBER.
create function intel.citations_due(numbers bigint[], at_most integer)
    returns table (collection uuid, maker uuid, value uuid, type text, word text, tlp text, topics uuid[],
                   confidences integer[], lasts timestamptz[], first_at timestamptz, everybody boolean, now_said text,
                   state text, said text, round integer, object text, created timestamptz, modified timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    every  boolean;
    asked  timestamptz;
    wanted uuid[];
begin
    if membership.reader() is not null then
        return;
    end if;
    select bool_or(q.value is null), max(q.at), array_agg(distinct q.value)
      into every, asked, wanted
      from intel.cited_anew q where q.number = any (numbers);
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
          join intel.citation x on (every or x.value = any (wanted)) and x.withdrawn_at is null
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
    told as (select k.* from intel.cited k where every or k.value = any (wanted))
    select coalesce(s.collection, k.collection), c.created_by, v.id, v.type, v.value, s.tlp, s.topics, s.confidences,
           s.lasts, s.first_at, coalesce(s.everybody, true) and coalesce(k.everybody, true), coalesce(s.said, ''),
           coalesce(k.state, ''), coalesce(k.said, ''), coalesce(k.round, 0), k.object, k.created, k.modified
      from saying s
      full join told k on k.collection = s.collection and k.value = s.value
      join intel.collection c on c.id = coalesce(s.collection, k.collection)
      join intel.value v on v.id = coalesce(s.value, k.value)
     where not coalesce(k.waits, false)
       and (s.said is distinct from nullif(k.said, '') or s.said is not null and k.checked_at < asked)
     order by 1, 3
     limit at_most;
end $$;

create function intel.cited_anew_up_to(at_most integer) returns bigint[]
    language sql stable security definer
    set search_path = ''
    as $$
    select array(select q.number from intel.cited_anew q order by q.number limit at_most) $$;

create function intel.cited_anew_done(numbers bigint[]) returns void
    language sql security definer
    set search_path = ''
    as $$
    delete from intel.cited_anew q where q.number = any (numbers) $$;

create function intel.note_cited(
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
           everybody = excluded.everybody, waits = excluded.waits, checked_at = now() $$;

create function intel.cited_waiting() returns table (collection uuid, maker uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by from intel.collection c
     where exists (select from intel.cited k where k.collection = c.id and k.waits) order by c.id $$;

create function intel.cited_objects(collection_id uuid, at_most integer) returns table (value uuid, object text)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.value, k.object from intel.cited k
     where k.collection = collection_id and k.waits order by k.modified, k.value limit at_most $$;

create function intel.note_cited_brought(collection_id uuid, ids uuid[]) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.cited k set waits = false where k.collection = collection_id and k.value = any (ids) $$;

-- Whether something is in a collection that not everybody may read: its readers must not become more.
create function intel.tells_a_few(collection_id uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (select from intel.cited k
                    where k.collection = collection_id and k.object is not null and not k.everybody) $$;

-- What was told of citations is revoked with the citations.
create or replace function intel.recalls_waiting(at_most integer)
    returns table (number bigint, collection uuid, maker uuid, stix_id text, object uuid, how text)
    language sql stable security definer
    set search_path = ''
    as $$
    select w.number, c.id, c.created_by, w.stix_id, s.object,
           case when not exists (select from intel.cited k
                                  where k.collection = c.id and k.stix_id = w.stix_id)
                 and (s.tlp in ('CLEAR', 'GREEN')
                      or exists (select from intel.shelf f
                                   join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                                   join intel.object o on o.id = s.object and o.sha256 = encode(e.sha256, 'hex')
                                  where f.collection = c.id and f.keeper is null))
                 and (s.withdrawn_how <> 'revoked' or s.bringer is null
                      or exists (select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                                  where f.collection = c.id and e.source = s.bringer))
                then s.withdrawn_how end
      from (select * from intel.recall r order by r.number limit at_most) w
      left join intel.source s on s.value = w.value and s.keeper = w.keeper and s.stix_id = w.stix_id
                              and s.bringer is not distinct from w.bringer
      left join intel.collection c on w.stix_id is not null and exists (
               select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                where f.collection = c.id)
     order by w.number $$;

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
revoke execute on function intel.tells_citations() from ${app};
revoke execute on function intel.cite_anew() from ${app};
revoke execute on function intel.cite_topic_anew() from ${app};
revoke execute on function intel.cite_for_collection_anew() from ${app};
revoke execute on function intel.is_for_everybody(uuid[]) from ${app};
revoke execute on function intel.is_for_readers(uuid[], uuid, uuid, uuid[]) from ${app};
