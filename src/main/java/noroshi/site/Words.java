package noroshi.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence of the platform in every language, read from {@code messages/<module>_<language>.properties}. */
@Component
public class Words {
    /** The languages offered; the first is the source. */
    public static final List<Locale> LOCALES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private static final Pattern SLOT = Pattern.compile("\\{(\\d)(?:#([^|{}]*)\\|([^{}]*))?}");

    private final Map<String, Map<String, String>> sentences = new HashMap<>();

    public Words() {
        for (var locale : LOCALES) {
            sentences.put(locale.getLanguage(), read(locale.getLanguage()));
        }
    }

    /** The offered language that fits a request best. */
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /** The sentence with its arguments; a key without a sentence stands for itself. */
    public String text(Locale locale, String key, Object... arguments) {
        return fill(find(locale, key).orElse(key), argument -> argument, arguments);
    }

    /** The sentence as markup of ours, with the arguments escaped. */
    public String markup(Locale locale, String key, Object... arguments) {
        return fill(find(locale, key).orElse(key), Words::escape, arguments);
    }

    public Optional<String> find(Locale locale, String key) {
        return Optional.ofNullable(of(locale).get(key));
    }

    /** All sentences of a language. */
    public Map<String, String> of(Locale locale) {
        return sentences.getOrDefault(locale.getLanguage(), Map.of());
    }

    /** {@code {0}} is an argument, {@code {0#comment|comments}} chooses by whether argument 0 is one. */
    private static String fill(String sentence, UnaryOperator<String> safe, Object... arguments) {
        if (sentence.indexOf('{') < 0) {
            return sentence;
        }
        return SLOT.matcher(sentence).replaceAll(slot -> {
            int at = Integer.parseInt(slot.group(1));
            if (at >= arguments.length) {
                return Matcher.quoteReplacement(slot.group());
            }
            if (slot.group(2) == null) {
                return Matcher.quoteReplacement(safe.apply(written(arguments[at])));
            }
            boolean one = written(arguments[at]).equals("1");
            return Matcher.quoteReplacement(one ? slot.group(2) : slot.group(3));
        });
    }

    private static String written(Object argument) {
        return switch (argument) {
            case Integer whole -> String.format(Locale.ROOT, "%,d", whole);
            case Long whole -> String.format(Locale.ROOT, "%,d", whole);
            default -> argument.toString();
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Map<String, String> read(String language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties");
            for (var file : files) {
                var some = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    some.load(reader);
                }
                some.forEach((key, sentence) -> all.put((String) key, (String) sentence));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(all);
    }
}
