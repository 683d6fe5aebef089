-- Whom a source chose to be named to holds for all that leaves, not for providers alone. What others get is kept beside
-- what was received, made once: when it arrives, or when the choice is made.
alter table intel.entry add column veil smallint not null default 0 check (veil between 0 and 2),
                        add column unnamed bytea;
alter table intel.entry alter column unnamed set storage external;
comment on column intel.entry.veil is 'what its source chose: 0 nothing or everyone, 1 the Centre only, 2 nobody';
comment on column intel.entry.unnamed is 'without what names its source; null where nothing does';

alter table intel.attribution add column followed_at timestamptz;
comment on column intel.attribution.followed_at is 'which choice, by its time, what was brought before it follows';

-- What an organisation chose, as entries write it.
create function intel.veil_of(organisation_id uuid) returns smallint
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce((select case a.choice when 'CENTRE' then 1 when 'NOBODY' then 2 else 0 end
                       from intel.attribution a where a.organisation = organisation_id), 0)::smallint $$;

-- Who is not named to everyone, and by which words one would know them.
create function intel.veils() returns table (organisation uuid, names text[])
    language sql stable security definer
    set search_path = ''
    as $$
    select a.organisation, array[o.name, o.name_en, o.code]
      from intel.attribution a join membership.organisation o on o.id = a.organisation
     where a.choice <> 'EVERYONE' $$;

-- Choices that what was brought before does not follow yet; this and the next three are for a job that is nobody.
create function intel.attributions_waiting() returns table (organisation uuid, chosen_at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select a.organisation, a.chosen_at from intel.attribution a
     where membership.reader() is null and a.followed_at is distinct from a.chosen_at order by a.chosen_at $$;

create function intel.shelved_collections() returns table (collection uuid)
    language sql stable security definer
    set search_path = ''
    as $$ select distinct s.collection from intel.shelf s where membership.reader() is null $$;

create function intel.attribution_followed(organisation_id uuid, choice_at timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.attribution a set followed_at = a.chosen_at
     where membership.reader() is null and a.organisation = organisation_id and a.chosen_at = choice_at $$;

-- Entries of a source that do not follow its choice, some at a time from behind one on, until they are 8 MiB: they are
-- held in memory. In the collection's turn.
create function intel.entries_to_veil(
    collection_id uuid, organisation_id uuid, shelf_after integer, state_after smallint, position_after bigint,
    at_most integer)
    returns table (shelf integer, state smallint, "position" bigint, raw bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    select q.shelf, q.state, q.position, q.raw
      from (
    select k.*, sum(k.size) over (order by k.shelf, k.state, k.position rows unbounded preceding) - k.size as before
      from (select intel.veil_of(organisation_id) as veil where membership.reader() is null offset 0) v
     cross join (select s.id from intel.shelf s where s.collection = collection_id and s.id >= shelf_after) s
     cross join lateral (
          select e.shelf, e.state, e.position, e.raw, e.size
            from intel.entry e
           where e.shelf = s.id and (e.shelf, e.state, e.position) > (shelf_after, state_after, position_after)
             and e.source = organisation_id and e.veil <> v.veil
           order by e.shelf, e.state, e.position limit at_most) k
     order by k.shelf, k.state, k.position limit at_most) q
     where q.before < 8 * 1024 * 1024 order by q.shelf, q.state, q.position $$;

-- Keeps what others get beside what was received, as the source's choice says; answers how many. Who made the copies before
-- the source chose otherwise kept nothing: it is found again.
create function intel.veil_entries(
    collection_id uuid, shelves integer[], positions bigint[], withouts bytea[], veiled boolean) returns integer
    language sql security definer
    set search_path = ''
    as $$
    with kept as (
    update intel.entry e
       set veil = v.veil, unnamed = case when v.veil > 0 then n.without end
      from unnest(shelves, positions, withouts) as n(shelf, position, without)
      join intel.shelf s on s.id = n.shelf and s.collection = collection_id
     cross join unnest(array[0, 1, 2, 3, 4]::smallint[]) as t(state)
      join intel.entry k on k.shelf = n.shelf and k.state = t.state and k.position = n.position
     cross join lateral (select intel.veil_of(k.source) as veil offset 0) v
     where e.shelf = k.shelf and e.state = k.state and e.position = k.position and (v.veil > 0) = veiled
    returning e.position)
    select count(*)::integer from kept $$;

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
