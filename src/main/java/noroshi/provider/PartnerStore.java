package noroshi.provider;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of which organisation a partner is. */
@Repository
class PartnerStore {
    private final JdbcClient jdbc;

    PartnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> organisation(UUID provider) {
        return jdbc.sql("select organisation from provider.partner where provider = :provider")
                .param("provider", provider)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> provider(UUID organisation) {
        return jdbc.sql("select provider from provider.partner where organisation = :organisation")
                .param("organisation", organisation)
                .query(UUID.class)
                .optional();
    }

    /** Organisations that take part as providers, and are no other partner. */
    List<UUID> free(UUID provider) {
        return jdbc.sql("""
                select o.id from membership.organisation o
                 where o.part = 'CTI_PROVIDER' and o.status = 'active'
                   and not exists (select from provider.partner p where p.organisation = o.id and p.provider <> :provider)
                 order by o.code
                """).param("provider", provider).query(UUID.class).list();
    }

    void forget(UUID provider) {
        jdbc.sql("delete from provider.partner where provider = :provider")
                .param("provider", provider)
                .update();
    }

    /** Answers whether it was free. */
    boolean name(UUID provider, UUID organisation, Actor actor, Instant at) {
        return jdbc.sql("""
                        insert into provider.partner (provider, organisation, named_by, named_at)
                        values (:provider, :organisation, :by, :at) on conflict (organisation) do nothing
                        """)
                        .param("provider", provider)
                        .param("organisation", organisation)
                        .param("by", actor.person())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }
}
