package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Opening is one step: what it tells, what it writes, and nothing of either for whoever may not read. */
@WholeHouse
class OpeningTests {
    private static final String VIEWS = "select count(*) from topic.view where topic = ?";
    private static final String READINGS = "select count(*) from topic.reading where topic = ?";
    private static final String LEVELS = "select string_agg(level, ',' order by at) from topic.view where topic = ?";
    private static final String AUDIT = "select count(*) from audit.entry where act = 'topic.opened' and subject = ?";

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    @Test
    void eachOpeningIsAViewAndTheFirstOneAReading() throws Exception {
        var id = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(readership.open(id, Level.ALL, NOOR).before()).isEmpty();
        assertThat(readership.open(id, Level.ALL, NOOR).before())
                .flatMap(Receipt::version)
                .contains(1);
        assertThat(List.of(count(VIEWS, id), count(READINGS, id), count(AUDIT, id)))
                .isEqualTo(List.of(2, 1, 2));
        assertThat(text("select detail::text from audit.entry where act = 'topic.opened' and subject = ? limit 1", id))
                .isEqualTo("{\"level\": \"ALL\", \"version\": 1}");
    }

    @Test
    void whatIsForEveryoneIsOpenedWithoutAnAudit() throws Exception {
        var id = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        readership.open(id, Level.ALL, NOOR);
        assertThat(List.of(count(VIEWS, id), count(AUDIT, id))).isEqualTo(List.of(1, 0));
    }

    @Test
    void whoMayNotReadOpensNothingAndLeavesNoTrace() throws Exception {
        var id = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var elsewhere = new Actor(NOOR.person(), MIKA.organisation(), NOOR.roles(), "web");
        for (var stranger : List.of(OTTO, elsewhere)) {
            assertThatThrownBy(() -> readership.open(id, Level.ALL, stranger)).isInstanceOf(NotFound.class);
        }
        assertThat(mvc.get().uri("/topics/" + id).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(List.of(count(VIEWS, id), count(READINGS, id), count(AUDIT, id)))
                .isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void aPageIsReadAtALevelOnlyWhereThereAreTwoTexts() {
        var one = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var two = twoLevels();
        assertThat(readership.open(one, Level.PRO, Set.of(), NOOR).level()).isEqualTo(Level.ALL);
        assertThat(readership.open(two, Level.PRO, Set.of(), NOOR).level()).isEqualTo(Level.PRO);
        assertThat(readership.open(two, Level.GENERAL, Set.of(), NOOR).level()).isEqualTo(Level.GENERAL);
    }

    @Test
    void scriptsAndRefusedCommentsOpenAtTheLevelItIsWrittenFor() throws Exception {
        var one = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var two = twoLevels();
        assertThat(mvc.head().uri("/api/v1/topics/" + two).with(as(NOOR))).hasStatus(HttpStatus.OK);
        assertThat(mvc.get().uri("/api/v1/topics/" + two).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(count(VIEWS, two)).isZero();
        assertThat(mvc.get().uri("/api/v1/topics/" + two + "?level=pro").with(as(NOOR)))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("\"level\":\"pro\"", "詳しく");
        assertThat(mvc.get().uri("/api/v1/topics/" + two + "?level=general").with(as(NOOR)))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("\"level\":\"general\"", "やさしく");
        assertThat(mvc.get().uri("/api/v1/topics/" + one + "?level=pro").with(as(NOOR)))
                .hasStatus(HttpStatus.OK)
                .bodyText()
                .contains("\"level\":\"all\"");
        for (var topic : List.of(one, two)) {
            var comments = "/topics/" + topic + "/comments";
            assertThat(mvc.post().uri(comments).with(as(NOOR))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(mvc.post().uri(comments).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(text(LEVELS, one)).isEqualTo("ALL,ALL");
        assertThat(text(LEVELS, two)).matches("PRO,GENERAL,(PRO|GENERAL)");
    }

    @Test
    void aKindThatIsReadElsewhereIsNotOpenedHere() throws Exception {
        var id = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(readership.open(id, Level.ALL, EnumSet.of(Kind.POST), NOOR).recorded())
                .isFalse();
        assertThat(List.of(count(VIEWS, id), count(READINGS, id), count(AUDIT, id)))
                .isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void aPeekRecordsNothingAndAPageDoes() throws Exception {
        var id = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(mvc.head().uri("/topics/" + id).with(as(NOOR))).hasStatus(HttpStatus.OK);
        assertThat(mvc.get()
                        .uri("/topics/" + id)
                        .header("Sec-Purpose", "prefetch")
                        .with(as(NOOR)))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(count(VIEWS, id)).isZero();
        assertThat(mvc.get().uri("/topics/" + id).with(as(NOOR))).hasStatus(HttpStatus.OK);
        assertThat(List.of(count(VIEWS, id), count(READINGS, id), count(AUDIT, id)))
                .isEqualTo(List.of(1, 1, 1));
    }

    private UUID twoLevels() {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OBSERVATION_ANALYSIS,
                        Optional.empty(),
                        false,
                        Tlp.AMBER,
                        2,
                        Optional.empty(),
                        Map.of(Level.PRO, new Text("題", "詳しく"), Level.GENERAL, new Text("題", "やさしく")),
                        Set.of(RAIL)),
                MIKA);
    }

    private int count(String sql, UUID topic) throws Exception {
        return Integer.parseInt(text(sql, topic));
    }

    /** As the owner of the database. */
    private String text(String sql, UUID topic) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var query = owner.prepareStatement(sql)) {
            query.setObject(1, topic);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
