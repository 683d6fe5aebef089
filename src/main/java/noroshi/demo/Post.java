package noroshi.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Importance;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Text;

/**
 * A topic of the demo world.
 *
 * @param hidden posted with the organisation hidden
 * @param circle to whom it is addressed
 * @param issues its versions, oldest first
 */
record Post(
        String code,
        UUID id,
        Kind kind,
        String information,
        String tlp,
        Optional<Importance> importance,
        boolean hidden,
        Person author,
        Circle circle,
        List<Issue> issues) {

    /** One version: what each level reads from then on. */
    record Issue(Instant at, Map<Level, Text> texts, String notePro, String noteGeneral) {}

    static Post plain(
            String code,
            Kind kind,
            String information,
            String tlp,
            boolean hidden,
            Person author,
            Circle circle,
            Instant at,
            Text text) {
        var issue = new Issue(at, Map.of(Level.ALL, text), "", "");
        return new Post(
                code,
                Ids.of("topic", code),
                kind,
                information,
                tlp,
                Optional.empty(),
                hidden,
                author,
                circle,
                List.of(issue));
    }

    boolean bulletin() {
        return kind == Kind.BULLETIN;
    }

    boolean important() {
        return importance.equals(Optional.of(Importance.IMPORTANT));
    }

    /** What may be passed on freely carries the lower mark. */
    int confidentiality() {
        return tlp.equals("CLEAR") ? 1 : 2;
    }

    Instant publishedAt() {
        return issues.getFirst().at();
    }

    Issue current() {
        return issues.getLast();
    }

    String title() {
        var level = bulletin() ? Level.GENERAL : Level.ALL;
        return Objects.requireNonNull(current().texts().get(level)).title();
    }
}
