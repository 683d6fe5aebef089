-- Where an organisation is at home: readers know it, so whoever tells something without a name has to reckon with it.
create table membership.region (
    code       text not null,
    name_ja    text not null,
    name_en    text not null,
    valid_from date not null default '2000-01-01',
    valid_to   date,
    primary key (code, valid_from)
);
grant select, insert, update on membership.region to ${app};

alter table membership.organisation_trait drop constraint organisation_trait_trait_check;
alter table membership.organisation_trait add constraint organisation_trait_trait_check
    check (trait in ('category', 'sector', 'ministry', 'association', 'region'));
