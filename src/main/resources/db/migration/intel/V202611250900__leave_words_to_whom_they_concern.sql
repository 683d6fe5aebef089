-- Administrators run rounds; they let out nothing in another's name, and what ended is noted through a door.
alter table intel.cut add column settled_at timestamptz;
comment on column intel.cut.settled_at is 'when it showed that what was let out cannot leave by itself';
drop policy released_by_a_person on intel.cut;
create policy released_by_a_person on intel.cut for update to ${app}
    using (released_at is null
           and (source = any ((select membership.principals())::uuid[])
                or tlp in ('CLEAR', 'GREEN') and (select membership.has_role('EDITOR', 'ADMINISTRATOR'))))
    with check (released_at is not null and released_by = (select membership.reader()));
revoke update (sent_at) on intel.cut from ${app};

-- What was let out has left, or cannot.
create function intel.note_cut_ended(cut_id uuid, has_left boolean, moment timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.cut c
       set sent_at = case when has_left then moment end, settled_at = case when not has_left then moment end
     where c.id = cut_id and c.released_at is not null and c.sent_at is null and c.settled_at is null
       and membership.has_role('ADMINISTRATOR') $$;
revoke execute on function intel.note_cut_ended(uuid, boolean, timestamptz) from public;
grant execute on function intel.note_cut_ended(uuid, boolean, timestamptz) to ${app};
