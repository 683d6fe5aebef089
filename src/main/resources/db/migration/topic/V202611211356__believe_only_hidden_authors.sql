-- Who stands behind a document is believed only where the document hides its author: otherwise anybody could put their
-- name behind a document of somebody else and change it.
create or replace function topic.mine(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.topic t where t.id = wanted and t.author = membership.reader())
              or exists (select from topic.comment c where c.id = wanted and c.author = membership.reader())
              or exists (select from topic.concealed x
                          where x.document = wanted and x.person = membership.reader()
                            and (exists (select from topic.topic t where t.id = wanted and t.hidden)
                                 or exists (select from topic.comment c where c.id = wanted and c.hidden))) $$;

-- Words are kept for the topic itself and for its own comments, for no other document.
create or replace function topic.index(what uuid, of uuid, vector text, plain_text text) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not topic.mine(what) and not (what = of and topic.source(of)) then
        raise exception 'only the author indexes a document' using errcode = '42501';
    end if;
    if what <> of and not exists (select from topic.comment c where c.id = what and c.topic = of) then
        raise exception 'the document belongs to another topic' using errcode = '42501';
    end if;
    insert into topic.words (document, topic, kind, information_kind, tlp, words, plain, revised_at, addressees)
    select what, t.id, t.kind, t.information_kind, t.tlp, vector::tsvector, plain_text, t.revised_at, t.addressees
      from topic.topic t
     where t.id = of and t.state = 'published'
    on conflict (document) do update
       set words = excluded.words, plain = excluded.plain, information_kind = excluded.information_kind;
end $$;
