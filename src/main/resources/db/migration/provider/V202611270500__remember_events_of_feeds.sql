-- What we have of a feed, event by event as its manifest dated it: one moment for all of them loses what is published later
-- than it was changed, and everything behind one line that lies ahead. How far each feed was is asked for once more.
create table provider.feed_event (
    provider uuid not null references provider.provider on delete cascade,
    event    uuid not null,
    at       timestamptz not null,
    primary key (provider, event)
);
-- Which objects a feed brought: an id is no proof, and a feed changes and takes back its own alone.
create table provider.feed_object (
    provider uuid not null references provider.provider on delete cascade,
    stix_id  text not null,
    primary key (provider, stix_id)
);
create index on provider.feed_object (stix_id);

do $$
declare
    kept text;
begin
    foreach kept in array array['feed_event', 'feed_object'] loop
        execute format('alter table provider.%I enable row level security', kept);
        execute format(
            'create policy readable on provider.%I for select to %I using ((select membership.has_role(''ADMINISTRATOR'', ''EDITOR'')))',
            kept, '${app}');
        execute format(
            'create policy insert_by_administrators on provider.%I for insert to %I with check ((select membership.has_role(''ADMINISTRATOR'')))',
            kept, '${app}');
        execute format(
            'create policy update_by_administrators on provider.%I for update to %I using ((select membership.has_role(''ADMINISTRATOR''))) with check ((select membership.has_role(''ADMINISTRATOR'')))',
            kept, '${app}');
        execute format(
            'create policy delete_by_administrators on provider.%I for delete to %I using ((select membership.has_role(''ADMINISTRATOR'')))',
            kept, '${app}');
        execute format('grant select, insert, update, delete on provider.%I to %I', kept, '${app}');
    end loop;
end $$;
comment on column provider.progress.added_after is 'for a feed the moment of the latest event that was taken, with its id in next; for people to see';

-- What is RED is for one person alone and is not kept.
update provider.quarantined set raw = '' where reason = 'intel.taxii.red';
