-- What we show a provider's server to prove who we are, and whom we trust for its own certificate.
alter table provider.provider
    add column certificate       bytea,
    add column certificate_until timestamptz,
    add column authorities       text not null default '' check (length(authorities) <= 60000),
    add check ((certificate is null) = (certificate_until is null));
comment on column provider.provider.certificate is 'our certificate, its chain and its private key, sealed with a key that lies outside the database';
comment on column provider.provider.authorities is 'certificates of authorities, PEM; empty trusts the usual ones';
