-- PostgreSQL lets everybody execute a new function. The doors behind the wall are for the application's role alone, and
-- what was granted by name, or to nobody, stays as it is.
do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspowner = current_user::regrole and p.proowner = current_user::regrole and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
