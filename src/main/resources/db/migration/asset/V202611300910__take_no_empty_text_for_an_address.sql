-- As before. A bitmap of several indexes reads each of its keys first, also the one of an alternative that an empty text excludes:
-- no text is taken for an address before it is known to be one.
create or replace function asset.guarded(names text[], urls text[], networks text[]) returns setof integer
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    return query
    select p.place::integer
      from (select u.name, u.url, nullif(u.network, '')::inet as network, u.place
              from unnest(names, urls, networks) with ordinality as u(name, url, network, place)) p
     where p.name <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now() and a.kind = 'DOMAIN'
                       and a.host = any (string_to_array(p.name, ' ')))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now()
                          and (a.kind = 'DOMAIN' or a.kind = 'URL' and p.url = '')
                          and a.hosts @> array[split_part(p.name, ' ', 1)]))
        or p.network is not null
       and exists (select from asset.asset a
                    where a.state = 'registered' and a.expires_at > now()
                      and (a.kind in ('ADDRESS', 'RANGE') or a.kind = 'URL' and p.url = '')
                      and (a.network >>= p.network or a.network <<= p.network))
        or p.url <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now() and a.kind = 'URL'
                       and a.value = any (array[p.url, split_part(p.url, '?', 1)]))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now() and a.kind = 'URL'
                          and (a.host = split_part(p.name, ' ', 1) or a.network = p.network)
                          and right(a.value, 1) = '/'
                          and starts_with(split_part(p.url, '://', 2), split_part(a.value, '://', 2))));
end $$;
