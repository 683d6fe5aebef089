-- The labels of a topic before and after a version that changed them; most versions change none.
create table topic.marking (
    topic                   uuid not null,
    version                 integer not null,
    information_kind_before text not null,
    information_kind        text not null,
    importance_before       text,
    importance              text,
    tlp_before              text not null,
    tlp                     text not null,
    confidentiality_before  smallint not null,
    confidentiality         smallint not null,
    primary key (topic, version),
    foreign key (topic, version) references topic.version
);

alter table topic.marking enable row level security;
create policy readable on topic.marking for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
grant select on topic.marking to ${app};

-- Marks the current version of a topic anew and addresses it, at once: whom the new label leaves out reads nothing more.
-- A looser label never loosens what others answered under the stricter one.
create function topic.mark(wanted uuid, new_information text, new_importance text, new_tlp text,
                           new_confidentiality smallint, chosen uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it            topic.topic;
    by_strictness constant text[] := array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or not topic.source(wanted) then
        raise exception 'only the source marks a topic' using errcode = '42501';
    end if;
    if array_position(by_strictness, new_tlp) < array_position(by_strictness, it.tlp) and exists (
        select from topic.comment c where c.topic = wanted and c.removed_at is null) then
        raise exception 'answers were given under %', it.tlp using errcode = '22023';
    end if;
    insert into topic.marking (topic, version, information_kind_before, information_kind, importance_before, importance,
                               tlp_before, tlp, confidentiality_before, confidentiality)
    values (wanted, it.version, it.information_kind, new_information, it.importance, new_importance,
            it.tlp, new_tlp, it.confidentiality, new_confidentiality);
    update topic.topic
       set information_kind = new_information, importance = new_importance, tlp = new_tlp,
           confidentiality = new_confidentiality
     where id = wanted;
    update topic.words set tlp = new_tlp, information_kind = new_information where topic = wanted;
    perform topic.address(wanted, chosen);
end $$;
