-- What a provider reads out of a collection carries what has a closed vocabulary or a machine's format; words go when a person
-- has let them out. Of each entry that a provider may read, a copy is kept as it leaves, with a place of its own: readers at
-- providers are handed these copies, everybody else the entries as before.

-- Shelves that somebody at a provider reads, and how far they are followed.
create table intel.outward_shelf (
    shelf integer primary key references intel.shelf,
    since bigint not null,
    done  bigint not null
);
comment on column intel.outward_shelf.since is 'copies of what stood up to here stand at the places of their entries';
comment on column intel.outward_shelf.done is 'up to which place new entries have been looked at; the lowest while nobody reads';

-- The last place given to a copy in a collection.
create table intel.outward_head (
    collection uuid primary key references intel.collection,
    position   bigint not null
);

create table intel.outward (
    position bigint not null,
    version  bigint not null,
    base     bigint not null,
    shelf    integer not null,
    lane     integer not null,
    size     integer not null,
    state    smallint not null check (state between -4 and 4),
    digits   smallint not null,
    audience smallint not null check (audience between 0 and 2),
    source   uuid not null,
    tlp      text not null,
    sha256   bytea not null,
    stix_id  text not null,
    raw      bytea not null,
    was      bigint[],
    primary key (shelf, stix_id, base, audience)
) with (toast_tuple_target = 8160);
alter table intel.outward alter column raw set storage external;
comment on column intel.outward.base is 'the version of its entry; its own is newer once a person has let words out';
comment on column intel.outward.state is 'as that of its entry; 4 handed out no longer, and without its bytes';
comment on column intel.outward.audience is '0 all readers at providers, 1 all but who brought it, 2 who brought it, whole';
comment on column intel.outward.was is 'where it stood before, in that order';
create unique index on intel.outward (shelf, state, position, audience);
create index on intel.outward (lane, state, position);
create index on intel.outward (lane, version, position);
create index on intel.outward (shelf, stix_id, version);

-- Entries whose copies have to be made anew.
create table intel.outward_due (
    number  bigint generated always as identity primary key,
    shelf   integer not null references intel.shelf,
    stix_id text not null,
    version bigint not null
);
create index on intel.outward_due (shelf, number);

-- All but the copies are read and written by the doors below alone.
alter table intel.outward_shelf enable row level security;
alter table intel.outward_head enable row level security;
alter table intel.outward_due enable row level security;
alter table intel.outward enable row level security;
create policy readable on intel.outward for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]) and state < 4
           and (select 0 = any (intel.my_shelves()))
           and (audience = 0 or (audience = 2) = (source = any ((select membership.principals())::uuid[]))));
grant select on intel.outward to ${app};

-- Who reads for a provider reads of the entries themselves what their own organisation brought, and nothing else.
drop policy readable on intel.entry;
create policy readable on intel.entry for select to ${app}
    using (shelf = any ((select intel.my_shelves())::integer[]) and state < 4
           and (not (select 0 = any (intel.my_shelves()))
                or source = any ((select membership.principals())::uuid[])));

-- What was held back of an object that all readers at providers miss; a person decides for all of them at once.
alter table intel.cut add column shelf integer references intel.shelf,
                      add column base bigint,
                      add check ((shelf is null) = (base is null)),
                      drop constraint cut_collection_stix_id_version_source_recipient_key;
comment on column intel.cut.shelf is 'where it stands for providers that read; none for what is brought to one provider';
comment on column intel.cut.recipient is 'the provider it is brought to, or the collection that providers read';
create unique index on intel.cut (collection, stix_id, version, source, recipient) nulls not distinct where shelf is null;
create unique index on intel.cut (shelf, stix_id, base) where shelf is not null;

-- The Centre looks at words of a collection only where it reads that collection itself; elsewhere its source decides alone.
drop policy of_its_source on intel.cut;
create policy of_its_source on intel.cut for select to ${app}
    using (source = any ((select membership.principals())::uuid[])
           or tlp in ('CLEAR', 'GREEN') and (select membership.has_role('EDITOR', 'ADMINISTRATOR'))
              and (shelf is null or shelf = any ((select intel.my_shelves())::integer[]))
           or shelf is null and (select membership.has_role('ADMINISTRATOR')));
