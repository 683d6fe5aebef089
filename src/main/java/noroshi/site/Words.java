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
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence of the platform in every language, read from {@code messages/<module>_<language>.properties}. */
@Component
public class Words {
    /** The languages offered; the first is the source. */
    public static final List<Locale> LOCALES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private final Map<String, Map<String, String>> sentences = new HashMap<>();
    private final Map<String, Map<String, Sentence>> read = new HashMap<>();
    private final Map<String, Sentence> japanese;

    public Words() {
        for (var locale : LOCALES) {
            var some = read(locale.getLanguage());
            sentences.put(locale.getLanguage(), some);
            var taken = new HashMap<String, Sentence>();
            some.forEach((key, sentence) -> taken.put(key, Sentence.of(sentence)));
            read.put(locale.getLanguage(), taken);
        }
        japanese = read.getOrDefault(Locale.JAPANESE.getLanguage(), Map.of());
    }

    /** The offered language that fits a request best. */
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    /** The sentence with its arguments; a key without a sentence stands for itself. */
    public String text(Locale locale, String key, Object... arguments) {
        return sentence(locale, key).fill(argument -> argument, arguments);
    }

    /** The sentence as markup of ours, with the arguments escaped. */
    public String markup(Locale locale, String key, Object... arguments) {
        return sentence(locale, key).fill(Words::escape, arguments);
    }

    private Sentence sentence(Locale locale, String key) {
        var known = locale.equals(Locale.JAPANESE) ? japanese : read.getOrDefault(locale.getLanguage(), Map.of());
        var sentence = known.get(key);
        return sentence == null ? Sentence.of(key) : sentence;
    }

    public Optional<String> find(Locale locale, String key) {
        return Optional.ofNullable(of(locale).get(key));
    }

    /** All sentences of a language. */
    public Map<String, String> of(Locale locale) {
        return sentences.getOrDefault(locale.getLanguage(), Map.of());
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
                // The same string as in the code that asks for it: compared at a glance.
                some.forEach((key, sentence) -> all.put(((String) key).intern(), (String) sentence));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(all);
    }
}
