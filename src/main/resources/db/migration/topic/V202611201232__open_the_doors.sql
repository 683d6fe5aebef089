-- The few doors behind the wall. Each carries the access condition itself or checks the caller's right, and is
-- called only from the stores of this module. AddressingTests lists them.

-- Addresses a topic: the one way its set of readers comes to be or changes.
create function topic.address(wanted uuid, chosen uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it       topic.topic;
    writer   uuid;
    together uuid[];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or not topic.source(wanted) then
        raise exception 'only the source addresses a topic' using errcode = '42501';
    end if;
    if cardinality(chosen) = 0 or array_position(chosen, null) is not null then
        raise exception 'a topic needs an audience' using errcode = '22023';
    end if;
    if it.tlp not in ('CLEAR', 'GREEN') and membership.everyone() = any (chosen) then
        raise exception '% is not for everyone', it.tlp using errcode = '22023';
    end if;
    if it.tlp = 'RED' and exists (
        select from unnest(chosen) c where not exists (select from membership.person p where p.id = c)) then
        raise exception 'RED is for named persons' using errcode = '22023';
    end if;
    writer := coalesce(it.author, (select x.person from topic.concealed x where x.document = wanted));
    together := array(select distinct p from unnest(chosen || writer) p);
    if it.kind = 'BULLETIN' and it.tlp <> 'RED' then
        together := array(select distinct p from unnest(together || array(
            select f.id from membership.office f where f.kind in ('editors', 'approvers'))) p);
    end if;
    update topic.topic set addressees = together where id = wanted;
    update topic.words set addressees = together where topic = wanted;
    delete from topic.addressee where topic = wanted;
    insert into topic.addressee (topic, principal, kind, revised_at)
    select wanted, p, it.kind, it.revised_at from unnest(together) p;
    delete from topic.audience where topic = wanted;
    insert into topic.audience (topic, principal) select wanted, c from unnest(chosen) c group by c;
end $$;

-- A window brings in a colleague: one more reader, chosen by somebody who reads it through the window.
create function topic.bring_in(wanted uuid, colleague uuid) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it topic.topic;
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or it.tlp = 'RED' or not exists (
        select from membership.office f
          join membership.seat s on s.organisation = f.organisation and s.person = colleague
           and s.since <= now() and (s.until is null or s.until > now())
         where f.kind = 'window' and f.id = any (it.addressees) and f.id = any (membership.principals())) then
        raise exception 'only the window brings in a colleague' using errcode = '42501';
    end if;
    update topic.topic set addressees = addressees || colleague where id = wanted and not colleague = any (addressees);
    update topic.words set addressees = addressees || colleague where topic = wanted and not colleague = any (addressees);
    insert into topic.addressee (topic, principal, kind, revised_at)
    values (wanted, colleague, it.kind, it.revised_at) on conflict do nothing;
end $$;

-- After a new version the topic moves to the top of its readers' lists.
create function topic.move_up(wanted uuid, moment timestamptz) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not topic.source(wanted) then
        raise exception 'only the source revises a topic' using errcode = '42501';
    end if;
    update topic.addressee set revised_at = moment where topic = wanted;
    update topic.words set revised_at = moment where topic = wanted;
end $$;

-- Withdrawal: out of every list and every search at once; who had it still finds why it went.
create function topic.withdraw(wanted uuid, why text) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not (topic.source(wanted) or exists (
        select from topic.topic t
         where t.id = wanted and t.addressees && membership.principals() and membership.holds('duty_desk'))) then
        raise exception 'only the source or the duty desk withdraws a topic' using errcode = '42501';
    end if;
    update topic.topic set state = 'withdrawn', withdrawal = why where id = wanted;
    delete from topic.addressee where topic = wanted;
    delete from topic.words where topic = wanted;
end $$;

-- The words of a document, written when it is posted or edited.
create function topic.index(what uuid, of uuid, vector text, plain_text text) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not topic.mine(what) and not topic.source(of) then
        raise exception 'only the author indexes a document' using errcode = '42501';
    end if;
    insert into topic.words (document, topic, kind, information_kind, tlp, words, plain, revised_at, addressees)
    select what, t.id, t.kind, t.information_kind, t.tlp, vector::tsvector, plain_text, t.revised_at, t.addressees
      from topic.topic t
     where t.id = of and t.state = 'published'
    on conflict (document) do update
       set words = excluded.words, plain = excluded.plain, information_kind = excluded.information_kind;
end $$;

create function topic.unindex(what uuid) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not (topic.mine(what) or membership.holds('duty_desk')) then
        raise exception 'only the author or the duty desk removes a document' using errcode = '42501';
    end if;
    delete from topic.words where document = what;
end $$;

-- The newest topics for the reader: the newest of each of their principals, merged.
create function topic.newest(of_kind text, of_principal uuid, before timestamptz, at_most integer)
    returns table (topic uuid, revised_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if of_principal is not null then
        mine := array(select p from unnest(mine) p where p = of_principal);
    end if;
    if of_kind is null then
        return query
        select n.topic, max(n.revised_at)
          from unnest(mine) p
          cross join lateral (select a.topic, a.revised_at from topic.addressee a
                               where a.principal = p and a.revised_at < before
                               order by a.revised_at desc limit at_most) n
         group by n.topic order by 2 desc, 1 limit at_most;
    else
        return query
        select n.topic, max(n.revised_at)
          from unnest(mine) p
          cross join lateral (select a.topic, a.revised_at from topic.addressee a
                               where a.principal = p and a.kind = of_kind and a.revised_at < before
                               order by a.revised_at desc limit at_most) n
         group by n.topic order by 2 desc, 1 limit at_most;
    end if;
end $$;

-- Search: the same condition as the wall, inside the query, so that the combined index serves both.
create function topic.search(asked tsquery, partial text, of_kind text, of_information text, of_tlp text,
                             since timestamptz, sort text, start integer, at_most integer)
    returns table (document uuid, topic uuid, rank real, revised_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select w.document, w.topic, ts_rank(w.words, asked), w.revised_at
      from topic.words w
     where w.addressees && mine
       and ((numnode(asked) > 0 and w.words @@ asked) or (partial is not null and w.plain like partial))
       and (of_kind is null or w.kind = of_kind)
       and (of_information is null or w.information_kind = of_information)
       and (of_tlp is null or w.tlp = of_tlp)
       and (since is null or w.revised_at >= since)
     order by case when sort = 'rank' then -ts_rank(w.words, asked) end, w.revised_at desc, w.document
     offset start limit at_most;
end $$;

-- How many reacted, for a reader of the topic; names stay where they are.
create function topic.tally(of uuid) returns table (document uuid, kind text, count bigint)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if not exists (select from topic.topic t where t.id = of and t.addressees && membership.principals()) then
        return;
    end if;
    return query select r.document, r.kind, count(*) from topic.reaction r where r.topic = of group by 1, 2;
end $$;

-- Why the reader has this topic: the principals they share with it.
create function topic.reasons(of uuid) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$ select array(select p from topic.topic t, unnest(t.addressees) p
                        where t.id = of and p = any (membership.principals())) $$;

-- Who wrote a document whose organisation is hidden: for its author, and for the custodians.
create function topic.reveal(wanted uuid) returns table (topic uuid, person uuid, organisation uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    return query
    select x.topic, x.person, x.organisation from topic.concealed x
     where x.document = wanted
       and (x.person = membership.reader() or membership.holds('custodians'));
end $$;

-- Unread topics of the reader, bounded: a counter never walks further than it shows.
create function topic.unread(of_kind text, of_principal uuid, at_most integer) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer from (
              select n.topic from topic.newest(of_kind, of_principal, 'infinity', at_most * 2) n
                join topic.topic t on t.id = n.topic
               where not exists (select from topic.reading r
                                  where r.topic = n.topic and r.person = membership.reader()
                                    and r.version = t.version)
               limit at_most) u $$;

-- Restricted: AMBER and above, or addressed to organisations or persons. Opening it is audited.
create function topic.restricted(of uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from topic.topic t
         where t.id = of and t.addressees && membership.principals()
           and (t.tlp in ('AMBER', 'AMBER_STRICT', 'RED') or exists (
               select from topic.audience a
                where a.topic = of
                  and (exists (select from membership.person p where p.id = a.principal)
                       or exists (select from membership.office f where f.id = a.principal)
                       or exists (select from membership.organisation o where o.id = a.principal))))) $$;

-- Who may read: for a member those of their own organisations, for the source and the Centre's readers all.
create function topic.readers(of uuid) returns table (person uuid, organisation uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    them uuid[];
    mine uuid[] := membership.principals();
    all_of_them boolean := membership.at_centre() or topic.source(of);
begin
    select t.addressees into them from topic.topic t where t.id = of and t.addressees && mine;
    if them is null then
        return;
    end if;
    return query
    select b.person, b.organisation from membership.people_behind(them) b
     where all_of_them or b.organisation = any (mine);
end $$;
