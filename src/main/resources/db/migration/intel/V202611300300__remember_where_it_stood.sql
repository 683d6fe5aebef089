-- What moves to the end of its collection keeps the places where it stood, whoever moves it: machines that fetched it stood
-- there, and are told all the same when it is taken back.
alter table intel.entry add column was bigint[];
comment on column intel.entry.was is 'where it stood before, in that order; null where it has never moved';

create function intel.note_move() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    new.was := old.was || old.position;
    return new;
end $$;
create trigger note_move before update of position on intel.entry
    for each row when (old.position <> new.position) execute function intel.note_move();
revoke execute on function intel.note_move() from public;
