-- What a warning list names stays near its bringer also where it stood before the list was loaded, and goes again when the list is
-- replaced or taken out of force. Which values a list names no index tells: a job looks at all of them, some at a time, and
-- notes how far it is.
alter table intel.guard_changed add column list uuid references intel.warning_list;
alter table intel.guard_changed add column behind uuid not null default '00000000-0000-0000-0000-000000000000';
alter table intel.guard_changed add column named integer not null default 0;
alter table intel.guard_changed drop constraint guard_changed_check;
alter table intel.guard_changed add check (num_nonnulls(asset, value, list) = 1);
comment on column intel.guard_changed.behind is 'of a list: the last value that was looked at';
comment on column intel.guard_changed.named is 'of a list: how many of those looked at it names and somebody still says';

-- How many values of the library a list in force names, each counted as long as somebody says it.
create table intel.warning_count (
    list  uuid primary key references intel.warning_list,
    named integer not null
);
alter table intel.warning_count enable row level security;
create policy at_the_centre on intel.warning_count for select to ${app} using ((select membership.at_centre()));
grant select on intel.warning_count to ${app};

-- Three looks: what is still on its way into the library now is there a while later.
create function intel.note_list() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.guard_changed (list, due_at)
    select new.id, d.at from unnest(array[now(), now() + interval '1 minute', now() + interval '10 minutes']) as d(at);
    return null;
end $$;
create trigger note_loaded after insert on intel.warning_list
    for each row when (new.replaced_at is null) execute function intel.note_list();
create trigger note_replaced after update on intel.warning_list
    for each row when ((old.replaced_at is null) <> (new.replaced_at is null)) execute function intel.note_list();

-- What is in force already.
insert into intel.guard_changed (list, due_at) select l.id, now() from intel.warning_list l where l.replaced_at is null;

drop function intel.guards_waiting(integer);
create function intel.guards_waiting(at_most integer) returns table (number bigint, list uuid, loader uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select g.number, g.list, l.loaded_by
      from intel.guard_changed g
      left join intel.warning_list l on l.id = g.list
     where membership.reader() is null and g.due_at <= now()
     order by g.list is not null, g.due_at, g.number limit at_most $$;

-- Values that were not looked at yet.
create function intel.values_to_look_at(changed bigint, at_most integer)
    returns table (id uuid, type text, value text)
    language sql stable security definer
    set search_path = ''
    as $$
    select v.id, v.type, v.value
      from intel.value v
     where membership.reader() is null
       and v.id > (select g.behind from intel.guard_changed g where g.number = changed)
     order by v.id limit at_most $$;

-- These were looked at, up to the last, and the list names some.
create function intel.guard_looked(changed bigint, last uuid, named_values uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        raise exception 'may not look' using errcode = '42501';
    end if;
    insert into intel.guard_found (number, stix_id)
    select distinct changed, s.stix_id from intel.source s where s.value = any (named_values)
        on conflict do nothing;
    update intel.guard_changed g
       set behind = last,
           named = g.named + (select count(*) from unnest(named_values) as w(id)
                               where exists (select from intel.source s
                                              where s.value = w.id and s.withdrawn_at is null
                                                and (s.valid_until is null or s.valid_until > now())))
     where g.number = changed and g.behind < last;
end $$;

-- The rest of it has its turn after the others.
create function intel.guard_goes_on(unfinished bigint) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.guard_changed g set due_at = now() where membership.reader() is null and g.number = unfinished $$;

-- As before; how many values a list names is kept as long as it is in force.
create or replace function intel.guard_followed(followed bigint) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.warning_count (list, named)
    select g.list, g.named from intel.guard_changed g join intel.warning_list l on l.id = g.list
     where membership.reader() is null and g.number = followed and l.replaced_at is null
        on conflict (list) do update set named = excluded.named;
    delete from intel.guard_changed g where membership.reader() is null and g.number = followed $$;

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
revoke execute on function intel.note_list() from ${app};
