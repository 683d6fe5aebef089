-- Whether this is a no of the Centre that still holds: not older than said, not lifted, and with no yes of the Centre
-- since to the same, to what it lies under, or to what is to be proven, where that is told.
create function asset.holds(no uuid, after timestamptz, against uuid default null) returns boolean
    language sql stable
    set search_path = ''
    as $$
    select exists (
        select from (select x.*, coalesce(x.removed_at, x.decided_at) as at from asset.asset x
                      where x.id = no and x.state in ('declined', 'removed') and x.reason is not null) o
         where o.at > after
           and not exists (select from asset.lifting l where l.asset = o.id)
           and not exists (select from asset.asset y
                            where y.organisation = o.organisation and y.decided_at > o.at
                              and (y.state = 'registered' or y.state = 'removed' and y.reason is null)
                              and (y.id = against or y.kind = o.kind and y.value = o.value
                                   or y.kind = 'DOMAIN' and o.hosts @> array[y.host]))) $$;
revoke execute on function asset.holds(uuid, timestamptz, uuid) from public;
grant execute on function asset.holds(uuid, timestamptz, uuid) to ${app};

-- As before; but what ends a no is said once, for a proof and for the page of the no.
create or replace function asset.noes(of_asset uuid, after timestamptz) returns table (asset uuid, at timestamptz)
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
     where a.id = of_asset and asset.holds(o.id, after, a.id) $$;
