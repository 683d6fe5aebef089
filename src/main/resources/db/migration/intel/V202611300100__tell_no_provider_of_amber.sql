-- A delivery is a stretch of positions; what is TLP:AMBER within it never went to a provider. It is not told that such a
-- thing was taken back, nor that it fetched it.
create function intel.is_provider(organisation_id uuid) returns boolean
    language sql stable
    return exists (select from membership.organisation o where o.id = organisation_id and o.part = 'CTI_PROVIDER');

-- Whether an entry is kept from an organisation that reads its shelf: not its own, and neither TLP:CLEAR nor TLP:GREEN, where
-- it is a provider. What stands on a keeper's shelf as TLP:AMBER+STRICT is for whom the keeper named.
create function intel.kept_from(e intel.entry, keeper uuid, organisation_id uuid) returns boolean
    language sql stable
    return coalesce(e.tlp, 'AMBER') not in ('CLEAR', 'GREEN') and not (keeper is not null and e.tlp = 'AMBER_STRICT')
           and e.source <> organisation_id and intel.is_provider(organisation_id);

revoke execute on function intel.is_provider(uuid) from public;
revoke execute on function intel.kept_from(intel.entry, uuid, uuid) from public;

-- Where something stood under a label that providers read, before its label became stricter: who fetched it there has it.
create table intel.was_open (
    shelf    integer not null references intel.shelf,
    stix_id  text not null,
    version  bigint not null,
    position bigint not null,
    primary key (shelf, stix_id, version, position)
);
-- Written and read by the doors alone.
alter table intel.was_open enable row level security;

create function intel.note_was_open() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.was_open (shelf, stix_id, version, position)
    values (old.shelf, old.stix_id, old.version, old.position) on conflict do nothing;
    return null;
end $$;
revoke execute on function intel.note_was_open() from public;
create trigger note_was_open after update of tlp on intel.entry
    for each row when (old.tlp in ('CLEAR', 'GREEN') and new.tlp not in ('CLEAR', 'GREEN'))
    execute function intel.note_was_open();

-- As before, without what is kept from it.
create or replace function intel.tell_recalls(numbers bigint[], run_id uuid, moment timestamptz) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    told bigint;
begin
    update intel.taken_back t set again_at = moment
     where t.again_at is null
       and t.value in (select r.value from intel.recall r where r.number = any (numbers))
       and intel.said_to(t.value, t.organisation);
    insert into intel.taken_back as t (organisation, value, type, word, run, at)
    select g.organisation, g.value, v.type, v.value, run_id, moment
      from (select w.value, h.organisation
              from (select distinct r.value from intel.recall r where r.number = any (numbers)) w
              join intel.held h on h.value = w.value and (h.until is null or h.until > moment - interval '30 days')
             union
            select w.value, k.organisation
              from (select distinct r.value, r.stix_id from intel.recall r
                     where r.number = any (numbers) and r.stix_id is not null) w
             cross join intel.shelf f
              join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
              join intel.consumer k on k.collection = f.collection
             where (f.keeper is null or f.keeper = k.organisation
                    or not f.near and exists (select from intel.naming n
                                               where n.collection = f.collection and n.source = f.keeper
                                                 and n.named = k.organisation))
               and exists (select from intel.delivery d
                            where d.account = k.account and d.collection = f.collection
                              and (d.first <= e.position and d.last >= e.position
                                       and not intel.kept_from(e, f.keeper, k.organisation)
                                   or exists (select from intel.was_open o
                                               where o.shelf = e.shelf and o.stix_id = e.stix_id and o.version = e.version
                                                 and d.first <= o.position and d.last >= o.position)))
               and intel.names(e, w.value)) g
      join intel.value v on v.id = g.value
     where not intel.said_to(g.value, g.organisation)
        on conflict (organisation, value) do update
       set run = excluded.run, at = excluded.at, again_at = null
     where t.again_at is not null;
    get diagnostics told = row_count;
    delete from intel.recall r where r.number = any (numbers);
    return told;
end $$;

create or replace function intel.fetched(value_id uuid)
    returns table (account uuid, collection uuid, title text, hour timestamptz, back boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select d.account, d.collection, c.title, min(d.hour), bool_and(e.state = 4)
      from (select distinct s.stix_id from intel.source s where s.value = value_id) w
     cross join intel.shelf f
      join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
      join intel.collection c on c.id = f.collection
      join intel.delivery d on d.collection = f.collection and d.organisation = any (mine)
                           and (d.first <= e.position and d.last >= e.position
                                    and not intel.kept_from(e, f.keeper, d.organisation)
                                or exists (select from intel.was_open o
                                            where o.shelf = e.shelf and o.stix_id = e.stix_id and o.version = e.version
                                              and d.first <= o.position and d.last >= o.position))
     where (f.keeper is null or f.keeper = d.organisation
            or not f.near and exists (select from intel.naming n
                                       where n.collection = f.collection and n.source = f.keeper
                                         and n.named = d.organisation))
       and intel.names(e, value_id)
     group by d.account, d.collection, c.title
     order by 4 desc
     limit 100;
end $$;
