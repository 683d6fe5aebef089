-- The questionnaire has editions. One in force is never changed again: a matter keeps the edition it was written with. The
-- next one is written as a draft that the desk alone sees.
create table desk.questionnaire (
    edition  integer primary key check (edition > 0),
    begun_at timestamptz not null,
    begun_by uuid,
    since    timestamptz,
    sent_by  uuid,
    note     text not null default '' check (length(note) <= 500),
    revision integer not null default 1
);
create unique index on desk.questionnaire ((true)) where since is null;
insert into desk.questionnaire (edition, begun_at, since) values (1, '2000-01-01', '2000-01-01');

alter table desk.question add column edition integer not null default 1 references desk.questionnaire on delete cascade;
alter table desk.question add column required boolean not null default false;
alter table desk.question drop constraint question_pkey;
alter table desk.question add primary key (edition, code);
alter table desk.question alter column edition drop default;
alter table desk.question add check (length(label_ja) between 1 and 100 and length(label_en) between 1 and 100);
alter table desk.question add check (length(hint_ja) <= 300 and length(hint_en) <= 300);
alter table desk.question add check (kind = 'REPORT' or side = 'OUTLINE');

-- Where questions had ended by their day, the edition in force is the one without them.
insert into desk.questionnaire (edition, begun_at, since)
select 2, now(), now() where exists (select from desk.question where valid_to <= current_date);
insert into desk.question (edition, code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place)
select 2, code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place
  from desk.question
 where (valid_to is null or valid_to > current_date) and exists (select from desk.questionnaire where edition = 2);
alter table desk.question drop column valid_to;

alter table desk.matter add column edition integer not null default 1 references desk.questionnaire;

alter table desk.questionnaire enable row level security;
create policy known on desk.questionnaire for select to ${app}
    using ((select membership.reader()) is not null and (since is not null or (select desk.staff())));
create policy begun on desk.questionnaire for insert to ${app} with check ((select desk.staff()) and since is null);
create policy written on desk.questionnaire for update to ${app}
    using ((select desk.staff()) and since is null) with check ((select desk.staff()));
create policy discarded on desk.questionnaire for delete to ${app} using ((select desk.staff()) and since is null);

drop policy known on desk.question;
create policy known on desk.question for select to ${app}
    using ((select membership.reader()) is not null and edition in (select q.edition from desk.questionnaire q));
create policy written on desk.question to ${app}
    using ((select desk.staff()) and edition = (select q.edition from desk.questionnaire q where q.since is null))
    with check ((select desk.staff()) and edition = (select q.edition from desk.questionnaire q where q.since is null));
grant select, insert, delete on desk.questionnaire to ${app};
grant update (since, sent_by, note, revision) on desk.questionnaire to ${app};
grant insert, delete on desk.question to ${app};
grant update (kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place, required) on desk.question to ${app};
