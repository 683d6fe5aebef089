-- How much an organisation has in the register, for the Centre's administrators; a number.
create function asset.left_by(whose uuid) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer from asset.asset a
           where (select membership.has_role('ADMINISTRATOR')) and a.organisation = whose
             and a.state in ('waiting', 'registered') $$;

-- Takes all of it out of the register when the organisation withdraws; says what.
create function asset.remove_of(whose uuid, moment timestamptz) returns setof uuid
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    if not membership.has_role('ADMINISTRATOR') then
        raise exception 'only an administrator removes the assets of an organisation' using errcode = '42501';
    end if;
    return query
    update asset.asset
       set state = 'removed', removed_by = membership.reader(), removed_at = moment, renewal_by = null, renewal_at = null
     where organisation = whose and state in ('waiting', 'registered')
    returning id;
end $$;

revoke execute on function asset.left_by(uuid), asset.remove_of(uuid, timestamptz) from public;
grant execute on function asset.left_by(uuid), asset.remove_of(uuid, timestamptz) to ${app};
