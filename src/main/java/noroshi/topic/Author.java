package noroshi.topic;

import java.util.UUID;

/** Who wrote a document, as far as readers may know. */
public sealed interface Author {
    /** A person in a seat of an organisation. */
    record Known(UUID person, UUID organisation) implements Author {}

    /** Posted with the organisation hidden. */
    record Hidden() implements Author {}
}
