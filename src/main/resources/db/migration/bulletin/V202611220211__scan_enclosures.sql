-- Files that wait with a manuscript were never looked at by a scanner either.
insert into topic.scan (storage, nonce, added_at, tried_at)
select storage, nonce, at, at from bulletin.enclosure
on conflict (storage) do nothing;
