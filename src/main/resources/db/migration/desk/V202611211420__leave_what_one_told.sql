-- The reporter's side is the organisation that told it: whoever told it and has left since is on no side any more.
create or replace function desk.ours(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from desk.reporter r
         where r.matter = wanted
           and (r.person = membership.reader() and r.organisation = any (membership.principals())
                or exists (select from membership.office f
                            where f.kind = 'window' and f.organisation = r.organisation
                              and f.id = any (membership.principals())))) $$;
