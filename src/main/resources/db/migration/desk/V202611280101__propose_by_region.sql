-- Parties of a region: the police of the prefecture, for whoever is at home there.
alter table desk.party drop constraint party_trigger_check;
alter table desk.party
    add constraint party_trigger_check check (trigger in
        ('ALWAYS', 'MINISTRY', 'REGION', 'ASSOCIATION', 'SECTOR', 'CATEGORY', 'SYSTEM'));
