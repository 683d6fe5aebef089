package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A title was stored before there was the rule that refuses it. */
@WholeHouse
class KeepingOldTitlesTests {
    /** As a path comes from the properties of a file on Windows. */
    private static final String OLD = "\u202AC:\\share\\report.xlsx";

    @Autowired
    Topics topics;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    UUID topic = new UUID(0, 0);

    @BeforeEach
    void store() throws SQLException {
        topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = connection.prepareStatement("""
                        with head as (update topic.topic set title = ? where id = ? returning id, title)
                        update topic.text set title = head.title from head where topic = head.id
                        """)) {
            sql.setString(1, OLD);
            sql.setObject(2, topic);
            sql.executeUpdate();
        }
    }

    private void revise(int expected, String title) {
        var text = Map.of(Level.ALL, new Text(title, "続報です。"));
        topics.revise(topic, new Revision(expected, text, "続報", "続報"), MIKA);
    }

    @Test
    void itsTopicIsStillRead() {
        assertThat(topics.texts(topic, 1, NOOR))
                .hasEntrySatisfying(Level.ALL, text -> assertThat(text.title()).isEqualTo(OLD));
        for (var page : new String[] {"/topics/" + topic, "/topics", "/api/v1/topics/" + topic}) {
            assertThat(mvc.get().uri(page).with(as(NOOR)))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("report.xlsx");
        }
        assertThat(mvc.get().uri("/topics/" + topic + "/edit").with(as(MIKA))).hasStatus(HttpStatus.OK);
    }

    @Test
    void itMayStayButNoOtherLikeItIsTaken() {
        revise(1, OLD);
        assertThat(topics.show(topic, NOOR).version()).isEqualTo(2);
        assertThatThrownBy(() -> revise(2, OLD + "m"))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("topic.title-turns");
        revise(2, "報告の様式");
        assertThatThrownBy(() -> revise(3, OLD))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("topic.title-turns");
    }
}
