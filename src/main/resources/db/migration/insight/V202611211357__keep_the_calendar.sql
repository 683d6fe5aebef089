-- The calendar that explains the figures: read by whoever takes part, kept by the Centre.
alter table insight.event enable row level security;
create policy readable on insight.event for select to ${app}
    using ((select membership.reader()) is not null);
create policy kept on insight.event to ${app}
    using ((select membership.at_centre())
           and (select membership.has_role('ADMINISTRATOR', 'EDITOR', 'REPORTING', 'OVERALL_LEAD')))
    with check ((select membership.at_centre())
                and (select membership.has_role('ADMINISTRATOR', 'EDITOR', 'REPORTING', 'OVERALL_LEAD')));
