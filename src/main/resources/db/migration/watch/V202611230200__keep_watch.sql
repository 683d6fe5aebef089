create schema watch;
grant usage on schema watch to ${app};

-- What somebody stands watch as: the structure of the Centre is data, valid from a day to a day.
create table watch.post (
    code       text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,30}$'),
    name_ja    text not null check (length(name_ja) between 1 and 60),
    name_en    text not null check (length(name_en) between 1 and 60),
    place      integer not null,
    event      boolean not null,
    quiet      boolean not null,
    on_call    boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to is null or valid_to >= valid_from)
);
comment on column watch.post.event is 'each shift of a day in event mode needs somebody; quiet and on_call likewise';

-- The shifts of a day. What lies between them is covered by whoever is on call.
create table watch.hours (
    id         uuid primary key default gen_random_uuid(),
    mode       text not null check (mode in ('EVENT', 'QUIET')),
    name_ja    text not null check (length(name_ja) between 1 and 30),
    name_en    text not null check (length(name_en) between 1 and 30),
    days       text not null check (days in ('ALL', 'WORKDAYS', 'DAYS_OFF')),
    begins     integer not null check (begins between 0 and 1439),
    minutes    integer not null check (minutes between 30 and 1440),
    valid_from date not null,
    valid_to   date check (valid_to is null or valid_to >= valid_from)
);
comment on column watch.hours.begins is 'minutes after midnight';

create table watch.duty (
    id         uuid primary key default gen_random_uuid(),
    post       text not null references watch.post,
    hours      uuid references watch.hours,
    begins_at  timestamptz not null,
    ends_at    timestamptz not null,
    person     uuid not null references membership.person,
    phone      text not null default '' check (length(phone) <= 40),
    entered_at timestamptz not null,
    entered_by uuid not null,
    ended_at   timestamptz,
    ended_by   uuid,
    check (ends_at > begins_at),
    check ((ended_at is null) = (ended_by is null))
);
comment on column watch.duty.hours is 'empty for whoever is on call between two shifts';
create unique index on watch.duty (begins_at, post, person) where ended_at is null;
create index on watch.duty (ends_at) where ended_at is null;

-- What one shift hands to the next: what it covers, what had changed, what was still open, and its own words.
create table watch.sheet (
    id        uuid primary key default gen_random_uuid(),
    hours     uuid references watch.hours,
    begins_at timestamptz not null unique,
    ends_at   timestamptz not null,
    since     timestamptz not null,
    facts     jsonb not null check (octet_length(facts::text) <= 1000000),
    words     text not null check (length(words) <= 10000),
    handed_at timestamptz not null,
    handed_by uuid not null,
    taken_at  timestamptz,
    taken_by  uuid,
    answer    text not null default '' check (length(answer) <= 2000),
    check (handed_at > since),
    check ((taken_at is null) = (taken_by is null)),
    check (taken_by <> handed_by)
);
create index on watch.sheet (handed_at) where taken_at is null;

-- What was handed over stays as it is; that it was taken over is said once.
create function watch.keep_handed() returns trigger
    language plpgsql
    set search_path = ''
    as $$ begin
    raise exception 'what was handed over is not changed' using errcode = '42501';
end $$;
create trigger keep_handed before update or delete on watch.sheet
    for each row when (old.taken_at is not null) execute function watch.keep_handed();
revoke execute on function watch.keep_handed() from public;

-- The rota is for the desk and the Overall Lead; what is handed over tells of tickets, and is the desk's alone.
alter table watch.post enable row level security;
create policy kept on watch.post to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
alter table watch.hours enable row level security;
create policy kept on watch.hours to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
alter table watch.duty enable row level security;
create policy kept on watch.duty to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
alter table watch.sheet enable row level security;
create policy desk_only on watch.sheet for select to ${app} using ((select desk.staff()));
create policy handed on watch.sheet for insert to ${app}
    with check ((select desk.staff()) and handed_by = (select membership.reader()));
create policy taken on watch.sheet for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()) and taken_by = (select membership.reader()));

grant select, insert on watch.post, watch.hours, watch.duty, watch.sheet to ${app};
grant update (valid_to) on watch.post, watch.hours to ${app};
grant update (ended_at, ended_by) on watch.duty to ${app};
grant update (taken_at, taken_by, answer) on watch.sheet to ${app};

insert into watch.post (code, name_ja, name_en, place, event, quiet, on_call, valid_from) values
('OVERALL_LEAD', '全体統括', 'Overall Lead', 1, true, true, true, '2019-04-01'),
('INCIDENT_CONTROLLER', 'インシデントコントローラ', 'Incident Controller', 2, true, false, false, '2019-04-01'),
('WATCH_OFFICER', '当直', 'Duty officer', 3, true, true, true, '2019-04-01'),
('IR_TEAM_1', 'IR担当 チーム1', 'IR team 1', 4, true, false, false, '2019-04-01'),
('IR_TEAM_2', 'IR担当 チーム2', 'IR team 2', 5, true, false, false, '2019-04-01'),
('IR_TEAM_3', 'IR担当 チーム3', 'IR team 3', 6, true, false, false, '2019-04-01'),
('TECH_SUPPORT', '技術支援', 'Technical support', 7, false, false, false, '2019-04-01'),
('REPORTING', '報告連携', 'Reporting and liaison', 8, false, false, false, '2019-04-01'),
('LIAISON_OC', '組織委員会リエゾン', 'Liaison to the Organising Committee', 9, true, false, false, '2019-04-01'),
('LIAISON_AGENCY', '関係機関リエゾン', 'Liaison of the agencies', 10, false, false, false, '2019-04-01'),
('OPERATOR_COORDINATOR', '事業者等連携担当', 'Operator coordination', 11, false, false, false, '2019-04-01'),
('AGENCY_COORDINATOR', '関係機関連携担当', 'Agency coordination', 12, false, false, false, '2019-04-01'),
('RECORDER', '情報記録・集約担当', 'Recorder', 13, true, false, false, '2019-04-01');

insert into watch.hours (mode, name_ja, name_en, days, begins, minutes, valid_from) values
('EVENT', '日勤', 'Day', 'ALL', 480, 480, '2019-04-01'),
('EVENT', '準夜', 'Evening', 'ALL', 960, 480, '2019-04-01'),
('EVENT', '深夜', 'Night', 'ALL', 0, 480, '2019-04-01'),
('QUIET', '日勤', 'Day', 'WORKDAYS', 570, 525, '2019-04-01');
