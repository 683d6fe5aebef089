-- What touches one organisation's assets is asked by the rule that asks for those of all; for one's own organisation alone.
drop function asset.guarded(text[], text[], text[]);
create function asset.guarded(names text[], urls text[], networks text[], whose uuid) returns setof integer
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if whose is not null and not whose = any (membership.principals()) then
        return;
    end if;
    return query
    select p.place::integer
      from (select u.name, u.url, nullif(u.network, '')::inet as network, u.place
              from unnest(names, urls, networks) with ordinality as u(name, url, network, place)) p
     where p.name <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now()
                       and (whose is null or a.organisation = whose) and a.kind = 'DOMAIN'
                       and a.host = any (string_to_array(p.name, ' ')))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now()
                          and (whose is null or a.organisation = whose)
                          and (a.kind = 'DOMAIN' or a.kind = 'URL' and p.url = '')
                          and a.hosts @> array[split_part(p.name, ' ', 1)]))
        or p.network is not null
       and exists (select from asset.asset a
                    where a.state = 'registered' and a.expires_at > now()
                      and (whose is null or a.organisation = whose)
                      and (a.kind in ('ADDRESS', 'RANGE') or a.kind = 'URL' and p.url = '')
                      and (a.network >>= p.network or a.network <<= p.network))
        or p.url <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now()
                       and (whose is null or a.organisation = whose) and a.kind = 'URL'
                       and a.value = any (array[p.url, split_part(p.url, '?', 1)]))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now()
                          and (whose is null or a.organisation = whose) and a.kind = 'URL'
                          and (a.host = split_part(p.name, ' ', 1) or a.network = p.network)
                          and right(a.value, 1) = '/'
                          and starts_with(split_part(p.url, '://', 2), split_part(a.value, '://', 2))));
end $$;
revoke execute on function asset.guarded(text[], text[], text[], uuid) from public;
grant execute on function asset.guarded(text[], text[], text[], uuid) to ${app};
