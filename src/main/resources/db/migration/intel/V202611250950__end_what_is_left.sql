-- Half a file is not the file: it may be brought again and become another bundle. Imports of one keeper go one after the
-- other, so that the same file never becomes two at once.
alter table intel.bundle drop constraint bundle_keeper_sha256_permitted_tlp_permitted_by_permitted_w_key;
create index on intel.bundle (keeper, sha256);

-- A large file whose person may import no longer ends after a day, so that it does not lie there for ever. The job that does
-- so is nobody.
create function intel.end_left_import(which uuid, moment timestamptz) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        return false;
    end if;
    update intel.import i
       set state = 'REFUSED', reason = 'intel.import.left', arguments = '[]'
     where i.id = which and i.state not in ('DONE', 'REFUSED') and i.at < moment - interval '1 day'
       and not exists (
           select from membership.seat s
             join membership.organisation o on o.id = s.organisation and o.status = 'active'
             join membership.person p on p.id = s.person and p.status = 'active'
            where s.person = i.person and s.organisation = i.organisation
              and s.roles && array['EDITOR', 'ADMINISTRATOR']
              and s.since <= now() and (s.until is null or s.until > now()));
    return found;
end $$;
revoke execute on function intel.end_left_import(uuid, timestamptz) from public;
grant execute on function intel.end_left_import(uuid, timestamptz) to ${app};