drop policy released_by_a_person on intel.cut;
create policy released_by_a_person on intel.cut for update to ${app}
    using (released_at is null
           and (source = any ((select membership.principals())::uuid[])
                or tlp in ('CLEAR', 'GREEN') and (select membership.has_role('EDITOR', 'ADMINISTRATOR'))
                   and (shelf is null or shelf = any ((select intel.my_shelves())::integer[]))))
    with check (released_at is not null and released_by = (select membership.reader()));

create function intel.outward_released() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.outward_due (shelf, stix_id, version) values (new.shelf, new.stix_id, new.base);
    return null;
end $$;
create trigger outward_released after update of released_at on intel.cut
    for each row when (old.released_at is null and new.released_at is not null and new.shelf is not null)
    execute function intel.outward_released();

-- A copy follows its entry in the same transaction: it goes where its entry goes or becomes another, is made anew where that
-- still stands, and has its place in the history. Whether its source is named to the Centre is one to who reads copies.
create function intel.follow_outward() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    looked_at bigint;
begin
    select f.done into looked_at from intel.outward_shelf f where f.shelf = old.shelf;
    if not found then
        return null;
    end if;
    if tg_op = 'DELETE' then
        delete from intel.outward o where o.shelf = old.shelf and o.stix_id = old.stix_id and o.base = old.version;
        delete from intel.cut c
         where c.shelf = old.shelf and c.stix_id = old.stix_id and c.base = old.version and c.released_at is null;
        update intel.cut c set settled_at = now()
         where c.shelf = old.shelf and c.stix_id = old.stix_id and c.base = old.version
           and cardinality(c.released) > 0 and c.sent_at is null and c.settled_at is null;
        return null;
    end if;
    if new.state < 4 and old.state < 4 and new.position = old.position and new.tlp is not distinct from old.tlp
       and new.source = old.source and new.sha256 = old.sha256 and (new.veil > 0) = (old.veil > 0) then
        update intel.outward o set state = new.state
         where o.shelf = old.shelf and o.stix_id = old.stix_id and o.base = old.version and o.state < 4;
        return null;
    end if;
    update intel.outward o set state = 4, raw = '', size = 0
     where o.shelf = old.shelf and o.stix_id = old.stix_id and o.base = old.version and o.state < 4;
    if new.tlp is distinct from old.tlp then
        update intel.cut c set tlp = new.tlp
         where c.shelf = old.shelf and c.stix_id = old.stix_id and c.base = old.version and new.tlp is not null;
    end if;
    if new.state < 4 and new.position <= looked_at then
        insert into intel.outward_due (shelf, stix_id, version) values (new.shelf, new.stix_id, new.version);
    end if;
    return null;
end $$;
create trigger follow_outward after update on intel.entry
    for each row when (old.state <> new.state or old.position <> new.position or old.tlp is distinct from new.tlp
                       or old.source <> new.source or (old.veil > 0) <> (new.veil > 0) or old.sha256 <> new.sha256)
    execute function intel.follow_outward();
create trigger follow_outward_removed after delete on intel.entry
    for each row execute function intel.follow_outward();

-- As before; a provider's own stands near it at a place that was looked at already.
create or replace function intel.restrain(
    collection_id uuid, shelves integer[], ids text[], versions bigint[], withheld boolean[], types text[], texts text[])
    returns table (last bigint, changed bigint)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    each   record;
    place  integer;
    about  text[] := '{}';
