-- What people sign in with. Nothing here is readable as it stands: hashes, public keys, sealed secrets.
create table membership.password (
    person     uuid primary key references membership.person,
    hash       text not null check (hash like '$argon2id$%'),
    changed_at timestamptz not null default now()
);

create table membership.totp (
    person     uuid primary key references membership.person,
    secret     bytea not null,
    last_step  bigint not null,
    changed_at timestamptz not null default now()
);
comment on column membership.totp.last_step is 'the time step of the last accepted code; a code is accepted once';

create table membership.passkey (
    id               bytea primary key,
    person           uuid not null references membership.person,
    label            text not null check (length(label) between 1 and 100),
    public_key       bytea not null,
    signatures       bigint not null,
    verified         boolean not null,
    backup_eligible  boolean not null,
    backed_up        boolean not null,
    transports       text[] not null,
    attestation      bytea not null,
    client_data      bytea not null,
    created_at       timestamptz not null,
    used_at          timestamptz not null
);
create index on membership.passkey (person);

-- Questions asked of authenticators; each may be answered once.
create table membership.challenge (
    challenge bytea primary key,
    person    uuid references membership.person,
    ends_at   timestamptz not null default now() + interval '5 minutes'
);
create index on membership.challenge (ends_at);

-- How often somebody has tried: by account, by network, and altogether. Times are the database's.
create table membership.attempts (
    subject text primary key,
    since   timestamptz not null,
    tries   int not null
);

grant select, insert, update, delete on membership.password, membership.totp, membership.passkey,
    membership.challenge, membership.attempts to ${app};
