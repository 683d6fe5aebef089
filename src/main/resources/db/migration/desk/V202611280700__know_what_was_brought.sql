-- What a matter was reported with, as a hash: the same sent again is the same report, and other words are not lost in it.
-- Apart from the matter, because whoever reads one part of it could guess the others by the hash.
create table desk.brought (
    matter  uuid primary key references desk.matter,
    content bytea not null
);
alter table desk.brought enable row level security;
create policy own on desk.brought for select to ${app} using (topic.mine(matter));
create policy kept on desk.brought for insert to ${app} with check (topic.mine(matter));
grant select, insert on desk.brought to ${app};
