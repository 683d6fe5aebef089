-- Matters of the consultation desk are topics too.
do $$ begin
    execute (select format('alter table topic.topic drop constraint %I, add constraint topic_kind_check check (%s or kind = ''MATTER'')',
                           c.conname, pg_get_expr(c.conbin, c.conrelid))
               from pg_constraint c where c.conrelid = 'topic.topic'::regclass and c.conname = 'topic_kind_check');
end $$;

-- Offices to which the author entrusts a topic: people come and go, the matter stays. Whoever holds an office that
-- revises is its source; the others may only widen its audience. Nobody reads these rows but the doors below.
create table topic.steward (
    topic     uuid not null references topic.topic,
    principal uuid not null,
    revises   boolean not null,
    primary key (topic, principal)
);
alter table topic.steward enable row level security;

create function topic.stewards(wanted uuid, revising boolean) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.steward s
                          where s.topic = wanted and (s.revises or not revising)
                            and s.principal = any (membership.principals())) $$;

create or replace function topic.source(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select topic.mine(wanted)
              or ((select t.kind from topic.topic t where t.id = wanted) = 'BULLETIN'
                  and (membership.holds('editors') or membership.holds('approvers')))
              or topic.stewards(wanted, true) $$;

-- The author entrusts a topic to an office; from then on the office reads it and is part of every audience.
create function topic.entrust(wanted uuid, office uuid, revising boolean) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it topic.topic;
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or it.tlp = 'RED' or not topic.mine(wanted)
       or not exists (select from membership.office f where f.id = office) then
        raise exception 'only the author entrusts a topic to an office' using errcode = '42501';
    end if;
    insert into topic.steward (topic, principal, revises) values (wanted, office, revising)
    on conflict (topic, principal) do nothing;
    update topic.topic set addressees = addressees || office where id = wanted and not office = any (addressees);
    update topic.words set addressees = addressees || office where topic = wanted and not office = any (addressees);
    insert into topic.addressee (topic, principal, kind, revised_at)
    values (wanted, office, it.kind, it.revised_at) on conflict do nothing;
end $$;

-- Widens an audience by offices, within the label: for the source, and for whoever the topic was entrusted to.
create function topic.widen(wanted uuid, more uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it topic.topic;
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or it.tlp = 'RED' or not (topic.source(wanted) or topic.stewards(wanted, false)) then
        raise exception 'only the source or who it was entrusted to widens a topic' using errcode = '42501';
    end if;
    if exists (select from unnest(more) m where not exists (select from membership.office f where f.id = m)) then
        raise exception 'widened by offices only' using errcode = '22023';
    end if;
    update topic.topic set addressees = array(select distinct p from unnest(addressees || more) p) where id = wanted;
    update topic.words set addressees = array(select distinct p from unnest(addressees || more) p) where topic = wanted;
    insert into topic.addressee (topic, principal, kind, revised_at)
    select wanted, m, it.kind, it.revised_at from unnest(more) m
     where it.state = 'published' on conflict do nothing;
    insert into topic.audience (topic, principal) select wanted, m from unnest(more) m on conflict do nothing;
end $$;

create or replace function topic.address(wanted uuid, chosen uuid[]) returns void
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
    writer := coalesce(it.author, (select x.person from topic.concealed x where x.document = wanted));
    if it.tlp = 'RED' and exists (
        select from unnest(chosen || writer) c
         where not exists (select from membership.person p where p.id = c and p.kind = 'human')) then
        raise exception 'RED is for named persons' using errcode = '22023';
    end if;
    together := array(select distinct p from unnest(
        chosen || writer || array(select s.principal from topic.steward s where s.topic = wanted)) p);
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

revoke execute on function topic.stewards(uuid, boolean), topic.entrust(uuid, uuid, boolean), topic.widen(uuid, uuid[]) from public;
grant execute on function topic.stewards(uuid, boolean), topic.entrust(uuid, uuid, boolean), topic.widen(uuid, uuid[]) to ${app};
