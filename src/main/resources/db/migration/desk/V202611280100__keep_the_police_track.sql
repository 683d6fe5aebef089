-- What the police do beside a matter. The Centre sees it, and whom the police choose of those who read the matter; nobody
-- else finds that there is anything.
create table desk.track (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    office       uuid not null,
    task         text not null check (task in ('PREVENT_SPREAD', 'INVESTIGATE')),
    reporter     boolean not null,
    opened_at    timestamptz not null,
    opened_by    uuid not null,
    unique (matter, organisation, task)
);
comment on column desk.track.reporter is 'the side of whoever reported the matter sees it too';

-- Where it stands, from when on, and a word about it; what was written stays.
create table desk.track_word (
    id     uuid primary key default gen_random_uuid(),
    track  uuid not null references desk.track,
    at     timestamptz not null,
    person uuid not null,
    state  text not null check (state in ('UNDER_WAY', 'DONE', 'NOTHING_TO_DO')),
    body   text not null check (length(body) <= 5000)
);
create index on desk.track_word (track, at);

-- Who sees it by name, as long as the matter is told to them.
create table desk.track_reader (
    track        uuid not null references desk.track,
    organisation uuid not null,
    office       uuid not null,
    primary key (track, organisation)
);

-- Whether an organisation whose window the reader keeps is told of a matter that is not its own. Who was told is between
-- the reporter's side and the desk.
create function desk.told(wanted uuid, whose uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from desk.recipient r
         where r.matter = wanted and r.organisation = whose and r.ended_at is null
           and r.office = any (membership.principals())
           and not exists (select from desk.reporter x where x.matter = wanted and x.organisation = whose)
           and exists (select from topic.topic t where t.id = wanted and t.addressees && membership.principals())) $$;

-- Whether the police named the reader's window, and it is told of the matter.
create function desk.shown(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from desk.track_reader n
          join desk.track k on k.id = n.track
          join desk.recipient r on r.matter = k.matter and r.organisation = n.organisation and r.ended_at is null
          join membership.office f on f.id = n.office and f.kind = 'window' and f.organisation = n.organisation
         where n.track = wanted and n.office = any (membership.principals())) $$;
revoke execute on function desk.told(uuid, uuid), desk.shown(uuid) from public;
grant execute on function desk.told(uuid, uuid), desk.shown(uuid) to ${app};

alter table desk.track enable row level security;
create policy seen on desk.track for select to ${app}
    using (exists (select from topic.topic t where t.id = matter)
           and ((select desk.staff())
                or office = any ((select membership.principals())::uuid[])
                or reporter and desk.ours(matter)
                or desk.shown(id)));
create policy opened on desk.track for insert to ${app}
    with check (opened_by = (select membership.reader())
                and office = any ((select membership.principals())::uuid[])
                and exists (select from membership.office f
                             where f.id = office and f.kind = 'window' and f.organisation = track.organisation)
                and desk.told(matter, organisation));
create policy shown on desk.track for update to ${app}
    using (office = any ((select membership.principals())::uuid[])
           and exists (select from topic.topic t where t.id = matter))
    with check (office = any ((select membership.principals())::uuid[]));

alter table desk.track_word enable row level security;
create policy seen on desk.track_word for select to ${app}
    using (exists (select from desk.track k where k.id = track));
create policy written on desk.track_word for insert to ${app}
    with check (person = (select membership.reader())
                and exists (select from desk.track k
                             where k.id = track and k.office = any ((select membership.principals())::uuid[])));

alter table desk.track_reader enable row level security;
create policy known on desk.track_reader for select to ${app}
    using (exists (select from desk.track k
                    where k.id = track
                      and ((select desk.staff()) or k.office = any ((select membership.principals())::uuid[]))));
create policy named on desk.track_reader for insert to ${app}
    with check (exists (select from desk.track k
                         where k.id = track and k.office = any ((select membership.principals())::uuid[]))
                and exists (select from membership.office f
                             where f.id = office and f.kind = 'window' and f.organisation = track_reader.organisation));
create policy unnamed on desk.track_reader for delete to ${app}
    using (exists (select from desk.track k
                    where k.id = track and k.office = any ((select membership.principals())::uuid[])));

grant select, insert on desk.track, desk.track_word, desk.track_reader to ${app};
grant update (reporter) on desk.track to ${app};
grant delete on desk.track_reader to ${app};

-- The pulse of the board, with what its cards show of the police.
create or replace function desk.pulse() returns text
    language sql stable security definer
    set search_path = ''
    as $$ select concat_ws('.', s.count, s.last, m.count, m.last, h.count, h.answered, c.count, c.closed,
                              d.count, d.withdrawn, d.settled, d.last, d.back, r.ended, w.count)
            from (select count(*), extract(epoch from max(since)) as last from desk.standing) s,
                 (select count(*), extract(epoch from max(waiting_since)) as last from desk.matter
                   where waiting_since is not null) m,
                 (select count(*), count(verdict) as answered from desk.support) h,
                 (select count(*), count(closed_at) as closed from desk.call) c,
                 (select count(*), count(*) filter (where left_as = 'WITHDRAWN') as withdrawn,
                         count(settled_at) as settled, extract(epoch from max(settled_at)) as last,
                         count(back_at) as back from desk.departure) d,
                 (select count(*) as ended from desk.recipient where ended_at is not null) r,
                 (select count(*) from desk.track_word) w
           where (select desk.staff()) $$;
