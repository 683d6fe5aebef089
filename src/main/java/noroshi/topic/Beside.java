package noroshi.topic;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Together;

/**
 * What few topics have. The opening of a topic says which there may be, so that its page does not ask about the others;
 * what its reader may see of them is asked as always.
 */
enum Beside {
    FILES(Map.of("files", List.of())),
    REACTIONS(Map.of("tally", Map.of(), "reactions", Map.of())),
    FOLLOWING(Map.of("following", Optional.empty())),
    SUMMARIES(Map.of("summaries", List.of())),
    PARTS(Map.of("parts", List.of())),
    ONWARD(Map.of("onward", List.of())),
    ENTRUSTING(Map.of("answering", Optional.empty()));

    /** The questions that ask about it, with what they are answered where there is nothing. */
    private final Map<String, Object> questions;

    Beside(Map<String, Object> questions) {
        this.questions = questions;
    }

    /** What a question about a topic is known by while its page is made. */
    static List<Object> key(String question, UUID topic) {
        return List.of(question, topic);
    }

    /** Answers what would be asked about the others. */
    static void nothingBut(Collection<Beside> there, UUID topic, Together together) {
        Arrays.stream(values())
                .filter(beside -> !there.contains(beside))
                .forEach(beside ->
                        beside.questions.forEach((question, nothing) -> together.known(key(question, topic), nothing)));
    }
}
