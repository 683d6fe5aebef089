-- What goes to a provider is TLP:CLEAR or TLP:GREEN, or its source named the provider: also where a collection is read by
-- everyone, by a community or by a single account, and its readers may ask about the values.
-- Whether the reader has a seat at a provider.
create function intel.at_provider() returns boolean
    language sql stable
    return exists (select from membership.organisation o
                    where o.part = 'CTI_PROVIDER' and o.id = any (membership.principals()));

-- What a source may say to one of these who is a provider: what is no TLP:AMBER, or stands in their own library, or was
-- brought by them.
create function intel.provider_hears(tlp text, keeper uuid, bringer uuid, own uuid[]) returns boolean
    language sql immutable parallel safe
    return tlp <> 'AMBER' or keeper = any (own) or bringer = any (own);

drop policy readable on intel.source;
create policy readable on intel.source for select to ${app}
    using (addressees && (select membership.principals())
           and (tlp <> 'AMBER' or not (select intel.at_provider())
                or intel.provider_hears(tlp, keeper, bringer, (select membership.principals()))));

-- As before, with that.
create or replace function intel.words_of(ids uuid[]) returns table (id uuid, type text, value text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine     uuid[] := membership.principals();
    provider boolean := intel.at_provider();
begin
    return query
    select v.id, v.type, v.value
      from intel.value v
     where v.id = any (ids)
       and (exists (select from intel.source s where s.value = v.id and s.addressees && mine
                           and (not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, mine)))
            or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                        where c.value = v.id and t.addressees && mine
                          and (t.state = 'published' or topic.source(t.id))));
end $$;

create or replace function intel.find_values(
    texts text[], partial text, around inet, types text[], start integer, at_most integer)
    returns table (id uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine     uuid[] := membership.principals();
    provider boolean := intel.at_provider();
begin
    return query
    select f.id
      from (select v.id, v.type, v.value from intel.value v where v.value = any (texts)
             union
            select v.id, v.type, v.value from intel.value v where partial is not null and v.value ilike partial
             union
            select v.id, v.type, v.value from intel.value v
             where around is not null and (v.network <<= around or v.network >>= around)) f
     where (types is null or f.type = any (types))
       and (exists (select from intel.source s where s.value = f.id and s.addressees && mine
                           and (not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, mine)))
            or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                        where c.value = f.id and t.addressees && mine and t.state = 'published'))
     order by f.type, f.value, f.id
    offset start limit at_most;
end $$;

create or replace function intel.newest_values(at_most integer) returns table (id uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine     uuid[] := membership.principals();
    provider boolean := intel.at_provider();
begin
    return query
    select n.value
      from ((select s.value, s.last_at
               from (select * from intel.source order by last_at desc limit 5000) s
              where s.addressees && mine
                and (not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, mine)))
            union all
            (select c.value, c.last_at
               from (select * from intel.citation order by last_at desc limit 5000) c
               join topic.topic t on t.id = c.topic and t.addressees && mine and t.state = 'published')) n
     group by n.value
     order by max(n.last_at) desc, n.value
     limit at_most;
end $$;

create or replace function intel.tally_sightings(ids uuid[])
    returns table (value uuid, seen bigint, unseen bigint, few boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine     uuid[] := membership.principals();
    provider boolean := intel.at_provider();
    centre   boolean := membership.at_centre();
begin
    return query
    select g.value, case when centre or g.seen >= 5 then g.seen else 0 end,
           case when centre or g.unseen >= 5 then g.unseen else 0 end,
           not centre and g.ours and g.seen between 1 and 4
      from (select x.value, count(*) filter (where x.seen) as seen, count(*) filter (where not x.seen) as unseen,
                   exists (select from intel.source s where s.value = x.value and s.keeper = any (mine))
                   or exists (select from intel.citation c where c.value = x.value and topic.source(c.topic)) as ours
              from intel.sighting x
             where x.value = any (ids)
               and (exists (select from intel.source s where s.value = x.value and s.addressees && mine
                           and (not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, mine)))
                    or exists (select from intel.citation c join topic.topic t on t.id = c.topic
                                where c.value = x.value and t.addressees && mine))
             group by x.value) g
     where centre or g.ours or g.seen >= 5 or g.unseen >= 5;
end $$;

