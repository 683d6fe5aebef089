-- Who is signed in; the columns are Spring Session's.
create table membership.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on membership.session (expiry_time);
create index on membership.session (principal_name);

create table membership.session_attributes (
    session_primary_id char(36) not null references membership.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on membership.session, membership.session_attributes to ${app};
