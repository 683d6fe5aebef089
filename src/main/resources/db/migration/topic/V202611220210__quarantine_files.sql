-- What a scanner said of a stored file, by its random name. A file without a good word from a scanner is in quarantine:
-- nobody said that it is clean.
create table topic.scan (
    storage   uuid primary key,
    nonce     bytea not null,
    state     text not null default 'WAITING' check (state in ('WAITING', 'CLEAN', 'FOUND', 'GONE')),
    signature text not null default '' check (length(signature) <= 200),
    added_at  timestamptz not null,
    tried_at  timestamptz not null,
    check ((state = 'FOUND') = (signature <> ''))
);
create index on topic.scan (tried_at) where state = 'WAITING';
alter table topic.scan enable row level security;

insert into topic.scan (storage, nonce, added_at, tried_at) select storage, nonce, at, at from topic.file;

create function topic.await_scan(wanted uuid, its_nonce bytea, moment timestamptz) returns void
    language sql volatile security definer
    set search_path = ''
    as $$ insert into topic.scan (storage, nonce, added_at, tried_at)
          select wanted, its_nonce, moment, moment where membership.reader() is not null
          on conflict (storage) do nothing $$;

create function topic.scan_of(wanted uuid) returns table (state text, signature text)
    language sql stable security definer
    set search_path = ''
    as $$ select s.state, s.signature from topic.scan s where s.storage = wanted $$;

create function topic.take_scans(moment timestamptz, tried_before timestamptz, most integer)
    returns table (storage uuid, nonce bytea)
    language sql volatile security definer
    set search_path = ''
    as $$ update topic.scan s set tried_at = moment
           where s.storage in (select w.storage from topic.scan w
                                where w.state = 'WAITING' and w.tried_at <= tried_before
                                order by w.tried_at limit most for update skip locked)
          returning s.storage, s.nonce $$;

create function topic.note_scan(wanted uuid, said text, found text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$ update topic.scan set state = said, signature = found where storage = wanted and state = 'WAITING' $$;

revoke execute on function topic.await_scan(uuid, bytea, timestamptz), topic.scan_of(uuid),
    topic.take_scans(timestamptz, timestamptz, integer), topic.note_scan(uuid, text, text) from public;
grant execute on function topic.await_scan(uuid, bytea, timestamptz), topic.scan_of(uuid),
    topic.take_scans(timestamptz, timestamptz, integer), topic.note_scan(uuid, text, text) to ${app};
