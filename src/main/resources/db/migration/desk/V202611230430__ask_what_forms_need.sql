-- What the receiving offices' forms ask beyond what the desk asked so far; each in the part whose readers need it.
insert into desk.question (code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place) values
('occurred', 'REPORT', 'OUTLINE', 'LINE', 'いつ起きたか', 'When it occurred', '推定でも構いません', 'An estimate will do', '[]', 10),
('system_kind', 'REPORT', 'OUTLINE', 'CHOICE', '対象のシステムの種別', 'Kind of system', '', '',
 '[{"ja":"情報系（IT）","en":"Information systems (IT)"},{"ja":"制御系・設備（OT・IoT）","en":"Control systems, plant (OT, IoT)"},{"ja":"両方","en":"Both"},{"ja":"サイバーと物理の複合","en":"Cyber and physical combined"},{"ja":"まだわからない","en":"Not known yet"}]', 11),
('plan', 'REPORT', 'OUTLINE', 'AREA', 'これまでの対応と今後の予定', 'Response so far and plan', '', '', '[]', 12),
('contacts', 'REPORT', 'OUTLINE', 'LINE', '責任者・公表窓口・24時間の連絡先', 'Responsible person, public desk, 24-hour contact', '', '', '[]', 13),
('lessons', 'REPORT', 'OUTLINE', 'AREA', '教訓（最終報で）', 'Lessons (with the final report)', '', '', '[]', 14),
('effect_span', 'REPORT', 'DAMAGE', 'LINE', '影響の開始・終了、地域、利用者', 'Effect: from, to, region, users', '例: 9:40〜11:20、関東、約2万人', 'e.g. 9:40 to 11:20, Kanto, about 20,000', '[]', 10),
('others', 'REPORT', 'DAMAGE', 'LINE', 'ほかの事業者・分野への影響', 'Effect on other operators and sectors', '', '', '[]', 11),
('cause_class', 'REPORT', 'TECHNICAL', 'CHOICE', '原因の類型', 'Class of cause', '', '',
 '[{"ja":"意図的: 不審メール等の受信","en":"Deliberate: suspicious mail"},{"ja":"意図的: ユーザID等の偽り","en":"Deliberate: false identity"},{"ja":"意図的: DDoS攻撃等の大量アクセス","en":"Deliberate: DDoS and other mass access"},{"ja":"意図的: 情報の不正取得","en":"Deliberate: information taken"},{"ja":"意図的: 内部不正","en":"Deliberate: insider"},{"ja":"意図的: 適切なシステム等運用の未実施","en":"Deliberate: operation neglected"},{"ja":"偶発的: ユーザの操作ミス","en":"Accidental: user error"},{"ja":"偶発的: ユーザの管理ミス","en":"Accidental: user administration"},{"ja":"偶発的: 不審なファイルの実行","en":"Accidental: suspicious file run"},{"ja":"偶発的: 不審なサイトの閲覧","en":"Accidental: suspicious site visited"},{"ja":"偶発的: 外部委託先の管理ミス","en":"Accidental: contractor"},{"ja":"偶発的: 機器等の故障","en":"Accidental: broken device"},{"ja":"偶発的: システムの脆弱性","en":"Accidental: vulnerability"},{"ja":"偶発的: 他分野の障害からの波及","en":"Accidental: spread from another sector"},{"ja":"環境的: 災害や疾病等","en":"Environmental: disaster, disease"},{"ja":"その他の脅威や脆弱性","en":"Other"},{"ja":"不明","en":"Not known"}]', 10),
('ransom_type', 'REPORT', 'TECHNICAL', 'CHOICE', 'ランサムウェアのとき：種類', 'For ransomware: type', '', '',
 '[{"ja":"暗号化","en":"Encryption"},{"ja":"暗号化と暴露の脅迫","en":"Encryption and threat to publish"},{"ja":"暴露の脅迫のみ","en":"Threat to publish alone"},{"ja":"まだわからない","en":"Not known yet"}]', 11);
