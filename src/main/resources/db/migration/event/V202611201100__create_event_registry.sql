-- What happened and who still has to hear of it; the columns are Spring Modulith's.
create schema event;
grant usage on schema event to ${app};

create table event.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index on event.event_publication using hash (serialized_event);
create index on event.event_publication (completion_date);

create table event.event_publication_archive (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index on event.event_publication_archive using hash (serialized_event);
create index on event.event_publication_archive (completion_date);

grant select, insert, update, delete on event.event_publication, event.event_publication_archive to ${app};
