-- What goes up, or out, on a timetable: one row for each series of reports; to whom and when is data.
create table desk.series (
    code         text primary key check (code ~ '^[a-z][a-z-]{1,39}$'),
    place        integer not null,
    name_ja      text not null check (length(name_ja) between 1 and 60),
    name_en      text not null check (length(name_en) between 1 and 60),
    content      text not null check (content in ('FULL', 'ABRIDGED', 'BROADCAST', 'RECORD')),
    drawn_from   text references desk.series,
    impacts      text[] not null default '{}' check (impacts <@ array['UNKNOWN', 'NONE', 'POSSIBLE', 'PRESENT']),
    visibilities text[] not null default '{}' check (visibilities <@ array['UNKNOWN', 'NONE', 'POSSIBLE', 'PUBLIC']),
    severity     smallint check (severity between 0 and 4),
    extra        boolean not null default false,
    check ((content = 'ABRIDGED') = (drawn_from is not null))
);
comment on column desk.series.impacts is 'with visibilities and the least severity: any of them takes a matter in';
comment on column desk.series.extra is 'may also be sent between its times';

-- When a series is due on each day that its rhythm covers.
create table desk.slot (
    series text not null references desk.series,
    half   text not null check (half in ('AM', 'PM', 'DAY')),
    due_at time not null,
    primary key (series, half)
);

insert into desk.series (code, place, name_ja, name_en, content, drawn_from, impacts, visibilities, severity, extra) values
('coordination', 1, '状況報告', 'Situation report', 'FULL', null, '{PRESENT}', '{POSSIBLE,PUBLIC}', null, false),
('study-group', 2, '状況報告（要約版）', 'Situation report, abridged', 'ABRIDGED', 'coordination', '{}', '{}', null, false),
('broadcast', 3, '日次の情報発信', 'Daily broadcast', 'BROADCAST', null, '{PRESENT}', '{POSSIBLE,PUBLIC}', null, false),
('prime-minister', 4, '官邸への報告', 'Report to the Prime Minister''s Office', 'RECORD', null, '{PRESENT}', '{PUBLIC}', 2, true);
insert into desk.slot (series, half, due_at) values
('coordination', 'AM', '10:00'), ('coordination', 'PM', '17:00'),
('study-group', 'AM', '10:30'), ('study-group', 'PM', '17:30'),
('broadcast', 'DAY', '18:00'),
('prime-minister', 'DAY', '18:30');

alter table desk.rhythm add column series text not null default 'coordination' references desk.series;
alter table desk.rhythm alter column series drop default;
alter table desk.rhythm drop constraint rhythm_pkey;
alter table desk.rhythm add primary key (series, first_day);

-- activity: what the desk counted since counted_from; drawn_from: the copy an abridged one was made of; corrects: the
-- copy that this one puts right; topic: where those who take part read it.
alter table desk.upward
    add column series text not null default 'coordination' references desk.series,
    add column activity jsonb not null default '{}',
    add column counted_from timestamptz,
    add column drawn_from uuid references desk.upward,
    add column corrects uuid references desk.upward,
    add column topic uuid references topic.topic;
alter table desk.upward alter column series drop default;
alter table desk.upward drop constraint upward_half_check;
alter table desk.upward add check (half in ('AM', 'PM', 'DAY', 'EXTRA'));
alter table desk.upward drop constraint upward_day_half_edition_key;
alter table desk.upward add unique (series, day, half, edition);
alter table desk.upward drop constraint upward_number_key;
alter table desk.upward add unique (series, number);
alter table desk.upward disable trigger keep_sent;
update desk.upward u
   set corrects = (select f.id from desk.upward f where f.day = u.day and f.half = u.half and f.edition = u.edition - 1)
 where u.edition > 1;
alter table desk.upward enable trigger keep_sent;
create index on desk.upward (series, day desc);
create index on desk.upward (topic) where topic is not null;

alter table desk.series enable row level security;
create policy centre_only on desk.series to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
alter table desk.slot enable row level security;
create policy centre_only on desk.slot to ${app}
    using ((select desk.reports())) with check ((select desk.reports()));
grant select on desk.series, desk.slot to ${app};
grant update (impacts, visibilities, severity) on desk.series to ${app};
grant update (due_at) on desk.slot to ${app};
