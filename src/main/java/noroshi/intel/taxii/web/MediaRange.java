package noroshi.intel.taxii.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One entry of an {@code Accept} header, or a content type. */
record MediaRange(String type, Map<String, String> parameters) {
    private static final String TAXII = "application/taxii+json";
    private static final Pattern NOT_AT_ALL = Pattern.compile("0(\\.0*)?");

    /** Whether TAXII 2.1 satisfies the header; without one anything does. */
    static boolean accept(String header) {
        return header == null || header.isBlank() || list(header).stream().anyMatch(MediaRange::takesTaxii);
    }

    /** Whether a body of this content type is TAXII 2.1. */
    static boolean isTaxii(String contentType) {
        if (contentType == null) {
            return false;
        }
        var ranges = list(contentType);
        return ranges.size() == 1
                && ranges.getFirst().type().equals(TAXII)
                && ranges.getFirst().version();
    }

    private boolean takesTaxii() {
        var refused = NOT_AT_ALL.matcher(parameters.getOrDefault("q", "1")).matches();
        var anything = type.equals("*/*") || type.equals("application/*");
        return !refused && (anything || (type.equals(TAXII) && version()));
    }

    private boolean version() {
        return parameters.getOrDefault("version", "2.1").equals("2.1");
    }

    static List<MediaRange> list(String header) {
        var ranges = new ArrayList<MediaRange>();
        for (var entry : split(header, ',')) {
            var parts = split(entry, ';');
            var parameters = new HashMap<String, String>();
            for (var part : parts.subList(1, parts.size())) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(
                            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                            unquoted(part.substring(equals + 1).strip()));
                }
            }
            ranges.add(new MediaRange(parts.getFirst().strip().toLowerCase(Locale.ROOT), Map.copyOf(parameters)));
        }
        return ranges;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\\", "")
                : text;
    }

    /** Splits where the sign stands outside of quotes. */
    private static List<String> split(String text, char sign) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == sign && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
