package noroshi.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.community.UnreadCounts;
import noroshi.shared.NotAllowed;
import noroshi.shared.Question;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of addressing: the doors behind the wall, and the lists that follow from them. */
@Repository
class AddressStore {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final int COUNT_LIMIT = 100;

    private final JdbcClient jdbc;
    private final Together together;

    AddressStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** Says in words what {@code topic.address} would refuse: which audiences a label allows (FIRST TLP 2.0). */
    void check(Tlp tlp, Set<UUID> principals) {
        if (principals.isEmpty()) {
            throw new RuleBroken("topic.audience-missing");
        }
        if (tlp.restricted() && principals.contains(EVERYONE)) {
            throw new RuleBroken("topic.audience-everyone", tlp.label());
        }
        if (tlp == Tlp.RED && !allPeople(principals)) {
            throw new RuleBroken("topic.audience-red");
        }
    }

    /** A machine neither gets RED nor sends it. */
    void requirePerson(UUID writer) {
        if (!allPeople(Set.of(writer))) {
            throw new RuleBroken("topic.audience-red");
        }
    }

    private boolean allPeople(Set<UUID> principals) {
        var persons = jdbc.sql("select count(*) from membership.person where id = any (:ids) and kind = 'human'")
                .param("ids", array(principals))
                .query(Integer.class)
                .single();
        return persons == principals.size();
    }

    void address(UUID topic, Set<UUID> principals) {
        door("select topic.address(:topic, :argument)", topic, array(principals));
    }

    void widen(UUID topic, Set<UUID> offices) {
        door("select topic.widen(:topic, :argument)", topic, array(offices));
    }

    void entrust(UUID topic, UUID office, boolean revising) {
        door("select topic.entrust(:topic, :argument, " + revising + ")", topic, office);
    }

    void bringIn(UUID topic, UUID colleague) {
        door("select topic.bring_in(:topic, :argument)", topic, colleague);
    }

    /** Whom the window of the organisation may still bring in; nobody for who does not hold it. */
    List<UUID> absent(UUID topic, UUID organisation) {
        return together.ask(
                List.of("absent", topic),
                Question.list(
                        "select person from topic.absent(:topic, :organisation) person",
                        Map.of("topic", topic, "organisation", organisation),
                        (row, n) -> Rows.id(row, "person")));
    }

    void takeOut(UUID topic, UUID office) {
        door("select topic.take_out(:topic, :argument)", topic, office);
    }

    void moveUp(UUID topic, Instant at) {
        door("select topic.move_up(:topic, :argument)", topic, at.atOffset(ZoneOffset.UTC));
    }

    void withdraw(UUID topic, String reason) {
        door("select topic.withdraw(:topic, :argument)", topic, reason);
    }

    Set<UUID> audience(UUID topic) {
        return jdbc.sql("select principal from topic.audience where topic = :topic")
                .param("topic", topic)
                .query(UUID.class)
                .set();
    }

    Supplier<List<UUID>> newest(Newest filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("kind", filter.kind().map(Kind::name).orElse(null));
        values.put("principal", filter.principal().orElse(null));
        values.put("before", TopicStore.at(filter.before().orElse(Instant.parse("9999-01-01T00:00:00Z"))));
        values.put("size", filter.size());
        return together.later(
                List.of("newest", values.toString()),
                Question.list(
                        "select topic from topic.newest(:kind::text, :principal::uuid, :before, :size)",
                        values,
                        (row, n) -> Rows.id(row, "topic")));
    }

    Supplier<List<Busy>> rhythm(Collection<UUID> principals, Instant since, ZoneId zone) {
        return together.later(
                List.of("rhythm", List.copyOf(principals), since),
                Question.list(
                        "select principal, day, topics from topic.rhythm(:principals, :since, :zone)",
                        Map.of(
                                "principals", principals.toArray(UUID[]::new),
                                "since", TopicStore.at(since),
                                "zone", zone.getId()),
                        (row, n) -> new Busy(
                                Rows.id(row, "principal"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("topics"))));
    }

    /** Of each community of the reader. */
    Supplier<Map<UUID, Integer>> unreadOfEach() {
        return together.later("unread of each", new Question<>("""
                        select principal, unread
                          from topic.unread_of_each(array(select b.principal from membership.belonging b
                                                           where b.person = (select membership.reader())
                                                             and b.circle = 'community'), :newest)
                        """, Map.of("newest", UnreadCounts.NEWEST), rows -> {
            var counts = new HashMap<UUID, Integer>();
            while (rows.next()) {
                counts.put(Rows.id(rows, "principal"), rows.getInt("unread"));
            }
            return counts;
        }));
    }

    Supplier<Integer> unread(Newest filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("kind", filter.kind().map(Kind::name).orElse(null));
        values.put("principal", filter.principal().orElse(null));
        values.put("limit", COUNT_LIMIT);
        return together.later(
                List.of("unread", values.toString()),
                Question.count("select topic.unread(:kind::text, :principal::uuid, :limit)", values));
    }

    private void door(String call, UUID topic, Object argument) {
        try {
            jdbc.sql(call)
                    .param("topic", topic)
                    .param("argument", argument)
                    .query((row, n) -> n)
                    .list();
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof java.sql.SQLException cause
                    && "42501".equals(cause.getSQLState())) {
                throw new NotAllowed();
            }
            throw refused;
        }
    }

    private static UUID[] array(Set<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** Takes somebody whose seat ends out of what is restricted. */
    void partWith(UUID person) {
        jdbc.sql("select topic.part_with(:person)")
                .param("person", person)
                .query(Integer.class)
                .single();
    }
}
