-- What forms have sent within the last day, by a hash of all of it, and where the sender was led. No content, no names:
-- whoever can compute the hash has sent the same themselves.
create table membership.submission (
    id       uuid primary key,
    at       timestamptz not null default now(),
    location text
);
create index on membership.submission (at);
grant select, insert, update, delete on membership.submission to ${app};
