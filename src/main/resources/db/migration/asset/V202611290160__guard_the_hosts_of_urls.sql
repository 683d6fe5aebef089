-- A website registered by its URL is its owner's as a name, too: a zone that blocks the name, or one above it, blocks the
-- site. Names beneath the host are not: whoever registered a page at a host may not own the host's other names. A URL that
-- is somebody's guards what lies beneath it where it ends with a slash, whatever way it is reached. Commits of collections ask
-- too, each once: its plan is kept.
create or replace function asset.guarded(names text[], urls text[], networks text[]) returns setof integer
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    return query
    select p.place::integer
      from unnest(names, urls, networks) with ordinality as p(name, url, network, place)
     where p.name <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now() and a.kind = 'DOMAIN'
                       and a.host = any (string_to_array(p.name, ' ')))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now()
                          and (a.kind = 'DOMAIN' or a.kind = 'URL' and p.url = '')
                          and a.hosts @> array[split_part(p.name, ' ', 1)]))
        or p.network <> ''
       and exists (select from asset.asset a
                    where a.state = 'registered' and a.expires_at > now()
                      and (a.kind in ('ADDRESS', 'RANGE') or a.kind = 'URL' and p.url = '')
                      and (a.network >>= p.network::inet or a.network <<= p.network::inet))
        or p.url <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now() and a.kind = 'URL'
                       and a.value = any (array[p.url, split_part(p.url, '?', 1)]))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now() and a.kind = 'URL'
                          and (a.host = split_part(p.name, ' ', 1) or p.network <> '' and a.network = p.network::inet)
                          and right(a.value, 1) = '/'
                          and starts_with(split_part(p.url, '://', 2), split_part(a.value, '://', 2))));
end $$;
