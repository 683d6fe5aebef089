-- The class of the reference taxonomy, and the three viewpoints whose gravest is the severity.
alter table desk.standing
    add column rsit text check (rsit ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
    add column continuity smallint check (continuity between 0 and 4),
    add column safety smallint check (safety between 0 and 4),
    add column other smallint check (other between 0 and 4);
comment on column desk.standing.continuity is 'what was judged before the viewpoints were kept stands under this one';
update desk.standing set continuity = severity, safety = 0, other = 0 where severity is not null;
alter table desk.standing
    drop column severity,
    add check ((continuity is null) = (safety is null) and (safety is null) = (other is null));

-- A ticket's standing ends and the next begins, the same but for what has changed: for the functions below.
create function desk.stand_anew(wanted uuid, moment timestamptz, changes jsonb) returns void
    language sql volatile
    set search_path = ''
    as $$
    with ended as (
        update desk.standing set until = moment where matter = wanted and until is null returning *),
    anew as (
        select (jsonb_populate_record(null::desk.standing, to_jsonb(e) || changes || jsonb_build_object(
                'since', moment, 'until', null, 'by', membership.reader()))).*
          from ended e)
    insert into desk.standing (matter, since, by, status, priority, impact, extent, visibility, cause, effect, rsit,
                               continuity, safety, other, team, assignee, confirmed)
    select matter, since, by, status, priority, impact, extent, visibility, cause, effect, rsit, continuity, safety, other,
           team, assignee, confirmed
      from anew $$;
revoke execute on function desk.stand_anew(uuid, timestamptz, jsonb) from public;

create or replace function desk.turn(wanted uuid, turned text, moment timestamptz) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not desk.ours(wanted) or turned not in ('WITHDRAWN', 'RESPONDING') then
        raise exception 'only the reporter takes a matter back or up again' using errcode = '42501';
    end if;
    perform from desk.matter where topic = wanted for no key update;
    perform from desk.ticket where matter = wanted for update;
    update desk.matter
       set status = turned, merged_into = null, closed_at = case when turned = 'WITHDRAWN' then moment end,
           waiting_since = case when turned = 'RESPONDING' then coalesce(waiting_since, moment) end
     where topic = wanted;
    perform desk.stand_anew(wanted, moment, jsonb_build_object('status', turned));
end $$;

create or replace function desk.confirm_impact(wanted uuid, said text, how_far text, moment timestamptz) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    asked desk.inquiry;
begin
    select * into asked from desk.inquiry i where i.id = wanted and i.office = any (membership.principals()) for update;
    if not found then
        raise exception 'only the liaison who was asked answers' using errcode = '42501';
    end if;
    if asked.answered_at is not null then
        return false;
    end if;
    update desk.inquiry set impact = said, extent = how_far, answered_at = moment, answered_by = membership.reader()
     where id = wanted;
    perform from desk.matter where topic = asked.matter for no key update;
    perform from desk.ticket where matter = asked.matter for update;
    perform desk.stand_anew(
        asked.matter, moment, jsonb_build_object('impact', said, 'extent', how_far, 'confirmed', true));
    return true;
end $$;
