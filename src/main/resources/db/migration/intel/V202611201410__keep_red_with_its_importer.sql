-- TLP:RED is for named persons: such a bundle is kept by the person who was given it, any other by the organisation.
-- What is known already is judged within one keeper, so nobody learns what another keeps.
alter table intel.bundle add column keeper uuid;
alter table intel.object add column keeper uuid;
update intel.bundle set keeper = organisation;
update intel.object set keeper = organisation;
alter table intel.bundle alter column keeper set not null;
alter table intel.object alter column keeper set not null;

alter table intel.bundle
    drop constraint bundle_organisation_sha256_permitted_tlp_permitted_by_permi_key,
    add unique nulls not distinct (keeper, sha256, permitted_tlp, permitted_by, permitted_why);
alter table intel.object
    drop constraint object_organisation_stix_id_modified_content_key,
    add unique nulls not distinct (keeper, stix_id, modified, content);
drop index intel.object_organisation_stix_id_modified_idx;
create unique index on intel.object (keeper, stix_id, modified) where modified is not null;

drop policy by_editors on intel.bundle;
create policy by_editors on intel.bundle for insert to ${app}
    with check (imported_by = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[])
                and keeper = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));

drop policy by_editors on intel.object;
create policy by_editors on intel.object for insert to ${app}
    with check (organisation = any ((select membership.principals())::uuid[])
                and keeper = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));

drop policy own on intel.object;
create policy own on intel.object for update to ${app}
    using (keeper = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (keeper = any ((select membership.principals())::uuid[]));
