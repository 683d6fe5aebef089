-- What may leave in a list that machines of an organisation load: the one place where that is decided. A list speaks for
-- the organisation: what its window, all participating organisations, everyone, or the communities of the asking account
-- were told. TLP:RED never leaves. TLP:AMBER+STRICT leaves only where the organisation itself was addressed.
-- What was withdrawn lately comes along marked, so that it can be revoked where lists can say so.
create function intel.leaving(organisation_id uuid, since timestamptz)
    returns table (value uuid, type text, word text, id uuid, object uuid, topic uuid, title text, organisation uuid,
                   tlp text, confidence smallint, alone boolean, role text, first_at timestamptz, last_at timestamptz,
                   valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz, withdrawn_how text,
                   withdrawn_why text, excepted boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    own  uuid[];
    wide uuid[];
begin
    if organisation_id is null or not organisation_id = any (mine) then
        return;
    end if;
    own := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
        || array(select c.id from community.community c where c.id = any (mine) and c.closed_at is null);
    return query
    select v.id, v.type, v.value, s.id, s.object, s.topic, s.title, s.organisation, s.tlp, s.confidence, s.alone, s.role,
           s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at, s.withdrawn_how, s.withdrawn_why,
           exists (select from intel.warning_exception e where e.key = v.key)
      from (select s.value, s.id, s.object, null::uuid as topic, ''::text as title, s.organisation, s.tlp, s.confidence,
                   s.alone, ''::text as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at,
                   s.withdrawn_how, s.withdrawn_why, s.addressees
              from intel.source s
             where s.addressees && wide and (s.withdrawn_at is null or s.withdrawn_at > since)
             union all
            select c.value, c.topic, null, c.topic, t.title, t.organisation, t.tlp, c.confidence, true, c.role, c.first_at,
                   c.last_at, c.first_at, null, c.withdrawn_at, c.withdrawn_how, c.withdrawn_why, t.addressees
              from intel.citation c
              join topic.topic t on t.id = c.topic and t.state = 'published'
             where t.addressees && wide and (c.withdrawn_at is null or c.withdrawn_at > since)) s
      join intel.value v on v.id = s.value
     where s.tlp <> 'RED' and (s.tlp <> 'AMBER_STRICT' or s.addressees && own)
     order by v.type, v.value, s.id
     limit 400000;
end $$;

-- One version of a list as a machine has loaded it, and how often it asked and got the same.
create table intel.load (
    id           uuid primary key default gen_random_uuid(),
    account      uuid not null,
    organisation uuid not null,
    list         text not null check (length(list) between 1 and 300),
    tag          text not null,
    number       integer not null,
    added        integer not null,
    removed      integer not null,
    tlp          text not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    asked        integer not null default 1
);
create index on intel.load (account, list, first_at desc);
create index on intel.load (organisation, last_at desc);

-- Which values a machine holds by a list, or held until a later version of it.
create table intel.held (
    account      uuid not null,
    organisation uuid not null,
    list         text not null,
    value        uuid not null references intel.value,
    since        timestamptz not null,
    until        timestamptz
);
create unique index on intel.held (account, list, value) where until is null;
create index on intel.held (value);

alter table intel.load enable row level security;
create policy own on intel.load for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]));
create policy as_oneself on intel.load for insert to ${app}
    with check (account = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[]));
create policy own_again on intel.load for update to ${app}
    using (account = (select membership.reader())) with check (account = (select membership.reader()));

alter table intel.held enable row level security;
create policy own on intel.held for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]));
create policy as_oneself on intel.held for insert to ${app}
    with check (account = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[]));
create policy own_again on intel.held for update to ${app}
    using (account = (select membership.reader())) with check (account = (select membership.reader()));

grant select, insert on intel.load, intel.held to ${app};
grant update (last_at, asked) on intel.load to ${app};
grant update (until) on intel.held to ${app};

revoke execute on function intel.leaving(uuid, timestamptz) from public;
grant execute on function intel.leaving(uuid, timestamptz) to ${app};
