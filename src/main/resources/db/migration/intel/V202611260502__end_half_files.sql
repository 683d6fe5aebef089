-- A file of which nothing more comes is said to be so: it stays half, with a moment at which it ended.
alter table intel.bundle add column ended_at timestamptz, add check (ended_at is null or unfinished);
comment on column intel.bundle.ended_at is 'when it became known that the rest of an unfinished file will not come';
create index on intel.bundle (imported_at) where unfinished and ended_at is null;

-- For the job that takes files in, which is nobody: what no import brings on any more, and what after a day has none.
create function intel.end_half_files(moment timestamptz) returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    ended integer;
begin
    if membership.reader() is not null then
        return 0;
    end if;
    update intel.bundle b
       set ended_at = moment
     where b.unfinished and b.ended_at is null
       and not exists (select from intel.import i where i.bundle = b.id and i.state not in ('DONE', 'REFUSED'))
       and (b.imported_at < moment - interval '1 day' or exists (select from intel.import i where i.bundle = b.id));
    get diagnostics ended = row_count;
    return ended;
end $$;
revoke execute on function intel.end_half_files(timestamptz) from public;
grant execute on function intel.end_half_files(timestamptz) to ${app};
