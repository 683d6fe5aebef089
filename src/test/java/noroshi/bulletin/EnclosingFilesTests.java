package noroshi.bulletin;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Files;
import noroshi.topic.Level;
import noroshi.topic.TopicFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@WholeHouse
class EnclosingFilesTests {
    private static final byte[] RULE = "title: wiper\nid: 1\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Enclosures enclosures;

    @Autowired
    Files files;

    @Autowired
    Environment environment;

    private UUID begun() {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.complete(), ED);
        return id;
    }

    @Test
    void publishedTheyBelongToTheTopic() {
        var id = begun();
        enclosures.enclose(id, 1, "wiper.yml", RULE, Level.PRO, ED);
        var topic = newsroom.publish(id, 2, ED);
        assertThat(files.of(topic, MIKA)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("wiper.yml");
            assertThat(file.level()).isEqualTo(Level.PRO);
            assertThat(files.open(file.id(), MIKA).bytes()).isEqualTo(RULE);
        });
        newsroom.revise(topic, ED);
        assertThat(enclosures.of(id, ED)).isEmpty();
        enclosures.enclose(id, 4, "second.yml", RULE, Level.ALL, ED);
        newsroom.write(id, 5, Samples.to(Tlp.AMBER, RAIL), Samples.noted(Samples.complete(), "規則を追加", ""), ED);
        newsroom.publish(id, 6, ED);
        assertThat(files.of(topic, MIKA)).extracting(TopicFile::name).containsExactly("wiper.yml", "second.yml");
    }

    @Test
    void enclosingIsWriting() {
        var id = begun();
        enclosures.enclose(id, 1, "wiper.yml", RULE, Level.ALL, DANA);
        newsroom.submit(id, 2, ED);
        assertThatThrownBy(() -> desk.approve(id, 3, DANA)).hasMessage("bulletin.own-words");
        assertThatThrownBy(() -> enclosures.enclose(id, 3, "more.yml", RULE, Level.ALL, ED))
                .hasMessage("bulletin.not-open");
        assertThatThrownBy(() -> enclosures.enclose(id, 1, "more.yml", RULE, Level.ALL, ED))
                .hasMessage("bulletin.stale");
    }

    @Test
    void whatWasTakenOutIsNotPublished() {
        var id = begun();
        enclosures.enclose(id, 1, "wiper.yml", RULE, Level.ALL, ED);
        var enclosure = enclosures.of(id, ED).getFirst().id();
        enclosures.takeOut(id, 2, enclosure, ED);
        assertThat(files.of(newsroom.publish(id, 3, ED), MIKA)).isEmpty();
    }

    @Test
    void whatIsThrownAwayIsLetGoOf() throws SQLException {
        var id = begun();
        enclosures.enclose(id, 1, "first.yml", RULE, Level.ALL, ED);
        enclosures.enclose(id, 2, "second.yml", RULE, Level.ALL, ED);
        var kept = enclosures.of(id, ED);
        enclosures.takeOut(id, 3, kept.getFirst().id(), ED);
        assertThat(letGo(kept.getFirst())).isTrue();
        assertThat(letGo(kept.getLast())).isFalse();
        newsroom.discard(id, 4, ED);
        assertThat(letGo(kept.getLast())).isTrue();
    }

    private boolean letGo(Enclosure enclosure) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.prepareStatement("select from topic.let_go where storage = ?")) {
            statement.setObject(1, enclosure.file().storage());
            return statement.executeQuery().next();
        }
    }

    @Test
    void readersFindNoTraceOfThem() {
        var id = begun();
        enclosures.enclose(id, 1, "wiper.yml", RULE, Level.ALL, ED);
        var enclosure = enclosures.of(id, DANA).getFirst().id();
        assertThat(enclosures.open(id, enclosure, DANA).bytes()).isEqualTo(RULE);
        assertThatThrownBy(() -> enclosures.of(id, MIKA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enclosures.open(id, enclosure, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enclosures.takeOut(id, 2, enclosure, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enclosures.enclose(id, 2, "x.yml", RULE, Level.ALL, OTTO))
                .isInstanceOf(NotFound.class);
        var another = begun();
        assertThatThrownBy(() -> enclosures.open(another, enclosure, ED)).isInstanceOf(NotFound.class);
    }
}
