-- Consent given by telephone, mail or visit: the desk writes down who gave it and how; the member says so themselves later.
alter table sanitised.answer
    add column channel text not null default 'PLATFORM' check (channel in ('PLATFORM', 'PHONE', 'MAIL', 'VISIT')),
    add column contact text not null default '' check (length(contact) <= 200);
alter table sanitised.answer add check ((channel = 'PLATFORM') = (contact = ''));

drop policy answered on sanitised.answer;
create policy answered on sanitised.answer for insert to ${app}
    with check (by = (select membership.reader()) and channel = 'PLATFORM' and sanitised.on_its_side(manuscript));
create policy recorded on sanitised.answer for insert to ${app}
    with check (by = (select membership.reader()) and channel <> 'PLATFORM' and (select desk.staff()));
