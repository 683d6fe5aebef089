package noroshi.intel.lists;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what a feed has said to a machine; each machine sees its own alone. */
@Repository
class ToldStore {
    private final JdbcClient jdbc;

    ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(UUID account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "intel feed " + account)
                .query()
                .singleRow();
    }

    private record Row(UUID event, UUID value, Told.Attribute attribute) {}

    /** All events, or one of them. */
    Map<UUID, Told> told(UUID account, Optional<UUID> one) {
        var attributes = new HashMap<UUID, Map<UUID, Told.Attribute>>();
        jdbc.sql("""
                select event, value, type, word, tlp, state, deleted, given, at from intel.told_attribute
                 where account = :account and (:event::uuid is null or event = :event::uuid)
                """)
                .param("account", account)
                .param("event", one.orElse(null))
                .query((row, n) -> new Row(
                        row.getObject("event", UUID.class),
                        row.getObject("value", UUID.class),
                        new Told.Attribute(
                                IndicatorType.of(row.getString("type")),
                                row.getString("word"),
                                Tlp.valueOf(row.getString("tlp")),
                                row.getString("state"),
                                row.getBoolean("deleted"),
                                row.getBoolean("given"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list()
                .forEach(row -> attributes
                        .computeIfAbsent(row.event(), id -> new HashMap<>())
                        .put(row.value(), row.attribute()));
        var told = new HashMap<UUID, Told>();
        jdbc.sql("""
                select event, head, at from intel.told_event
                 where account = :account and (:event::uuid is null or event = :event::uuid)
                """).param("account", account).param("event", one.orElse(null)).query(row -> {
            var event = row.getObject("event", UUID.class);
            told.put(
                    event,
                    new Told(
                            row.getString("head"),
                            Optional.of(
                                    row.getObject("at", OffsetDateTime.class).toInstant()),
                            attributes.getOrDefault(event, Map.of())));
        });
        return told;
    }

    /** What an event said before, and what it says now. */
    record Change(UUID event, Told before, Told now) {}

    /** What is said of one value now. */
    private record Said(UUID event, UUID value, Told.Attribute attribute) {}

    void keep(UUID account, List<Change> changes) {
        forget(account, changes);
        heads(
                account,
                changes.stream()
                        .filter(each -> each.now().at().isPresent()
                                && !each.now().at().equals(each.before().at()))
                        .toList());
        attributes(
                account,
                changes.stream()
                        .flatMap(change -> change.now().attributes().entrySet().stream()
                                .filter(each -> !each.getValue()
                                        .equals(change.before().attributes().get(each.getKey())))
                                .map(each -> new Said(change.event(), each.getKey(), each.getValue())))
                        .toList());
    }

    private void forget(UUID account, List<Change> changes) {
        for (var change : changes) {
            var gone = change.before().attributes().keySet().stream()
                    .filter(value -> !change.now().attributes().containsKey(value))
                    .toArray(UUID[]::new);
            if (gone.length > 0) {
                jdbc.sql("""
                        delete from intel.told_attribute
                         where account = :account and event = :event and value = any (:gone)
                        """)
                        .param("account", account)
                        .param("event", change.event())
                        .param("gone", gone)
                        .update();
            }
            if (change.now().at().isEmpty()) {
                jdbc.sql("delete from intel.told_event where account = :account and event = :event")
                        .param("account", account)
                        .param("event", change.event())
                        .update();
            }
        }
    }

    private void heads(UUID account, List<Change> changed) {
        jdbc.sql("""
                insert into intel.told_event (account, event, head, at)
                select :account, n.event, n.head, to_timestamp(n.at)
                  from unnest(:events, :heads, :moments) as n(event, head, at)
                    on conflict (account, event) do update set head = excluded.head, at = excluded.at
                """)
                .param("account", account)
                .param("events", changed.stream().map(Change::event).toArray(UUID[]::new))
                .param("heads", changed.stream().map(each -> each.now().head()).toArray(String[]::new))
                .param(
                        "moments",
                        changed.stream()
                                .flatMap(each -> each.now().at().stream())
                                .map(Instant::getEpochSecond)
                                .toArray(Long[]::new))
                .update();
    }

    private void attributes(UUID account, List<Said> changed) {
        jdbc.sql("""
                insert into intel.told_attribute (account, event, value, type, word, tlp, state, deleted, given, at)
                select :account, n.event, n.value, n.type, n.word, n.tlp, n.state, n.deleted, n.given, to_timestamp(n.at)
                  from unnest(:events, :values, :types, :words, :tlps, :states, :deleted, :given, :moments)
                       as n(event, value, type, word, tlp, state, deleted, given, at)
                    on conflict (account, event, value) do update
                   set tlp = excluded.tlp, state = excluded.state, deleted = excluded.deleted, given = excluded.given,
                       at = excluded.at
                """)
                .param("account", account)
                .param("events", changed.stream().map(Said::event).toArray(UUID[]::new))
                .param("values", changed.stream().map(Said::value).toArray(UUID[]::new))
                .param("types", texts(changed, said -> said.type().code()))
                .param("words", texts(changed, Told.Attribute::text))
                .param("tlps", texts(changed, said -> said.tlp().name()))
                .param("states", texts(changed, Told.Attribute::state))
                .param("deleted", flags(changed, Told.Attribute::deleted))
                .param("given", flags(changed, Told.Attribute::given))
                .param(
                        "moments",
                        changed.stream()
                                .map(said -> said.attribute().at().getEpochSecond())
                                .toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<Said> said, Function<Told.Attribute, String> part) {
        return said.stream().map(Said::attribute).map(part).toArray(String[]::new);
    }

    private static Boolean[] flags(List<Said> said, Predicate<Told.Attribute> part) {
        return said.stream().map(each -> part.test(each.attribute())).toArray(Boolean[]::new);
    }
}
