-- What a source or the Centre takes back is taken back wherever it went: entries of collections are handed out no longer,
-- and organisations whose machines got the value are told. Triggers note what has to follow, whatever the way it came.

-- What somebody said of a value has changed; a job lets everything else follow and takes the row away.
create table intel.recall (
    number  bigint generated always as identity primary key,
    value   uuid not null references intel.value,
    keeper  uuid,
    stix_id text,
    at      timestamptz not null default now()
);
comment on column intel.recall.stix_id is 'the object whose entries follow; none for what a topic said';

-- What machines of an organisation got and nobody says to it any more.
create table intel.taken_back (
    organisation uuid not null,
    value        uuid not null references intel.value,
    type         text not null,
    word         text not null,
    run          uuid not null,
    at           timestamptz not null,
    again_at     timestamptz,
    primary key (organisation, value)
);
comment on column intel.taken_back.word is 'kept here: once nobody says it, its words are nobody''s';
comment on column intel.taken_back.again_at is 'when it was said to the organisation again';
create index on intel.taken_back (run);
create index on intel.taken_back (organisation, at desc);

alter table intel.recall enable row level security;
alter table intel.taken_back enable row level security;
create policy own on intel.taken_back for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]));
grant select on intel.taken_back to ${app};

create function intel.recall_added() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value, keeper, stix_id)
    select a.value, a.keeper, a.stix_id from added a where a.withdrawn_how = 'revoked';
    return null;
end $$;
create trigger recall_added after insert on intel.source
    referencing new table as added for each statement execute function intel.recall_added();

create function intel.recall_changed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value, keeper, stix_id)
    select c.value, c.keeper, c.stix_id from changed c join before b on b.id = c.id
     where c.withdrawn_how is distinct from b.withdrawn_how;
    return null;
end $$;
create trigger recall_changed after update on intel.source
    referencing old table as before new table as changed for each statement execute function intel.recall_changed();

create function intel.recall_cited() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value)
    select c.value from changed c join before b on b.topic = c.topic and b.value = c.value
     where c.withdrawn_how is distinct from b.withdrawn_how;
    return null;
end $$;
create trigger recall_cited after update on intel.citation
    referencing old table as before new table as changed for each statement execute function intel.recall_cited();

-- A topic that is withdrawn says nothing any more.
create function intel.recall_topic(topic_id uuid) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.recall (value)
    select c.value from intel.citation c join topic.topic t on t.id = c.topic and t.state <> 'published'
     where c.topic = topic_id and c.withdrawn_at is null $$;

-- Entries may be held back: they stay, for what arrives is compared with them, and nobody is handed them.
alter table intel.entry drop constraint entry_state_check;
alter table intel.entry add constraint entry_state_check check (state between 0 and 4) not valid;
comment on column intel.entry.state is
    '0 the only version, 1 the last of several, 2 the first of several, 3 between, 4 held back';
drop policy readable on intel.entry;
create policy readable on intel.entry for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]) and state < 4);

-- Whether an entry is taken back: by its own organisation or by the Centre, with all the values it speaks of, and not
-- itself followed by the word that says so.
create function intel.is_taken_back(e intel.entry) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (
        select from intel.source s
         cross join lateral (select (extract(epoch from s.version) * 1000000)::bigint as version) m
         where s.stix_id = e.stix_id
           and (s.keeper = e.source
                or exists (select from membership.organisation o where o.id = s.keeper and o.part = 'CENTRE'))
           and (s.withdrawn_how = 'person' and e.version <= m.version
                or s.withdrawn_how = 'revoked' and e.version < m.version)
           and not exists (select from intel.entry n
                            where n.shelf = e.shelf and n.stix_id = e.stix_id and n.version > e.version
                              and (n.version > m.version or s.withdrawn_how = 'revoked' and n.version = m.version))
           and not exists (select from intel.source o
                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.withdrawn_at is null)) $$;

