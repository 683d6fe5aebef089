-- Every field that the offices' forms have. Places leave room in between.
update form.field set place = place + 1000;
update form.field set place = (place - 1000) * 10;

insert into form.field (form, place, code, label_ja, label_en, source) values
('ministry', 75, 'contacts', '責任者・24時間の連絡先', 'Responsible person, 24-hour contact', 'answer.contacts'),
('ministry', 85, 'recipients', '共有に同意した宛先', 'Agreed recipients', 'matter.recipients'),
('ministry', 98, 'occurred', '発生日時', 'Occurred', 'answer.occurred'),
('ministry', 122, 'system_kind', 'システムの種別（IT・OT）', 'Kind of system (IT, OT)', 'answer.system_kind'),
('ministry', 142, 'effect_span', '影響の期間・地域・利用者', 'Effect: time, region, users', 'answer.effect_span'),
('ministry', 152, 'others', 'ほかの事業者・分野への影響', 'Effect on others', 'answer.others'),
('ministry', 158, 'cause_class', '原因の類型', 'Class of cause', 'answer.cause_class'),
('ministry', 172, 'plan', '今後の予定', 'Plan', 'answer.plan'),
('ministry', 220, 'lessons', '得られた教訓', 'Lessons', 'answer.lessons'),
('police', 42, 'contacts', '責任者・24時間の連絡先', 'Responsible person, 24-hour contact', 'answer.contacts'),
('police', 48, 'occurred', '発生日時', 'Occurred', 'answer.occurred'),
('police', 62, 'system', '対象のシステム', 'System', 'matter.system'),
('police', 72, 'effect_span', '影響の期間・地域・利用者', 'Effect: time, region, users', 'answer.effect_span'),
('police', 102, 'plan', '今後の予定', 'Plan', 'answer.plan'),
('ddos', 42, 'contacts', '責任者・公表窓口・24時間の連絡先', 'Responsible person, public desk, 24-hour contact', 'answer.contacts'),
('ddos', 48, 'occurred', '発生日時', 'Occurred', 'answer.occurred'),
('ddos', 142, 'effect_span', '影響の期間・地域・利用者', 'Effect: time, region, users', 'answer.effect_span'),
('ddos', 145, 'personal_data', '個人情報', 'Personal data', 'answer.personal_data'),
('ddos', 155, 'plan', 'これまでの対応と予定', 'Response so far and plan', 'answer.plan'),
('ddos', 170, 'other_reports', 'ほかに届け出た先', 'Also reported to', 'answer.other_reports'),
('ddos', 180, 'recipients', '共有に同意した宛先', 'Agreed recipients', 'matter.recipients'),
('ransomware', 42, 'contacts', '責任者・公表窓口・24時間の連絡先', 'Responsible person, public desk, 24-hour contact', 'answer.contacts'),
('ransomware', 48, 'occurred', '発生日時', 'Occurred', 'answer.occurred'),
('ransomware', 75, 'ransom_type', 'ランサムウェアの種類', 'Type of ransomware', 'answer.ransom_type'),
('ransomware', 132, 'level', 'サービス維持レベルからの逸脱', 'Below the service level', 'answer.level'),
('ransomware', 155, 'plan', 'これまでの対応と予定', 'Response so far and plan', 'answer.plan'),
('ransomware', 170, 'other_reports', 'ほかに届け出た先', 'Also reported to', 'answer.other_reports'),
('ransomware', 180, 'recipients', '共有に同意した宛先', 'Agreed recipients', 'matter.recipients');
