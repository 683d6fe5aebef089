-- A member asks the Centre whether a value is harmful; the Centre asks providers, and answers.
create table intel.enquiry (
    id           uuid primary key default gen_random_uuid(),
    organisation uuid not null,
    person       uuid not null,
    type         text not null check (type in
                     ('domain', 'ipv4', 'ipv6', 'url', 'sha256', 'sha1', 'md5', 'email', 'file-name', 'other')),
    value        text not null check (length(value) between 1 and 4000),
    key          bytea not null,
    note         text not null default '' check (length(note) <= 2000),
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    verdict      text check (verdict in ('harmful', 'harmless', 'unknown')),
    words        text not null default '' check (length(words) <= 4000),
    tlp          text check (tlp in ('GREEN', 'AMBER', 'AMBER_STRICT')),
    answered_at  timestamptz,
    answered_by  uuid,
    check ((verdict is null) = (answered_at is null)),
    check ((verdict is null) = (answered_by is null)),
    check ((verdict is null) = (tlp is null))
);
create unique index on intel.enquiry (organisation, key) where verdict is null;
create index on intel.enquiry (key);
create index on intel.enquiry (asked_at desc);
create index on intel.enquiry (due_at) where verdict is null;

-- What a provider was asked, and what it answered.
create table intel.opinion (
    enquiry     uuid not null references intel.enquiry,
    provider    uuid not null,
    asked_by    uuid not null,
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    verdict     text check (verdict in ('harmful', 'harmless', 'unknown')),
    confidence  smallint check (confidence between 0 and 100),
    words       text not null default '' check (length(words) <= 4000),
    answered_at timestamptz,
    answered_by uuid,
    check ((verdict is null) = (answered_at is null)),
    primary key (enquiry, provider)
);
create index on intel.opinion (provider, due_at);

create function intel.judging() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select membership.holds('duty_desk') or membership.holds('editors') $$;

alter table intel.enquiry enable row level security;
create policy own_or_judging on intel.enquiry for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]) or (select intel.judging()));
create policy as_oneself on intel.enquiry for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and person = (select membership.reader()) and verdict is null);
create policy answered on intel.enquiry for update to ${app}
    using ((select intel.judging())) with check ((select intel.judging()) and answered_by = (select membership.reader()));

alter table intel.opinion enable row level security;
create policy own_or_judging on intel.opinion for select to ${app}
    using (provider = any ((select membership.principals())::uuid[]) or (select intel.judging()));
create policy asked on intel.opinion for insert to ${app}
    with check ((select intel.judging()) and asked_by = (select membership.reader()) and verdict is null);
create policy answered on intel.opinion for update to ${app}
    using (provider = any ((select membership.principals())::uuid[]))
    with check (provider = any ((select membership.principals())::uuid[]) and answered_by = (select membership.reader()));

grant select, insert on intel.enquiry, intel.opinion to ${app};
grant update (verdict, words, tlp, answered_at, answered_by) on intel.enquiry to ${app};
grant update (verdict, confidence, words, answered_at, answered_by) on intel.opinion to ${app};

-- What a provider is asked: the value and until when, not by whom.
create function intel.asked_of_us()
    returns table (enquiry uuid, provider uuid, type text, value text, asked_at timestamptz, due_at timestamptz,
                   verdict text, confidence smallint, words text, answered_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select o.enquiry, o.provider, e.type, e.value, o.asked_at, o.due_at, o.verdict, o.confidence, o.words, o.answered_at
      from intel.opinion o join intel.enquiry e on e.id = o.enquiry
     where o.provider = any (mine)
     order by o.verdict is not null, o.due_at, o.enquiry
     limit 500;
end $$;

-- What the Centre found out about values, as far as the label of its answer goes, and how many organisations asked: the
-- number from five on, the Centre alone exactly. Who asked is told to nobody.
create function intel.verdicts_on(types text[], texts text[])
    returns table (type text, value text, verdict text, words text, tlp text, answered_at timestamptz, asked bigint)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine   uuid[] := membership.principals();
    centre boolean := membership.at_centre();
begin
    if membership.reader() is null then
        return;
    end if;
    return query
    select t.type, t.value, a.verdict, a.words, a.tlp, a.answered_at,
           case when centre or n.number >= 5 then n.number else 0 end
      from (select distinct w.type, w.value, intel.key_of(w.type, w.value) as key
              from unnest(types, texts) as w(type, value)) t
      left join lateral (select e.verdict, e.words, e.tlp, e.answered_at
                           from intel.enquiry e
                          where e.key = t.key and e.verdict is not null
                            and (e.tlp in ('GREEN', 'AMBER') or e.organisation = any (mine) or centre)
                          order by e.answered_at desc limit 1) a on true
     cross join lateral (select count(distinct e.organisation) as number from intel.enquiry e where e.key = t.key) n
     where a.verdict is not null or centre and n.number > 0 or n.number >= 5;
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
