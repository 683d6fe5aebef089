-- What a source says a value does (STIX 2.1, indicator_types) is kept beside it: what it calls benign, or a service that hides
-- whoever uses it, is found with what is said of it, and leaves in no list.
alter table intel.source
    add column indicator_types text[] not null default '{}',
    add column cleared_at      timestamptz;
comment on column intel.source.cleared_at is 'since when it calls harmless what it warned of before';

-- Whether these kinds of activity are nothing to block; what also says that harm was seen is.
create function intel.harmless(types text[]) returns boolean
    language sql immutable parallel safe
    return types && '{benign,anonymization}' and not types && '{malicious-activity,compromised}';

create function intel.types_of(indicator jsonb) returns text[]
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select array(select distinct lower(left(t.kind #>> '{}', 100))
                   from jsonb_array_elements(case when jsonb_typeof(indicator -> 'indicator_types') = 'array'
                                                  then indicator -> 'indicator_types' else '[]' end) as t(kind)
                  where jsonb_typeof(t.kind) = 'string'
                  order by 1 limit 20) $$;

create or replace function intel.gather(objects uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform from intel.name_values(
        array(select i.type from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal),
        array(select i.value from intel.indicator i where i.object = any (objects) order by i.object, i.ordinal));
    insert into intel.source as s (value, object, stix_id, keeper, bringer, organisation, alone, confidence, tlp, version,
                                   first_at, last_at, valid_from, valid_until, withdrawn_at, withdrawn_how, addressees,
                                   indicator_types)
    select distinct on (v.id, o.keeper, o.stix_id, o.bringer)
           v.id, o.id, o.stix_id, o.keeper, o.bringer, o.organisation, i.alone, i.confidence, o.tlp, d.version,
           least(coalesce(o.created, d.version), now()), least(d.version, now()), i.valid_from, i.valid_until,
           case when w.how is not null then least(d.version, now()) end, w.how, o.addressees, intel.types_of(o.json)
      from intel.indicator i
      join intel.object o on o.id = i.object
      join intel.value v on v.key = intel.key_of(i.type, i.value)
     cross join lateral (select coalesce(o.modified, o.created, now()) as version) d
     cross join lateral (select case when o.json -> 'revoked' = 'true'::jsonb then 'revoked'
                                     when exists (select from intel.object n
                                                   where n.keeper = o.keeper and n.stix_id = o.stix_id
                                                     and intel.speaks_for(n.bringer, o.bringer, o.keeper)
                                                     and n.modified > d.version) then 'superseded' end as how) w
     where i.object = any (objects)
     order by v.id, o.keeper, o.stix_id, o.bringer, d.version desc
        on conflict (value, keeper, stix_id, bringer) do update
       set object = excluded.object, alone = excluded.alone, confidence = excluded.confidence, tlp = excluded.tlp,
           version = excluded.version, last_at = excluded.last_at, valid_from = excluded.valid_from,
           valid_until = excluded.valid_until, withdrawn_at = excluded.withdrawn_at,
           withdrawn_how = excluded.withdrawn_how, withdrawn_why = '', addressees = excluded.addressees,
           indicator_types = excluded.indicator_types,
           cleared_at = case when intel.harmless(excluded.indicator_types)
                             then case when intel.harmless(s.indicator_types) then s.cleared_at else now() end end
     where excluded.version > s.version;
end $$;

-- As before; what a source clears is taken back, too.
create or replace function intel.recall_changed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.recall (value, keeper, stix_id, bringer)
    select c.value, c.keeper, c.stix_id, c.bringer from changed c join before b on b.id = c.id
     where (c.withdrawn_how is distinct from b.withdrawn_how or c.cleared_at is distinct from b.cleared_at)
       and c.tlp <> 'RED';
    return null;
end $$;

-- What left in lists until now though its source calls it harmless is taken back from the machines that got it.
update intel.source s
   set indicator_types = intel.types_of(o.json), cleared_at = case when intel.harmless(intel.types_of(o.json)) then now() end
  from intel.object o
 where o.id = s.object and o.json ? 'indicator_types';

create or replace view intel.said with (security_invoker = true) as
select s.value, s.id, o.id as object, null::uuid as topic, coalesce(o.name, '') as title, s.organisation, s.tlp,
       s.confidence, s.alone, '' as role, s.first_at, s.last_at, s.valid_from, s.valid_until, s.withdrawn_at,
       s.withdrawn_how, case when o.id is null then '' else s.withdrawn_why end as withdrawn_why,
       s.indicator_types
  from intel.source s
  left join intel.object o on o.id = s.object
 union all
select c.value, c.topic, null, c.topic, t.title, t.organisation, t.tlp, c.confidence, true, c.role, c.first_at,
       c.last_at, c.first_at, null, coalesce(c.withdrawn_at, case when t.state <> 'published' then t.revised_at end),
       coalesce(c.withdrawn_how, case when t.state <> 'published' then 'dropped' end), c.withdrawn_why,
       '{malicious-activity}'::text[]
  from intel.citation c
  join topic.topic t on t.id = c.topic;

-- As before, with what sources say it does, and without what they call harmless; what they cleared lately is taken back.
drop function intel.leaving(uuid, timestamptz);
create function intel.leaving(organisation_id uuid, since timestamptz)
    returns table (value uuid, type text, word text, id uuid, object uuid, topic uuid, title text, organisation uuid,
                   tlp text, confidence smallint, alone boolean, role text, first_at timestamptz, last_at timestamptz,
                   valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz, withdrawn_how text,
                   withdrawn_why text, indicator_types text[], excepted boolean)
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
           s.indicator_types,
           exists (select from intel.warning_exception e where e.key = v.key)
      from (select s.value, s.id, s.object, null::uuid as topic, ''::text as title, s.organisation, s.tlp, s.confidence,
                   s.alone, ''::text as role, s.first_at, s.last_at, s.valid_from, s.valid_until,
                   coalesce(s.withdrawn_at, s.cleared_at) as withdrawn_at,
                   case when s.withdrawn_at is null and s.cleared_at is not null then 'superseded'
                        else s.withdrawn_how end as withdrawn_how,
                   s.withdrawn_why, s.indicator_types, s.addressees
              from intel.source s
             where s.addressees && wide and (s.withdrawn_at is null or s.withdrawn_at > since)
               and (not intel.harmless(s.indicator_types) or s.cleared_at > since)
               and (not provider or intel.provider_learns(s.value, s.tlp, s.keeper, s.bringer, array[organisation_id]))
             union all
            select c.value, c.topic, null, c.topic, case when t.state = 'published' then t.title else '' end, t.organisation,
                   t.tlp, c.confidence, true, c.role, c.first_at, c.last_at, c.first_at, null,
                   coalesce(c.withdrawn_at, t.withdrawn_at),
                   case when c.withdrawn_at is null and t.withdrawn_at is not null then 'dropped' else c.withdrawn_how end,
                   c.withdrawn_why, '{malicious-activity}', t.addressees
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
             where s.value = value_id and s.withdrawn_at is null and not intel.harmless(s.indicator_types)
               and (s.valid_until is null or s.valid_until > now())
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

revoke execute on function intel.harmless(text[]) from public;
revoke execute on function intel.types_of(jsonb) from public;
revoke execute on function intel.leaving(uuid, timestamptz) from public;
grant execute on function intel.harmless(text[]) to ${app};
grant execute on function intel.types_of(jsonb) to ${app};
grant execute on function intel.leaving(uuid, timestamptz) to ${app};
