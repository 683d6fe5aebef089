-- An organisation that was told of a matter and was suspended or withdrew since. It reads nothing from that moment on, which
-- membership.principals() sees to; what it had been told stands in desk.recipient. Here stands that it left, since when, and
-- whether the desk has seen to who takes its place.
create table desk.departure (
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    left_as      text not null check (left_as in ('SUSPENDED', 'WITHDRAWN')),
    left_at      timestamptz not null,
    back_at      timestamptz check (back_at >= left_at),
    settled_at   timestamptz,
    settled_by   uuid,
    primary key (matter, organisation, left_at),
    check ((settled_at is null) = (settled_by is null)),
    check (left_as = 'SUSPENDED' or back_at is null)
);
create unique index on desk.departure (organisation, matter) where back_at is null;

alter table desk.departure enable row level security;
create policy known on desk.departure for select to ${app}
    using ((select desk.staff()) or desk.ours(matter));
create policy settled on desk.departure for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()) and settled_by = (select membership.reader()));
grant select on desk.departure to ${app};
grant update (settled_at, settled_by) on desk.departure to ${app};

-- An organisation leaves every matter that it reads, in the transaction in which it is suspended or withdraws, and only if
-- it is. Whoever was suspended and withdraws then is looked after anew, since they will not come back.
create function desk.leaves(whose uuid, becoming text, moment timestamptz) returns integer
    language sql volatile security definer
    set search_path = ''
    as $$ with away as (
              update desk.departure d
                 set left_as = becoming, settled_at = null, settled_by = null
               where (select membership.has_role('ADMINISTRATOR')) and d.organisation = whose and d.back_at is null
                 and exists (select from membership.organisation o where o.id = whose and o.status = lower(becoming))
               returning d.matter),
          gone as (
              insert into desk.departure (matter, organisation, left_as, left_at)
              select r.matter, whose, becoming, moment from desk.recipient r
               where (select membership.has_role('ADMINISTRATOR')) and r.organisation = whose and r.ended_at is null
                 and exists (select from membership.organisation o where o.id = whose and o.status = lower(becoming))
                 and not exists (select from desk.departure d
                                  where d.matter = r.matter and d.organisation = whose and d.back_at is null)
              returning matter)
          select (select count(*) from away)::integer + (select count(*) from gone)::integer $$;

-- And comes back to them when it takes part again.
create function desk.returns(whose uuid, moment timestamptz) returns integer
    language sql volatile security definer
    set search_path = ''
    as $$ with back as (
              update desk.departure d set back_at = moment
               where (select membership.has_role('ADMINISTRATOR')) and d.organisation = whose and d.back_at is null
                 and d.left_as = 'SUSPENDED'
                 and exists (select from membership.organisation o where o.id = whose and o.status = 'active')
               returning d.matter)
          select count(*)::integer from back $$;

-- How many organisations read a matter: whoever left reads nothing. That it fell at the moment at which an organisation was
-- suspended would tell the other readers that this one was told; so it falls for the reporter's side and the desk alone.
create or replace function desk.reach(wanted uuid) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select 1 + count(*)::integer from desk.recipient r
           where r.matter = wanted and r.ended_at is null
             and not ((desk.staff() or desk.ours(wanted))
                      and exists (select from desk.departure d
                                   where d.matter = r.matter and d.organisation = r.organisation and d.back_at is null))
             and exists (select from topic.topic t where t.id = wanted and t.addressees && membership.principals()) $$;

revoke execute on function desk.leaves(uuid, text, timestamptz), desk.returns(uuid, timestamptz) from public;
grant execute on function desk.leaves(uuid, text, timestamptz), desk.returns(uuid, timestamptz) to ${app};
