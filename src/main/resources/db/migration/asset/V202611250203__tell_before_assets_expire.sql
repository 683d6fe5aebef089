-- For which end an owner was told that it comes, and that it came: a renewal moves the end, and both may be told again.
alter table asset.asset add ending_told timestamptz, add ended_told timestamptz;
create index on asset.asset (expires_at) where state = 'registered';

-- Which organisations are to be told, each once for an end: of what ends before a moment and nobody asked to renew, and of
-- what has ended. For a job that is nobody; ids and numbers.
create function asset.tell_ends(moment timestamptz, soon timestamptz)
    returns table (organisation uuid, ended boolean, assets integer)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    return query
    with due as (
        select a.id, a.expires_at <= moment as ended
          from asset.asset a
          join membership.organisation o on o.id = a.organisation and o.status = 'active'
         where a.state = 'registered' and a.expires_at <= soon
           and case when a.expires_at <= moment then a.ended_told is distinct from a.expires_at
                    else a.renewal_at is null and a.ending_told is distinct from a.expires_at end
           for update of a skip locked),
    told as (
        update asset.asset a
           set ending_told = a.expires_at, ended_told = case when d.ended then a.expires_at else a.ended_told end
          from due d where d.id = a.id
        returning a.organisation, d.ended)
    select t.organisation, t.ended, count(*)::integer from told t group by t.organisation, t.ended;
end $$;
revoke execute on function asset.tell_ends(timestamptz, timestamptz) from public;
grant execute on function asset.tell_ends(timestamptz, timestamptz) to ${app};
