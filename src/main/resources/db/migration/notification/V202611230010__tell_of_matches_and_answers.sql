-- People are told of what a kept search of theirs has found; who hears of it stands in R__concerned.sql.
alter table notification.item drop constraint item_why_check;
alter table notification.item add constraint item_why_check check (why in
    ('MENTION', 'QUOTED', 'AUTHOR', 'PARTICIPANT', 'FOLLOWING', 'PERSON', 'WINDOW', 'OFFICE', 'ORGANISATION', 'COMMUNITY',
     'EVERYONE', 'DUTY', 'LEAD', 'SELF', 'SEARCH'));
