create schema form;
grant usage on schema form to ${app};

-- The forms that receiving offices know, as data: which fields, in which order, filled from what was told once.
create table form.form (
    code     text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
    name_ja  text not null check (length(name_ja) between 1 and 100),
    name_en  text not null check (length(name_en) between 1 and 100),
    hint_ja  text not null default '',
    hint_en  text not null default '',
    place    integer not null,
    valid_to date
);
create table form.field (
    form     text not null references form.form,
    place    integer not null,
    code     text not null check (code ~ '^[a-z_]{2,40}$'),
    label_ja text not null check (length(label_ja) between 1 and 100),
    label_en text not null check (length(label_en) between 1 and 100),
    source   text not null check (source ~ '^(matter|reporter|outline|damage|technical|answer)\.[a-z_]{2,40}$'),
    primary key (form, place),
    unique (form, code)
);

alter table form.form enable row level security;
create policy known on form.form for select to ${app} using ((select membership.reader()) is not null);
alter table form.field enable row level security;
create policy known on form.field for select to ${app} using ((select membership.reader()) is not null);
grant select on form.form, form.field to ${app};

insert into form.form (code, name_ja, name_en, hint_ja, hint_en, place) values
('ministry', '情報連絡様式（所管省庁・センター）', 'Information report (ministry, Centre)', '重要インフラの情報連絡', 'Critical infrastructure reporting', 1),
('police', '警察相談様式', 'Police consultation form', '都道府県警察への相談・通報', 'Consulting the prefecture police', 2),
('ddos', 'DDoS攻撃事案共通様式', 'Common form: DDoS', '複数の窓口へ同じ様式で', 'One form for several offices', 3),
('ransomware', 'ランサムウェア事案共通様式', 'Common form: ransomware', '複数の窓口へ同じ様式で', 'One form for several offices', 4);

insert into form.field (form, place, code, label_ja, label_en, source) values
('ministry', 1, 'number', '連絡番号', 'Reference', 'matter.reference'),
('ministry', 2, 'edition', '報の別・版', 'Report and version', 'matter.edition'),
('ministry', 3, 'reported_at', '連絡日時', 'Reported', 'matter.reported_at'),
('ministry', 4, 'sender', '連絡元の事業者等', 'Organisation', 'reporter.organisation'),
('ministry', 5, 'sector', '分野', 'Sector', 'reporter.sector'),
('ministry', 6, 'ministry', '所管省庁', 'Competent ministry', 'reporter.ministry'),
('ministry', 7, 'contact', '連絡担当', 'Contact', 'reporter.contact'),
('ministry', 8, 'sharing_range', '情報共有範囲', 'Sharing range', 'matter.label'),
('ministry', 9, 'event_class', '事象の類型', 'Kind of event', 'answer.event_class'),
('ministry', 10, 'noticed', '発生・認知日時', 'Occurred, noticed', 'answer.noticed'),
('ministry', 11, 'outline', '事象の概要', 'Outline', 'outline.body'),
('ministry', 12, 'system', '対象のシステム', 'System', 'matter.system'),
('ministry', 13, 'services', '影響しているサービス', 'Affected services', 'answer.services'),
('ministry', 14, 'level', 'サービス維持レベルからの逸脱', 'Below the service level', 'answer.level'),
('ministry', 15, 'damage', '被害の状況・他への影響', 'Damage and effect on others', 'damage.body'),
('ministry', 16, 'cause', '原因', 'Cause', 'answer.cause'),
('ministry', 17, 'response', '対応の状況', 'Response so far', 'matter.latest'),
('ministry', 18, 'technical', '技術情報', 'Technical details', 'technical.body'),
('ministry', 19, 'indicators', '痕跡（IoC）', 'Indicators', 'answer.indicators'),
('ministry', 20, 'public', '公表・報道', 'Public, in the press', 'answer.public'),
('ministry', 21, 'other_reports', 'ほかに届け出た先', 'Also reported to', 'answer.other_reports'),
('police', 1, 'number', '整理番号', 'Reference', 'matter.reference'),
('police', 2, 'reported_at', '相談日時', 'Reported', 'matter.reported_at'),
('police', 3, 'sender', '相談者（組織）', 'Organisation', 'reporter.organisation'),
('police', 4, 'contact', '連絡担当', 'Contact', 'reporter.contact'),
('police', 5, 'noticed', '認知日時', 'Noticed', 'answer.noticed'),
('police', 6, 'outline', '事案の概要', 'Outline', 'outline.body'),
('police', 7, 'damage', '被害の状況', 'Damage', 'damage.body'),
('police', 8, 'technical', '手口・技術情報', 'Technique', 'technical.body'),
('police', 9, 'indicators', '通信先・ハッシュなど', 'Indicators', 'answer.indicators'),
('police', 10, 'response', '対応の状況', 'Response so far', 'matter.latest'),
('police', 11, 'public', '公表・報道', 'Public, in the press', 'answer.public'),
('police', 12, 'other_reports', 'ほかに届け出た先', 'Also reported to', 'answer.other_reports'),
('ddos', 1, 'number', '整理番号', 'Reference', 'matter.reference'),
('ddos', 2, 'edition', '報の別・版', 'Report and version', 'matter.edition'),
('ddos', 3, 'sender', '組織名', 'Organisation', 'reporter.organisation'),
('ddos', 4, 'contact', '連絡担当', 'Contact', 'reporter.contact'),
('ddos', 5, 'noticed', '発生・認知日時', 'Occurred, noticed', 'answer.noticed'),
('ddos', 6, 'outline', '事案の概要', 'Outline', 'outline.body'),
('ddos', 7, 'system', '対象のシステム', 'System', 'matter.system'),
('ddos', 8, 'attack', '攻撃の種類', 'Type of attack', 'answer.ddos_type'),
('ddos', 9, 'volume', '通信量・継続時間', 'Volume and duration', 'answer.ddos_volume'),
('ddos', 10, 'mitigation', '緩和策（CDN・ACL・事業者）', 'Mitigation (CDN, ACL, provider)', 'answer.ddos_mitigation'),
('ddos', 11, 'technical', '技術情報', 'Technical details', 'technical.body'),
('ddos', 12, 'indicators', '送信元など', 'Sources', 'answer.indicators'),
('ddos', 13, 'services', '影響しているサービス', 'Affected services', 'answer.services'),
('ddos', 14, 'level', 'サービス維持レベルからの逸脱', 'Below the service level', 'answer.level'),
('ddos', 15, 'damage', '顧客・事業・取引先への影響', 'Effect on customers and business', 'damage.body'),
('ddos', 16, 'public', '公表・報道', 'Public, in the press', 'answer.public'),
('ransomware', 1, 'number', '整理番号', 'Reference', 'matter.reference'),
('ransomware', 2, 'edition', '報の別・版', 'Report and version', 'matter.edition'),
('ransomware', 3, 'sender', '組織名', 'Organisation', 'reporter.organisation'),
('ransomware', 4, 'contact', '連絡担当', 'Contact', 'reporter.contact'),
('ransomware', 5, 'noticed', '発生・認知日時', 'Occurred, noticed', 'answer.noticed'),
('ransomware', 6, 'outline', '事案の概要', 'Outline', 'outline.body'),
('ransomware', 7, 'system', '対象のシステム', 'System', 'matter.system'),
('ransomware', 8, 'note', '脅迫文・要求', 'Ransom note and demand', 'answer.ransom_note'),
('ransomware', 9, 'extension', '暗号化されたファイルの拡張子', 'Extension of encrypted files', 'answer.ransom_extension'),
('ransomware', 10, 'entry', '侵入の手口', 'How they came in', 'answer.ransom_entry'),
('ransomware', 11, 'technical', '技術情報', 'Technical details', 'technical.body'),
('ransomware', 12, 'indicators', '痕跡（IoC）', 'Indicators', 'answer.indicators'),
('ransomware', 13, 'services', '影響しているサービス', 'Affected services', 'answer.services'),
('ransomware', 14, 'personal_data', '個人情報', 'Personal data', 'answer.personal_data'),
('ransomware', 15, 'damage', '顧客・事業・取引先への影響', 'Effect on customers and business', 'damage.body'),
('ransomware', 16, 'public', '公表・報道', 'Public, in the press', 'answer.public');

