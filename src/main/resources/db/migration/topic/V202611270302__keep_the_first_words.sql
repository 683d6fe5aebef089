-- A list shows the first words of each topic. Cut from the whole text they cost a third of a list: every text was unpacked for them.
alter table topic.text add column excerpt text not null generated always as (left(body, 400)) stored;

create or replace function topic.rows(wanted uuid[], reading_level text)
    returns table (id uuid, kind text, information_kind text, author uuid, organisation uuid, hidden boolean, tlp text,
                   importance text, version integer, title text, excerpt text, answered boolean,
                   published_at timestamptz, revised_at timestamptz, comments bigint, files bigint,
                   unread boolean, unconfirmed boolean, community uuid, direct boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine    uuid[] := membership.principals();
    who     uuid   := membership.reader();
    windows uuid[] := array(select f.id from membership.office f where f.kind = 'window' and f.id = any (mine));
    circles uuid[] := array(select c.id from community.published c where c.id = any (mine));
begin
    return query
    select t.id, t.kind, t.information_kind, t.author, t.organisation, t.hidden, t.tlp, t.importance, t.version,
           coalesce(x.title, t.title), coalesce(x.excerpt, ''), t.accepted is not null,
           t.published_at, t.revised_at,
           (select count(*) from topic.comment c where c.topic = t.id and c.removed_at is null),
           (select count(*) from topic.file f where f.topic = t.id and f.removed_at is null and whole.shown),
           r.topic is null and t.author is distinct from who, r.confirmed_at is null,
           (select p from unnest(t.addressees) p where p = any (circles) limit 1),
           t.addressees && windows
           or (who = any (t.addressees) and t.author is distinct from who and (not t.hidden or not topic.mine(t.id)))
      from unnest(wanted) with ordinality as listed (topic, place)
      join topic.topic t on t.id = listed.topic and t.addressees && mine
     cross join lateral (select t.state = 'published' or topic.source(t.id) as shown) whole
      left join topic.text x on x.topic = t.id and x.version = t.version and x.level in ('ALL', reading_level)
                            and whole.shown
      left join topic.reading r on r.topic = t.id and r.version = t.version and r.person = who
     order by listed.place;
end $$;
