package noroshi.insight;

import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Kind;

/**
 * One part of a figure: a topic, or an organisation.
 *
 * @param id empty for everything together that the reader may not read
 * @param kind of a topic
 */
public record Counted(Optional<UUID> id, String name, Optional<Kind> kind, long number) {
    /** Which views are asked for: those of bulletins, of other topics, or of what the reader may not read. */
    public enum Among {
        ALL,
        BULLETINS,
        OTHERS,
        UNNAMED
    }

    /** Whether it belongs there. */
    public boolean is(Among among) {
        return switch (among) {
            case ALL -> true;
            case BULLETINS -> kind.filter(Kind.BULLETIN::equals).isPresent();
            case OTHERS -> kind.filter(it -> it != Kind.BULLETIN).isPresent();
            case UNNAMED -> id.isEmpty();
        };
    }
}
