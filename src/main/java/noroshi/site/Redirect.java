package noroshi.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a controller returns after a change: where to go (303), and one sentence to show there once.
 *
 * @param to a path on this site
 * @param said the sentence's message key; empty for none
 * @param words the sentence's arguments
 */
public record Redirect(String to, String said, List<String> words) {
    private static final int LONGEST_LINK = 2_000;

    public Redirect {
        if (!stays(to)) {
            throw new IllegalArgumentException("a redirect stays on this site");
        }
        words = List.copyOf(words);
    }

    /** Whether a path leads nowhere but to this site. */
    public static boolean stays(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(letter -> letter == '\\' || letter < ' ');
    }

    public static Redirect to(String path) {
        return new Redirect(path, "", List.of());
    }

    /** To a page that its address asks, where the words are few enough that the address can be passed on. */
    public static Optional<Redirect> asking(String path, String q) {
        var link = path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return link.length() > LONGEST_LINK ? Optional.empty() : Optional.of(to(link));
    }

    /** The sentence the reader finds at the top of the next page. */
    public Redirect saying(String key, Object... arguments) {
        return new Redirect(
                to, key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