create or replace function intel.leaving(organisation_id uuid, since timestamptz)
    returns table (value uuid, type text, word text, id uuid, object uuid, topic uuid, title text, organisation uuid,
                   tlp text, confidence smallint, alone boolean, role text, first_at timestamptz, last_at timestamptz,
                   valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz, withdrawn_how text,
                   withdrawn_why text, excepted boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine     uuid[] := membership.principals();
    own      uuid[];
    wide     uuid[];
    provider boolean;
begin
    if organisation_id is null or not organisation_id = any (mine) then
        return;
    end if;
    own := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
        || array(select c.id from community.community c where c.id = any (mine) and c.closed_at is null);
    provider := intel.is_provider(organisation_id);
    return query
    select v.id, v.type, v.value, s.id, s.object, s.topic, s.title, s.organisation, s.tlp, s.confidence, s.alone, s.role,
           s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at, s.withdrawn_how, s.withdrawn_why,
           exists (select from intel.warning_exception e where e.key = v.key)
      from (select s.value, s.id, s.object, null::uuid as topic, ''::text as title, s.organisation, s.tlp, s.confidence,
                   s.alone, ''::text as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at,
                   s.withdrawn_how, s.withdrawn_why, s.addressees
              from intel.source s
             where s.addressees && wide and (s.withdrawn_at is null or s.withdrawn_at > since)
               and (not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, array[organisation_id]))
             union all
            select c.value, c.topic, null, c.topic, case when t.state = 'published' then t.title else '' end, t.organisation,
                   t.tlp, c.confidence, true, c.role, c.first_at, c.last_at, c.first_at, null,
                   coalesce(c.withdrawn_at, t.withdrawn_at),
                   case when c.withdrawn_at is null and t.withdrawn_at is not null then 'dropped' else c.withdrawn_how end,
                   c.withdrawn_why, t.addressees
              from intel.citation c
              join topic.topic t on t.id = c.topic and (t.state = 'published' or t.withdrawn_at > since)
             where t.addressees && wide and (c.withdrawn_at is null or c.withdrawn_at > since)) s
      join intel.value v on v.id = s.value
     where s.tlp <> 'RED' and (s.tlp <> 'AMBER_STRICT' or s.addressees && own)
     order by v.type, v.value, s.id
     limit 400000;
end $$;

create or replace function intel.said_to(value_id uuid, organisation_id uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    provider boolean := intel.is_provider(organisation_id);
    own      uuid[] := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide     uuid[] := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
        || array(select c.id from community.community c
                  where c.closed_at is null
                    and exists (select from membership.belonging b
                                  join (select h.account from intel.held h
                                         where h.value = value_id and h.organisation = organisation_id
                                         union
                                        select k.account from intel.consumer k where k.organisation = organisation_id) a
                                    on a.account = b.person
                                 where b.principal = c.id and b.since <= now() and (b.until is null or b.until > now())));
begin
    return exists (
            select from intel.source s
             where s.value = value_id and s.withdrawn_at is null and (s.valid_until is null or s.valid_until > now())
               and s.tlp <> 'RED'
               and ((not provider or intel.provider_hears(s.tlp, s.keeper, s.bringer, array[organisation_id]))
                    and (s.addressees && own or s.tlp <> 'AMBER_STRICT' and s.addressees && wide)
                    or exists (select from intel.consumer k
                                 join intel.collection c on c.id = k.collection and intel.sits_in(k.account, c.readers)
                                 join intel.shelf f on f.collection = k.collection
                                  and (f.keeper is null or f.keeper = organisation_id
                                       or not f.near and exists (
                                           select from intel.naming n
                                            where n.collection = k.collection and n.source = f.keeper
                                              and n.named = organisation_id))
                                 join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4
                                  and not intel.kept_from(e, f.keeper, organisation_id)
                                where k.organisation = organisation_id)))
        or exists (
            select from intel.citation c
              join topic.topic t on t.id = c.topic and t.state = 'published'
             where c.value = value_id and c.withdrawn_at is null and t.tlp <> 'RED'
               and (t.addressees && own or t.tlp <> 'AMBER_STRICT' and t.addressees && wide));
end $$;

-- Nor does a collection tell TLP:AMBER to a provider or its window. What stays near its bringer is said to its bringer alone,
-- whomever that named; what people took in is said where their own organisation handed it out, not where another brought the
-- same bytes.
create or replace function intel.told_by_collections(s intel.source) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce(array_agg(distinct r.id), '{}')
      from intel.object o
      join intel.shelf f on true
      join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id
                        and (e.state < 4 or s.withdrawn_at is not null)
                        and e.sha256 = decode(o.sha256, 'hex') and e.source = coalesce(s.bringer, s.organisation)
      join intel.collection c on c.id = f.collection
     cross join lateral unnest(case when f.keeper is null then c.readers
                                    else array(select k.id
                                                 from (select f.keeper as id
                                                        union select n.named from intel.naming n
                                                               where n.collection = c.id and n.source = f.keeper
                                                                 and not f.near) k
                                                where c.readers && array[k.id, membership.everyone()]) end) as r(id)
     where o.id = s.object and s.tlp <> 'RED' and (f.keeper is null) = (s.tlp <> 'AMBER_STRICT')
       and not exists (select from intel.cited k where k.stix_id = s.stix_id)
       and not (s.tlp = 'AMBER' and (intel.is_provider(r.id)
                                     or exists (select from membership.office w
                                                 where w.id = r.id and intel.is_provider(w.organisation)))) $$;

select intel.spread(array(
    select s.stix_id from intel.source s where s.tlp = 'AMBER' or s.bringer is null
     union
    select e.stix_id from intel.shelf f join intel.entry e on e.shelf = f.id where f.near));

revoke execute on function intel.at_provider() from public;
revoke execute on function intel.provider_hears(text, uuid, uuid, uuid[]) from public;
grant execute on function intel.at_provider() to ${app};
grant execute on function intel.provider_hears(text, uuid, uuid, uuid[]) to ${app};
