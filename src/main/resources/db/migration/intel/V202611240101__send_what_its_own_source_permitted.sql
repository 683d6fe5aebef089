-- One id may come from two sources, and each is asked for its own object. What has left is noted whatever became of the
-- permit meanwhile, for the provider has to be asked to delete it; the Centre notes when it has.
drop index intel.permit_collection_stix_id_recipient_idx;
create unique index on intel.permit (collection, stix_id, source, recipient) where answer is null;
alter table intel.permit
    add column deleted_at timestamptz,
    add column deleted_by uuid,
    add check ((deleted_at is null) = (deleted_by is null) and (deleted_at is null or revoked_at is not null));

create or replace function intel.note_permit_sent(permit_id uuid, version bigint, moment timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.permit p set sent_version = version, sent_at = moment, deleted_at = null, deleted_by = null
     where p.id = permit_id and p.answer = 'yes'
       and membership.has_role('ADMINISTRATOR') $$;

-- Whether there was something to delete.
create function intel.note_permit_deleted(permit_id uuid, moment timestamptz) returns boolean
    language sql security definer
    set search_path = ''
    as $$
    with noted as (
        update intel.permit p set deleted_at = moment, deleted_by = membership.reader()
         where p.id = permit_id and p.revoked_at is not null and p.sent_at is not null and p.deleted_at is null
           and membership.has_role('EDITOR', 'ADMINISTRATOR')
     returning 1)
    select exists (select from noted) $$;
revoke execute on function intel.note_permit_deleted(uuid, timestamptz) from public;
grant execute on function intel.note_permit_deleted(uuid, timestamptz) to ${app};
