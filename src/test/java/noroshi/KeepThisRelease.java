package noroshi;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.database.Backup;
import noroshi.shared.Seen;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Level;
import noroshi.topic.Reaction;
import noroshi.topic.Readership;
import noroshi.topic.Revision;
import noroshi.topic.Samples;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Keeps what this release leaves behind: a small backup with something in every corner, and the migrations that built
 * it. Run once for each release, by name: {@code mvn test -Dtest=KeepThisRelease -Dnoroshi.release=0.1}. UpgradeTests
 * brings every kept release up to date.
 */
@EnabledIfSystemProperty(named = "noroshi.release", matches = ".+")
@WholeHouse
@TestPropertySource(properties = {"noroshi.data=target/release-data", "noroshi.test=KeepThisRelease"})
@Import(MatrixThings.class)
class KeepThisRelease {
    @Autowired
    MatrixThings things;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Backup backup;

    @Test
    void keep() throws Exception {
        var made = things.fresh();
        readership.open(id(made, "bulletin"), Level.PRO, MIKA);
        readership.open(id(made, "bulletin"), Level.GENERAL, NOOR);
        readership.confirm(id(made, "bulletin"), 1, NOOR);
        talk(topics.post(Samples.question(true, RAIL), MIKA));
        topics.withdraw(topics.post(Samples.post(Tlp.GREEN, Samples.EVERYONE), NOOR), "誤り", NOOR);
        topics.post(Samples.post(Tlp.CLEAR, Samples.EVERYONE), ED);
        topics.post(Samples.post(Tlp.GREEN, LOBBY), MIKA);
        topics.post(Samples.post(Tlp.RED, NOOR.person()), KEI);
        var file = Path.of("src/test/resources/noroshi/releases", System.getProperty("noroshi.release") + ".zip");
        Files.deleteIfExists(file);
        backup.write(file);
    }

    private void talk(UUID question) {
        var answer = conversation.comment(question, "うちにも来ました @mika", true, Optional.empty(), NOOR);
        conversation.comment(question, "ありがとうございます", false, Optional.of(answer), KEI);
        conversation.edit(question, answer, "うちにも二度来ました @mika", Seen.UNSAID, NOOR);
        conversation.react(question, question, Reaction.ME_TOO, NOOR);
        conversation.accept(question, Optional.of(answer), MIKA);
        topics.post(Samples.part(question, Tlp.AMBER, "詳しい被害", NOOR.person()), MIKA);
        topics.revise(question, new Revision(1, Map.of(Level.ALL, new Text("続報", "止まりました")), "追記", ""), MIKA);
        readership.open(question, Level.ALL, NOOR);
    }

    private static UUID id(Map<String, String> made, String kind) {
        return UUID.fromString(made.getOrDefault(kind, ""));
    }
}
