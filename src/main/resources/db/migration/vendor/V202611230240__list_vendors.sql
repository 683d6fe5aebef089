create schema vendor;
grant usage on schema vendor to ${app};

-- Whom somebody may hire. The Centre lists and does not recommend: no order but the name's, no marks, no counts.
create table vendor.vendor (
    id       uuid primary key default gen_random_uuid(),
    name_ja  text not null check (length(name_ja) between 1 and 100),
    name_en  text not null check (length(name_en) between 1 and 100),
    kana     text not null check (length(kana) between 1 and 100),
    services text[] not null check (cardinality(services) > 0 and services <@ array[
                 'FORENSICS', 'RECOVERY', 'MALWARE', 'DDOS', 'MONITORING', 'OT', 'ADVICE']),
    words    text not null default '' check (length(words) <= 500),
    phone    text not null default '' check (length(phone) <= 40),
    always   boolean not null,
    address  text not null default '' check (length(address) <= 200 and (address = '' or address ~ '^https://')),
    added_at timestamptz not null,
    added_by uuid not null,
    ended_at timestamptz,
    ended_by uuid,
    check ((ended_at is null) = (ended_by is null))
);
comment on column vendor.vendor.always is 'answers the telephone at any hour';

-- A matter goes on with somebody who is paid for it: known to the desk and to the reporter's side.
create table vendor.handover (
    id       uuid primary key default gen_random_uuid(),
    matter   uuid not null references desk.matter,
    vendor   uuid not null references vendor.vendor,
    scope    text not null check (length(scope) between 1 and 2000),
    at       timestamptz not null,
    by       uuid not null
);
create index on vendor.handover (matter, at);

alter table vendor.vendor enable row level security;
create policy known on vendor.vendor for select to ${app} using ((select membership.reader()) is not null);
create policy listed on vendor.vendor for insert to ${app} with check ((select desk.staff()));
create policy ended on vendor.vendor for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));
alter table vendor.handover enable row level security;
create policy concerned on vendor.handover for select to ${app}
    using ((select desk.staff()) or desk.ours(matter));
create policy recorded on vendor.handover for insert to ${app}
    with check (by = (select membership.reader()) and ((select desk.staff()) or desk.ours(matter)));

grant select, insert on vendor.vendor, vendor.handover to ${app};
grant update (ended_at, ended_by) on vendor.vendor to ${app};
