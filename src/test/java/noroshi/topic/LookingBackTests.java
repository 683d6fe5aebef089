package noroshi.topic;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A search by date looks no further back than it must, and misses nothing on the way. */
@WholeHouse
class LookingBackTests {
    /** Days ago, on both sides of every era's end, and one that a wrong clock wrote. */
    private static final List<Integer> AGES = List.of(-2, 0, 1, 2, 7, 8, 9, 16, 17, 63, 64, 65, 128, 129, 400, 4_000);

    @Autowired
    Topics topics;

    @Autowired
    Search search;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16, 20})
    void everyPageGoesOnWhereTheOneBeforeEnded(int size) throws SQLException {
        var word = word();
        var written = new ArrayList<UUID>();
        for (var days : AGES) {
            written.add(written(word, days, RAIL));
        }

        var read = new ArrayList<UUID>();
        var page = 1;
        for (var hits = hits(word, page, size, NOOR); !hits.isEmpty(); hits = hits(word, page, size, NOOR)) {
            read.addAll(hits);
            page++;
        }

        assertThat(read).containsExactlyElementsOf(written);
        assertThat(hits(word, 1, size, OTTO)).isEmpty();
        assertThat(hits(word, 1, size, ED)).isEmpty();
    }

    @Test
    void whatOneMayReadIsFoundBehindNewerThingsThatOneMayNot() throws SQLException {
        var word = word();
        var old = written(word, 300, RAIL);
        for (var days : List.of(0, 1, 3, 20, 100)) {
            written(word, days, OTTO.organisation());
        }

        assertThat(hits(word, 1, 1, NOOR)).containsExactly(old);
    }

    private static String word() {
        return "狼煙" + Long.toString(System.nanoTime(), 36);
    }

    private List<UUID> hits(String word, int page, int size, Actor actor) {
        var query = new SearchQuery(
                word,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SearchQuery.Sort.DATE,
                Window.page(page, size));
        return search.find(query, Level.ALL, actor).hits().stream()
                .map(hit -> hit.topic().id())
                .toList();
    }

    /** As the owner of the tables may say when. */
    private UUID written(String word, int daysAgo, UUID organisation) throws SQLException {
        var id = topics.post(
                Samples.topic(Kind.POST, Tlp.AMBER, false, "監視の強化", "合言葉は " + word + " です", organisation),
                organisation.equals(RAIL) ? MIKA : OTTO);
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.prepareStatement(
                        "update topic.words set revised_at = now() - make_interval(days => ?) where topic = ?")) {
            statement.setInt(1, daysAgo);
            statement.setObject(2, id);
            assertThat(statement.executeUpdate()).isOne();
        }
        return id;
    }
}
