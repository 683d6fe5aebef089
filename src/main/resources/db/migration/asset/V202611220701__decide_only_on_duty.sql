-- The owner's people ask again and remove; what was decided is written by the Centre's watch office alone.
create function asset.keep_decision() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    if (new.decided_by, new.decided_at, new.reason, new.expires_at)
           is distinct from (old.decided_by, old.decided_at, old.reason, old.expires_at)
       or new.state is distinct from old.state and new.state <> 'removed' then
        if not membership.holds('duty_desk') then
            raise exception 'an asset is decided on by the watch office' using errcode = '42501';
        end if;
    end if;
    return new;
end $$;
create trigger keep_decision before update on asset.asset
    for each row execute function asset.keep_decision();
revoke execute on function asset.keep_decision() from public;
