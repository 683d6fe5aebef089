-- What a feed of MISP has said to a machine, event by event. A follower fetches an event only when its moment has moved, and
-- keeps what it merely misses: whatever changes in an event moves it, and what left without a word is said to be deleted.
create table intel.told_event (
    account uuid not null,
    event   uuid not null,
    head    text not null,
    at      timestamptz not null,
    primary key (account, event)
);
create table intel.told_attribute (
    account uuid not null,
    event   uuid not null,
    value   uuid not null,
    type    text not null,
    word    text not null,
    tlp     text not null,
    state   text not null,
    deleted boolean not null,
    given   boolean not null,
    at      timestamptz not null,
    primary key (account, event, value)
);
comment on column intel.told_event.head is 'digest of its title and label';
comment on column intel.told_attribute.word is 'kept here: once nobody says it, its words are nobody''s';
comment on column intel.told_attribute.state is 'digest of all that was said of it';
comment on column intel.told_attribute.given is 'whether the machine loaded the event with it; nobody else hears that it is gone';

alter table intel.told_event enable row level security;
create policy as_oneself on intel.told_event to ${app}
    using (account = (select membership.reader())) with check (account = (select membership.reader()));
alter table intel.told_attribute enable row level security;
create policy as_oneself on intel.told_attribute to ${app}
    using (account = (select membership.reader())) with check (account = (select membership.reader()));
grant select, insert, update, delete on intel.told_event, intel.told_attribute to ${app};
