-- How many open matters an organisation reported with its name, for the Centre's administrators; a number. What it
-- reported hidden is not counted: the number would tell whose it is.
create function desk.left_by(whose uuid) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer
            from desk.reporter r join desk.matter m on m.topic = r.matter
           where (select membership.has_role('ADMINISTRATOR')) and r.organisation = whose and not m.hidden
             and m.status not in ('CLOSED', 'MERGED', 'WITHDRAWN') $$;
revoke execute on function desk.left_by(uuid) from public;
grant execute on function desk.left_by(uuid) to ${app};
