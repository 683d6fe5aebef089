package noroshi.provider;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what we have of feeds: their events, and the objects that these brought. */
@Repository
class FollowedStore {
    private final JdbcClient jdbc;

    FollowedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As which moment we have these events. */
    Map<UUID, Instant> moments(UUID provider, Collection<UUID> events) {
        var moments = new HashMap<UUID, Instant>();
        jdbc.sql("select event, at from provider.feed_event where provider = :provider and event = any(:events)")
                .param("provider", provider)
                .param("events", events.toArray(UUID[]::new))
                .query(row -> {
                    moments.put(
                            row.getObject("event", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return moments;
    }

    void have(UUID provider, UUID event, Instant at) {
        jdbc.sql("""
                insert into provider.feed_event (provider, event, at) values (:provider, :event, :at)
                on conflict (provider, event) do update set at = excluded.at
                """)
                .param("provider", provider)
                .param("event", event)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Its events are asked for anew; whose its objects are stays. */
    void forget(UUID provider) {
        jdbc.sql("delete from provider.feed_event where provider = :provider")
                .param("provider", provider)
                .update();
    }

    /** Which of these the feed brought. */
    Set<String> own(UUID provider, Collection<String> ids) {
        return found(provider, ids, "=");
    }

    /** Which of these another feed brought. */
    Set<String> others(UUID provider, Collection<String> ids) {
        return found(provider, ids, "<>");
    }

    private Set<String> found(UUID provider, Collection<String> ids, String whose) {
        return new HashSet<>(jdbc.sql("select stix_id from provider.feed_object where provider " + whose
                        + " :provider and stix_id = any(:ids)")
                .param("provider", provider)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    void brings(UUID provider, Collection<String> ids) {
        jdbc.sql("""
                insert into provider.feed_object (provider, stix_id) select :provider, unnest(:ids) on conflict do nothing
                """)
                .param("provider", provider)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    void didNotBring(UUID provider, Collection<String> ids) {
        jdbc.sql("delete from provider.feed_object where provider = :provider and stix_id = any(:ids)")
                .param("provider", provider)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
