package noroshi.notification;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.MIKA;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.insight.Records;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A digest tells an edition once, whether a kept search found it or not, and every later one. */
@WholeHouse
class GatheringEditionsTests {
    private static final Instant PUBLISHED = Records.at("2013-02-05T09:00");

    @Autowired
    Environment environment;

    @Test
    void aLaterEditionIsToldAfterASearchFoundTheFirst() throws SQLException {
        assertThat(gathered("BULLETIN_PUBLISHED 1 0", "SEARCH_MATCHED - 5", "BULLETIN_PUBLISHED 2 60"))
                .containsExactlyInAnyOrder("SEARCH_MATCHED - 5", "BULLETIN_PUBLISHED 2 60");
    }

    @Test
    void theFirstIsToldOnceWhicheverIsWrittenDownFirst() throws SQLException {
        assertThat(gathered("BULLETIN_PUBLISHED 1 0", "SEARCH_MATCHED - 0")).containsExactly("SEARCH_MATCHED - 0");
        assertThat(gathered("SEARCH_MATCHED - 0", "BULLETIN_PUBLISHED 1 5")).containsExactly("SEARCH_MATCHED - 0");
        assertThat(gathered("SEARCH_MATCHED - 0", "TOPIC_POSTED - 5")).containsExactly("SEARCH_MATCHED - 0");
    }

    @Test
    void whatASearchFindsLaterStandsForTheEditionsBefore() throws SQLException {
        assertThat(gathered("BULLETIN_PUBLISHED 1 0", "BULLETIN_PUBLISHED 2 60", "SEARCH_MATCHED - 65"))
                .containsExactly("SEARCH_MATCHED - 65");
    }

    /** Items of one topic as "what version seconds", and those of them that a digest gathers; nothing of it stays. */
    private List<String> gathered(String... items) throws SQLException {
        var topic = new Records(environment).bulletin("二月の速報", PUBLISHED, ALL);
        try (var owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"))) {
            owner.setAutoCommit(false);
            for (var item : items) {
                var said = item.split(" ", -1);
                var version = said[1].equals("-") ? 0 : Integer.parseInt(said[1]);
                add(owner, topic, said[0], version, PUBLISHED.plusSeconds(Long.parseLong(said[2])));
            }
            var found = ungathered(owner, topic);
            owner.rollback();
            return found;
        }
    }

    private static void add(Connection owner, UUID topic, String what, int version, Instant at) throws SQLException {
        try (var insert = owner.prepareStatement("""
                with h as (insert into notification.happening (what, topic, version, at, spread_at)
                           values (?, ?, nullif(?, 0), ?, now()) returning id, what, topic, version, at)
                insert into notification.item (happening, person, what, topic, version, why, weight, at)
                select h.id, ?, h.what, h.topic, h.version, 'FOLLOWING', 'usual', h.at from h
                """)) {
            insert.setString(1, what);
            insert.setObject(2, topic);
            insert.setInt(3, version);
            insert.setTimestamp(4, Timestamp.from(at));
            insert.setObject(5, MIKA.person());
            insert.executeUpdate();
        }
    }

    private static List<String> ungathered(Connection owner, UUID topic) throws SQLException {
        try (var query = owner.prepareStatement("""
                select i.what, coalesce(i.version::text, '-'), extract(epoch from i.at - ?)::int
                  from notification.ungathered(?, ?) u (id)
                  join notification.item i on i.id = u.id
                 where i.topic = ?
                """)) {
            query.setTimestamp(1, Timestamp.from(PUBLISHED));
            query.setObject(2, MIKA.person());
            query.setTimestamp(3, Timestamp.from(PUBLISHED.plusSeconds(120)));
            query.setObject(4, topic);
            var told = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getInt(3));
                }
            }
            return told;
        }
    }
}
