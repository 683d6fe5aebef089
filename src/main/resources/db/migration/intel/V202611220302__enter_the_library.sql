-- How far the objects of a collection have entered the library; written with them in one transaction.
create table intel.entered (
    collection uuid primary key references intel.collection,
    position   bigint not null,
    at         timestamptz not null
);
alter table intel.entered enable row level security;
create policy readable on intel.entered for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
create policy by_administrators on intel.entered for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy moved_by_administrators on intel.entered for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR')))
    with check ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, update on intel.entered to ${app};

-- The collections with something new, and who made them: the job acts for that person, with that person's rights.
create function intel.collections_behind()
    returns table (collection uuid, maker uuid, entered bigint, head bigint)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, c.created_by, coalesce(e.position, 0), h.position
      from intel.collection c
      join intel.head h on h.collection = c.id
      left join intel.entered e on e.collection = c.id
     where h.position > coalesce(e.position, 0) $$;
revoke execute on function intel.collections_behind() from public;
grant execute on function intel.collections_behind() to ${app};
