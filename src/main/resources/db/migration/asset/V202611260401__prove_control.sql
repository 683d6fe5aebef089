-- That a name or a site is theirs is shown by those who can write there, beside the Centre's yes.
alter table asset.asset
    add proven_how text check (proven_how in ('DNS', 'FILE')),
    add proven_at timestamptz,
    add constraint asset_owner_key unique (id, organisation),
    add constraint asset_proven_check check ((proven_how is null) = (proven_at is null)),
    drop constraint asset_check5,
    add constraint asset_registered_check
        check (state <> 'registered' or expires_at is not null and (decided_by is not null or proven_at is not null));

-- Nobody brings a proof along with what they ask for.
drop policy as_oneself on asset.asset;
create policy as_oneself on asset.asset for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and asked_by = (select membership.reader()) and state = 'waiting' and proven_at is null);

-- What the owner was asked to write there; gone as soon as it was found.
create table asset.proof (
    asset        uuid primary key,
    organisation uuid not null,
    secret       text not null check (secret ~ '^[0-9a-f]{40}$'),
    asked_by     uuid not null references membership.person,
    asked_at     timestamptz not null,
    tries        integer not null default 0,
    next_at      timestamptz not null,
    checked_at   timestamptz,
    outcome      text check (outcome ~ '^[A-Z_]{3,30}$'),
    foreign key (asset, organisation) references asset.asset (id, organisation)
);
create index on asset.proof (next_at);

-- The secret is the owner's people's alone, not the watch office's.
alter table asset.proof enable row level security;
create policy own on asset.proof for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[]));
create policy own_checked on asset.proof for update to ${app}
    using (organisation = any ((select membership.principals())::uuid[]))
    with check (organisation = any ((select membership.principals())::uuid[])
                and asked_by = (select membership.reader()));
create policy own_gone on asset.proof for delete to ${app}
    using (organisation = any ((select membership.principals())::uuid[]));
create policy as_oneself on asset.proof for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and asked_by = (select membership.reader()));
grant select, insert, delete on asset.proof to ${app};
grant update (checked_at, asked_by) on asset.proof to ${app};

-- As before; and what was proven is decided by the proof, which only the door below writes.
create or replace function asset.keep_decision() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    if new.proven_at is distinct from old.proven_at then
        return new;
    end if;
    if (new.decided_by, new.decided_at, new.reason, new.expires_at)
           is distinct from (old.decided_by, old.decided_at, old.reason, old.expires_at)
       or new.state is distinct from old.state and new.state <> 'removed' then
        if not membership.holds('duty_desk') then
            raise exception 'an asset is decided on by the watch office' using errcode = '42501';
        end if;
    end if;
    return new;
end $$;

-- Which proofs it is time to look for, and for whom, each ever more seldom; for a job that is nobody. The organisations take
-- turns, and whoever asked last has to sit there still.
create function asset.proofs_due(moment timestamptz, begun_after timestamptz, at_most integer)
    returns table (asset uuid, organisation uuid, person uuid)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    return query
    with ready as (
        select p.asset, a.organisation, p.next_at,
               row_number() over (partition by a.organisation order by p.next_at, p.asset) as turn
          from asset.proof p
          join asset.asset a on a.id = p.asset and a.state in ('waiting', 'registered')
          join membership.organisation o on o.id = a.organisation and o.status = 'active'
         where p.next_at <= moment and p.asked_at > begun_after
           and exists (select from membership.seat s
                        where s.person = p.asked_by and s.organisation = a.organisation and s.until is null)),
    due as (
        select p.asset, r.organisation
          from ready r join asset.proof p on p.asset = r.asset and p.next_at <= moment
         order by r.turn, r.next_at limit at_most
           for update of p skip locked)
    update asset.proof p
       set tries = p.tries + 1, checked_at = moment,
           next_at = moment + least(interval '10 minutes' * (p.tries + 1), interval '6 hours')
      from due d where d.asset = p.asset
    returning p.asset, d.organisation, p.asked_by;
end $$;

-- It was found there: the asset is in force, unless another organisation has something overlapping, the Centre said no to
-- the same before, or a person has to look at it besides; then the Centre decides, and sees that it was proven. Whoever names the secret was shown it.
create function asset.prove(of_asset uuid, the_secret text, how text, moment timestamptz, until timestamptz,
                            for_a_person boolean) returns text
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    p asset.proof;
    a asset.asset;
begin
    perform pg_advisory_xact_lock(hashtext('asset.prove'));
    select * into p from asset.proof x where x.asset = of_asset and x.secret = the_secret for update;
    select x.* into a from asset.asset x join membership.organisation o on o.id = x.organisation and o.status = 'active'
     where x.id = of_asset and x.state in ('waiting', 'registered') for update of x;
    if p.asset is null or a.id is null then
        return 'STALE';
    end if;
    delete from asset.proof x where x.asset = of_asset;
    if for_a_person
       or exists (select from asset.asset o
                   where (o.organisation <> a.organisation and o.state in ('waiting', 'registered')
                          or o.organisation = a.organisation and o.id <> a.id
                             and o.state in ('declined', 'removed') and o.reason is not null)
                     and (o.network is not null and a.network is not null and o.network && a.network
                          or o.kind = 'DOMAIN' and a.hosts @> array[o.host]
                          or a.kind = 'DOMAIN' and o.hosts @> array[a.host]
                          or o.kind = a.kind and o.value = a.value)) then
        update asset.asset x
           set proven_how = how, proven_at = moment,
               renewal_by = case when x.state = 'registered' then coalesce(x.renewal_by, p.asked_by) end,
               renewal_at = case when x.state = 'registered' then coalesce(x.renewal_at, moment) end
         where x.id = of_asset;
        return 'CENTRE_DECIDES';
    end if;
    update asset.asset x
       set state = 'registered', proven_how = how, proven_at = moment, expires_at = until, reason = null,
           renewal_by = null, renewal_at = null
     where x.id = of_asset;
    return 'PROVEN';
end $$;

-- What was found instead.
create function asset.note_proof(of_asset uuid, the_secret text, found text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$ update asset.proof set outcome = found where asset = of_asset and secret = the_secret $$;

revoke execute on function asset.proofs_due(timestamptz, timestamptz, integer),
    asset.prove(uuid, text, text, timestamptz, timestamptz, boolean), asset.note_proof(uuid, text, text) from public;
grant execute on function asset.proofs_due(timestamptz, timestamptz, integer),
    asset.prove(uuid, text, text, timestamptz, timestamptz, boolean), asset.note_proof(uuid, text, text) to ${app};
