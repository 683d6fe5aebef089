-- A form has editions, as the questionnaire has. One that was sent never changes: a matter keeps the edition that was in
-- force when it came in. The next one is written as a draft that the desk alone sees.
create table form.edition (
    form     text not null references form.form,
    number   integer not null check (number > 0),
    begun_at timestamptz not null,
    begun_by uuid,
    since    timestamptz,
    sent_by  uuid,
    note     text not null default '' check (length(note) <= 500),
    revision integer not null default 1,
    primary key (form, number)
);
create unique index on form.edition (form) where since is null;
insert into form.edition (form, number, begun_at, since) select code, 1, '2000-01-01', '2000-01-01' from form.form;

alter table form.field add column edition integer not null default 1;
alter table form.field alter column edition drop default;
alter table form.field drop constraint field_pkey;
alter table form.field drop constraint field_form_code_key;
alter table form.field add primary key (form, edition, code);
alter table form.field add foreign key (form, edition) references form.edition on delete cascade;

alter table form.edition enable row level security;
create policy known on form.edition for select to ${app}
    using ((select membership.reader()) is not null and (since is not null or (select desk.staff())));
create policy begun on form.edition for insert to ${app} with check ((select desk.staff()) and since is null);
create policy written on form.edition for update to ${app}
    using ((select desk.staff()) and since is null) with check ((select desk.staff()) and (since is null or since >= now() - interval '1 minute'));
create policy discarded on form.edition for delete to ${app} using ((select desk.staff()) and since is null);

drop policy known on form.field;
create policy known on form.field for select to ${app}
    using ((select membership.reader()) is not null
           and (form, edition) in (select e.form, e.number from form.edition e));
create policy written on form.field to ${app}
    using ((select desk.staff())
           and form || ' ' || edition = any (array(select e.form || ' ' || e.number from form.edition e where e.since is null)))
    with check ((select desk.staff())
                and form || ' ' || edition
                    = any (array(select e.form || ' ' || e.number from form.edition e where e.since is null)));
grant select, insert, delete on form.edition to ${app};
grant update (since, sent_by, note, revision) on form.edition to ${app};
grant insert, delete on form.field to ${app};
grant update (label_ja, label_en, source, place) on form.field to ${app};