-- Holds entries back, or hands them out again: then they move to the end, so that nobody who polls misses them.
create function intel.hold_back(collection_id uuid, ids text[])
    returns table (last bigint, held bigint, released bigint)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    head_at bigint;
    gone    bigint;
    back    bigint;
begin
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    update intel.entry e set state = 4
      from (select x.shelf, x.state, x.position from intel.shelf s join intel.entry x on x.shelf = s.id
             where s.collection = collection_id and x.stix_id = any (ids) and x.state < 4 and intel.is_taken_back(x)) c
     where e.shelf = c.shelf and e.state = c.state and e.position = c.position;
    get diagnostics gone = row_count;
    update intel.entry e set state = 3, position = case when c.newest then head_at + c.number else e.position end
      from (select x.shelf, x.position, row_number() over (order by x.position) as number,
                   not exists (select from intel.entry n
                                where n.shelf = x.shelf and n.stix_id = x.stix_id and n.version > x.version) as newest
              from intel.shelf s join intel.entry x on x.shelf = s.id
             where s.collection = collection_id and x.stix_id = any (ids) and x.state = 4
               and not intel.is_taken_back(x)) c
     where e.shelf = c.shelf and e.state = 4 and e.position = c.position;
    get diagnostics back = row_count;
    update intel.entry e set state = r.state
      from (select v.shelf, v.position, v.before,
                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                        when v.number = 1 then 2 else 3 end as state
              from (select o.shelf, o.position, o.state as before,
                           row_number() over (partition by o.shelf, o.stix_id order by o.version) as number,
                           count(*) over (partition by o.shelf, o.stix_id) as total
                      from intel.entry o join intel.shelf s on s.id = o.shelf
                     where s.collection = collection_id and o.stix_id = any (ids) and o.state < 4) v) r
     where e.shelf = r.shelf and e.state = r.before and e.position = r.position and e.state <> r.state;
    update intel.head set position = position + back where collection = collection_id and back > 0;
    return query select head_at + back, gone, back;
end $$;

-- As before, with what is held back left where it is.
create or replace function intel.remove_entries(
    collection_id uuid, account uuid, own uuid, object_id text, positions bigint[])
    returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    removed integer;
begin
    if not intel.may_write(collection_id, account) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.position = any (positions)
       and e.source = own
       and exists (select from membership.seat t
                    where t.person = account and t.organisation = own and (t.until is null or t.until > now()));
    get diagnostics removed = row_count;
    update intel.entry e set state = r.state
      from (select v.shelf, v.position,
                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                        when v.number = 1 then 2 else 3 end as state
              from (select o.shelf, o.position,
                           row_number() over (partition by o.shelf order by o.version) as number,
                           count(*) over (partition by o.shelf) as total
                      from intel.entry o join intel.shelf s on s.id = o.shelf
                     where s.collection = collection_id and o.stix_id = object_id and o.state < 4) v) r
     where e.shelf = r.shelf and e.position = r.position and e.stix_id = object_id and e.state <> r.state;
    return removed;
end $$;

-- What has to follow, and the collections in which it stands with those who made them: the job acts for them.
create function intel.recalls_waiting(at_most integer)
    returns table (number bigint, collection uuid, maker uuid, stix_id text, object uuid, how text)
    language sql stable security definer
    set search_path = ''
    as $$
    select w.number, c.id, c.created_by, w.stix_id, s.object, s.withdrawn_how
      from (select * from intel.recall r order by r.number limit at_most) w
      left join intel.source s on s.value = w.value and s.keeper = w.keeper and s.stix_id = w.stix_id
      left join intel.collection c on w.stix_id is not null and exists (
               select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
                where f.collection = c.id)
     order by w.number $$;

