-- The secret address under which a person's feed reader and calendar fetch; its hash only.
create table notification.feed (
    person  uuid primary key references membership.person,
    token   bytea not null unique,
    made_at timestamptz not null
);
alter table notification.feed enable row level security;
create policy own on notification.feed to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));
grant select, insert, update, delete on notification.feed to ${app};

-- Whose address it is. Whoever fetches is not known before; they read as this person, under the wall.
create function notification.feed_reader(hash bytea) returns uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select f.person from notification.feed f
      join membership.person p on p.id = f.person and p.status = 'active' and p.kind = 'human'
     where f.token = hash $$;
revoke execute on function notification.feed_reader(bytea) from public;
grant execute on function notification.feed_reader(bytea) to ${app};
