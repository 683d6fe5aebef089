package noroshi.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of envelopes of which nobody knows yet what became of them. */
@Repository
class DeliveryStore {
    private static final int MOST_GIVEN_UP = 20;
    private static final String SELECT = """
            select id, status_id, number, takes_back, stix_ids, sources, versions, sent_at, unknown, given_up_at
              from provider.delivery
            """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID provider, Delivery delivery) {
        var sent = delivery.objects();
        jdbc.sql("""
                insert into provider.delivery (id, provider, status_id, number, takes_back, stix_ids, sources, versions, sent_at,
                                               given_up_at)
                values (:id, :provider, :status, :number, :back, :ids, :sources, :versions, :sent, :given)
                """)
                .param("id", delivery.id())
                .param("provider", provider)
                .param("status", delivery.statusId())
                .param("number", delivery.number())
                .param("back", delivery.takesBack())
                .param("ids", sent.stream().map(Delivery.Sent::stixId).toArray(String[]::new))
                .param("sources", sent.stream().map(Delivery.Sent::source).toArray(UUID[]::new))
                .param(
                        "versions",
                        sent.stream()
                                .map(each -> ChronoUnit.MICROS.between(Instant.EPOCH, each.version()))
                                .toArray(Long[]::new))
                .param("sent", Timestamp.from(delivery.sentAt()))
                .param("given", delivery.givenUpAt().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .update();
        prune(provider);
    }

    /** Those that are asked for still: what was not asked for longest first. */
    List<Delivery> waiting(UUID provider, int most) {
        return jdbc.sql(SELECT + """
                 where provider = :provider and given_up_at is null
                 order by asked_at nulls first, sent_at, id limit :most
                """)
                .param("provider", provider)
                .param("most", most)
                .query(DeliveryStore::row)
                .list();
    }

    /** Those that are asked for still, and the latest of which nothing was heard; the latest first. */
    List<Delivery> all(UUID provider, int most) {
        return jdbc.sql(SELECT + " where provider = :provider order by sent_at desc, id limit :most")
                .param("provider", provider)
                .param("most", most)
                .query(DeliveryStore::row)
                .list();
    }

    void asked(UUID delivery, Instant at) {
        jdbc.sql("update provider.delivery set asked_at = :at where id = :id")
                .param("id", delivery)
                .param("at", Timestamp.from(at))
                .update();
    }

    void unknown(UUID delivery) {
        jdbc.sql("update provider.delivery set unknown = unknown + 1 where id = :id")
                .param("id", delivery)
                .update();
    }

    void giveUp(UUID provider, UUID delivery, Instant at) {
        jdbc.sql("update provider.delivery set given_up_at = :at where id = :id")
                .param("id", delivery)
                .param("at", Timestamp.from(at))
                .update();
        prune(provider);
    }

    private void prune(UUID provider) {
        jdbc.sql("""
                delete from provider.delivery where id in (
                    select id from provider.delivery where provider = :provider and given_up_at is not null
                     order by given_up_at desc, id offset :most)
                """).param("provider", provider).param("most", MOST_GIVEN_UP).update();
    }

    void end(UUID delivery) {
        jdbc.sql("delete from provider.delivery where id = :id")
                .param("id", delivery)
                .update();
    }

    /** What another server said means nothing any more. */
    void forget(UUID provider) {
        jdbc.sql("delete from provider.delivery where provider = :provider")
                .param("provider", provider)
                .update();
    }

    private static Delivery row(ResultSet row, int n) throws SQLException {
        var ids = (String[]) row.getArray("stix_ids").getArray();
        var sources = (UUID[]) row.getArray("sources").getArray();
        var versions = (Long[]) row.getArray("versions").getArray();
        var sent = new ArrayList<Delivery.Sent>();
        for (var i = 0; i < ids.length; i++) {
            sent.add(new Delivery.Sent(ids[i], sources[i], Instant.EPOCH.plus(versions[i], ChronoUnit.MICROS)));
        }
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("status_id"),
                row.getInt("number"),
                row.getBoolean("takes_back"),
                sent,
                row.getTimestamp("sent_at").toInstant(),
                row.getInt("unknown"),
                Optional.ofNullable(row.getTimestamp("given_up_at")).map(Timestamp::toInstant));
    }
}
