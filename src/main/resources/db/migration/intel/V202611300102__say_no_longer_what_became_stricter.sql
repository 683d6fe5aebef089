-- What was handed out and follows a stricter label is held back: whoever reads the collection is told no longer either. For
-- these objects what is said follows the collections, whoever asks; tells nothing.
create function intel.spread_objects(objects uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform intel.spread(array(select distinct o.stix_id from intel.object o where o.id = any (objects)));
end $$;
revoke execute on function intel.spread_objects(uuid[]) from public;
grant execute on function intel.spread_objects(uuid[]) to ${app};

select intel.spread(array(
    select distinct e.stix_id from intel.shelf f join intel.entry e on e.shelf = f.id and e.state = 4));