-- What the common forms ask beyond the first report: asked at the desk too, where it belongs.
insert into desk.question (code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place) values
('personal_data', 'REPORT', 'DAMAGE', 'CHOICE', '個人情報が含まれるか', 'Personal data involved?', '', '',
 '[{"ja":"なし","en":"No"},{"ja":"あり","en":"Yes"},{"ja":"まだわからない","en":"Not known yet"}]', 4),
('ddos_type', 'REPORT', 'TECHNICAL', 'LINE', 'DDoSのとき：攻撃の種類', 'For DDoS: type of attack', '例: T1498.002 反射・増幅', 'e.g. T1498.002 reflection', '[]', 3),
('ddos_volume', 'REPORT', 'TECHNICAL', 'LINE', 'DDoSのとき：通信量と継続時間', 'For DDoS: volume and duration', '例: 12 Gbps、40 分', 'e.g. 12 Gbps for 40 minutes', '[]', 4),
('ddos_mitigation', 'REPORT', 'TECHNICAL', 'LINE', 'DDoSのとき：緩和策', 'For DDoS: mitigation', 'CDN、ACL、通信事業者など', 'CDN, ACL, provider', '[]', 5),
('ransom_note', 'REPORT', 'TECHNICAL', 'AREA', 'ランサムウェアのとき：脅迫文・要求', 'For ransomware: note and demand', '', '', '[]', 6),
('ransom_extension', 'REPORT', 'TECHNICAL', 'LINE', 'ランサムウェアのとき：拡張子', 'For ransomware: file extension', '例: .locked', 'e.g. .locked', '[]', 7),
('ransom_entry', 'REPORT', 'TECHNICAL', 'LINE', 'ランサムウェアのとき：侵入の手口', 'For ransomware: how they came in', '例: VPN機器の脆弱性', 'e.g. a weakness of the VPN', '[]', 8);
