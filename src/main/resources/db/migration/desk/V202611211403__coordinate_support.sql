-- Help by an agency: asked for by the desk, answered by the agency's window, its findings returned to who asked.
create table desk.support (
    id           uuid primary key default gen_random_uuid(),
    matter       uuid not null references desk.matter,
    organisation uuid not null,
    office       uuid not null,
    kinds        text[] not null check (cardinality(kinds) > 0 and kinds <@ array[
                     'INITIAL_ADVICE', 'INVESTIGATION', 'CONTAINMENT', 'POST_INCIDENT_ADVICE']),
    mode         text not null check (mode in ('REMOTE', 'ON_SITE')),
    words        text not null check (length(words) between 1 and 5000),
    scope        text not null check (length(scope) between 1 and 2000),
    ends_on      date,
    asked_at     timestamptz not null,
    asked_by     uuid not null,
    verdict      text check (verdict in ('ACCEPTED', 'PARTLY', 'DECLINED')),
    answer       text not null default '',
    answered_at  timestamptz,
    answered_by  uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    check ((verdict is null) = (answered_at is null)),
    check ((ended_at is null) = (ended_by is null))
);
create unique index on desk.support (matter, organisation) where ended_at is null;

create table desk.finding (
    id      uuid primary key default gen_random_uuid(),
    support uuid not null references desk.support,
    at      timestamptz not null,
    person  uuid not null,
    body    text not null check (length(body) between 1 and 20000)
);
create index on desk.finding (support, at);

-- Whether the reader answers for this office today.
create function desk.answers_for(office uuid) returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select office = any (membership.principals()) $$;
revoke execute on function desk.answers_for(uuid) from public;
grant execute on function desk.answers_for(uuid) to ${app};

alter table desk.support enable row level security;
create policy concerned on desk.support for select to ${app}
    using (((select desk.staff()) or desk.ours(matter) or office = any ((select membership.principals())::uuid[]))
           and exists (select from topic.topic t where t.id = matter));
create policy asked on desk.support for insert to ${app} with check ((select desk.staff()));
create policy answered on desk.support for update to ${app}
    using ((select desk.staff()) or office = any ((select membership.principals())::uuid[]))
    with check ((select desk.staff()) or office = any ((select membership.principals())::uuid[]));

alter table desk.finding enable row level security;
create policy concerned on desk.finding for select to ${app}
    using (exists (select from desk.support s where s.id = support));
create policy returned on desk.finding for insert to ${app}
    with check (person = (select membership.reader())
                and exists (select from desk.support s
                             where s.id = support and s.office = any ((select membership.principals())::uuid[])));

grant select, insert on desk.support, desk.finding to ${app};
grant update (verdict, answer, answered_at, answered_by, ended_at, ended_by) on desk.support to ${app};