begin
    if membership.reader() is not null then
        raise exception 'may not restrain' using errcode = '42501';
    end if;
    perform from intel.head h where h.collection = collection_id for update;
    for each in
        select e.shelf, e.stix_id, e.version, e.state, e.source, l.spec, l.type, w.kept
          from unnest(shelves, ids, versions, withheld) as w(shelf, stix_id, version, kept)
          join intel.shelf f on f.id = w.shelf and f.collection = collection_id and not f.near
          join intel.entry e on e.shelf = w.shelf and e.stix_id = w.stix_id and e.version = w.version
          join intel.lane l on l.id = e.lane
         where w.kept <> intel.is_restrained(e)
    loop
        about := about || each.stix_id;
        place := null;
        if each.kept then
            if each.state < 4 then
                insert into intel.shelf (collection, keeper, near) values (collection_id, each.source, true)
                    on conflict do nothing;
                select f.id into place from intel.shelf f
                 where f.collection = collection_id and f.keeper = each.source and f.near;
                insert into intel.lane (shelf, spec, type, organisation) values (place, each.spec, each.type, each.source)
                    on conflict do nothing;
                insert into intel.entry (position, version, shelf, lane, size, state, digits, source, sha256, stix_id, raw,
                                         tlp, veil, unnamed)
                select e.position, e.version, l.shelf, l.id, e.size, 3, e.digits, e.source, e.sha256, e.stix_id, e.raw,
                       'AMBER_STRICT', e.veil, e.unnamed
                  from intel.entry e
                  join intel.lane l on l.shelf = place and l.spec = each.spec and l.type = each.type
                 where e.shelf = each.shelf and e.stix_id = each.stix_id and e.version = each.version
                    on conflict do nothing;
                if not found then
                    place := null;
                else
                    insert into intel.outward_due (shelf, stix_id, version)
                    select o.shelf, each.stix_id, each.version from intel.outward_shelf o where o.shelf = place;
                end if;
            end if;
            insert into intel.restrained (shelf, stix_id, version, near)
            values (each.shelf, each.stix_id, each.version, place);
        else
            delete from intel.restrained r
             where r.shelf = each.shelf and r.stix_id = each.stix_id and r.version = each.version
            returning r.near into place;
            if place is not null then
                delete from intel.entry e
                 where e.shelf = place and e.stix_id = each.stix_id and e.version = each.version;
                if not found then
                    delete from intel.entry e
                     where e.shelf = each.shelf and e.stix_id = each.stix_id and e.version = each.version;
                end if;
            end if;
        end if;
    end loop;
    return query select f.last, cardinality(about)::bigint from intel.hold_back(collection_id, about) f;
    perform intel.spread(about);
    insert into intel.recall (value, keeper, stix_id)
    select s.value, s.keeper, s.stix_id
      from intel.source s
      join intel.value v on v.id = s.value
     where s.stix_id = any (about) and s.withdrawn_at is null
       and v.key in (select intel.key_of(t.type, t.value) from unnest(types, texts) as t(type, value));
end $$;

-- As whom somebody reads who has a seat at a provider.
create function intel.outsiders() returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    with seated as (
        select distinct t.person
          from membership.seat t
          join membership.organisation o on o.id = t.organisation and o.part = 'CTI_PROVIDER'
         where t.since <= now() and (t.until is null or t.until > now()))
    select array(select o.id from membership.organisation o where o.part = 'CTI_PROVIDER'
                  union
                 select s.person from seated s
                  union
                 select t.organisation from seated s
                   join membership.seat t on t.person = s.person and (t.until is null or t.until > now())
                  union
                 select b.principal from seated s
                   join membership.belonging b on b.person = s.person and (b.until is null or b.until > now()))
           || membership.everyone() $$;

-- The shelves on which something is to be done, for a job that is nobody; those that somebody at a provider reads since now are
-- opened. Of those that nobody there reads any more copies keep where they stood and lose their bytes, some at a time, and nobody
-- is asked about their words; all is made anew when they are read again. A provider that brought something reads it back.
create function intel.outward_waiting() returns table (shelf integer, head bigint)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    lowest  constant bigint := -9223372036854775808;
    outside uuid[];
    there   integer[];
    heads   bigint[];
    closed  integer[];
