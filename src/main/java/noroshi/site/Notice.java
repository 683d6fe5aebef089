package noroshi.site;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One sentence shown once after a change, carried by a cookie of a minute.
 *
 * @param key message key; empty means there is nothing to say
 * @param words the arguments
 */
public record Notice(String key, List<String> words) {
    static final String COOKIE = "said";
    static final Notice NONE = new Notice("", List.of());

    /** Whether there is something to say. */
    public boolean present() {
        return !key.isEmpty();
    }

    static Notice read(String cookie) {
        try {
            var parts = Arrays.stream(cookie.split("\\.\\.", -1))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            return new Notice(parts.getFirst(), parts.subList(1, parts.size()));
        } catch (IllegalArgumentException tampered) {
            return NONE;
        }
    }

    static String write(String key, List<String> words) {
        return Stream.concat(Stream.of(key), words.stream())
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(".."));
    }
}