-- Whether somebody still says a value to an organisation, so that its machines may hold it: the rule of intel.leaving and
-- of collections, asked for one organisation.
create function intel.said_to(value_id uuid, organisation_id uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    own  uuid[] := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide uuid[] := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null);
begin
    return exists (
            select from intel.source s
             where s.value = value_id and s.withdrawn_at is null and (s.valid_until is null or s.valid_until > now())
               and s.tlp <> 'RED'
               and (s.addressees && own or s.tlp <> 'AMBER_STRICT' and s.addressees && wide
                    or exists (select from intel.consumer k
                                 join intel.shelf f on f.collection = k.collection
                                  and (f.keeper is null or f.keeper = organisation_id
                                       or exists (select from intel.naming n
                                                   where n.collection = k.collection and n.source = f.keeper
                                                     and n.named = organisation_id))
                                 join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4
                                where k.organisation = organisation_id)))
        or exists (
            select from intel.citation c
              join topic.topic t on t.id = c.topic and t.state = 'published'
             where c.value = value_id and c.withdrawn_at is null and t.tlp <> 'RED'
               and (t.addressees && own or t.tlp <> 'AMBER_STRICT' and t.addressees && wide));
end $$;

-- Notes for every organisation whose machines got such a value, by a list or from a collection, that nobody says it to
-- them any more, or that somebody does again; then the rows that waited are done. How many are new.
create function intel.tell_recalls(numbers bigint[], run_id uuid, moment timestamptz) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    told bigint;
begin
    update intel.taken_back t set again_at = moment
     where t.again_at is null
       and t.value in (select r.value from intel.recall r where r.number = any (numbers))
       and intel.said_to(t.value, t.organisation);
    insert into intel.taken_back as t (organisation, value, type, word, run, at)
    select g.organisation, g.value, v.type, v.value, run_id, moment
      from (select w.value, h.organisation
              from (select distinct r.value from intel.recall r where r.number = any (numbers)) w
              join intel.held h on h.value = w.value and (h.until is null or h.until > moment - interval '30 days')
             union
            select w.value, k.organisation
              from (select distinct r.value, r.stix_id from intel.recall r
                     where r.number = any (numbers) and r.stix_id is not null) w
             cross join intel.shelf f
              join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
              join intel.consumer k on k.collection = f.collection
             where (f.keeper is null or f.keeper = k.organisation
                    or exists (select from intel.naming n where n.collection = f.collection and n.source = f.keeper
                                                            and n.named = k.organisation))
               and exists (select from intel.delivery d
                            where d.account = k.account and d.collection = f.collection
                              and d.first <= e.position and d.last >= e.position)) g
      join intel.value v on v.id = g.value
     where not intel.said_to(g.value, g.organisation)
        on conflict (organisation, value) do update
       set run = excluded.run, at = excluded.at, again_at = null
     where t.again_at is not null;
    get diagnostics told = row_count;
    delete from intel.recall r where r.number = any (numbers);
    return told;
end $$;

-- When machines of the reader's organisations fetched the stretch of a collection in which a value stands.
create function intel.fetched(value_id uuid)
    returns table (account uuid, collection uuid, title text, hour timestamptz, back boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select d.account, d.collection, c.title, min(d.hour), bool_and(e.state = 4)
      from (select distinct s.stix_id from intel.source s where s.value = value_id) w
     cross join intel.shelf f
      join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
      join intel.collection c on c.id = f.collection
      join intel.delivery d on d.collection = f.collection and d.organisation = any (mine)
                           and d.first <= e.position and d.last >= e.position
     where f.keeper is null or f.keeper = d.organisation
        or exists (select from intel.naming n where n.collection = f.collection and n.source = f.keeper
                                                and n.named = d.organisation)
     group by d.account, d.collection, c.title
     order by 4 desc
     limit 100;
end $$;
create index on intel.delivery (organisation, collection);

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
revoke execute on function intel.recall_added() from ${app};
revoke execute on function intel.recall_changed() from ${app};
revoke execute on function intel.recall_cited() from ${app};
revoke execute on function intel.is_taken_back(intel.entry) from ${app};
revoke execute on function intel.said_to(uuid, uuid) from ${app};
