package noroshi.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An article, in one of its versions.
 *
 * @param version the version whose words these are
 * @param latest the newest version there is
 * @param published the version that everybody reads, if one is published
 * @param ended nobody proposes it any more
 */
public record Article(
        UUID id,
        int version,
        int latest,
        Optional<Integer> published,
        boolean ended,
        String title,
        String body,
        Instant at,
        UUID by) {
    public String path() {
        return "/desk/articles/" + id;
    }

    /** Its newest words are not the ones that everybody reads. */
    public boolean ahead() {
        return published.filter(it -> it < latest).isPresent();
    }
}
