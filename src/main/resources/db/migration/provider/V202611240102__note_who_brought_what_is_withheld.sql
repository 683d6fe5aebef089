-- What is withheld is somebody's: two sources may use one id. Where it cannot be told whose a row was it goes, and comes
-- again with the object's next version.
alter table provider.withheld add column source uuid;
update provider.withheld w set source = o.source
  from (select p.id as provider, e.stix_id, (array_agg(distinct e.source))[1] as source
          from provider.provider p
          join intel.shelf s on s.collection = p.push_from
          join intel.entry e on e.shelf = s.id and e.stix_id in (select x.stix_id from provider.withheld x)
         group by p.id, e.stix_id having count(distinct e.source) = 1) o
 where o.provider = w.provider and o.stix_id = w.stix_id;
delete from provider.withheld where source is null;
alter table provider.withheld
    alter column source set not null,
    drop constraint withheld_pkey,
    add primary key (provider, stix_id, source);
