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
