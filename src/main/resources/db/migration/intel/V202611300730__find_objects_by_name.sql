-- What objects of the library are called, under which they are found: one slim row for the newest version of each object in
-- each keeping and from each bringer. Nobody reads it; the door below asks it.
create table intel.called (
    object     uuid primary key references intel.object,
    keeper     uuid not null,
    bringer    uuid,
    stix_id    text not null,
    type       text not null,
    version    timestamptz not null,
    words      tsvector,
    plain      text not null default '',
    addressees uuid[] not null check (cardinality(addressees) > 0),
    unique nulls not distinct (keeper, bringer, stix_id)
);
comment on column intel.called.version is 'when this version was made; when it came, for what has no versions';
comment on column intel.called.words is 'the name weighs A; null until they are written';
comment on column intel.called.plain is 'the name in one line, then everything else in one spelling';
create index on intel.called using gin (words, addressees);
create index on intel.called using gin (plain gin_trgm_ops);
create index on intel.called (stix_id);
create index on intel.called (type, addressees, version desc, object desc);
create index on intel.called (object) where words is null;
alter table intel.called enable row level security;

-- A newer version takes the place of the one before it; of what has no versions, what came last does.
create function intel.call_added() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.called as c (object, keeper, bringer, stix_id, type, version, addressees)
    select distinct on (a.keeper, a.bringer, a.stix_id)
           a.id, a.keeper, a.bringer, a.stix_id, a.type, coalesce(a.modified, a.created, now()), a.addressees
      from added a
     order by a.keeper, a.bringer, a.stix_id, coalesce(a.modified, a.created, now()) desc, a.id desc
        on conflict (keeper, bringer, stix_id) do update
       set object = excluded.object, type = excluded.type, version = excluded.version, words = null, plain = '',
           addressees = excluded.addressees
     where excluded.version >= c.version;
    return null;
end $$;
create trigger call_added after insert on intel.object
    referencing new table as added for each statement execute function intel.call_added();

insert into intel.called (object, keeper, bringer, stix_id, type, version, addressees)
select distinct on (o.keeper, o.bringer, o.stix_id)
       o.id, o.keeper, o.bringer, o.stix_id, o.type, coalesce(o.modified, o.created, b.imported_at), o.addressees
  from intel.object o join intel.bundle b on b.id = o.bundle
 order by o.keeper, o.bringer, o.stix_id, coalesce(o.modified, o.created, b.imported_at) desc, o.id desc;

-- Objects whose words are not written yet, with their name and what else they are called: aliases, the ids that others gave
-- them, the names that a translation holds. This and the next are for a job that is nobody.
create function intel.unworded(at_most integer) returns table (object uuid, name text, others text[])
    language sql stable security definer
    set search_path = ''
    as $$
    select o.id, case when o.type = 'relationship' then '' else o.name end,
           array(select left(x.value #>> '{}', 300)
                   from (values (1, '$.aliases[*]'::jsonpath), (2, '$.x_mitre_aliases[*]'),
                                (3, '$.external_references[*].external_id'), (4, '$.contents.*.name')) p(number, path)
                  cross join lateral jsonb_path_query(o.json, p.path) with ordinality as x(value, place)
                  where jsonb_typeof(x.value) = 'string'
                  order by p.number, x.place
                  limit 50)
      from (select c.object from intel.called c
             where c.words is null and membership.reader() is null order by c.object limit at_most) w
      join intel.object o on o.id = w.object $$;

-- How many were written. What is being brought at this moment is not waited for: whoever brings it must not wait for this
-- either, and its words are others soon.
create function intel.write_words(objects uuid[], vectors text[], plains text[]) returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    written integer;
begin
    with free as materialized (
        select c.object from intel.called c
         where membership.reader() is null and c.object = any (objects) and c.words is null
           for update skip locked)
    update intel.called c set words = n.words::tsvector, plain = n.plain
      from free f join unnest(objects, vectors, plains) as n(object, words, plain) on n.object = f.object
     where c.object = f.object;
    get diagnostics written = row_count;
    return written;
end $$;

-- Objects by a question, by their whole id, or by their type alone: the newest first, from behind one on. The wall's
-- condition stands inside, so that the indexes serve it. What a source brought who is named to nobody is found by its name
-- alone, and an identity not even by that: its other words might tell who it is. Neither is found by what it does not say.
create function intel.find_objects(
    asked tsquery, partial text, exact text, of_type text, after_at timestamptz, after_object uuid, at_most integer)
    returns table (object uuid, version timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine   uuid[] := membership.principals();
    veiled uuid[] := array(select a.organisation from intel.attribution a where a.choice = 'NOBODY');
begin
    if exact is not null then
        return query
        select c.object, c.version
          from intel.called c
         where c.stix_id = exact and c.addressees && mine and (of_type is null or c.type = of_type)
           and (c.version, c.object) < (after_at, after_object)
         order by c.version desc, c.object desc
         limit at_most;
    elsif numnode(asked) > 0 or partial is not null then
        return query
        select c.object, c.version
          from intel.called c
         where c.addressees && mine
           and ((numnode(asked) > 0 and c.words @@ asked) or (partial is not null and c.plain like partial))
           and (of_type is null or c.type = of_type)
           and (c.version, c.object) < (after_at, after_object)
           and (c.bringer is null or c.bringer <> all (veiled)
                or (c.type <> 'identity' and strpos(asked::text, '!') = 0
                    and (ts_filter(c.words, '{a}') @@ asked or split_part(c.plain, E'\n', 1) like partial)))
         order by c.version desc, c.object desc
         limit at_most;
    else
        -- Few sets of readers share all objects of a type: from one set to the next, and of each that is the reader's the first.
        return query
        with recursive circle as (
            (select c.addressees from intel.called c where c.type = of_type order by c.addressees limit 1)
            union all
            select (select c.addressees from intel.called c
                     where c.type = of_type and c.addressees > g.addressees order by c.addressees limit 1)
              from circle g where g.addressees is not null)
        select n.object, n.version
          from circle g
         cross join lateral (select c.object, c.version from intel.called c
                              where c.type = of_type and c.addressees = g.addressees
                                and (c.version, c.object) < (after_at, after_object)
                              order by c.version desc, c.object desc
                              limit at_most) n
         where g.addressees && mine
         order by n.version desc, n.object desc
         limit at_most;
    end if;
end $$;

revoke execute on function intel.call_added() from public;
revoke execute on function intel.unworded(integer) from public;
revoke execute on function intel.write_words(uuid[], text[], text[]) from public;
revoke execute on function intel.find_objects(tsquery, text, text, text, timestamptz, uuid, integer) from public;
grant execute on function intel.unworded(integer) to ${app};
grant execute on function intel.write_words(uuid[], text[], text[]) to ${app};
grant execute on function intel.find_objects(tsquery, text, text, text, timestamptz, uuid, integer) to ${app};
