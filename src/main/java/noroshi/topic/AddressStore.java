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
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of addressing: the doors behind the wall, and the lists that follow from them. */
@Repository
class AddressStore {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final int LOOKED_AT = 50;
    private static final int COUNT_LIMIT = 100;

    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    List<UUID> newest(Newest filter) {
        return jdbc.sql("select topic from topic.newest(:kind, :principal, :before, :size)")
                .param("kind", filter.kind().map(Kind::name).orElse(null))
                .param("principal", filter.principal().orElse(null), java.sql.Types.OTHER)
                .param(
                        "before",
                        filter.before()
                                .orElse(Instant.parse("9999-01-01T00:00:00Z"))
                                .atOffset(ZoneOffset.UTC))
                .param("size", filter.size())
                .query(UUID.class)
                .list();
    }

    List<Busy> rhythm(Collection<UUID> principals, Instant since, ZoneId zone) {
        return jdbc.sql("select principal, day, topics from topic.rhythm(:principals, :since, :zone)")
                .param("principals", principals.toArray(UUID[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query((row, n) -> new Busy(
                        row.getObject("principal", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getInt("topics")))
                .list();
    }

    Map<UUID, Integer> unreadOfEach(Collection<UUID> principals) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("select principal, unread from topic.unread_of_each(:principals, :newest)")
                .param("principals", principals.toArray(UUID[]::new))
                .param("newest", LOOKED_AT)
                .query((RowCallbackHandler) row -> counts.put(Rows.id(row, "principal"), row.getInt("unread")));
        return counts;
    }

    int unread(Newest filter) {
        return jdbc.sql("select topic.unread(:kind, :principal, :limit)")
                .param("kind", filter.kind().map(Kind::name).orElse(null))
                .param("principal", filter.principal().orElse(null), java.sql.Types.OTHER)
                .param("limit", COUNT_LIMIT)
                .query(Integer.class)
                .single();
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
}
