-- What arrives of an object that was taken back is held back at once, whichever collection it arrives in.
create function intel.ever_taken_back(ids text[]) returns text[]
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce(array_agg(distinct s.stix_id), '{}')
      from intel.source s
     where s.stix_id = any (ids) and s.withdrawn_how in ('person', 'revoked') $$;

-- Whether an account sits where it must to read any of these: as its lists and collections are decided when it asks.
create function intel.sits_in(account uuid, principals uuid[]) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select account = any (principals)
        or exists (select from membership.seat s
                     join membership.organisation o on o.id = s.organisation and o.status = 'active'
                     join membership.person p on p.id = s.person and p.status = 'active'
                    where s.person = account and s.since <= now() and (s.until is null or s.until > now())
                      and (s.organisation = any (principals) or membership.everyone() = any (principals)))
        or exists (select from membership.belonging b
                    where b.person = account and b.principal = any (principals)
                      and b.since <= now() and (b.until is null or b.until > now())) $$;

-- Whether somebody still says a value to an organisation, so that its machines may hold it: the rule of intel.leaving and
-- of collections, asked for one organisation, with the communities in which its machines sit.
create or replace function intel.said_to(value_id uuid, organisation_id uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    own  uuid[] := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide uuid[] := own || membership.everyone()
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
               and (s.addressees && own or s.tlp <> 'AMBER_STRICT' and s.addressees && wide
                    or exists (select from intel.consumer k
                                 join intel.collection c on c.id = k.collection and intel.sits_in(k.account, c.readers)
                                 join intel.shelf f on f.collection = k.collection
                                  and (f.keeper is null or f.keeper = organisation_id
                                       or exists (select from intel.naming n
                                                   where n.collection = k.collection and n.source = f.keeper
                                                     and n.named = organisation_id))
                                 join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4
                                where k.organisation = organisation_id)))
        or exists (
            select from intel.citation c
              join topic.topic t on t.id = c.topic and t.state = 'published'
             where c.value = value_id and c.withdrawn_at is null and t.tlp <> 'RED'
               and (t.addressees && own or t.tlp <> 'AMBER_STRICT' and t.addressees && wide));
end $$;

do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
revoke execute on function intel.sits_in(uuid, uuid[]) from ${app};