begin
    if membership.reader() is not null then
        return;
    end if;
    outside := intel.outsiders();
    select coalesce(array_agg(s.id), '{}'), coalesce(array_agg(h.position), '{}') into there, heads
      from intel.collection c
      join intel.shelf s on s.collection = c.id
      join intel.head h on h.collection = c.id
     where c.readers && outside
       and (s.keeper is null or s.keeper = any (outside)
            or not s.near and exists (select from intel.naming n
                                       where n.collection = c.id and n.source = s.keeper and n.named = any (outside)));
    with gone as (
        update intel.outward_shelf f set since = lowest, done = lowest
         where f.done > lowest and f.shelf <> all (there)
        returning f.shelf)
    select coalesce(array_agg(g.shelf), '{}') into closed from gone g;
    if cardinality(closed) > 0 then
        delete from intel.outward_due d where d.shelf = any (closed);
        delete from intel.cut c where c.shelf = any (closed) and c.released_at is null;
    end if;
    update intel.outward o set state = 4, raw = '', size = 0
      from (select x.shelf, x.stix_id, x.base, x.audience
              from intel.outward_shelf f
              join intel.outward x on x.shelf = f.shelf and x.state < 4
             where f.done = lowest and f.shelf <> all (there)
             limit 5000 for update of x skip locked) w
     where o.shelf = w.shelf and o.stix_id = w.stix_id and o.base = w.base and o.audience = w.audience;
    insert into intel.outward_shelf (shelf, since, done)
    select r.id, r.position, lowest
      from unnest(there, heads) as r(id, position)
     where not exists (select from intel.outward_shelf f where f.shelf = r.id)
        on conflict do nothing;
    return query
    select r.id, r.position
      from unnest(there, heads) as r(id, position)
      join intel.outward_shelf f on f.shelf = r.id
     where f.done < r.position or exists (select from intel.outward_due d where d.shelf = r.id)
     order by r.id;
end $$;

