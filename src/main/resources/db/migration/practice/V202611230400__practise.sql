create schema practice;
grant usage on schema practice to ${app};

-- What somebody sent to the practice desk: no topic, no matter, nobody's but theirs.
create table practice.report (
    id        uuid primary key default gen_random_uuid(),
    once      uuid not null,
    person    uuid not null,
    kind      text not null check (kind in ('REPORT', 'CONSULTATION')),
    title     text not null check (length(title) between 1 and 200),
    outline   jsonb not null,
    damage    jsonb not null,
    technical jsonb not null,
    system    text,
    help      boolean not null,
    hidden    boolean not null,
    told      uuid[] not null,
    left_out  uuid[] not null,
    sent_at   timestamptz not null,
    unique (person, once),
    check (octet_length(outline::text) + octet_length(damage::text) + octet_length(technical::text) <= 400000)
);
create index on practice.report (person, sent_at desc);
alter table practice.report enable row level security;
create policy own on practice.report to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));
grant select, insert, delete on practice.report to ${app};

-- That somebody practised, without a word of what; it stays when they delete what they wrote.
create table practice.tally (
    person       uuid not null,
    organisation uuid not null,
    times        integer not null check (times > 0),
    last_at      timestamptz not null,
    primary key (person, organisation)
);
alter table practice.tally enable row level security;
create policy own on practice.tally to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader()) and organisation = any ((select membership.principals())::uuid[]));
grant select, insert on practice.tally to ${app};
grant update (times, last_at) on practice.tally to ${app};

-- How many practised, for those who administer the organisation; nobody is named.
create function practice.practised(wanted uuid) returns table (people integer, times integer)
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer, coalesce(sum(t.times), 0)::integer
            from practice.tally t
           where t.organisation = wanted and wanted = any (membership.administered()) $$;
revoke execute on function practice.practised(uuid) from public;
grant execute on function practice.practised(uuid) to ${app};

-- What the practice desk answers: which sentence, at which step, for which reports.
create table practice.sentence (
    step    text not null check (step in ('ACKNOWLEDGEMENT', 'TRIAGE', 'REPLY')),
    place   integer not null,
    applies text not null check (applies in ('ALWAYS', 'REPORT', 'CONSULTATION', 'TOLD', 'NOBODY_TOLD', 'HIDDEN', 'HELP',
                                             'DAMAGE', 'TECHNICAL', 'NO_TECHNICAL', 'NO_TIME')),
    ja      text not null check (length(ja) between 1 and 1000),
    en      text not null check (length(en) between 1 and 1000),
    primary key (step, place)
);
alter table practice.sentence enable row level security;
create policy known on practice.sentence for select to ${app} using ((select membership.reader()) is not null);
grant select on practice.sentence to ${app};

insert into practice.sentence (step, place, applies, ja, en) values
('ACKNOWLEDGEMENT', 10, 'ALWAYS',
 '「{title}」を受け取りました。ご連絡ありがとうございます。本番では、当直が {acknowledge}以内に受付をお知らせします。',
 'We have received "{title}". Thank you for telling us. In earnest, the duty officer acknowledges within {acknowledge}.'),
('ACKNOWLEDGEMENT', 20, 'ALWAYS',
 'わかっていることだけで十分です。続きは、同じ案件に続報として足せます。',
 'What you know is enough. You add the rest to the same matter as a follow-up.'),
('TRIAGE', 10, 'REPORT',
 '本番では、{triage}以内に優先度と担当チームを決めます。大会への影響は、大会側の連絡員に確かめます。',
 'In earnest, priority and team are decided within {triage}. The impact on the event is asked of the event owner''s liaison.'),
('TRIAGE', 20, 'CONSULTATION',
 '相談を読むのはセンターだけです。事故でなくても、{triage}以内に担当が決まります。',
 'The Centre alone reads a consultation. Also without an incident, somebody takes it within {triage}.'),
('TRIAGE', 30, 'TOLD',
 '本番なら、送った瞬間に次の宛先が同じ文面を読めました：{told}。だれがいつ開いたかも案件のページに並びます。',
 'In earnest, these would have had the same words the moment you sent them: {told}. The matter''s page shows who opened it, and when.'),
('TRIAGE', 40, 'NOBODY_TOLD',
 'センターのほかには、だれにも知らせない報告でした。宛先はあとから足せます。センターが足すときは、先にあなたに知らせます。',
 'This report told nobody beside the Centre. Recipients can be added later; before the Centre adds one, you are told first.'),
('TRIAGE', 50, 'HIDDEN',
 '組織名は、センターのほかには見えません。',
 'Nobody but the Centre sees the name of your organisation.'),
('REPLY', 10, 'HELP',
 '支援を希望されたので、本番では、センターが事象に合う支援機関へ依頼します。助言、調査、拡大防止、事後の助言の4種類です。',
 'You asked for help: in earnest, the Centre asks agencies that fit the case. There are four kinds: first advice, investigation, containment, advice afterwards.'),
('REPLY', 20, 'TECHNICAL',
 '技術情報は被害の情報と分けて届きます。通信先やハッシュがあると、同じ攻撃をほかの組織がすぐに探せます。',
 'Technical facts travel apart from facts about damage. With addresses and hashes, others can look for the same attack at once.'),
('REPLY', 30, 'NO_TECHNICAL',
 '通信先やハッシュがわかったら、「技術情報」に足してください。被害の情報とは別の宛先に届けられます。',
 'When you learn of addresses or hashes, add them under technical facts; these can go to other readers than the damage.'),
('REPLY', 40, 'DAMAGE',
 '被害の情報は、技術情報とは別の宛先だけに届きます。',
 'Facts about damage reach only their own readers.'),
('REPLY', 50, 'NO_TIME',
 'いつ気づいたかがあると、ほかの報告と突き合わせるのが早くなります。「くわしく」に欄があります。',
 'When it was noticed helps to compare it with other reports. There is a field for it under the details.'),
('REPLY', 60, 'CONSULTATION',
 '本番では、{reply}以内に答えか、いつ答えられるかをお返しします。',
 'In earnest, you have an answer within {reply}, or word of when you will.'),
('REPLY', 70, 'REPORT',
 '本番では、問い合わせには {reply}以内にお答えします。収まるまで、いまの状況と経緯が同じページに並びます。',
 'In earnest, questions are answered within {reply}. Until it is over, one page shows how things stand and what happened.'),
('REPLY', 90, 'ALWAYS',
 '急ぐときは、24時間の電話 {hotline} へ。これで練習は終わりです。何度でもどうぞ。',
 'When it is urgent, call {hotline}, day and night. That was the practice. Do it as often as you like.');
