-- A kept search finds a topic once, and what it found is the edition of that moment and those before; a later edition is
-- news again. Before the first edition there is nothing to find, whichever of the two is written down first.
create or replace function notification.ungathered(who uuid, moment timestamptz) returns setof uuid
    language sql stable
    set search_path = ''
    as $$
    select i.id from notification.item i
     where i.person = who and i.seen_at is null and i.digest is null and i.at > moment - interval '7 days'
       and not exists (select from notification.mail m where m.item = i.id and m.state not in ('dropped', 'given_up'))
       and not (i.what in ('TOPIC_POSTED', 'BULLETIN_PUBLISHED')
                and exists (select from notification.item s
                             where s.person = who and s.topic = i.topic and s.what = 'SEARCH_MATCHED'
                               and (s.at >= i.at or coalesce(i.version, 1) = 1))) $$;
