-- Somebody leaves one organisation for another on a day: asked by the side they leave, accepted by the side they go to.
create table membership.move (
    id         uuid primary key default gen_random_uuid(),
    person     uuid not null references membership.person,
    was_at     uuid not null references membership.organisation,
    goes_to    uuid not null references membership.organisation,
    on_day     date not null,
    successor  uuid references membership.person,
    asked_by   uuid not null references membership.person,
    asked_at   timestamptz not null,
    accepted   boolean,
    decided_by uuid references membership.person,
    decided_at timestamptz,
    done_at    timestamptz,
    check (was_at <> goes_to),
    check (successor <> person),
    check ((accepted is null) = (decided_at is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (done_at is null or accepted)
);
create unique index on membership.move (person) where done_at is null and accepted is distinct from false;
create index on membership.move (on_day) where accepted and done_at is null;

alter table membership.move enable row level security;
create policy both_sides on membership.move for select to ${app}
    using (person = (select membership.reader())
           or was_at = any ((select membership.administered())::uuid[])
           or goes_to = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
create policy asked on membership.move for insert to ${app}
    with check (asked_by = (select membership.reader()) and accepted is null and done_at is null
                and (was_at = any ((select membership.administered())::uuid[])
                     or (select membership.has_role('ADMINISTRATOR'))));
-- Either side lets it be; only the side they go to accepts.
create policy decided on membership.move for update to ${app}
    using (done_at is null
           and (was_at = any ((select membership.administered())::uuid[])
                or goes_to = any ((select membership.administered())::uuid[])
                or (select membership.has_role('ADMINISTRATOR'))))
    with check (decided_by = (select membership.reader()) and done_at is null
                and (not accepted
                     or goes_to = any ((select membership.administered())::uuid[])
                     or (select membership.has_role('ADMINISTRATOR'))));
grant select on membership.move to ${app};
grant insert (id, person, was_at, goes_to, on_day, successor, asked_by, asked_at) on membership.move to ${app};
grant update (accepted, decided_by, decided_at) on membership.move to ${app};

-- For the job that moves people on their day: takes the moves that are due, each once. Ids only.
create function membership.take_moves(today date)
    returns table (person uuid, was_at uuid, goes_to uuid, successor uuid, accepted_by uuid)
    language sql volatile security definer
    set search_path = ''
    as $$
    update membership.move m set done_at = now()
     where m.accepted and m.done_at is null and m.on_day <= today
    returning m.person, m.was_at, m.goes_to, m.successor, m.decided_by $$;
revoke execute on function membership.take_moves(date) from public;
grant execute on function membership.take_moves(date) to ${app};
