-- Somebody of the watch office, other than who asked, lifted a no of the Centre before its time.
create table asset.lifting (
    asset     uuid primary key references asset.asset,
    reason    text not null check (length(reason) between 1 and 500),
    lifted_by uuid not null references membership.person,
    lifted_at timestamptz not null
);
alter table asset.lifting enable row level security;
create policy own on asset.lifting for select to ${app}
    using (exists (select from asset.asset a where a.id = asset));
-- Whether it is a no at all, and not to what they asked for themselves.
create function asset.may_lift(of_asset uuid, whoever uuid) returns boolean
    language sql stable
    set search_path = ''
    as $$ select exists (select from asset.asset a
                          where a.id = of_asset and a.asked_by <> whoever
                            and a.state in ('declined', 'removed') and a.reason is not null) $$;
revoke execute on function asset.may_lift(uuid, uuid) from public;
grant execute on function asset.may_lift(uuid, uuid) to ${app};
create policy as_oneself on asset.lifting for insert to ${app}
    with check (lifted_by = (select membership.reader()) and (select membership.holds('duty_desk'))
                and asset.may_lift(asset, lifted_by));
grant select, insert on asset.lifting to ${app};

-- The noes of the Centre that still hold against a proof of this one: to the same or something overlapping, of the same
-- organisation, not older than said, not lifted, and with no yes of the Centre since.
create function asset.noes(of_asset uuid, after timestamptz) returns table (asset uuid, at timestamptz)
    language sql stable
    set search_path = ''
    as $$
    select o.id, o.at
      from asset.asset a
      join (select x.*, coalesce(x.removed_at, x.decided_at) as at from asset.asset x
             where x.state in ('declined', 'removed') and x.reason is not null) o
        on o.organisation = a.organisation and o.id <> a.id and o.at > after
       and (o.network is not null and a.network is not null and o.network && a.network
            or o.kind = 'DOMAIN' and a.hosts @> array[o.host]
            or a.kind = 'DOMAIN' and o.hosts @> array[a.host]
            or o.kind = a.kind and o.value = a.value)
     where a.id = of_asset
       and not exists (select from asset.lifting l where l.asset = o.id)
       and not exists (select from asset.asset y
                        where y.organisation = o.organisation and y.decided_at > o.at
                          and (y.state = 'registered' or y.state = 'removed' and y.reason is null)
                          and (y.id = a.id or y.kind = o.kind and y.value = o.value
                               or y.kind = 'DOMAIN' and o.hosts @> array[y.host])) $$;
revoke execute on function asset.noes(uuid, timestamptz) from public;
grant execute on function asset.noes(uuid, timestamptz) to ${app};

-- As before; but a no of the Centre counts only as long as it holds.
drop function asset.prove(uuid, text, text, timestamptz, timestamptz, boolean);
create function asset.prove(of_asset uuid, the_secret text, how text, moment timestamptz, until timestamptz,
                            noes_after timestamptz, for_a_person boolean) returns text
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
       or exists (select from asset.noes(of_asset, noes_after))
       or exists (select from asset.asset o
                   where o.organisation <> a.organisation and o.state in ('waiting', 'registered')
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
revoke execute on function asset.prove(uuid, text, text, timestamptz, timestamptz, timestamptz, boolean) from public;
grant execute on function asset.prove(uuid, text, text, timestamptz, timestamptz, timestamptz, boolean) to ${app};
