-- What became of something quarantined: taken in after all, or thrown away; by whom, when and why.
alter table provider.quarantined
    add column decision   text check (decision in ('TAKEN', 'THROWN_AWAY')),
    add column decided_by uuid,
    add column decided_at timestamptz,
    add column why        text not null default '' check (length(why) <= 1000),
    add check ((decision is null) = (why = '')),
    add check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null));