-- What to look at on a shelf next, for the same job: what has to be made anew and what has been added, each in its order, half of
-- it while both wait, and until it is 4 MiB; what stood there before it was read first, for copies of that keep its places. With
-- what a person let out of it, and with the words of its object that went before.
create function intel.entries_outward(shelf_id integer, at_most integer)
    returns table (due bigint, stix_id text, base bigint, "position" bigint, sha256 bytea, digits smallint, source uuid, tlp text,
                   veil smallint, raw bytea, cut boolean, own boolean, named boolean, answered timestamptz, released text[],
                   went bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    with shelf as materialized (select f.since, f.done from intel.outward_shelf f where f.shelf = shelf_id),
    added as materialized (
        select a.*, row_number() over (order by a.position) as number
          from shelf f
         cross join unnest(array[-4, -3, -2, -1, 0, 1, 2, 3]::smallint[]) as t(state)
         cross join lateral (select e.stix_id, e.version, e.position, e.size
                               from intel.entry e
                              where e.shelf = shelf_id and e.state = t.state and e.position > f.done
                              order by e.position limit at_most) a
         order by a.position limit at_most),
    waiting as (
        select d.number, d.stix_id, d.version from intel.outward_due d
         where d.shelf = shelf_id and not exists (select from shelf f join added a on a.position <= f.since)
         order by d.number limit at_most - (select least(count(*), at_most / 2) from added)),
    picked as (
        select w.number as due, w.stix_id, w.version, w.number as place, coalesce(e.size, 0) as size
          from waiting w
          left join intel.entry e on e.shelf = shelf_id and e.stix_id = w.stix_id and e.version = w.version and e.state < 4
         union all
        select null, a.stix_id, a.version, a.position, a.size
          from added a
         where a.number <= at_most - (select count(*) from waiting)),
    bounded as (
        select p.*, sum(p.size) over (partition by p.due is null order by p.place rows unbounded preceding) - p.size as before
          from picked p)
    select p.due, p.stix_id, p.version, e.position, e.sha256, e.digits, e.source, e.tlp, e.veil, e.raw,
           coalesce(case when s.keeper is null then e.tlp in ('CLEAR', 'GREEN')
                         else not s.near and e.tlp = 'AMBER_STRICT'
                              and exists (select from intel.naming n
                                           where n.collection = s.collection and n.source = s.keeper and n.named = any (r.ids))
                    end, false),
           coalesce(e.source = any (r.ids), false),
           exists (select from intel.attribution a where a.organisation = e.source and a.choice = 'EVERYONE'),
           c.released_at, coalesce(c.released, '{}'), w.raw
      from bounded p
     cross join (select intel.outsiders() as ids offset 0) r
      join intel.shelf s on s.id = shelf_id
      left join intel.entry e on e.shelf = shelf_id and e.stix_id = p.stix_id and e.version = p.version and e.state < 4
      left join intel.cut c on c.shelf = shelf_id and c.stix_id = p.stix_id and c.base = p.version and c.source = e.source
                           and c.released_at is not null and sha256(c.object) = e.sha256
      left join lateral (select o.raw from intel.outward o
                          where o.shelf = shelf_id and o.stix_id = p.stix_id and o.base < p.version and o.audience < 2
                            and o.state < 4
                          order by o.base desc limit 1) w on true
     where membership.reader() is null and p.before < 4 * 1024 * 1024
     order by p.due is null, p.place $$;

-- Writes down what leaves of these entries, in the collection's turn, as far as they stand there as they were looked at; what
-- has changed since waits to be looked at again, and so does a word that took back, before it left, what leaves now. Each copy
-- stands behind all others, those of one entry at one place, for nobody reads both.
-- Answers whose words are held back for the first time in a day.
create function intel.put_outward(
    shelf_id integer, dues bigint[], ids text[], bases bigint[], positions bigint[], hashes bytea[], tlps text[], veils smallint[],
    leaving bytea[], versions bigint[], digits_of smallint[], owns boolean[], answers timestamptz[], held jsonb, done_at bigint,
    moment bigint)
    returns setof uuid
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    collection_of uuid;
    title_of      text;
    since_at      bigint;
    head_at       bigint;
    place         bigint;
    number        integer;
    e             intel.entry;
    each          record;
    held_of       jsonb;
    news          uuid[] := '{}';
    made          text[] := '{}';
    made_of       bigint[] := '{}';
begin
    if membership.reader() is not null then
        raise exception 'may not hand out' using errcode = '42501';
    end if;
    select s.collection, c.title into collection_of, title_of
      from intel.shelf s join intel.collection c on c.id = s.collection where s.id = shelf_id;
    perform from intel.head h where h.collection = collection_of for update;
    insert into intel.outward_head (collection, position) values (collection_of, 0) on conflict do nothing;
    select h.position into head_at from intel.outward_head h where h.collection = collection_of for update;
    select f.since into since_at from intel.outward_shelf f where f.shelf = shelf_id;
    for number in 1 .. cardinality(ids) loop
        select x.* into e from intel.entry x
         where x.shelf = shelf_id and x.stix_id = ids[number] and x.version = bases[number] and x.state < 4
           and x.position = positions[number] and x.sha256 = hashes[number] and x.tlp is not distinct from tlps[number]
           and (x.veil > 0) = (veils[number] > 0);
        if not found then
            insert into intel.outward_due (shelf, stix_id, version)
            select x.shelf, x.stix_id, x.version
              from intel.entry x join intel.outward_shelf f on f.shelf = x.shelf
             where x.shelf = shelf_id and x.stix_id = ids[number] and x.version = bases[number] and x.state < 4
               and x.position <= greatest(f.done, done_at);
            continue;
        end if;
        update intel.outward o set state = 4, raw = '', size = 0
         where o.shelf = shelf_id and o.stix_id = e.stix_id and o.base = e.version and (o.audience = 0) = owns[number]
           and o.state < 4;
        place := null;
        for each in
            select a.audience, a.raw, a.version, a.digits
              from (values (case when owns[number] then 1 else 0 end, leaving[number], versions[number], digits_of[number]),
                           (2, case when owns[number] then e.raw end, e.version, e.digits)) as a(audience, raw, version, digits)
        loop
            if each.raw is null then
                update intel.outward o set state = 4, raw = '', size = 0
                 where o.shelf = shelf_id and o.stix_id = e.stix_id and o.base = e.version and o.audience = each.audience
                   and o.state < 4;
                continue;
            end if;
            update intel.outward o set state = 4, raw = '', size = 0
             where o.shelf = shelf_id and o.stix_id = e.stix_id and o.state < 4
               and o.base < e.version and o.version = each.version and o.audience = each.audience;
            continue when exists (
                select from intel.outward o
                 where o.shelf = shelf_id and o.stix_id = e.stix_id and o.audience = each.audience and o.state < 4
                   and (o.base = e.version and o.sha256 = sha256(each.raw) and o.tlp = coalesce(e.tlp, 'AMBER')
                        or o.base > e.version and o.version = each.version));
            if place is null then
                place := greatest(head_at + 1, case when e.position <= since_at and cardinality(dues) = 0
                                                    then e.position else moment end);
                head_at := place;
            end if;
            insert into intel.outward as o (position, version, base, shelf, lane, size, state, digits, audience, source, tlp,
                                            sha256, stix_id, raw)
            values (place, each.version, e.version, shelf_id, e.lane, length(each.raw), e.state, each.digits, each.audience,
                    e.source, coalesce(e.tlp, 'AMBER'), sha256(each.raw), e.stix_id, each.raw)
                on conflict (shelf, stix_id, base, audience) do update
               set position = excluded.position, version = excluded.version, lane = excluded.lane, size = excluded.size,
                   state = excluded.state, digits = excluded.digits, source = excluded.source, tlp = excluded.tlp,
                   sha256 = excluded.sha256, raw = excluded.raw, was = o.was || o.position;
            if each.audience < 2 then
                made := made || e.stix_id;
                made_of := made_of || e.version;
            end if;
        end loop;
        held_of := held -> (number - 1);
        if held_of ? 'cut' then
            if not exists (select from intel.cut c where c.source = e.source and c.at > now() - interval '1 day') then
                news := news || e.source;
            end if;
            insert into intel.cut as c (collection, shelf, base, stix_id, version, source, recipient, recipient_name, tlp, object,
                                        brought, left_fields, cut_fields, at)
            values (collection_of, shelf_id, e.version, e.stix_id,
                    timestamptz 'epoch' + e.version * interval '1 microsecond', e.source, collection_of, title_of, e.tlp, e.raw,
                    leaving[number] is not null,
                    array(select jsonb_array_elements_text(held_of -> 'left')),
                    array(select jsonb_array_elements_text(held_of -> 'cut')), now())
                on conflict (shelf, stix_id, base) where shelf is not null do update
               set source = excluded.source, tlp = excluded.tlp, object = excluded.object, brought = excluded.brought,
                   left_fields = excluded.left_fields, cut_fields = excluded.cut_fields, at = excluded.at, released = '{}',
                   released_by = null, released_at = null, sent_at = null, settled_at = null
             where c.source <> excluded.source or c.object <> excluded.object;
        end if;
        update intel.cut c
           set sent_at = case when x.has_left then now() end, settled_at = case when not x.has_left then now() end
          from (select exists (select from intel.outward o
                                where o.shelf = shelf_id and o.stix_id = e.stix_id and o.base = e.version and o.audience < 2
                                  and o.state < 4) as has_left) x
         where c.shelf = shelf_id and c.stix_id = e.stix_id and c.base = e.version and c.released_at = answers[number]
           and cardinality(c.released) > 0 and c.sent_at is null and c.settled_at is null;
    end loop;
    delete from intel.outward_due d where d.number = any (dues);
    insert into intel.outward_due (shelf, stix_id, version)
    select distinct x.shelf, x.stix_id, x.version
      from unnest(made, made_of) as m(stix_id, version)
      join intel.entry x on x.shelf = shelf_id and x.stix_id = m.stix_id and x.version > m.version and x.state < 4
      join intel.outward_shelf f on f.shelf = x.shelf and x.position <= greatest(f.done, done_at)
     where intel.says_revoked(x.raw)
       and not exists (select from intel.outward o
                        where o.shelf = x.shelf and o.stix_id = x.stix_id and o.base = x.version and o.audience < 2
                          and o.state < 4);
    update intel.outward_head h set position = head_at where h.collection = collection_of;
    update intel.outward_shelf f set done = greatest(f.done, done_at) where f.shelf = shelf_id;
    return query select distinct n from unnest(news) as n;
end $$;

-- Where an organisation at a provider stood when it got a copy: wherever that stood, also what is handed out no longer.
create function intel.got_outward(e intel.entry, organisation_id uuid, first_at bigint, last_at bigint) returns boolean
    language sql stable
    return exists (
        select from intel.outward o
         where o.shelf = e.shelf and o.stix_id = e.stix_id and o.base = e.version
           and (o.audience = 0 or (o.audience = 2) = (o.source = organisation_id))
           and exists (select from unnest(o.was || o.position) as p(at) where p.at between first_at and last_at));

-- What providers fetched before copies were made stood at the places of its entries; copies keep their own.
drop trigger note_was_open on intel.entry;
drop function intel.note_was_open();
insert into intel.was_open (shelf, stix_id, version, position)
select e.shelf, e.stix_id, e.version, p.at
  from intel.shelf f
  join intel.entry e on e.shelf = f.id and (f.keeper is not null and e.tlp = 'AMBER_STRICT' or e.tlp in ('CLEAR', 'GREEN'))
 cross join lateral unnest(e.was || e.position) as p(at)
 where not f.near
   and exists (select from intel.consumer k
                where k.collection = f.collection and intel.is_provider(k.organisation)
                  and (f.keeper is null
                       or exists (select from intel.naming n
                                   where n.collection = f.collection and n.source = f.keeper and n.named = k.organisation)))
    on conflict do nothing;

-- Whether an organisation got what stands there, with one of its deliveries.
create function intel.got(e intel.entry, organisation_id uuid, first_at bigint, last_at bigint) returns boolean
    language sql stable
    return (e.source = organisation_id or not intel.is_provider(organisation_id))
           and exists (select from unnest(e.was || e.position) as p(at) where p.at between first_at and last_at)
        or intel.is_provider(organisation_id)
           and (intel.got_outward(e, organisation_id, first_at, last_at)
                or exists (select from intel.was_open o
                            where o.shelf = e.shelf and o.stix_id = e.stix_id and o.version = e.version
                              and o.position between first_at and last_at));

create or replace function intel.tell_recalls(numbers bigint[], run_id uuid, moment timestamptz) returns bigint
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
                    or not f.near and exists (select from intel.naming n
                                               where n.collection = f.collection and n.source = f.keeper
                                                 and n.named = k.organisation))
               and exists (select from intel.delivery d
                            where d.account = k.account and d.collection = f.collection
                              and intel.got(e, k.organisation, d.first, d.last))
               and intel.names(e, w.value)) g
      join intel.value v on v.id = g.value
     where not intel.said_to(g.value, g.organisation)
        on conflict (organisation, value) do update
       set run = excluded.run, at = excluded.at, again_at = null
     where t.again_at is not null;
    get diagnostics told = row_count;
    delete from intel.recall r where r.number = any (numbers);
    return told;
end $$;

create or replace function intel.fetched(value_id uuid)
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
                           and intel.got(e, d.organisation, d.first, d.last)
     where (f.keeper is null or f.keeper = d.organisation
            or not f.near and exists (select from intel.naming n
                                       where n.collection = f.collection and n.source = f.keeper
                                         and n.named = d.organisation))
       and intel.names(e, value_id)
     group by d.account, d.collection, c.title
     order by 4 desc
     limit 100;
end $$;

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
revoke execute on function intel.outward_released() from ${app};
revoke execute on function intel.follow_outward() from ${app};
revoke execute on function intel.outsiders() from ${app};
revoke execute on function intel.got_outward(intel.entry, uuid, bigint, bigint) from ${app};
revoke execute on function intel.got(intel.entry, uuid, bigint, bigint) from ${app};
