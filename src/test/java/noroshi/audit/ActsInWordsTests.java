package noroshi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import noroshi.site.Words;
import org.junit.jupiter.api.Test;

/** Every act that the code records has a sentence, and a group that it is found under. */
class ActsInWordsTests {
    private static final Pattern RECORDED = Pattern.compile(
            "\\b(?:record|recordSealed|recordAttempt|note|tell|remember|seat|unseat|answered|put(?=\\(id,))\\((?:[^;\"]*?)\"([a-z]+\\.[a-z-]+)\"(?:\\s*:\\s*\"([a-z]+\\.[a-z-]+)\")?");

    private static final Pattern WRITER = Pattern.compile("\\b(AuditTrail|Journal|Ledger|Diary)\\b");

    private final Words words = new Words();

    @Test
    void everyActHasWords() throws IOException {
        var acts = acts();
        assertThat(acts).hasSizeGreaterThan(170);
        for (var locale : Words.LOCALES) {
            assertThat(acts).as(locale.getLanguage()).allSatisfy(act -> {
                assertThat(words.find(locale, "audit.act." + act)).as(act).isPresent();
                assertThat(words.find(locale, "audit.group." + act.substring(0, act.indexOf('.'))))
                        .as(act)
                        .isPresent();
            });
        }
    }

    private static TreeSet<String> acts() throws IOException {
        var acts = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.toString().contains("/web/"))
                    .toList()) {
                var text = Files.readString(file).replaceAll("RuleBroken\\(\"[^\"]*\"", "");
                if (!WRITER.matcher(text).find()) {
                    continue;
                }
                RECORDED.matcher(text).results().forEach(found -> {
                    acts.add(found.group(1));
                    if (found.group(2) != null) {
                        acts.add(found.group(2));
                    }
                });
            }
        }
        acts.removeIf(act -> act.startsWith("membership.")); // refusals, not acts
        return acts;
    }
}
