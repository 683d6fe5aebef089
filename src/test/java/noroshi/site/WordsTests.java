package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence exists in every language. */
class WordsTests {
    private static final Pattern USED = Pattern.compile(
            "(?:\\b(?:text|rich|saying|textIn)\\((?:\\w+, )?|RuleBroken\\()\"([a-z][a-z0-9.-]+)\"(?! *\\+)");
    private static final Pattern CHOICES =
            Pattern.compile("\\bchoices\\(\"([a-z.-]+)\", ([A-Z][\\w.]*)\\.values\\(\\)\\)");
    private static final Pattern SLOT = Pattern.compile("\\{\\d[#}]");

    private final Words words = new Words();

    @Test
    void everyLanguageHasEveryKey() {
        for (var locale : Words.LOCALES) {
            assertThat(words.of(locale).keySet())
                    .as(locale.getLanguage())
                    .containsExactlyInAnyOrderElementsOf(
                            words.of(Words.LOCALES.getFirst()).keySet());
        }
    }

    /** Of two sentences under one key the last would be said for both. */
    @Test
    void noKeyStandsTwice() throws IOException {
        var twice = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources/messages"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var seen = new HashSet<String>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.indexOf('=') > 0)
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(file + ": " + key));
            }
        }
        assertThat(twice).isEmpty();
    }

    /** As docs/glossary.md has it: one thing has one name. */
    @Test
    void whatTheGlossaryNamesIsCalledSo() {
        assertThat(words.of(Locale.JAPANESE))
                .containsEntry("topic.kind.matter", "案件")
                .containsEntry("topic.kind.bulletin", "脅威情報")
                .allSatisfy((key, sentence) -> assertThat(sentence).as(key).doesNotContain("記事", "指標"));
    }

    @Test
    void noSentenceIsEmpty() {
        for (var locale : Words.LOCALES) {
            assertThat(words.of(locale))
                    .allSatisfy((key, sentence) -> assertThat(sentence).as(key).isNotBlank());
        }
    }

    @Test
    void everyLanguageUsesTheSameArguments() {
        words.of(Locale.JAPANESE)
                .forEach((key, sentence) -> assertThat(
                                slots(words.of(Locale.ENGLISH).getOrDefault(key, "")))
                        .as(key)
                        .isSubsetOf(slots(sentence)));
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        var missing = new TreeSet<String>();
        for (var folder : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    USED.matcher(Files.readString(file))
                            .results()
                            .map(use -> use.group(1))
                            .filter(key -> key.contains("."))
                            .filter(key -> words.find(Locale.JAPANESE, key).isEmpty())
                            .forEach(key -> missing.add(file + ": " + key));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyChoiceOfAKindHasItsWord() throws Exception {
        var missing = new TreeSet<String>();
        var asked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var template = Files.readString(file);
                for (var use : CHOICES.matcher(template).results().toList()) {
                    for (var constant : constants(use.group(2), template)) {
                        var key = use.group(1) + "."
                                + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                        asked.add(key);
                        Words.LOCALES.stream()
                                .filter(locale -> words.find(locale, key).isEmpty())
                                .forEach(locale -> missing.add(file + ": " + key + " " + locale));
                    }
                }
            }
        }
        assertThat(asked).contains("topic.kind.matter", "bulletin.importance.important");
        assertThat(missing).isEmpty();
    }

    private static Enum<?>[] constants(String name, String template) throws ClassNotFoundException {
        var outer = name.split("\\.")[0];
        var imported = Pattern.compile("@import ([\\w.]+\\." + outer + ")\n").matcher(template);
        assertThat(imported.find()).as(name).isTrue();
        var type =
                Class.forName(imported.group(1) + name.substring(outer.length()).replace('.', '$'));
        return (Enum<?>[]) type.getEnumConstants();
    }

    @Test
    void argumentsFillTheirPlaces() {
        assertThat(words.text(Locale.JAPANESE, "site.page.here", 1234)).isEqualTo("1,234ページ");
        assertThat(words.text(Locale.JAPANESE, "no.such.key", 1)).isEqualTo("no.such.key");
        assertThat(words.text(Locale.ENGLISH, "{0} {0#comment|comments}", 1)).isEqualTo("1 comment");
        assertThat(words.text(Locale.ENGLISH, "{0} {0#comment|comments}", 2)).isEqualTo("2 comments");
        assertThat(words.text(Locale.ENGLISH, "{0}{1}", "$1")).isEqualTo("$1{1}");
    }

    @Test
    void markupOfOursKeepsArgumentsHarmless() {
        assertThat(words.markup(Locale.ENGLISH, "<b>{0}</b>", "<script>'\"&"))
                .isEqualTo("<b>&lt;script&gt;&#39;&quot;&amp;</b>");
    }

    private static TreeSet<String> slots(String sentence) {
        var slots = new TreeSet<String>();
        SLOT.matcher(sentence).results().forEach(slot -> slots.add(slot.group().substring(0, 2)));
        return slots;
    }
}
