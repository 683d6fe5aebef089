-- Which of these places are, hold or lie in what some organisation has registered and the Centre has approved. It says
-- neither whose nor what; whoever publishes values asks it, so that nobody's own property leaves as an indicator.
-- Names come with those above them, divided by spaces, the most exact first.
create function asset.guarded(names text[], urls text[], networks text[]) returns setof integer
    language sql stable security definer
    set search_path = ''
    as $$
    select p.place::integer
      from unnest(names, urls, networks) with ordinality as p(name, url, network, place)
     where p.name <> ''
       and (exists (select from asset.asset a
                     where a.state = 'registered' and a.expires_at > now() and a.kind = 'DOMAIN'
                       and a.host = any (string_to_array(p.name, ' ')))
            or exists (select from asset.asset a
                        where a.state = 'registered' and a.expires_at > now() and a.kind = 'DOMAIN'
                          and a.hosts @> array[split_part(p.name, ' ', 1)]))
        or p.network <> ''
       and exists (select from asset.asset a
                    where a.state = 'registered' and a.expires_at > now() and a.kind in ('ADDRESS', 'RANGE')
                      and (a.network >>= p.network::inet or a.network <<= p.network::inet))
        or p.url <> ''
       and exists (select from asset.asset a
                    where a.state = 'registered' and a.expires_at > now() and a.kind = 'URL'
                      and a.value = any (array[p.url, split_part(p.url, '?', 1)])) $$;
revoke execute on function asset.guarded(text[], text[], text[]) from public;
grant execute on function asset.guarded(text[], text[], text[]) to ${app};
