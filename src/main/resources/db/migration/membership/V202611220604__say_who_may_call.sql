-- How an organisation is reached at any hour, and whom it shows that to: the Centre always, those it shares a smaller
-- circle with, or all that take part.
alter table membership.organisation
    add contact_always boolean not null default false,
    add contact_shown text not null default 'centre' check (contact_shown in ('centre', 'circles', 'all'));
