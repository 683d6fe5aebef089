-- The second wall for communities: whom a circle is hidden from finds no row of it, whatever the statement.

create function community.leads(wanted uuid) returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select wanted = any (membership.principals())
             and exists (select from membership.belonging b
                          where b.principal = wanted and b.person = membership.reader() and b.role = 'lead'
                            and b.since <= now() and (b.until is null or b.until > now())) $$;

alter table community.community enable row level security;
create policy readable on community.community for select to ${app}
    using ((kind = 'open' and closed_at is null and (select membership.reader()) is not null)
           or id = any ((select membership.principals())::uuid[])
           or (select membership.at_centre()));
create policy founded on community.community for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy led on community.community for update to ${app}
    using (community.leads(id) or (select membership.has_role('ADMINISTRATOR')))
    with check (community.leads(id) or (select membership.has_role('ADMINISTRATOR')));

-- Requests are for the leads. Even the asker reads none back: an answer would tell that the community exists.
create unique index on community.request (community, person) where decided_at is null;
drop policy own_or_lead on community.request;
create policy for_leads on community.request for select to ${app}
    using (community.leads(community));
create policy decided_by_leads on community.request for update to ${app}
    using (community.leads(community)) with check (community.leads(community));
revoke insert on community.request from ${app};

-- Somebody asks to be let in, by the community's code. The id tells the leads; the asker is not told whether there is
-- such a community.
create function community.ask(wanted text, why text) returns setof uuid
    language sql security definer
    set search_path = ''
    as $$ insert into community.request (community, person, reason)
          select c.id, membership.reader(), why
            from community.community c
           where c.code = wanted and c.kind = 'invited' and c.closed_at is null
             and cardinality(membership.principals()) > 0
             and not c.id = any (membership.principals())
          on conflict do nothing
          returning community $$;
revoke all on function community.ask(text, text) from public;
grant execute on function community.ask(text, text) to ${app};

-- Who sits where today, each person with the organisation that counts for them. The reader's wall is the caller's:
-- a store asks for seats of communities that it has found readable.
create view community.seat with (security_invoker = true) as
select b.principal as community, b.person, s.organisation, b.role, b.since
  from membership.belonging b
  join membership.person p on p.id = b.person and p.status = 'active'
  join lateral (select s.organisation
                  from membership.seat s
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                 where s.person = b.person and s.since <= now() and (s.until is null or s.until > now())
                 order by s.since
                 limit 1) s on true
 where b.circle = 'community' and b.since <= now() and (b.until is null or b.until > now());
grant select on community.seat to ${app};
